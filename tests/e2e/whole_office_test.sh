#!/usr/bin/env bash
# The whole office: all four programs, a scripted visitor, clerk and manager, as ./talon demo
# --headless runs them; then a look at what they left behind, with other programs' eyes.
#
#   whole_office_test.sh BUILD
set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
folder=$(mktemp -d)
rmdir "$folder" # the demo makes it
trap 'rm -rf "$folder" "$folder.lock"' EXIT

fail() {
    echo "whole office: $*" >&2
    for log in "$folder"/*.log; do
        echo "--- $log" >&2
        tail -n 15 "$log" >&2
    done
    exit 1
}

"$root/packaging/demo/demo.sh" "$1" --headless --dir "$folder" --at 2026-11-24T10:05 ||
    fail "the demo failed"

# The number that was printed is the one that the clerk called and the manager found.
number=$(grep -o '"number":"[^"]*"' "$folder/console-calls.log" | head -n 1 | cut -d '"' -f 4)
[ -n "$number" ] || fail "the clerk called nobody"
grep -q "$number" "$folder/terminal.log" || fail "the terminal never heard of $number"
grep -q "$number" "$folder/dashboard.log" || fail "the manager never saw $number"

# A telephone reads the ticket.
printed=$(zbarimg --quiet --raw "$folder"/tickets/ticket-0001.png) ||
    fail "the QR code cannot be read"
[[ $printed == talon:* ]] || fail "the QR code says $printed"

# A call and a recall, each announced once.
announced=$(grep -c "announced call .* number $number " "$folder/display.log" || true)
[ "$announced" -eq 2 ] || fail "$number was announced $announced times, not twice"

# Each has a sound as long as a chime and some words, and not silent.
for sound in "$folder"/sound/*.wav; do
    loud=$(sox "$sound" -n stat 2>&1 | awk '/Maximum amplitude/ { a = $3 } /Length/ { l = $3 }
        END { print (l > 1.5 && a > 0.1) ? "yes" : "no" }')
    [ "$loud" = yes ] || fail "$sound is too short or silent"
done

# Every face was seen.
for part in terminal display console-calls console-serves dashboard; do
    compgen -G "$folder/pictures/$part/*.png" >/dev/null || fail "there is no picture of $part"
done
echo "whole office: $number was served"
