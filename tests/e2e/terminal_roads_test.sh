#!/usr/bin/env bash
# The unmodified terminal with real roads to its paper, and without its controller: a visitor's
# ticket comes out of an emulated USB printer and of a network printer; with the controller gone the
# terminal starts, gives a ticket from its reserve, and hands it over when the controller is back.
#
#   terminal_roads_test.sh BUILD
set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
build=$1
folder=$(mktemp -d)
controller=$build/controller/talon-controller
terminal=$build/terminal/talon-terminal
printer=$build/hw/talon-hw
pids=()
cleanup() {
    kill "${pids[@]}" 2>/dev/null || true
    wait 2>/dev/null || true
    rm -rf "$folder"
}
trap cleanup EXIT

fail() {
    echo "terminal roads: $*" >&2
    for log in "$folder"/*.log; do
        echo "--- $log" >&2
        tail -n 20 "$log" >&2
    done
    exit 1
}

# An office that is open at any time.
node -e '
    const fs = require("fs");
    const office = JSON.parse(fs.readFileSync(process.argv[1]));
    const always = { opens: "00:00", closes: "24:00" };
    const days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    for (const day of days) office.hours[day] = always;
    office.holidays = [];
    for (const window of office.windows) window.breaks = [];
    fs.writeFileSync(process.argv[2], JSON.stringify(office));
' "$root/packaging/offices/engels.json" "$folder/office.json"
journal=$folder/office.journal
"$controller" init --journal "$journal" --settings "$folder/office.json" >"$folder/init.log"
"$controller" add-device --journal "$journal" --kind terminal --name hall >"$folder/token"

start_controller() {
    "$controller" serve --journal "$journal" --listen "127.0.0.1:${1:-0}" \
        >"$folder/controller.log" 2>&1 &
    controller_pid=$!
    pids+=("$controller_pid")
    for _ in $(seq 100); do
        url=$(sed -n 's/^listening on //p' "$folder/controller.log")
        [ -z "$url" ] || return 0
        sleep 0.1
    done
    fail "the controller did not start"
}

cat >"$folder/visitor.json" <<'JSON'
[{ "tap": "segment-b2c", "patienceMs": 20000 }, { "tap": "service-1" }, { "tap": "noCategory" },
 { "expect": "done", "patienceMs": 20000 }, { "paper": "printed", "patienceMs": 20000 },
 { "quit": true }]
JSON

# visit NAME PRINTER [COMMAND...]: the number that a visitor gets.
visit() {
    local name=$1 road=$2
    shift 2
    "$@" "$terminal" --headless --controller "$url" --token-file "$folder/token" --printer "$road" \
        --state "$folder/state" --speech-output none --visitor "$folder/visitor.json" \
        >"$folder/$name.out" 2>"$folder/$name.log" || fail "$name: the visitor got no ticket"
    grep -o '"number":"[^"]*"' "$folder/$name.out" | cut -d '"' -f 4
}

# The QR code of the latest slip in a folder names the number.
check_paper() {
    local name=$1 number=$2 slips=$3 slip said
    slip=$(ls "$slips"/ticket-*.png | tail -n 1)
    said=$(zbarimg --quiet --raw "$slip" 2>/dev/null) || fail "$name: the QR code cannot be read"
    [[ $(printf '%b' "${said//%/\\x}") == talon:*:"$number" ]] || fail "$name: the code says $said"
}

start_controller
port=${url##*:}

mkdir "$folder/usb"
number=$(visit usb usb: "$build/tests/hw/usb_emulator" "$folder/usb" --)
check_paper usb "$number" "$folder/usb"
echo "over USB: $number"

mkdir "$folder/tcp"
"$printer" serve "$folder/tcp" --tcp 0 >"$folder/tcp-printer.log" 2>&1 &
pids+=($!)
for _ in $(seq 100); do
    tcp=$(grep -o 'tcp:[0-9.]*:[0-9]*' "$folder/tcp-printer.log" | head -n 1 || true)
    [ -z "$tcp" ] || break
    sleep 0.1
done
number=$(visit tcp "$tcp")
check_paper tcp "$number" "$folder/tcp"
echo "over TCP: $number"

"$terminal" --check-devices --printer "$tcp" >"$folder/check.out" ||
    fail "--check-devices is not content"
grep -q ': ready' "$folder/check.out" || fail "--check-devices says $(cat "$folder/check.out")"

kill "$controller_pid"
wait "$controller_pid" 2>/dev/null || true
number=$(visit alone "$tcp")
check_paper alone "$number" "$folder/tcp"
given() { sqlite3 "$journal" "SELECT count(*) FROM visit WHERE number = '$number'"; }
[ "$(given)" = 0 ] || fail "$number was not the terminal's own"
echo "alone: $number"

start_controller "$port"
visit again "$tcp" >/dev/null
for _ in $(seq 100); do
    [ "$(given)" = 1 ] && break
    sleep 0.1
done
[ "$(given)" = 1 ] || fail "$number was not handed over once, but $(given) times"
echo "terminal roads: $number was handed over"
