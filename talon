#!/usr/bin/env bash
# Sets up, builds, tests and shows Talon on Debian 12. Needs git's checkout and root or sudo.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")"

readonly node_oldest=18 # Debian 12's own

# npm, ccache and the browser want a home; a service or a package build may have none.
if [ -z "${HOME:-}" ] || [ ! -w "$HOME" ]; then
    mkdir -p build/home
    export HOME="$PWD/build/home"
fi

usage() {
    cat <<'TEXT'
Usage: ./talon COMMAND

  demo [--headless] [--keep]  a whole small office on this machine: installs, builds, starts
                              controller, terminal, display and pages; Ctrl-C ends it.
                              --headless  no screen: a scripted visitor, clerk and manager go
                                          through a visit, and leave pictures, tickets and a log
                              --keep      goes on with the office of the last demo
  test [ctest's options]      installs, builds and runs every test
  setup [build|run|look|test] installs the Debian packages that are missing; all kinds unless named
  build [preset]              builds with a preset of CMakePresets.json; 'release' unless named
  help                        this text
TEXT
}

say() { printf '%s\n' "talon: $*"; }
die() {
    printf '%s\n' "talon: $*" >&2
    exit 1
}

has() { command -v "$1" >/dev/null 2>&1; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif has sudo; then
        sudo "$@"
    else
        die "packages are missing, and installing them needs root or sudo: ${missing[*]}"
    fi
}

installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }
known() { [ -n "$(apt-cache --quiet=0 show "$1" 2>/dev/null)" ]; }

# The lines of packaging/packages.txt of the kinds that are asked for, without their comments.
packages_of() {
    awk -v kinds=" $* " '
        { sub(/#.*/, ""); sub(/[ \t]+$/, "") }
        /^\[/ { kind = substr($0, 2, index($0, "]") - 2); next }
        NF && index(kinds, " " kind " ")' packaging/packages.txt
}

has_own_node() {
    has node && has npm && [ "$(node -p 'process.versions.node.split(".")[0]')" -ge "$node_oldest" ]
}

# Fills `missing` with lines of which no alternative is installed.
find_missing() {
    missing=()
    local line choice
    while read -r line; do
        if [[ $line =~ ^(nodejs|npm)$ ]] && has_own_node; then
            continue
        fi
        for choice in ${line//|/ }; do
            installed "$choice" && continue 2
        done
        missing+=("$line")
    done < <(packages_of "$@")
}

setup() {
    [ $# -gt 0 ] || set -- build run look test
    has apt-get || die "this is no Debian: install what packaging/packages.txt names by hand"
    find_missing "$@"
    [ ${#missing[@]} -gt 0 ] || return 0

    local log line choice wanted=()
    log=$(mktemp)
    say "installing ${#missing[@]} kinds of packages (a fresh machine: 1.5 GB, some minutes)"
    # Old lists may name packages that the mirror no longer has.
    as_root apt-get -qq update >"$log" 2>&1 ||
        say "the package lists could not be renewed; offline? Trying with the old ones"
    for line in "${missing[@]}"; do
        for choice in ${line//|/ }; do
            known "$choice" && break
        done
        wanted+=("$choice")
    done
    if ! as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends \
        --no-remove -o Dpkg::Use-Pty=0 "${wanted[@]}" </dev/null >>"$log" 2>&1; then
        tail -n 15 "$log" >&2
        die "could not install ${wanted[*]}. Offline? See $log; then run ./talon setup again"
    fi
    rm -f "$log"
}

build() {
    local preset=${1:-release} log
    log=$(mktemp)
    if ! cmake --preset "$preset" </dev/null >"$log" 2>&1; then
        cat "$log" >&2
        rm -f "$log"
        die "the build could not be configured; ./talon setup installs what it needs"
    fi
    rm -f "$log"
    cmake --build --preset "$preset" </dev/null
}

run_tests() {
    setup
    build dev
    # Two at a time also on larger machines: some tests measure.
    ctest --preset dev -j2 --output-on-failure "$@"
}

demo() {
    local kinds=(build run) option
    for option in "$@"; do
        case $option in
        --headless) kinds+=(look) ;;
        --keep) ;;
        *) die "demo does not know $option; see ./talon help" ;;
        esac
    done
    setup "${kinds[@]}"
    build release
    exec packaging/demo/demo.sh build/release "$@"
}

main() {
    local command=${1:-help}
    [ $# -eq 0 ] || shift
    case $command in
    setup | build | demo) "$command" "$@" ;;
    test) run_tests "$@" ;;
    help | --help | -h) usage ;;
    *)
        usage >&2
        exit 2
        ;;
    esac
}

main "$@"
