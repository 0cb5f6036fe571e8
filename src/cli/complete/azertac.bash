# Completion of azertac for bash 3.2 and later.
# To have it always: azertac completion bash > ~/.local/share/bash-completion/completions/azertac
# or, without the package bash-completion, in ~/.bashrc: source <(azertac completion bash)

_azertac() {
  local azertac=azertac line=${COMP_LINE:0:${COMP_POINT:-0}} kind reply
  [[ $line ]] || line="${COMP_WORDS[*]:0:COMP_CWORD+1}"
  # Called by a path, it is that one which knows its options.
  [[ ${COMP_WORDS[0]} == */* ]] && azertac=${COMP_WORDS[0]/#\~\//$HOME/}
  COMPREPLY=()
  {
    IFS= read -r kind || return
    while IFS= read -r reply; do
      COMPREPLY+=("$reply")
    done
  } < <(
    COMP_TYPE=${COMP_TYPE:-} COMP_WORDBREAKS=$COMP_WORDBREAKS COLUMNS=${COLUMNS:-} \
      "$azertac" __complete bash "$line" 2> /dev/null < /dev/null
  )
  case $kind in
    files) compopt -o default 2> /dev/null ;;
    open) compopt -o nospace 2> /dev/null ;;
  esac
}

# An old bash can sort only, and is left to its own way of completing files.
complete -o nosort -F _azertac azertac 2> /dev/null || complete -o default -F _azertac azertac
