#!/usr/bin/env bash
# The built program end to end: a brief from file to card, limits, figures, two processes at once,
# import, export, backup, a picture. THROUGHLINE is the program.
set -euo pipefail

program=${THROUGHLINE:?the path of the program}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
unset THROUGHLINE_BOARD DISPLAY WAYLAND_DISPLAY
export XDG_DATA_HOME=$folder/data XDG_CONFIG_HOME=$folder/config

fail() { echo "cli_smoke_test: $*" >&2; exit 1; }
# ends STATUS ARGUMENTS...: runs the program, with its output in out and err; it must end so.
ends() {
    local wanted=$1 status=0
    shift
    "$program" "$@" >out 2>err </dev/null || status=$?
    [ "$status" = "$wanted" ] || fail "throughline $* ended in $status, not $wanted: $(cat out err)"
}
tl() { ends 0 --as ana "$@"; }
says() { grep -qF -- "$1" "${2:-out}" || fail "${2:-out} does not say '$1': $(cat out err)"; }
# value NAME: of the first member of this name in the document.
value() { sed -n 's/^ *"'"$1"'": "\{0,1\}\([^",]*\)"\{0,1\},\{0,1\}$/\1/p' out | head -n 1; }

# --- a new board in the data folder ------------------------------------------------------------------
ends 5 board
says "throughline new" err
tl new --template marketing --name "Smoke"
[ -f data/throughline/board.throughline ] || fail "the board is not in the data folder"
ends 4 --as ana new
ends 2 card move MKT-1
says "Example:" err
ends 5
says "throughline" err

# --- from brief to card ------------------------------------------------------------------------------
quarter=$(date -u +%Y)-Q$((($(date -u +%-m) + 2) / 3))
tl person add ben --role lead
tl objective add "Demo bookings from 12 to 30 a month" --quarter "$quarter" --dri ben
brief() { # brief TITLE AUDIENCE
    printf '{"template": "content-asset", "title": "%s", "fields": {"what": "A page.", "audience": "%s",
      "why_now": "It ships in May.", "success_measure": "Demo bookings", "format": "Article",
      "objective": "O-1", "needed_by": "none"}}' "$1" "$2" >brief.json
}
brief "Spring launch" ""
ends 3 --as ana request submit brief.json --json
says '"rule": "brief_incomplete"'
says '"field": "audience"'
for title in "Spring launch" "Webinar on reporting" "Case study of a bank"; do
    brief "$title" "Customers"
    tl request submit brief.json --json
    key=$(value key)
    tl request accept "$key" --dri ben --objective O-1
done

# --- limits --------------------------------------------------------------------------------------------
tl column add Proof --kind active --position 1 --limit 2
tl card move MKT-1 proof
tl card move MKT-2 proof
says "ana moved MKT-2 'Webinar on reporting' from Ready to Proof"
ends 3 --as ana card move MKT-3 proof --json
says '"rule": "wip_limit"'
says '"limit": 2'
says '"subject": "proof"'
ends 4 --as nobody card move MKT-3 create
says "throughline person add nobody" err
tl card move MKT-3 create
tl undo
tl redo
tl card show MKT-3 --json
[ "$(value column)" = create ] || fail "redo did not bring the card back to create"

# --- two processes at once: 10 moves each, the last place goes to one of them -----------------------------
tl card move MKT-2 ready
racer() { # racer KEY: tries the last place of the column again and again
    local wins=0 i
    for i in 1 2 3 4 5 6 7 8 9 10; do
        if "$program" --as ben card move "$1" proof >/dev/null 2>&1; then
            wins=$((wins + 1))
            "$program" --as ben card move "$1" ready >/dev/null
        fi
    done
    echo "$wins" >"wins-$1"
}
racer MKT-2 &
racer MKT-3 &
wait
[ -s wins-MKT-2 ] && [ -s wins-MKT-3 ] || fail "a racer did not come to its end"
tl check --json
says '"ok": true'
ends 3 --as ana --now 2001-01-01T00:00:00Z card move MKT-3 ready
says "clock" err

# --- reading ---------------------------------------------------------------------------------------------
tl metrics --json
says '"cycle_time_days"'
says '"set_up": true'
tl board
says "Proof  1/2"
tl board --json
tl history --json --limit 3
tl card list --json
tl metrics

# --- out and in again ------------------------------------------------------------------------------------
tl export throughline whole.json
tl export cards-csv
says "Spring launch"
tl --board copy.throughline import throughline whole.json
tl --board copy.throughline check --json
copied=$(value head)
tl check --json
[ "$copied" = "$(value head)" ] || fail "the export does not come back with the same hash"
tl backup monday.throughline
tl restore monday.throughline
tl rebuild
tl check
tl screenshot board board.png --size 900x600
[ "$(head -c 4 board.png | tail -c 3)" = PNG ] || fail "the picture is no PNG file"
ends 0 demo demo.throughline --seed 7 --now 2026-05-04T09:00:00Z
ends 0 --board demo.throughline check
echo "cli_smoke_test: done"
