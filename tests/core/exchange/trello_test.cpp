#include "tests/core/exchange/support.h"

using namespace throughline;
using namespace throughline::exchange;
using model::Card;
using model::Transition;

TEST_CASE_FIXTURE(BoardOnly,
                  "a Trello board comes in with its columns, cards, people and history") {
    const ImportReport report = take(fixture("small.json"));
    CHECK(report.format == "trello");
    CHECK(report.source == "ffffffffffffffffffffffff");
    CHECK(report.created == std::map<std::string, int>{{"archivals", 1},
                                                       {"cards", 5},
                                                       {"checklist_items", 3},
                                                       {"columns", 4},
                                                       {"comments", 2},
                                                       {"creations", 5},
                                                       {"links", 2},
                                                       {"people", 2},
                                                       {"transitions", 5}});
    CHECK(report.summary() == "5 cards, 4 columns, 5 moves, 2 comments, 2 people, 1 updated");
    CHECK(columns() == "to-do doing* review done!");
    CHECK(place("Spring launch") == "done");
    CHECK(history("Spring launch") ==
          Lines{"created >to-do 2026-01-02", "moved to-do>doing 2026-01-03",
                "moved doing>review 2026-01-05", "moved review>doing 2026-01-06",
                "moved doing>done 2026-01-08"});
    CHECK(history("Dropped") == Lines{"created >to-do 2026-01-05", "archived to-do> 2026-01-07"});
    CHECK(place("Dropped") == "archived");
}

TEST_CASE_FIXTURE(
    BoardOnly,
    "an imported card keeps its text, labels, due day, time and source, and has no brief") {
    options.zone = Zone::load("Europe/Berlin").value();
    take(fixture("small.json"));
    const Card& one = card("Spring launch");
    CHECK(one.description == "Landing page\nand mail");
    CHECK(one.labels ==
          model::TextList{"Social", "green"});  // a label without a name is called by its colour
    CHECK(one.due == parse_day("2026-02-02").value());  // 23:30 UTC is the next day in Berlin
    CHECK(to_text(one.created_at) == "2026-01-02T09:00:00.500000Z");
    CHECK(to_text(one.entered_at) == "2026-01-08T09:00:00.500000Z");
    CHECK(one.source == "trello");
    CHECK(one.source_id.size() == 24);
    CHECK(one.number == 1);
    CHECK_FALSE(one.has_brief());
    CHECK_FALSE(one.objective);
    CHECK(card("Messe für Zahnärzte 🦷 — 展示会").number == 5);
    CHECK(ws.last_number("card") == 5);
}

TEST_CASE_FIXTURE(BoardOnly, "the only member of a card is its DRI; of two, nobody is") {
    take(fixture("small.json"));
    CHECK(ws.find(card("Spring launch").dri)->handle == "ana-lima");
    int without = 0;
    for (const Card& one : ws.rows<Card>()) {
        without += one.title == "Newsletter" && !one.dri ? 1 : 0;
    }
    CHECK(without == 2);
}

TEST_CASE_FIXTURE(BoardOnly, "people who are here already are found by handle or name") {
    const auto ana = add_person(5, "ana", "Ana Lima");
    const auto bob = add_person(6, "bob", "Robert");
    const ImportReport report = take(fixture("small.json"));
    CHECK(report.created.count("people") == 0);
    CHECK(card("Spring launch").dri == ana);
    CHECK(card("Messe für Zahnärzte 🦷 — 展示会").dri == bob);
}

TEST_CASE_FIXTURE(BoardOnly, "imported rows are known since they happened, and by whom") {
    take(fixture("small.json"));
    for (const Transition& row : ws.rows<Transition>()) {
        CHECK(row.known_at == row.at);
    }
    const auto rows = ws.of<Transition>(card("Spring launch").id);
    CHECK(ws.find(rows[3]->by)->handle == "bob");
    CHECK(ws.find(rows[4]->by)->handle == "ana-lima");
    CHECK(rows[0]->id.value < rows[4]->id.value);
}

TEST_CASE_FIXTURE(BoardOnly, "checklists, comments and attachments hang on their card") {
    take(fixture("small.json"));
    const auto id = card("Spring launch").id;
    const auto items = ws.of<model::ChecklistItem>(id);
    REQUIRE(items.size() == 3);
    CHECK(items[0]->title == "Plain");
    CHECK(items[1]->title == "Launch: Legal");
    CHECK(items[1]->done);
    CHECK(to_text(items[1]->done_at.value()) == "2026-01-06T10:00:00.500000Z");
    CHECK(ws.find(items[1]->done_by)->handle == "bob");
    CHECK(items[2]->title == "Launch: Tag links");
    CHECK_FALSE(items[2]->done);
    const auto comments = ws.of<model::Comment>(id);
    REQUIRE(comments.size() == 2);
    CHECK(comments[0]->text == "Legal said yes 👍");
    CHECK(comments[1]->edited_at == instant("2026-01-05T12:00:00.500Z"));
    const auto links = ws.of<model::Link>(id);
    REQUIRE(links.size() == 2);
    CHECK(links[0]->target == "https://example.com/brief");
    CHECK(links[0]->title == "The brief");
    CHECK(links[1]->title == "");
}

TEST_CASE_FIXTURE(BoardOnly, "cards stand in the order they had in Trello") {
    take(fixture("small.json"));
    const auto todo = ws.cards_in(ws.column_by_handle("to-do")->id);
    REQUIRE(todo.size() == 2);
    CHECK(ws.find(todo[0])->title == "Messe für Zahnärzte 🦷 — 展示会");
    CHECK(ws.find(todo[1])->title == "Newsletter");
}

TEST_CASE_FIXTURE(BoardOnly,
                  "cards that were deleted or went to another board are named, not made") {
    const ImportReport report = take(fixture("small.json"));
    REQUIRE(report.left_out.size() == 2);
    std::map<std::string, std::string> why;
    for (const LeftOut& one : report.left_out) {
        why[one.what] = one.why;
        CHECK(one.where.starts_with("actions["));
    }
    CHECK(why["card \"Gone for good\""] ==
          "it was deleted on 2026-01-04T09:00:00.500000Z; only its history is left");
    CHECK(why["card \"Went to the web team\""] ==
          "it was moved to another board on 2026-01-05T10:00:00.500000Z");
}

TEST_CASE_FIXTURE(BoardOnly, "the same file twice changes nothing the second time") {
    take(fixture("small.json"));
    const auto again = plan(fixture("small.json"));
    REQUIRE(again.ok());
    CHECK(again->command.changes.empty());
    CHECK(again->report.is_empty());
    CHECK(again->report.unchanged.at("cards") == 5);
    CHECK(again->report.unchanged.at("columns") == 4);
    CHECK(again->report.unchanged.at("transitions") == 5);
    CHECK(again->report.unchanged.at("comments") == 2);
    CHECK(again->report.unchanged.at("checklist_items") == 3);
    CHECK(again->report.unchanged.at("links") == 2);
    CHECK(again->report.unchanged.at("people") == 2);
    CHECK(again->report.summary() == "nothing new");
}

TEST_CASE_FIXTURE(BoardOnly,
                  "a later export of the same board adds what is new and updates what changed") {
    take(fixture("small.json"));
    const ImportReport report = take(fixture("later.json"));
    CHECK(report.created ==
          std::map<std::string, int>{
              {"cards", 1}, {"comments", 1}, {"creations", 1}, {"transitions", 1}});
    CHECK(report.updated == std::map<std::string, int>{{"cards", 2}});
    CHECK(card("Spring launch 2026").description == "Landing page, mail, ads");
    CHECK(place("Newsletter March") == "review");
    CHECK(history("Newsletter March").back() == "moved doing>review 2026-01-13");
    CHECK(card("New idea").number == 6);
}

TEST_CASE_FIXTURE(BoardOnly, "what was changed here since the last import stays") {
    take(fixture("small.json"));
    Card spring = card("Spring launch");
    spring.title = "Our spring";
    ws.put(spring);
    const ImportReport report = take(fixture("later.json"));
    CHECK(card("Our spring").description ==
          "Landing page, mail, ads");  // untouched here, so taken over
    CHECK(report.updated == std::map<std::string, int>{{"cards", 2}});
}

TEST_CASE_FIXTURE(BoardOnly, "a card that was moved here keeps its place, and the report says so") {
    take(fixture("small.json"));
    Card moved;
    for (const Card& one : ws.rows<Card>()) {
        if (one.title == "Newsletter" && ws.find(one.column)->handle == "doing") {
            moved = one;
        }
    }
    Transition row;
    row.id = {ws.rows<Transition>().max_id() + 1};
    row.card = moved.id;
    row.from = moved.column;
    row.to = moved.column = ws.column_by_handle("done")->id;
    row.at = row.known_at = instant("2026-01-12T00:00:00Z");
    row.by = card("Spring launch").dri;
    ws.put(row);
    ws.put(moved);
    const ImportReport report = take(fixture("later.json"));
    CHECK(place("Newsletter March") == "done");
    CHECK(why_left_out(report, "cards") == "the card was moved here since the last import");
    CHECK(report.created.count("transitions") == 0);
}

TEST_CASE_FIXTURE(BoardOnly,
                  "before its renaming a list counts as the list that bears its old name today") {
    const ImportReport report = take(fixture("renamed.json"));
    CHECK(columns() == "to-do doing* release-1 done!");
    CHECK(history("In the release") == Lines{"created >to-do 2026-01-02",
                                             "moved to-do>doing 2026-01-03",
                                             "moved doing>release-1 2026-01-10"});
    // Moved by hand from the renamed list to the new "Doing".
    CHECK(history("Still going") ==
          Lines{"created >to-do 2026-01-03", "moved to-do>doing 2026-01-04",
                "moved doing>release-1 2026-01-10", "moved release-1>doing 2026-01-11"});
    CHECK(history("Archived before") ==
          Lines{"created >doing 2026-01-04", "archived doing> 2026-01-06"});
    CHECK(report.created.at("moves_by_renaming") == 2);
    CHECK(report.created.at("transitions") == 3);
}

TEST_CASE_FIXTURE(BoardOnly, "a renaming without a successor is only a renaming") {
    take(fixture("renamed.json"));
    CHECK(ws.column_by_handle("done")->name == "Done");
    CHECK(ws.column_by_handle("finished") == nullptr);
}

TEST_CASE_FIXTURE(BoardOnly, "without a create action the card's id tells when it was made") {
    const ImportReport report = take(fixture("cut.json"));
    CHECK(to_text(card("No history at all").created_at) == "2026-01-03T09:00:00Z");
    CHECK(history("No history at all") == Lines{"created >to-do 2026-01-03"});
    CHECK(has_note(report, "no creation in the file's history"));
    CHECK(has_note(report, "does not reach back"));
    // Archived without an action: at its last activity.
    CHECK(history("Archived without a word") ==
          Lines{"created >done 2026-01-04", "archived done> 2026-01-12"});
    // In another list than the history says.
    CHECK(history("Not where it was left") ==
          Lines{"created >to-do 2026-01-10", "moved to-do>review 2026-01-16"});
    CHECK(report.created.at("moves_assumed") == 1);
    CHECK(history("Came from elsewhere") == Lines{"transferred >to-do 2026-01-11"});
}

TEST_CASE_FIXTURE(BoardOnly,
                  "a list that only the history knows becomes a column that is put away") {
    take(fixture("cut.json"));
    CHECK(history("Moved long ago") == Lines{"created >list-of-another-board 2026-01-02",
                                             "moved list-of-another-board>review 2026-01-12",
                                             "moved review>doing 2026-01-15"});
    CHECK(columns() == "to-do closed-with-a-card doing* review done!");
    for (const model::Column& column : ws.rows<model::Column>()) {
        const bool is_away = column.name == "List of another board" || column.name == "Put away";
        CHECK(column.removed == is_away);
    }
}

TEST_CASE_FIXTURE(BoardOnly, "rows that cannot be are left out and named; the rest comes in") {
    const ImportReport report = take(fixture("damaged.json"));
    CHECK(ws.rows<Card>().size() == 5);
    CHECK(why_left_out(report, "cards[1].idList") == "it names no list");
    CHECK(why_left_out(report, "cards[2].idList") == "the list it names is not in the file");
    CHECK(why_left_out(report, "cards[3].id") == "it has no id");
    CHECK(why_left_out(report, "cards[4]") == "it is no object");
    CHECK(why_left_out(report, "cards[7].name") == "it is no text");
    CHECK(why_left_out(report, "cards[8].due") == "it is no date that can be");
    CHECK(why_left_out(report, "cards[10].id") == "its id stands twice in the file");
    CHECK(why_left_out(report, "cards[11]") == "it is a template for cards, no work");
    CHECK(why_left_out(report, "cards[12].idMembers") == "the person is not in the file");
    CHECK(why_left_out(report, "cards[12].attachments") == "it has no address");
    CHECK(why_left_out(report, "lists[4].id") == "it has no id");
    CHECK(why_left_out(report, "actions[1].date") ==
          "its time cannot be: 1969-07-20T20:17:00.000Z");
    CHECK(why_left_out(report, "actions[2].date") ==
          "its time cannot be: 2199-01-01T00:00:00.000Z");
    CHECK(why_left_out(report, "actions[3].date") == "it has no time that can be read");
    CHECK(why_left_out(report, "actions[6].type") == "it has no type");
    CHECK(card("(no title)").labels == model::TextList{"blue"});
    CHECK(history("Good") == Lines{"created >to-do 2026-01-02"});
}

TEST_CASE_FIXTURE(BoardOnly, "an empty board brings nothing and is no error") {
    CHECK(take(fixture("empty.json")).is_empty());
}

TEST_CASE_FIXTURE(BoardOnly, "two cards of one name are two cards") {
    take(fixture("small.json"));
    int count = 0;
    for (const Card& one : ws.rows<Card>()) {
        count += one.title == "Newsletter" ? 1 : 0;
    }
    CHECK(count == 2);
}

TEST_CASE_FIXTURE(BoardOnly,
                  "a file that is cut off, no JSON, or no board is refused with the place") {
    const std::string whole = fixture("small.json");
    const auto error = [this](std::string_view bytes) {
        const auto read = plan(bytes);
        REQUIRE_FALSE(read.ok());
        return read.error();
    };
    const Error cut = error(std::string_view(whole).substr(0, whole.size() / 2));
    CHECK(cut.code == ErrorCode::Corrupt);
    CHECK(cut.message.find("cut off") != std::string::npos);
    CHECK(cut.where.starts_with("line "));
    CHECK(error("{\n  \"cards\": [,]}").where == "line 2, column 13");
    CHECK(error("").code == ErrorCode::Corrupt);
    CHECK(error("\xFF\xFE{").message.find("UTF-16") != std::string::npos);
    CHECK(error("[]").code == ErrorCode::Invalid);
    CHECK(error("{\"cards\": 5, \"lists\": []}").where == "cards");
    CHECK(error("{\"cards\": []}").where == "lists");
    CHECK(error("{\"cards\": [], \"lists\": [], \"actions\": 1}").where == "actions");
}

TEST_CASE_FIXTURE(BoardOnly, "bytes that are no UTF-8 do not lose the board") {
    const ImportReport report = take(
        "{\"id\":\"x\",\"lists\":[{\"id\":\"l\",\"name\":\"A\"}],\"cards\":[{\"id\":\"c\","
        "\"idList\":\"l\",\"name\":\"Caf\xE9\"}]}");
    CHECK(card("Caf\xEF\xBF\xBD").source_id == "c");
    CHECK(has_note(report, "not clean UTF-8"));
}

TEST_CASE("without a board there is nothing to import into") {
    const model::Workspace empty;
    const ImportOptions options;
    const auto read = import_format("trello")->read(
        {"{\"cards\":[],\"lists\":[]}", empty, options, Instant{}, IdSource(1)});
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().code == ErrorCode::Invalid);
}

TEST_CASE_FIXTURE(BoardOnly, "the public board comes in whole, where its file is at hand") {
    const std::string bytes = shared_data("trello-fda-food-recalls.json");
    if (bytes.empty()) {
        return;
    }
    options.start = "In Progress";
    const ImportReport report = take(bytes);
    CHECK(report.created.at("cards") == 69);
    CHECK(report.created.at("columns") == 19);
    CHECK(report.created.at("transitions") == 68);
    CHECK(report.created.at("creations") == 69);
    CHECK(report.created.at("comments") == 45);
    CHECK(report.created.at("people") == 5);
    int deleted = 0;
    for (const LeftOut& one : report.left_out) {
        deleted += one.why.find("deleted") != std::string::npos ? 1 : 0;
    }
    CHECK(deleted == 1);
    CHECK(report.left_out.size() == 1);
    // What "In Progress" held until it became "2015-06-27 Release" is counted there.
    CHECK(report.created.at("moves_by_renaming") > 0);
    CHECK(ws.rows<Transition>().size() ==
          static_cast<std::size_t>(69 + 68 + report.created.at("moves_by_renaming") +
                                   report.created.at("archivals")));
    for (const Card& one : ws.rows<Card>()) {
        const auto rows = ws.of<Transition>(one.id);
        for (std::size_t i = 0; i < rows.size(); ++i) {
            CHECK(rows[i]->from == (i == 0 ? model::ColumnId{} : rows[i - 1]->to));
        }
        CHECK(rows.back()->to == one.column);
    }
    CHECK(plan(bytes)->command.changes.empty());
}
