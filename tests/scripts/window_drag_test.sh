#!/usr/bin/env bash
# A real window on a virtual screen: a card is dragged by the mouse into another column, and the
# command line finds it there. THROUGHLINE is the program; PICTURE, if set, a PNG file to draw into.
# Needs Xvfb and xdotool (and import of ImageMagick for the picture); exits 77 where they are missing.
set -euo pipefail

program=${THROUGHLINE:?the path of the program}
picture=${PICTURE:-}
for tool in Xvfb xdotool; do
    command -v "$tool" >/dev/null || { echo "window_drag_test: $tool is not installed: skipped"; exit 77; }
done

folder=$(mktemp -d)
xvfb='' window=''
finish() {
    [ -z "$window" ] || kill "$window" 2>/dev/null || true
    [ -z "$window" ] || wait "$window" 2>/dev/null || true
    [ -z "$xvfb" ] || kill "$xvfb" 2>/dev/null || true
    rm -rf "$folder"
}
trap finish EXIT
fail() { echo "window_drag_test: $*" >&2; exit 1; }

# --- a board with one card in Ready ----------------------------------------------------------------
board=$folder/board.throughline
export XDG_CONFIG_HOME=$folder/config XDG_DATA_HOME=$folder/data
tl() { "$program" --board "$board" --as ana "$@"; }
"$program" --board "$board" --as ana new --template marketing >/dev/null
tl objective add "Demo bookings from 12 to 30 a month" --quarter "$(date -u +%Y)-Q$((($(date -u +%-m) + 2) / 3))" --dri ana >/dev/null
cat >"$folder/brief.json" <<'JSON'
{"template": "content-asset", "requester": "ana", "title": "Spring launch",
 "fields": {"what": "A launch page.", "audience": "Customers", "why_now": "It ships in May.", "success_measure": "Demo bookings",
            "format": "Article", "objective": "O-1", "needed_by": "none"}}
JSON
tl request submit "$folder/brief.json" >/dev/null
tl request accept R-1 --dri ana --objective O-1 >/dev/null
where() { # the column of MKT-1
    tl card show MKT-1 --json | sed -n 's/^  "column": "\(.*\)",$/\1/p'
}
[ "$(where)" = ready ] || fail "the card does not begin in ready"

# --- the window -----------------------------------------------------------------------------------
pipe=$folder/display
mkfifo "$pipe"
exec 9<>"$pipe"
Xvfb -displayfd 9 -screen 0 1600x900x24 -nolisten tcp -noreset 2>"$folder/xvfb.log" &
xvfb=$!
read -t 20 -r display <&9 || fail "Xvfb did not start"
export DISPLAY=:$display LC_ALL=C.UTF-8
"$program" --board "$board" --as ana >"$folder/window.log" 2>&1 &
window=$!
id=''
for _ in $(seq 300); do
    id=$(xdotool search --name 'Marketing - Throughline' 2>/dev/null | head -1) && [ -n "$id" ] && break
    kill -0 "$window" 2>/dev/null || { cat "$folder/window.log" >&2; fail "the window closed by itself"; }
    sleep 0.1
done
[ -n "$id" ] || fail "no window"
xdotool windowmove "$id" 0 0 windowsize "$id" 1600 900
sleep 2

# --- the drag: places come from the window itself, by a picture of the same size ---------------------
# Ready is the first column, Doing the second; columns are 288 wide, right of the navigation.
from_x=$((216 + 16 + 120)) from_y=${DRAG_FROM_Y:-235} to_x=$((216 + 16 + 288 + 150)) to_y=${DRAG_TO_Y:-320}
xdotool mousemove "$from_x" "$from_y"
sleep 0.3
xdotool mousedown 1
for step in $(seq 1 10); do
    xdotool mousemove $((from_x + (to_x - from_x) * step / 10)) $((from_y + (to_y - from_y) * step / 10))
    sleep 0.15
done
[ -z "$picture" ] || import -window root "$picture"
xdotool mouseup 1
for _ in $(seq 50); do
    [ "$(where)" = create ] && break
    sleep 0.2
done
now=$(where)
[ "$now" = create ] || fail "after the drag the card is in '$now', not in create"

# Closing the window ends the program in order.
kill -TERM "$window"
wait "$window" || fail "the program did not end in order"
window=''
tl check >/dev/null || fail "check has findings"
echo "window_drag_test: ok"
