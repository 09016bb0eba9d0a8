#!/usr/bin/env bash
# All that a clerk and a manager can do with a queue, by their own pages in a real browser, against
# the real controller.
#
#   queue_pages_test.sh BUILD
set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
controller=$1/controller/talon-controller
export TALON_NODE_MODULES=$1/pages/node_modules
folder=$(mktemp -d)
journal=$folder/office.journal
password='okno pervoe'
pid=

fail() {
    echo "queue pages: $*" >&2
    tail -n 15 "$folder"/*.log >&2
    exit 1
}

end() {
    [ -z "$pid" ] || kill "$pid" 2>/dev/null || true
    [ -z "$pid" ] || wait "$pid" 2>/dev/null || true
    rm -rf "$folder"
}
trap end EXIT

"$controller" init --journal "$journal" --settings "$root/packaging/offices/engels.json"
for person in anna:clerk maria:manager; do
    echo "$password" | "$controller" add-staff --journal "$journal" --login "${person%:*}" \
        --name "${person%:*}" --role "${person#*:}" --password-stdin >/dev/null
done
(umask 077 && "$controller" add-device --journal "$journal" --kind terminal --name hall \
    >"$folder/terminal.token")

"$controller" serve --journal "$journal" --pretend-time 2026-11-24T10:05 --listen 127.0.0.1:0 \
    >"$folder/controller.log" 2>&1 &
pid=$!
url=
for _ in $(seq 100); do
    url=$(sed -n 's/^listening on //p' "$folder/controller.log")
    [ -z "$url" ] || break
    sleep 0.1
done
[ -n "$url" ] || fail "the controller did not start"

browser=$root/tests/e2e/browser
node "$browser/tickets.mjs" --url "$url" --token-file "$folder/terminal.token" --tickets \
    '[{"service":1},{"service":1},{"service":1},{"service":5,"category":4,"people":2,"then":[2]}]' \
    >"$folder/tickets.log" || fail "no tickets"

# The one with a child is due first; whoever is called, held, sent on or cancelled can be undone.
steps=open,call,undo,call,start,finish,undo,hold,callHeld,putBack,outOfTurn,transfer
steps+=,outOfTurn,start,cancel,undo,hold,returnHeld,call,noShow,returnAbsent
steps+=,pause,resume,break,resume,close
node "$browser/clerk.mjs" --url "$url" --login anna --password "$password" --window 1 \
    --why 'опаздывает на поезд' --then 2 --send-to 2 --steps "$steps" >"$folder/clerk.log" ||
    fail "the clerk could not go on"

grep -q '"step":"call","stage":"called","number":"Д001".*льготная категория' "$folder/clerk.log" ||
    fail "the category did not come first"
grep -q '"step":"callHeld".*Вне очереди: опаздывает на поезд' "$folder/clerk.log" ||
    fail "the reason out of turn is not read out"
grep -q '"step":"break","stage":"onBreak"' "$folder/clerk.log" || fail "there was no break"

node "$browser/manager.mjs" --url "$url" --login maria --password "$password" --stop 3 --rule \
    --send-home >"$folder/manager.log" || fail "the manager could not go on"
grep -q '"step":"rule".*"statements":\[".*срок' "$folder/manager.log" || fail "there is no rule"
grep -q '"step":"sendHome".*"waiting":"0".*"held":"0".*"dropped":"4"' "$folder/manager.log" ||
    fail "not everybody was sent home"
echo "queue pages: every step was done"
