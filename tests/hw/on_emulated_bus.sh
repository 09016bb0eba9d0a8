#!/usr/bin/env bash
# Runs a test on the emulated USB bus. Now and then umockdev 0.17 itself ends everything when it
# sends a uevent to a listener that is just closing, and says so: then, and only then, it is run
# again.
#
#   on_emulated_bus.sh EMULATOR ARGUMENTS...
set -uo pipefail

readonly times=4 its_fault='uevent_sender sendmsg_one: sendmsg failed'
log=$(mktemp)
trap 'rm -f "$log"' EXIT
for ((i = 1; ; ++i)); do
    "$@" 2>&1 | tee "$log"
    code=${PIPESTATUS[0]}
    if [ "$code" -eq 0 ] || [ "$i" -eq "$times" ] || ! grep -q "$its_fault" "$log"; then
        exit "$code"
    fi
    echo "umockdev ended the run; again ($i)"
done
