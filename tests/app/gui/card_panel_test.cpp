// The card panel, driven as a person would.
#include "tests/app/gui/board_bench.h"

#include <doctest/doctest.h>

namespace throughline::gui::test {
namespace {

struct Panel : BoardBench {
    model::CardId id;

    Panel() {
        id = add("Spring launch");
        panel.open(id);
        ui.frames(3);
    }
    void tab(const char* name) {
        ui.click(name);
        ui.frames(2);
    }
};

TEST_CASE("the title is committed once, on leaving the field") {
    Panel p;
    const auto seq = p.desk.workspace().seq();
    p.ui.click("title");
    p.ui.frames(3);
    p.ui.fill("field:title", "Spring launch in Lisbon");
    CHECK(p.card(p.id).title == "Spring launch");
    p.ui.key(ImGuiKey_Enter);
    p.ui.frames(2);
    CHECK(p.card(p.id).title == "Spring launch in Lisbon");
    p.desk.settle();
    CHECK(p.desk.workspace().seq() == seq + 1);
}

TEST_CASE("a step is added with Enter, ticked and removed") {
    Panel p;
    const auto before = p.desk.workspace().of<model::ChecklistItem>(p.id).size();
    p.ui.fill("new-item", "Book the room");
    p.ui.key(ImGuiKey_Enter);
    p.ui.frames(3);
    REQUIRE(p.desk.workspace().of<model::ChecklistItem>(p.id).size() == before + 1);
    p.ui.click("item:Book the room");
    p.ui.frames(2);
    CHECK(p.desk.workspace().of<model::ChecklistItem>(p.id).back()->done);
    p.ui.click("edit-item:Book the room");
    p.ui.frames(3);
    p.ui.fill("edit-item", "Book the big room");
    p.ui.key(ImGuiKey_Enter);
    p.ui.frames(3);
    CHECK(p.desk.workspace().of<model::ChecklistItem>(p.id).back()->title == "Book the big room");
    p.ui.click("remove-item:Book the big room");
    p.ui.frames(2);
    CHECK(p.desk.workspace().of<model::ChecklistItem>(p.id).size() == before);
}

TEST_CASE("the brief is shown with its answers") {
    Panel p;
    p.tab("tab-brief");
    CHECK(p.ui.shows("Existing customers"));
    CHECK(p.ui.shows("version 1"));
}

TEST_CASE("the DRI is one of the people, and the class changes by a press") {
    Panel p;
    p.tab("tab-details");
    CHECK(p.ui.shows("Ana Lima"));
    p.ui.click("Intangible");
    p.ui.frames(2);
    CHECK(p.card(p.id).service_class == model::ServiceClass::Intangible);
}

TEST_CASE("a comment is sent and mentions are offered") {
    Panel p;
    p.tab("tab-comments");
    p.ui.fill("new-comment", "Hello @an");
    p.ui.frames(2);
    CHECK(p.ui.find("mention:ana") != nullptr);
    p.ui.click("mention:ana");
    p.ui.frames(3);
    p.ui.click("send-comment");
    p.ui.frames(2);
    const auto comments = p.desk.workspace().of<model::Comment>(p.id);
    REQUIRE(comments.size() == 1);
    CHECK(comments[0]->text == "Hello @ana");
    CHECK(comments[0]->mentions.size() == 1);
}

TEST_CASE("a comment begun is kept per card and person, is shown, and goes when it is sent") {
    Panel p;
    const auto other = p.add("Second");
    p.tab("tab-comments");
    p.ui.fill("new-comment", "Not quite");
    p.ui.frames(2);
    CHECK(p.ui.shows("Not sent yet"));
    p.panel.open(other);
    p.ui.frames(3);
    CHECK_FALSE(p.ui.shows("draft"));
    p.tab("tab-comments");
    CHECK_FALSE(p.ui.shows("Not quite"));
    p.panel.close();
    p.ui.frames(2);
    p.panel.open(p.id);
    p.ui.frames(3);
    CHECK(p.ui.shows("draft"));  // at the tab, whatever tab is open
    p.tab("tab-comments");
    CHECK(p.ui.shows("Not quite"));

    (void)p.desk.desk().run(rules::AddPerson{"bob", "Bob Stone", model::Role::Member});
    p.desk.be("bob");
    p.ui.frames(2);
    CHECK_FALSE(p.ui.shows("Not quite"));
    p.desk.be("ana");
    p.ui.frames(2);
    p.ui.click("send-comment");
    p.ui.frames(2);
    const auto comments = p.desk.workspace().of<model::Comment>(p.id);
    REQUIRE(comments.size() == 1);
    CHECK(comments[0]->text == "Not quite");
    CHECK(p.panel.comment_drafts().empty());
    CHECK_FALSE(p.ui.shows("draft"));
}

TEST_CASE("a comment that is refused stays to be mended") {
    Panel p;
    (void)p.desk.desk().run(rules::AddPerson{"vera", "Vera", model::Role::Viewer});
    p.desk.be("vera");
    p.tab("tab-comments");
    p.ui.fill("new-comment", "May I?");
    p.ui.click("send-comment");
    p.ui.frames(2);
    CHECK(p.desk.workspace().of<model::Comment>(p.id).empty());
    CHECK(p.ui.shows("May I?"));
    REQUIRE(p.panel.comment_drafts().size() == 1);
}

TEST_CASE("a comment emptied again is no draft") {
    Panel p;
    p.tab("tab-comments");
    p.ui.fill("new-comment", "Hm");
    p.ui.frames(2);
    CHECK(p.panel.comment_drafts().size() == 1);
    p.ui.fill("new-comment", "");
    p.ui.frames(2);
    CHECK(p.panel.comment_drafts().empty());
}

TEST_CASE("a change that a limit refuses is shown, and may be overridden with a reason") {
    Panel p;
    const auto other = p.add("Second");
    (void)p.desk.desk().run(rules::EditBoard{{{"person_limit", "1"}}});
    (void)p.desk.desk().run(rules::AddPerson{"bob", "Bob Stone", model::Role::Member});
    REQUIRE(p.desk.desk().run(rules::EditCard{.card = other, .set = {{"dri", "bob"}}}));
    REQUIRE(p.move(p.id, "create"));
    REQUIRE(p.move(other, "create"));
    p.panel.open(other);
    p.ui.frames(3);
    p.tab("tab-details");
    p.ui.click("field:dri");
    p.ui.frames(3);
    p.ui.key(ImGuiKey_UpArrow);
    p.ui.key(ImGuiKey_Enter);
    p.ui.frames(3);
    CHECK(p.desk.workspace().find(p.card(other).dri)->handle == "bob");
    p.ui.click("override-edit");
    p.ui.frames(3);
    p.ui.fill("override-reason", "Bob is ill");
    p.ui.click("dialog-confirm");
    p.ui.frames(3);
    CHECK(p.desk.workspace().find(p.card(other).dri)->handle == "ana");
}

TEST_CASE("the history tells what happened, in words") {
    Panel p;
    REQUIRE(p.move(p.id, "create"));
    p.desk.settle();
    p.tab("tab-history");
    p.desk.settle();
    p.ui.frames(3);
    CHECK(p.ui.shows("moved this card from Ready to Create (Doing)"));
    CHECK(p.ui.find("older") == nullptr);  // its birth is the end of its history
}

TEST_CASE("Escape closes the panel, and the board has the keyboard again") {
    Panel p;
    p.ui.key(ImGuiKey_Escape);
    p.ui.frames(3);
    CHECK_FALSE(p.panel.is_open());
    p.ui.key(ImGuiKey_DownArrow);
    CHECK(p.view.cursor() == p.id);
}

TEST_CASE("on a narrow screen the panel takes the whole width") {
    BoardBench b({800, 700});
    const auto id = b.add("Spring launch");
    b.panel.open(id);
    b.ui.frames(3);
    CHECK(b.ui.find("close-card") != nullptr);
    b.ui.click("close-card");
    b.ui.frames(2);
    CHECK_FALSE(b.panel.is_open());
}

}  // namespace
}  // namespace throughline::gui::test
