#!/usr/bin/env bash
# A disk that is really full, and one that may only be read: what is said, and that nothing is lost.
# Both are small file systems in memory, mounted where nobody else sees them; exits 77
# where that is not allowed. THROUGHLINE is the program.
set -euo pipefail

program=${THROUGHLINE:?the path of the program}
if [ "${1:-}" != inside ]; then
    for way in "unshare --mount" "unshare --mount --map-root-user"; do
        if $way true 2>/dev/null && $way bash -c 'mount -t tmpfs tmpfs /mnt' 2>/dev/null; then
            exec $way bash "$0" inside
        fi
    done
    echo "full_disk_test: no file system can be mounted here: skipped"
    exit 77
fi

disk=$(mktemp -d)
trap 'umount -l "$disk"; rmdir "$disk"' EXIT
mount -t tmpfs -o size=4m tmpfs "$disk"
unset DISPLAY WAYLAND_DISPLAY
export THROUGHLINE_BOARD=$disk/board.throughline

fail() { echo "full_disk_test: $*" >&2; exit 1; }
# ends STATUS ARGUMENTS...: the program as ana; its messages in $err.
ends() {
    local wanted=$1 status=0
    shift
    err=$({ "$program" --as ana "$@" 2>&3 >/dev/null </dev/null; } 3>&1) || status=$?
    [ "$status" = "$wanted" ] || fail "throughline $* ended in $status, not $wanted: $err"
}
says() { [[ $err == *"$1"* ]] || fail "it does not say '$1': $err"; }

ends 0 new
ends 0 column add Proof
dd if=/dev/zero of="$disk/fill" bs=4k 2>/dev/null || true

# Full: nothing can be written, everything can be read.
ends 5 column add Another
says "full"
ends 0 board
ends 0 column show proof
ends 0 check
ends 5 backup "$disk/copy.throughline"
rm "$disk/fill"
ends 0 check
ends 0 column add Another

# To be read only.
mount -o remount,ro "$disk"
ends 5 column add "A third"
ends 0 column show another
ends 0 check
echo "full_disk_test: done"
