# shellcheck shell=bash
# shellcheck disable=SC2154 # the variables of demo.sh
# The visit that nobody has to make by hand: sourced by demo.sh, which owns the variables.
# Visitors take tickets at the terminal, a clerk calls, recalls, serves and finishes in a real
# browser, the display shows and says it, the manager finds it on the dashboard.

readonly window=1 topic=1 patience_seconds=30
readonly browser=$root/tests/e2e/browser

# until WHAT COMMAND...: waits until the command says yes; not for a time.
until_true() {
    local what=$1 waited
    shift
    for ((waited = 0; waited < patience_seconds * 10; ++waited)); do
        ! "$@" || return 0
        none_fell
        sleep 0.1
    done
    die "waited $patience_seconds s, and $what"
}

has_files() { compgen -G "$1" >/dev/null; }

# Prints a text field of the JSON line that a browser's script wrote for a step.
field() {
    local file=$1 step=$2 name=$3
    node -e '
        const [file, step, name] = process.argv.slice(1);
        const lines = fs.readFileSync(file, "utf8").split("\n").filter(Boolean).map(JSON.parse);
        console.log(lines.find((line) => line.step === step)?.[name] ?? "");
    ' "$file" "$step" "$name"
}

# Lets somebody do their part, and keeps a log of it; on trouble shows it.
play() {
    local part=$1 log=$folder/$1.log
    shift
    "$@" </dev/null >"$log" 2>&1 9>&- || {
        tail -n 20 "$log" >&2
        die "$part failed; see $log"
    }
}

# The same in a real browser, with pictures in a folder of the part's name.
play_in_browser() {
    local part=$1 script=$2
    shift 2
    play "$part" env TALON_NODE_MODULES="$build/pages/node_modules" node "$browser/$script" \
        --url "$url" --password "$password" --pictures "$folder/pictures/$part" \
        --wait-seconds "$patience_seconds" "$@"
}

go_through_a_visit() {
    local number waited served
    draw_unseen
    mkdir -p "$folder/pictures/"{terminal,display} "$folder/sound"

    say "The office works at $url; nobody has to look. Its clock: $begins."
    start display "$display" --controller "$url" --token-file "$folder/display.token" \
        --state "$folder/display" --pictures "$folder/pictures/display" \
        --sound "wav:$folder/sound"

    say "Two visitors take their tickets at the terminal..."
    play terminal "$terminal" --controller "$url" --token-file "$folder/terminal.token" \
        --printer "virtual:$folder/tickets" --state "$folder/terminal" \
        --visitor "$scripts/visitor.json" \
        --pictures "$folder/pictures/terminal"
    has_files "$folder/tickets/*.png" || die "the printer has no picture of the ticket"

    say "A clerk opens window $window and calls..."
    play_in_browser console-calls clerk.mjs --login anna --window "$window" --steps open,call
    number=$(field "$folder/console-calls.log" call number)
    until_true "the display has said nothing" has_files "$folder/sound/*.wav"

    say "The visitor $number comes to the window..."
    play_in_browser console-serves clerk.mjs --login anna --window "$window" --topic "$topic" \
        --steps recall,start,finish

    say "The manager looks at the day..."
    play_in_browser dashboard manager.mjs --login maria --number "$number" --state finished
    waited=$(field "$folder/dashboard.log" visit waitSeconds)
    served=$(field "$folder/dashboard.log" visit serviceSeconds)

    none_fell
    stop_all
    "$controller" check --journal "$journal" >>"$folder/controller.log" ||
        die "the journal is not whole"

    say ""
    say "What is left to look at:"
    (cd "$folder" && find pictures tickets sound -type f && find . -maxdepth 1 -name '*.log' |
        sed 's|^\./||') | sort | sed "s|^|  $folder/|"
    say ""
    say "$number: a ticket in print, called to window $window after $waited s and said aloud," \
        "served $served s, finished with a topic, found by the manager; the journal is whole."
}
