#compdef azertac
# Completion of azertac for zsh 5 and later.
# To have it always: azertac completion zsh > a file _azertac in a folder of your fpath
# or, in ~/.zshrc behind compinit: source <(azertac completion zsh)

_azertac() {
  local azertac=azertac line value text
  local -a reply shown more
  # Called by a path, it is that one which knows its options.
  [[ $words[1] == */* ]] && azertac=${~words[1]}
  line="${(j: :)words[1,CURRENT-1]} $QIPREFIX$PREFIX"
  reply=("${(@f)$($azertac __complete zsh "$line" 2> /dev/null < /dev/null)}")
  case $reply[1] in
    files)
      [[ $PREFIX == --*=* ]] && compset -P '*='
      _files
      return
      ;;
    open) more=(-S '') ;;
    words) ;;
    *) return 1 ;;
  esac
  shift reply
  (( $#reply )) || return 1
  for line in "${(@)reply//\\/\\\\}"; do
    value=${line%%$'\t'*} text=${line#*$'\t'}
    # A colon stands before the description: one in the value has a backslash.
    shown+=("${value//:/\\:}${text:+:$text}")
  done
  # What is offered fits what was typed, in its own way: zsh is not to ask (-U).
  _describe -V -t azertac azertac shown -U "${(@)more}"
}

if [[ $funcstack[1] == _azertac ]]; then
  _azertac "$@"
else
  compdef _azertac azertac
fi
