// The command palette and the keyboard, driven as a person would.
#include "app/gui/palette/shortcut.h"
#include "tests/app/gui/board_bench.h"

#include <doctest/doctest.h>

namespace throughline::gui::test {
namespace {

TEST_CASE("shortcuts are read as they are written") {
    using palette::chord_of;
    CHECK(chord_of("Ctrl+K") == (ImGuiMod_Ctrl | ImGuiKey_K));
    CHECK(chord_of("Ctrl+Shift+Z") == (ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_Z));
    CHECK(chord_of("Alt+Left") == (ImGuiMod_Alt | ImGuiKey_LeftArrow));
    CHECK(chord_of("F1") == ImGuiKey_F1);
    CHECK(chord_of("F12") == ImGuiKey_F12);
    CHECK(chord_of("Delete") == ImGuiKey_Delete);
    CHECK_FALSE(chord_of("?").has_value());
    CHECK_FALSE(chord_of("Hyper+K").has_value());
    CHECK_FALSE(chord_of("").has_value());
}

TEST_CASE("Ctrl+K opens, typing finds, Enter opens the card") {
    BoardBench b;
    const auto card = b.add("Spring launch");
    b.add("Webinar");
    b.ui.key(ImGuiMod_Ctrl | ImGuiKey_K);
    b.ui.frames(3);
    CHECK(b.palette.is_open());
    b.ui.type("spring");
    b.ui.frames(2);
    CHECK(b.ui.shows("Spring launch"));
    b.ui.key(ImGuiKey_Enter);
    b.ui.frames(2);
    CHECK_FALSE(b.palette.is_open());
    CHECK(b.desk.asked.back() == "card:" + b.desk.key(card));
    CHECK(b.palette.recents() == std::vector<std::string>{"card:" + std::to_string(card.value)});
}

TEST_CASE("an action of the board is found and run from the palette") {
    BoardBench b;
    const auto card = b.add("Spring launch");
    b.ui.key(ImGuiKey_DownArrow);
    b.ui.key(ImGuiMod_Ctrl | ImGuiKey_K);
    b.ui.frames(3);
    b.ui.type("column on the right");
    b.ui.frames(2);
    b.ui.key(ImGuiKey_Enter);
    b.ui.frames(4);
    CHECK(b.handle_of(card) == "create");
}

TEST_CASE("letters typed into a field are not shortcuts") {
    BoardBench b;
    b.add("Spring launch");
    b.ui.key(ImGuiKey_DownArrow);
    b.ui.key(ImGuiMod_Ctrl | ImGuiKey_F);
    b.ui.frames(3);
    b.ui.type("mb");
    b.ui.frames(2);
    CHECK(b.desk.filter().query == "mb");
    CHECK(b.ui.find("dialog-confirm") == nullptr);
}

TEST_CASE("Escape closes the palette and nothing is run") {
    BoardBench b;
    b.add("Spring launch");
    b.ui.key(ImGuiMod_Ctrl | ImGuiKey_K);
    b.ui.frames(3);
    b.ui.key(ImGuiKey_Escape);
    b.ui.frames(2);
    CHECK_FALSE(b.palette.is_open());
    CHECK(b.desk.asked.empty());
}

TEST_CASE("F1 lists every shortcut of the table") {
    BoardBench b;
    b.ui.key(ImGuiKey_F1);
    b.ui.frames(3);
    CHECK(b.ui.shows("Keyboard shortcuts"));
    b.ui.fill("shortcuts-query", "undo");
    b.ui.frames(2);
    CHECK(b.ui.shows("Undo"));
}

}  // namespace
}  // namespace throughline::gui::test
