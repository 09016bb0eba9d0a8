#!/usr/bin/env bash
# An office edits what stands on its tickets: the terminal shows them as a person reads them, and
# names what is wrong with the file.
#
#   terminal_preview_test.sh BUILD
set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
terminal=$1/terminal/talon-terminal
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export QT_QPA_PLATFORM=offscreen QT_LOGGING_RULES="*.debug=false"

fail() {
    echo "ticket preview: $*" >&2
    exit 1
}

# office CHANGE: the settings of Engels, changed by a line of JavaScript.
office() {
    node -e '
        const fs = require("fs");
        const office = JSON.parse(fs.readFileSync(process.argv[1]));
        eval(process.argv[3]);
        fs.writeFileSync(process.argv[2], JSON.stringify(office));
    ' "$root/packaging/offices/engels.json" "$folder/office.json" "$1"
}

preview() {
    "$terminal" --preview-ticket "$folder/office.json" --pictures "$folder" 2>"$folder/errors"
}

words_of() {
    tesseract "$1" - -l rus --psm 4 2>/dev/null
}

office ''
preview || fail "the usual ticket is not shown: $(cat "$folder/errors")"
for picture in ticket-ru-576 ticket-ru-384 ticket-en-576 ticket-en-384; do
    code=$(zbarimg -q --raw -S disable -S qrcode.enable "$folder/$picture.png") ||
        fail "$picture has no code"
    [[ $code == talon:4711:* ]] || fail "the code says $code"
done
words_of "$folder/ticket-ru-576.png" | grep -q "Линия качества" || fail "no quality line"

office 'office.ticket = { parts: [
    { part: "number", size: "large" }, { part: "rule" },
    { part: "text", text: { ru: "Столовая во дворе", en: "Canteen in the yard" } }] };'
preview || fail "a ticket of the office's own is not shown: $(cat "$folder/errors")"
words_of "$folder/ticket-ru-576.png" >"$folder/words"
grep -q "Столовая во дворе" "$folder/words" || fail "no own line: $(cat "$folder/words")"
! grep -q "Линия качества" "$folder/words" || fail "what was left out is still there"
! zbarimg -q --raw "$folder/ticket-ru-576.png" >/dev/null || fail "the code is still there"

office 'office.ticket = { parts: [{ part: "office" }] };'
! preview || fail "a ticket without a number is taken"
grep -q "number" "$folder/errors" || fail "it does not say what is wrong: $(cat "$folder/errors")"
office 'office.ticket = { parts: [{ part: "number" }, { part: "horoscope" }] };'
! preview || fail "a part that is none is taken"
grep -q "horoscope\|parts" "$folder/errors" || fail "it does not say where: $(cat "$folder/errors")"
cat "$folder/errors"
