#!/usr/bin/env bash
# Proves the order of the rooms over every #include in core/ and app/ (the compiler cannot: one
# include root serves all rooms). Usage: check_includes.sh [--self-test] [FOLDER]
# Prints one line per wrong include, `file:line: what is wrong`, and exits 1 when there is any.
# --self-test builds small trees with one wrong include each and fails when one goes unnoticed.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

# One room a line: its name, then the rooms its files may include beside its own.
# "core" stands for every core room but the store; "gui" for every room below app/gui but the shell;
# "screen" for each folder below app/gui that has no line of its own: screens know no other screen,
# the workbench puts them together. A *_model.{h,cpp} of a screen or of the palette does without
# Dear ImGui: of app it may use the context only.
rooms='
core/base
core/model        core/base
core/journal      core/base core/model
core/rules        core/base core/model core/journal
core/flow         core/base core/model
core/store        core/base core/model core/journal
core/desk         core/base core/model core/journal core/rules core/store
core/exchange     core/base core/model core/journal core/rules core/flow core/store core/desk
core/report       core/base core/model core/journal core/flow
app/demo          core
app/web           core
app/cli           core app/demo app/web app/gui/headless
app/gui/theme     core/base
app/gui/widgets   core/base core/report app/gui/theme
app/gui/context   core
app/gui/palette   core app/gui/context app/gui/theme app/gui/widgets
app/gui/records   core app/gui/context app/gui/palette app/gui/theme app/gui/widgets
screen            core app/gui/context app/gui/palette app/gui/records app/gui/theme app/gui/widgets
app/gui/workbench core screen app/gui/context app/gui/palette app/gui/theme app/gui/widgets
app/gui/headless  core gui
app/gui/shell     core gui
app/main          core gui app/gui/shell app/demo app/web app/cli
'

check() { # check FOLDER: every .h and .cpp below FOLDER/core and FOLDER/app
    local folder=$1
    (
        cd "$folder"
        local -a files=()
        local file
        while IFS= read -r file; do files+=("$file"); done < <(
            find core app -type f \( -name '*.h' -o -name '*.hpp' -o -name '*.cpp' \) 2>/dev/null | sort)
        if [ ${#files[@]} = 0 ]; then
            echo "check_includes: no source below $folder"
            exit 1
        fi
        awk -v rooms="$rooms" -f "$here/check_includes.awk" "${files[@]}"
    )
}

# --- self-test ----------------------------------------------------------------------------------

put() { # put FILE LINE...: a file of the small tree
    local file=$tree/$1
    shift
    mkdir -p "$(dirname "$file")"
    printf '%s\n' "$@" >"$file"
}

good_tree() {
    rm -rf "$tree"
    put core/base/text.h '#pragma once' '#include <string>'
    put core/base/zone.cpp '#include "core/base/text.h"' '#include <date/tz.h>'
    put core/model/card.h '#include "core/base/text.h"'
    put core/store/sqlite_store.cpp '#include "core/model/card.h"' '#include <sqlite3.h>'
    put core/journal/entry.cpp '#include <nlohmann/json.hpp>' '#include <sodium.h>'
    put core/desk/desk.h '#include "core/model/card.h"'
    put app/gui/theme/theme.h '#include <imgui.h>'
    put app/gui/widgets/chip.h '#include "app/gui/theme/theme.h"'
    put app/gui/context/context.h '#include "core/desk/desk.h"'
    put app/gui/board/board_model.h '#include "core/model/card.h"' \
        '#include "app/gui/context/context.h"'
    put app/gui/board/board_model.cpp '#include "app/gui/board/board_model.h"'
    put app/gui/board/board_view.cpp '#include "app/gui/board/board_model.h"' \
        '#include "app/gui/widgets/chip.h"' '#include <imgui.h>'
    put app/gui/workbench/workbench.cpp '#include "app/gui/board/board_model.h"'
    put app/gui/shell/window.cpp '#include "app/gui/workbench/workbench.h"' '#include <GLFW/glfw3.h>'
    put app/cli/cards.cpp '#include "core/desk/desk.h"' '#include <CLI/CLI.hpp>'
    put app/main.cpp '#include "app/gui/shell/window.h"' '// #include "core/store/store.h"'
}

unnoticed=0
must_catch() { # must_catch FILE INCLUDE...: the good tree with these lines more is wrong at that file
    local file=$1 report
    shift
    good_tree
    put "$file" "$@"
    if report=$(check "$tree") || ! grep -q "^$file:$#: " <<<"$report"; then
        echo "not noticed: $file with $*"
        unnoticed=$((unnoticed + 1))
    fi
}

self_test() {
    tree=$(mktemp -d)
    trap 'rm -rf "$tree"' EXIT
    good_tree
    if ! check "$tree" >"$tree/report"; then
        echo "a tree without a mistake is refused:"
        cat "$tree/report"
        unnoticed=1
    fi
    must_catch core/base/text.h '#include "core/model/card.h"'
    must_catch core/model/card.h '#include <string>' '#include "core/journal/entry.h"'
    must_catch core/rules/move.cpp '#include "core/flow/metrics.h"'
    must_catch core/flow/metrics.cpp '#include "core/journal/entry.h"'
    must_catch core/report/pack.cpp '#include "core/desk/desk.h"'
    must_catch core/desk/desk.cpp '#include "core/exchange/trello.h"'
    must_catch core/extra/thing.cpp '#include <string>' # a room that the table does not know
    must_catch core/model/card.cpp '  #  include  "app/gui/theme/theme.h"'
    must_catch core/model/card.cpp '#include <app/gui/theme/theme.h>'
    must_catch core/model/card.cpp '#include "value.h"'
    must_catch core/model/card.cpp '#include "../base/text.h"'
    must_catch core/model/card.cpp '#include "tests/support/builders.h"'
    must_catch core/model/card.cpp '#include <imgui.h>'
    must_catch core/model/card.cpp '#include <sqlite3.h>'
    must_catch core/store/store.h '#include <sqlite3.h>'
    must_catch core/store/store.h '#include <libpq-fe.h>'
    must_catch core/journal/entry.h '#include <nlohmann/json.hpp>'
    must_catch core/journal/entry.h '#include <nlohmann/json_fwd.hpp>'
    must_catch core/journal/entry.h '#include "json.hpp"'
    must_catch core/report/canvas.h '#include <imgui.h>'
    must_catch core/base/zone.h '#include <date/tz.h>'
    must_catch app/cli/cards.cpp '#include "core/store/store.h"'
    must_catch app/cli/cards.cpp '#include "app/gui/board/board_model.h"'
    must_catch app/cli/cards.cpp '#include <imgui.h>'
    must_catch app/cli/cards.cpp '#include <sqlite3.h>'
    must_catch app/demo/demo.cpp '#include "app/cli/cards.h"'
    must_catch app/main.cpp '#include "core/store/store.h"'
    must_catch app/gui/theme/theme.cpp '#include "app/gui/widgets/chip.h"'
    must_catch app/gui/theme/theme.cpp '#include "core/model/card.h"'
    must_catch app/gui/widgets/chip.cpp '#include "core/model/card.h"'
    must_catch app/gui/board/board_view.cpp '#include "app/gui/flow/flow_view.h"'
    must_catch app/gui/board/board_view.cpp '#include "app/gui/workbench/workbench.h"'
    must_catch app/gui/palette/palette_view.cpp '#include "app/gui/board/board_model.h"'
    must_catch app/gui/palette/palette_model.cpp '#include <imgui.h>'
    must_catch app/gui/context/context.h '#include "app/gui/theme/theme.h"'
    must_catch app/gui/workbench/workbench.cpp '#include "app/gui/shell/window.h"'
    must_catch app/gui/workbench/workbench.cpp '#include "app/gui/headless/stage.h"'
    must_catch app/gui/board/board_model.cpp '#include "app/gui/palette/actions.h"'
    must_catch app/gui/board/board_view.cpp '#include "core/store/store.h"'
    must_catch app/gui/board/board_view.cpp '#include <GLFW/glfw3.h>'
    must_catch app/gui/headless/picture.cpp '#include "app/gui/shell/window.h"'
    must_catch app/gui/board/board_model.h '#include <imgui.h>'
    must_catch app/gui/board/board_model.cpp '#include <imgui_internal.h>'
    must_catch app/gui/board/board_model.cpp '#include "app/gui/widgets/chip.h"'
    # Dear ImGui by way of an own header is no better.
    put_view='app/gui/board/board_view.h'
    good_tree
    put $put_view '#include <imgui.h>'
    put app/gui/board/board_model.h "#include \"$put_view\""
    if check "$tree" >"$tree/report" || ! grep -q '^app/gui/board/board_model.h:1: ' "$tree/report"; then
        echo "not noticed: a model that reaches Dear ImGui through $put_view"
        unnoticed=$((unnoticed + 1))
    fi
    rm -rf "$tree"
    mkdir "$tree"
    if check "$tree" >/dev/null; then
        echo "not noticed: a tree without any source"
        unnoticed=$((unnoticed + 1))
    fi
    [ $unnoticed = 0 ] || exit 1
    echo "self-test: every wrong include was noticed"
}

case ${1:-} in
    --self-test) self_test ;;
    *) check "${1:-$here/../..}" && echo "includes keep the order of the rooms" ;;
esac
