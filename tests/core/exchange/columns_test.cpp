#include "core/exchange/column_names.h"

#include "tests/core/exchange/support.h"

using namespace throughline;
using namespace throughline::exchange;

TEST_CASE("names that sound like finished work, and names that do not") {
    for (const auto* name : {"Done", "2015-06-25 Completed", "Live & measure", "✅ Done this week",
                             "RELEASED", "Published!"}) {
        CAPTURE(name);
        CHECK(sounds_done(name));
    }
    for (const auto* name : {"Ready to be published", "Not done", "2015-06-27 Release", "To do",
                             "Going live", "Doing", "", "Definition of done", "Almost done"}) {
        CAPTURE(name);
        CHECK_FALSE(sounds_done(name));
    }
    CHECK(sounds_begun("In Progress"));
    CHECK(sounds_begun("Doing (max 3)"));
    CHECK_FALSE(sounds_begun("To do"));
}

TEST_CASE_FIXTURE(BoardOnly,
                  "one column per list, queue first, finished ones last, points guessed and said") {
    const ImportReport report = take(fixture("small.json"));
    CHECK(columns() == "to-do doing* review done!");
    CHECK(ws.column_by_handle("to-do")->kind == model::ColumnKind::Queue);
    CHECK(ws.column_by_handle("doing")->kind == model::ColumnKind::Active);
    CHECK(ws.column_by_handle("done")->kind == model::ColumnKind::Done);
    CHECK_FALSE(ws.column_by_handle("doing")->wip_limit.has_value());
    CHECK(has_note(report, "hold finished work: 'Done'"));
    CHECK(has_note(report, "work begins in 'Doing'"));
}

TEST_CASE_FIXTURE(BoardOnly, "the points are those that are named") {
    options.start = "review";
    options.done = {"Doing"};
    const ImportReport report = take(fixture("small.json"));
    CHECK(columns() == "to-do review* done doing!");
    CHECK(report.notes.empty());
}

TEST_CASE_FIXTURE(BoardOnly, "a name that is no list is refused with those there are") {
    options.start = "Nowhere";
    auto read = plan(fixture("small.json"));
    REQUIRE_FALSE(read.ok());
    CHECK(to_text(read.error()) ==
          "--start: there is no list or column 'Nowhere'; the file has To do, Doing, Review, Done");
    options.start = "Done";
    options.done = {"Done"};
    read = plan(fixture("small.json"));
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().message.find("both start and done") != std::string::npos);
}

TEST_CASE_FIXTURE(
    BoardOnly,
    "a list right of the finished work counts as an option; archived lists are put away") {
    const ImportReport report = take(fixture("side.json"));
    CHECK(columns() == "ideas notes in-progress* ready-to-be-published 2026-01-completed!");
    CHECK(has_note(report, "'Notes'"));
    CHECK(ws.rows<model::Column>().size() == 6);
}

TEST_CASE_FIXTURE(
    BoardOnly,
    "a list goes into the column of its name; on a board without cards finished work stands last") {
    add_column(1, "to-do", "to do", model::ColumnKind::Queue);
    add_column(2, "done", "Done", model::ColumnKind::Done);
    const ImportReport report = take(fixture("small.json"));
    CHECK(report.created.at("columns") == 2);
    CHECK(report.updated.at("columns") == 2);  // their source is noted, and they move
    CHECK(columns() == "to-do doing* review done!");
    CHECK(ws.column_by_handle("to-do")->id == model::ColumnId{1});
    CHECK(plan(fixture("small.json"))->command.changes.empty());
}

TEST_CASE_FIXTURE(
    BoardOnly,
    "on a board in use the points stay, and new lists stand on the side they belong to") {
    add_column(1, "ready", "Ready", model::ColumnKind::Queue);
    const auto create = add_column(2, "create", "Create", model::ColumnKind::Active);
    const auto live = add_column(3, "live", "Live", model::ColumnKind::Done);
    model::Board board = *ws.board();
    board.commitment = create;
    board.delivery = live;
    ws.put(board);
    model::Card own;
    own.id = {1};
    own.number = 1;
    own.title = "Own";
    own.column = create;
    ws.put(own);
    take(fixture("small.json"));
    CHECK(columns() == "ready create* to-do doing review live! done");
    CHECK(ws.board()->commitment == create);
    CHECK(ws.board()->delivery == live);
}

TEST_CASE_FIXTURE(BoardOnly, "columns get handles of their own") {
    add_column(1, "doing", "Something else", model::ColumnKind::Active);
    take(fixture("small.json"));
    CHECK(ws.column_by_handle("doing-2")->name == "Doing");
}
