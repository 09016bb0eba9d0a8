#!/usr/bin/env bash
# A whole small office on this machine, from programs that are built: ./talon demo calls it with
# build/release, the test of the whole office with its own folder.
#
#   demo.sh BUILD [--headless] [--keep] [--dir FOLDER] [--at 2026-11-24T10:05]
#
# Everything lies in FOLDER (build/demo): the journal, logs, tickets; with --headless also pictures
# and sounds. All programs are ended by their own ids when this script ends.
set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
readonly root
readonly scripts=$root/packaging/demo
readonly settings=$root/packaging/offices/engels.json
readonly password=talon-demo pin=2604
readonly first_port=8080 last_port=8099 exit_cannot_listen=4

build=$(cd "${1:?the folder of the build}" && pwd)
shift
folder=$root/build/demo
begins=
headless=no
keep=no
while [ $# -gt 0 ]; do
    case $1 in
    --headless) headless=yes ;;
    --keep) keep=yes ;;
    --dir)
        folder=${2:?a folder}
        shift
        ;;
    --at)
        begins=${2:?a time of the office}
        shift
        ;;
    *)
        echo "demo: unknown option $1" >&2
        exit 2
        ;;
    esac
    shift
done

readonly controller=$build/controller/talon-controller
readonly terminal=$build/terminal/talon-terminal
readonly display=$build/display/talon-display
readonly journal=$folder/office.journal

say() { printf '%s\n' "$*"; }
die() {
    printf '%s\n' "demo: $*" >&2
    exit 1
}

# --- the programs, by id ------------------------------------------------------------------------

pids=()
names=()

# start NAME COMMAND...: in the background, with its log in the folder.
start() {
    local name=$1
    shift
    "$@" </dev/null >>"$folder/$name.log" 2>&1 9>&- &
    pids+=($!)
    names+=("$name")
}

stop_all() {
    local i
    trap - EXIT
    # The last to come goes first: the controller outlives those that talk to it.
    for ((i = ${#pids[@]} - 1; i >= 0; --i)); do
        kill -TERM "${pids[i]}" 2>/dev/null || continue
        wait "${pids[i]}" 2>/dev/null || true
    done
}

# All programs that were started still run; else shows the last words of the first that does not.
none_fell() {
    local i
    for i in "${!pids[@]}"; do
        kill -0 "${pids[i]}" 2>/dev/null && continue
        tail -n 5 "$folder/${names[i]}.log" >&2
        die "${names[i]} has ended; its log is $folder/${names[i]}.log"
    done
}

# --- the office ---------------------------------------------------------------------------------

add_staff() {
    printf '%s\n' "$password" | "$controller" add-staff --journal "$journal" --login "$1" \
        --name "$2" --role "$3" --password-stdin
}

add_device() {
    (umask 077 && "$controller" add-device --journal "$journal" --kind "$1" --name "$2" >"$3")
}

make_office() {
    "$controller" init --journal "$journal" --settings "$settings"
    add_staff anna "Анна Кузнецова" clerk
    add_staff boris "Борис Орлов" clerk
    add_staff vera "Вера Зайцева" hallAdministrator
    printf '%s\n' "$pin" | "$controller" set-pin --journal "$journal" --login vera --pin-stdin
    add_staff maria "Мария Соколова" manager
    add_device terminal "зал, у входа" "$folder/terminal.token"
    add_device display "зал, над окнами" "$folder/display.token"
}

# Sets `url`. The port may be taken by somebody else: then the next one.
start_controller() {
    local options=(--journal "$journal") port code
    [ "$begins" = now ] || options+=(--pretend-time "$begins")
    for ((port = first_port; port <= last_port; ++port)); do
        : >"$folder/controller.log"
        pids=() names=()
        start controller "$controller" serve "${options[@]}" --listen "127.0.0.1:$port"
        while true; do
            url=$(sed -n 's/^listening on //p' "$folder/controller.log")
            [ -z "$url" ] || return 0
            kill -0 "${pids[0]}" 2>/dev/null || break
            sleep 0.1
        done
        code=0
        wait "${pids[0]}" || code=$?
        [ "$code" -eq "$exit_cannot_listen" ] || break
    done
    cat "$folder/controller.log" >&2
    die "the controller did not start"
}

# --- a person's look ----------------------------------------------------------------------------

tell_where() {
    say ""
    say "The office works: Энгельсский ЦОК, by $settings"
    [ "$begins" = now ] ||
        say "  Its clock was set to $begins, when it is open, and goes on from there."
    say ""
    say "  clerk's page       $url/console      sign in as anna or boris, password $password"
    say "  manager's page     $url/dashboard    sign in as maria, password $password"
    say "  terminal, display  two windows on your screen; touch the terminal to take a ticket."
    say "                     The staff's part: hold the office's name for three seconds, PIN $pin"
    say "  printed tickets    $folder/tickets"
    say "  logs, journal      $folder"
    say ""
}

draw_unseen() {
    export QT_QPA_PLATFORM=offscreen QT_QUICK_BACKEND=software
    [ -n "${XDG_RUNTIME_DIR:-}" ] || {
        mkdir -p "$folder/run"
        chmod 700 "$folder/run"
        export XDG_RUNTIME_DIR="$folder/run"
    }
}

look() {
    if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
        draw_unseen
        no_screen=yes
    else
        no_screen=no
    fi
    start terminal "$terminal" --controller "$url" --token-file "$folder/terminal.token" \
        --printer "virtual:$folder/tickets" --state "$folder/terminal" --size 640x1000
    start display "$display" --controller "$url" --token-file "$folder/display.token" \
        --state "$folder/display" --size 1280x720
    tell_where
    if [ "$no_screen" = yes ]; then
        say "This machine has no screen (DISPLAY and WAYLAND_DISPLAY are not set), so terminal and"
        say "display run unseen. The pages open in any browser on this machine. To see everything"
        say "as pictures, with a scripted visitor and clerk:  ./talon demo --headless"
        say ""
    fi
    say "Ctrl-C ends it."
    while true; do
        none_fell
        sleep 1
    done
}

main() {
    local program
    for program in "$controller" "$terminal" "$display"; do
        [ -x "$program" ] || die "$program is not built"
    done
    mkdir -p "$(dirname "$folder")"
    exec 9>"$folder.lock"
    flock --nonblock 9 || die "another demo runs in $folder"
    if [ "$keep" = no ] || [ ! -e "$journal" ]; then
        [ ! -e "$folder" ] || [ -e "$journal" ] || rmdir "$folder" 2>/dev/null ||
            die "$folder is not a demo's folder"
        rm -rf "$folder"
        mkdir -p "$folder/tickets"
        make_office
    fi
    [ -n "$begins" ] || begins=$(node "$scripts/working_time.mjs" "$settings")
    trap stop_all EXIT
    trap 'exit 130' INT
    trap 'exit 143' TERM
    start_controller
    if [ "$headless" = yes ]; then
        # shellcheck source=packaging/demo/headless.sh
        . "$scripts/headless.sh"
        go_through_a_visit
    else
        look
    fi
}

main
