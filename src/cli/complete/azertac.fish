# Completion of azertac for fish 3 and later.
# To have it always: azertac completion fish > ~/.config/fish/completions/azertac.fish

function __azertac_complete
    set -l azertac azertac
    set -l called (commandline -opc)[1]
    # Called by a path, it is that one which knows its options.
    string match -q '*/*' -- "$called"; and set azertac (string replace -r '^~/' "$HOME/" -- $called)
    set -l reply ($azertac __complete fish (commandline -cp | string collect) 2>/dev/null </dev/null)
    switch "$reply[1]"
        case files
            set -l token (commandline -ct)
            set -l before (string match -r -- '^--[^=]*=' $token)
            set -l path (string replace -r -- '^--[^=]*=' '' $token)
            for line in (__fish_complete_path $path)
                echo -- "$before$line"
            end
        case '*'
            string join -- \n $reply[2..-1]
    end
end

complete -c azertac -e
complete -c azertac -f -k -a '(__azertac_complete)'
