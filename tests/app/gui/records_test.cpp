// One form and one table for every kind of record.
#include "app/gui/headless/ui_driver.h"
#include "app/gui/records/record_table.h"
#include "tests/app/gui/intake_frame.h"

#include <doctest/doctest.h>

namespace throughline::gui::records {
namespace {

using headless::StageOptions;
using headless::UiDriver;

// The table of one kind, as a screen holds it.
struct Screen {
    explicit Screen(std::string_view table) : rows(table) {}
    void draw(Context& context) {
        rows.draw(context, editor);
        editor.draw(context);
    }
    void add_actions(palette::Actions&) {}

    RecordTable rows;
    RecordEditor editor;
};

struct Bench {
    explicit Bench(std::string_view table) : screen(table) { ui.frames(3); }

    test::DeskContext desk;
    Screen screen;
    test::Frame<Screen> frame{screen, desk};
    UiDriver ui{[this] { frame(); }, StageOptions{.size = {1280, 900}, .fonts = false}};
};

const model::Risk* risk(Bench& bench, std::int64_t number) {
    for (const model::Risk& one : bench.desk.workspace().rows<model::Risk>()) {
        if (one.number == number) return &one;
    }
    return nullptr;
}

TEST_CASE("every kind of record has a form that offers something for each of its fields") {
    test::DeskContext desk;
    for (const rules::RecordKind& kind : rules::record_kinds()) {
        const RecordForm form =
            record_form(desk.workspace(), kind, 0, {.today = *parse_day("2026-03-10")});
        CHECK(form.fields.size() == kind.fields.size());
        for (const FormField& field : form.fields) {
            CAPTURE(kind.table);
            CAPTURE(field.info->name);
            CHECK(field.info->kind != model::FieldKind::Instant);
            CHECK((field.shape == Shape::One) ==
                  (field.info->kind == model::FieldKind::Id || !field.info->choices.empty() ||
                   field.info->name == "channel"));
        }
    }
}

TEST_CASE("a risk is added by keys: what is missing is said at its field, and undo is one step") {
    Bench b("risk");
    b.ui.click("add:risk");
    b.ui.frames(3);
    b.ui.type("Legal is late again");
    b.ui.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
    b.ui.frames(3);
    CHECK(b.ui.shows("Is missing"));
    CHECK(risk(b, 1) == nullptr);
    b.ui.fill("field:mitigation", "Review slots booked for the quarter");
    b.ui.fill("field:probability", "4");
    b.ui.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
    b.ui.frames(3);
    REQUIRE(risk(b, 1) != nullptr);
    CHECK(risk(b, 1)->title == "Legal is late again");
    CHECK(risk(b, 1)->probability == 4);
    CHECK(risk(b, 1)->impact == 3);
    CHECK(risk(b, 1)->owner == b.desk.person("ana"));
    CHECK(b.ui.shows("RK-1"));
    REQUIRE(b.desk.desk().undo().ok());
    CHECK(risk(b, 1) == nullptr);
}

TEST_CASE("Escape leaves the form without a change, Enter opens the row, Delete removes it") {
    Bench b("glossary_word");
    REQUIRE(b.desk
                .run(rules::AddRecord{"glossary_word",
                                      {{"word", "MQL"}, {"meaning", "A lead that fits"}}})
                .ok());
    b.ui.frames(3);
    const std::string row =
        "row:#" + std::to_string(b.desk.workspace().rows<model::GlossaryWord>().begin()->id.value);
    b.ui.double_click(row);
    b.ui.frames(3);
    b.ui.fill("field:meaning", "Something else");
    b.ui.key(ImGuiKey_Escape);
    b.ui.frames(3);
    const auto& words = b.desk.workspace().rows<model::GlossaryWord>();
    CHECK(words.begin()->meaning == "A lead that fits");
    b.ui.double_click(row);
    b.ui.frames(3);
    b.ui.fill("field:meaning", "A lead that sales accepts");
    b.ui.click("dialog-confirm");
    b.ui.frames(3);
    CHECK(words.begin()->meaning == "A lead that sales accepts");
    b.ui.click(row);
    b.ui.key(ImGuiKey_Delete);
    b.ui.frames(3);
    CHECK(words.size() == 0);
}

TEST_CASE("a form sends what was changed, and nothing where a number was not given") {
    test::DeskContext desk;
    const rules::RecordKind& kind = *rules::record_kind("kpi_target");
    RecordForm form = record_form(desk.workspace(), kind, 0, {.today = *parse_day("2026-03-10")});
    const auto added = std::get<rules::AddRecord>(command_of(form));
    CHECK(added.set.at("value").empty());  // refused by the rules, not taken for 0
    CHECK(added.set.at("from_day") == "2026-03-10");

    REQUIRE(desk.run(rules::AddRecord{"tool",
                                      {{"name", "Mailer"},
                                       {"owner", "ana"},
                                       {"yearly_cost", "1200.5"},
                                       {"review_on", "2026-06-01"}}})
                .ok());
    const std::int64_t id = desk.workspace().rows<model::Tool>().begin()->id.value;
    RecordForm change = record_form(desk.workspace(), *rules::record_kind("tool"), id,
                                    {.today = *parse_day("2026-03-10")});
    CHECK(std::get<rules::EditRecord>(command_of(change)).set.empty());
    change.fields[0].value = "Mailer 2";
    CHECK(std::get<rules::EditRecord>(command_of(change)).set ==
          model::TextMap{{"name", "Mailer 2"}});
}

TEST_CASE("rows are narrowed by words and by values, and sorted by number, not by text") {
    test::DeskContext desk;
    for (const char* cost : {"90", "1000", "200"}) {
        REQUIRE(desk.run(rules::AddRecord{"tool",
                                          {{"name", std::string("Tool ") + cost},
                                           {"owner", "ana"},
                                           {"yearly_cost", cost},
                                           {"review_on", "2026-06-01"}}})
                    .ok());
    }
    RecordList list("tool", {});
    const auto names = [&](const ListQuestion& question) {
        list.refresh(desk.workspace(), desk.desk().revision(), question);
        std::string all;
        for (const ListRow& row : list.rows())
            all += row.cells[0] + ";";
        return all;
    };
    CHECK(names({}) == "Tool 1000;Tool 200;Tool 90;");
    CHECK(names({.sort = 2}) == "Tool 90;Tool 200;Tool 1000;");
    CHECK(names({.sort = 2, .descending = true}) == "Tool 1000;Tool 200;Tool 90;");
    CHECK(names({.words = "ana 1000"}) == "Tool 1000;");
    CHECK(names({.where = {{"yearly_cost", "90"}}}) == "Tool 90;");
    CHECK(list.all() == 1);
    CHECK(list.rows()[0].cells[1] == "Ana Lima");
}

TEST_CASE("who may not change a kind is told whom to ask") {
    Bench b("tool");
    REQUIRE(b.desk.run(rules::AddPerson{"bo", "Bo", model::Role::Member}).ok());
    b.desk.be("bo");
    b.ui.frames(3);
    CHECK(b.ui.need("add:tool").disabled);
    CHECK(why_not(b.desk, *rules::record_kind("tool")).find("lead") != std::string::npos);
    CHECK(why_not(b.desk, *rules::record_kind("risk")).empty());
}

}  // namespace
}  // namespace throughline::gui::records
