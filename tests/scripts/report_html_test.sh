#!/usr/bin/env bash
# The HTML of the demo team's reports is valid by tidy, drafted and issued. THROUGHLINE is the
# program. 77: skipped, tidy is not installed.
set -euo pipefail

program=${THROUGHLINE:?the path of the program}
if ! command -v tidy >/dev/null 2>&1; then
    echo "report_html_test: skipped, tidy is not installed"
    exit 77
fi
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export XDG_DATA_HOME=$folder/data XDG_CONFIG_HOME=$folder/config

fail() { echo "report_html_test: $*" >&2; exit 1; }
now=2026-11-20T15:00:00Z
"$program" demo team.board --now $now >/dev/null
"$program" --board team.board --now 2026-11-20T15:00:01Z --as sofia report words 2026-11 summary \
    '</p><script>alert("x")</script> & <b>' >/dev/null
for month in 2026-09 2026-11; do
    "$program" --board team.board --now 2026-11-20T15:00:02Z report month $month --out out >/dev/null
    tidy -quiet -errors out/$month.html 2>found || fail "$month: $(cat found)"
    [ ! -s found ] || fail "$month: $(cat found)"
    if grep -q '<script\|http:\|https:' <(sed 's|http://www.w3.org/2000/svg||g' out/$month.html); then
        fail "$month has a script or an address"
    fi
done
echo "report_html_test: passed"
