#include "tests/core/exchange/support.h"

#include <algorithm>

using namespace throughline;
using namespace throughline::exchange;
using model::Card;
using model::Transition;

namespace {

constexpr std::string_view kFlow =
    "ID,Link,Name,Backlog,Doing,Review,Done,Type\n"
    "A1,https://a.example/1,First,2026-01-05,2026-01-07,2026-01-08,2026-01-12,Story\n"
    "A2,,Second,2026-01-05,2026-01-09,,,Bug\n"
    "A3,,,2026-01-06,,,,Story\n";

}  // namespace

TEST_CASE_FIXTURE(BoardOnly, "each stage becomes a column, and each date a step of its day") {
    options.zone = Zone::load("Europe/Berlin").value();
    const ImportReport report = take(kFlow, "flow-csv");
    CHECK(report.created ==
          std::map<std::string, int>{
              {"cards", 3}, {"columns", 4}, {"creations", 3}, {"links", 1}, {"transitions", 4}});
    CHECK(columns() == "backlog doing* review done!");
    CHECK(history("First") == Lines{"created >backlog 2026-01-04", "moved backlog>doing 2026-01-06",
                                    "moved doing>review 2026-01-07",
                                    "moved review>done 2026-01-11"});
    for (const Transition* row : ws.of<Transition>(card("First").id)) {
        CHECK(row->day_precision);
        CHECK(row->known_at == row->at);
        CHECK(options.zone.time_of_day(row->at) == Duration{});
    }
    CHECK(card("First").type == "Story");
    CHECK(card("First").source == "flow-csv");
    CHECK(place("Second") == "doing");
    CHECK(card("A3").source_id == "A3");  // without a name the id is the title
    CHECK(has_note(report, "UTF-8, ',' between columns, 3 rows."));
    CHECK(
        has_note(report, "Dates of 'Backlog' are read as yyyy-mm-dd: '2026-01-05' is 2026-01-05."));
}

TEST_CASE_FIXTURE(BoardOnly, "the finished stage stands last, wherever the file has it") {
    const ImportReport report = take(
        "Closed Date;Activated Date;ID;Points\n"
        "5/31/2023 8:04:10 AM;5/15/2023 10:29:09 AM;7;5\n"
        ";6/1/2023 12:00:01 AM;8;3\n",
        "flow-csv");
    CHECK(columns() == "activated-date* closed-date!");
    CHECK(history("7") == Lines{"created >activated-date 2023-05-15",
                                "moved activated-date>closed-date 2023-05-31"});
    CHECK_FALSE(ws.of<Transition>(card("7").id)[0]->day_precision);
    CHECK(place("8") == "activated-date");
    CHECK(has_note(report, "The finished stage does not stand last"));
    CHECK(has_note(report, "are read as mm/dd/yyyy h:mm:ss AM/PM"));
    CHECK(has_note(report, "Times without a zone are in UTC, the board's zone."));
    CHECK(has_note(report, "Columns not taken: 'Points'."));
}

TEST_CASE_FIXTURE(BoardOnly, "two stages are where work begins and where it is done") {
    take("id,created_date,finished_date,state_changed_date\n1,2026-01-02,2026-01-05,2026-01-05\n",
         "flow-csv");
    CHECK(columns() == "created-date* finished-date!");
}

TEST_CASE_FIXTURE(BoardOnly, "stages that nothing has reached yet are columns too") {
    take("ID,Name,Ready,Doing,Done,Owner\n1,x,2026-01-02,,,ana\n", "flow-csv");
    CHECK(columns() == "ready doing* done!");
}

TEST_CASE_FIXTURE(BoardOnly, "rows that cannot be are left out by name and line") {
    const ImportReport report = take(
        "id,created,doing,done\n"
        "1,2026-01-05,2026-01-06,2026-01-04\n"
        "2,2026-01-05,2026-01-09,2026-01-08\n"
        ",2026-01-05,,\n"
        "4,,,\n"
        "5,2026-01-05,,\n"
        "5,2026-01-06,,\n"
        "6,2026-02-30,,\n"
        "7,2026-01-05,soon,\n"
        "8,2026-04-01,,\n"
        "9,2026-01-05\n"
        "10,1969-01-05,,\n"
        "11,2026-01-05,2026-01-05,2026-01-05\n",
        "flow-csv");
    CHECK(why_left_out(report, "line 2") ==
          "'done' (2026-01-04) lies before 'created' (2026-01-05)");
    CHECK(why_left_out(report, "line 3") == "'done' (2026-01-08) lies before 'doing' (2026-01-09)");
    CHECK(why_left_out(report, "line 4") == "it has no id");
    CHECK(why_left_out(report, "line 5").starts_with("none of its dates is there"));
    CHECK(why_left_out(report, "line 7") == "its id stands already in line 6");
    CHECK(why_left_out(report, "line 8") == "'2026-02-30' in 'created' is no date as yyyy-mm-dd");
    CHECK(why_left_out(report, "line 9") == "'soon' in 'doing' is no date as yyyy-mm-dd");
    CHECK(why_left_out(report, "line 10") == "'2026-04-01' in 'created' lies in the future");
    CHECK(why_left_out(report, "line 11") == "it has 2 fields, the header 4");
    CHECK(why_left_out(report, "line 12") == "'1969-01-05' in 'created' lies before 1970");
    CHECK(report.left_out.size() == 10);
    CHECK(report.created.at("cards") == 2);
    CHECK(history("11").size() == 3);  // all on one day, in the order of the stages
}

TEST_CASE_FIXTURE(BoardOnly,
                  "a stage reached before an earlier one means that the card went back") {
    const ImportReport report =
        take("ID,Name,Ready,Doing,Review,Done\n1,x,2026-01-02,2026-01-06,2026-01-04,2026-01-09\n",
             "flow-csv");
    CHECK(history("x") == Lines{"created >ready 2026-01-02", "moved ready>review 2026-01-04",
                                "moved review>doing 2026-01-06", "moved doing>done 2026-01-09"});
    CHECK(has_note(report, "1 card reached a later stage before an earlier one"));
}

TEST_CASE_FIXTURE(BoardOnly, "a day without a time comes after what happened on that day") {
    take("ID,Doing,Done\n1,2026-01-05 14:00,2026-01-05\n2,2026-01-05 15:00,2026-01-07 09:00\n",
         "flow-csv");
    const auto rows = ws.of<Transition>(card("1").id);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0]->at == rows[1]->at);
    CHECK_FALSE(rows[0]->day_precision);
    CHECK(rows[1]->day_precision);
    CHECK(place("1") == "done");
}

TEST_CASE_FIXTURE(BoardOnly, "dates that can be read two ways refuse the file until it is said") {
    const std::string_view file = "ID,Start,End\n1,3/4/2025,5/4/2025\n2,4/4/2025,6/4/2025\n";
    const auto read = plan(file, "flow-csv");
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().code == ErrorCode::Invalid);
    CHECK(read.error().where == "line 2, column 'Start'");
    options.mapping = R"({"date_format": "dd/mm/yyyy"})";
    take(file, "flow-csv");
    CHECK(history("1") == Lines{"created >start 2025-04-03", "moved start>end 2025-04-05"});
    CHECK(columns() == "start* end!");
}

TEST_CASE_FIXTURE(BoardOnly, "the stages are those a mapping names, under its names and points") {
    options.mapping = R"({"columns": {"Nr": "id", "Prio": "label"},
        "stages": [{"column": "Begun", "name": "Doing"}, {"column": "Ended", "name": "Shipped"}],
        "zone": "Asia/Tokyo", "start": "Doing", "done": ["Shipped"]})";
    const ImportReport report =
        take("Nr,Ended,Begun,Seen,Prio\n1,2026-01-05 08:00,2026-01-04 08:00,2026-01-06,High\n",
             "flow-csv");
    CHECK(columns() == "doing* shipped!");
    CHECK(to_text(card("1").created_at) == "2026-01-03T23:00:00Z");
    CHECK(card("1").labels == model::TextList{"Prio: High"});
    CHECK(has_note(report, "Times without a zone are in Asia/Tokyo."));
    options.mapping = R"({"columns": {"Number": "id"}})";
    const Error error = plan("Nr,Begun\n1,2026-01-04\n", "flow-csv").error();
    CHECK(to_text(error) ==
          "mapping, columns: there is no column 'Number'; the file has Nr, Begun");
}

TEST_CASE_FIXTURE(BoardOnly, "without ids there is nothing to know a row by") {
    const auto read = plan("Name,Start,End\nx,2026-01-04,\n", "flow-csv");
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().message.find("{\"columns\": {\"Name\": \"id\"}}") != std::string::npos);
}

TEST_CASE_FIXTURE(BoardOnly, "read again, a file brings nothing; a later one what is new") {
    options.file_name = "flow.csv";
    take(kFlow, "flow-csv");
    const auto again = plan(kFlow, "flow-csv");
    CHECK(again->command.changes.empty());
    CHECK(again->report.unchanged.at("cards") == 3);
    CHECK(again->report.unchanged.at("transitions") == 4);
    const ImportReport report = take(
        "ID,Link,Name,Backlog,Doing,Review,Done,Type\n"
        "A1,https://a.example/1,First,2026-01-05,2026-01-07,2026-01-08,2026-01-13,Story\n"
        "A2,,Second,2026-01-05,2026-01-09,2026-01-14,2026-01-15,Bug\n"
        "A4,,Fourth,2026-01-16,,,,Story\n",
        "flow-csv");
    CHECK(report.created ==
          std::map<std::string, int>{{"cards", 1}, {"creations", 1}, {"transitions", 2}});
    CHECK(history("Second").back() == "moved review>done 2026-01-15");
    // A date that was changed in the file is named; what is known stays.
    CHECK(history("First").back() == "moved review>done 2026-01-12");
    CHECK(why_left_out(report, "line 2").starts_with("its date, 2026-01-13, is new"));
}

TEST_CASE_FIXTURE(BoardOnly, "a card that was moved here keeps its place") {
    take(kFlow, "flow-csv");
    Card moved = card("Second");
    Transition row;
    row.id = {ws.rows<Transition>().max_id() + 1};
    row.card = moved.id;
    row.from = moved.column;
    row.to = moved.column = ws.column_by_handle("review")->id;
    row.at = row.known_at = instant("2026-01-20T09:00:00Z");
    row.by = add_person(77, "ana", "Ana");
    ws.put(row);
    ws.put(moved);
    const ImportReport report =
        take("ID,Name,Backlog,Doing,Review,Done\nA2,Second,2026-01-05,2026-01-09,,2026-01-25\n",
             "flow-csv");
    CHECK(place("Second") == "review");
    CHECK(why_left_out(report, "line 2") == "the card was moved here since the last import");
}

TEST_CASE_FIXTURE(BoardOnly, "the mapping is remembered with the import and used again") {
    options.file_name = "team.csv";
    options.mapping = R"({"date_format": "dd/mm/yyyy", "stages": ["Begun", "Ended"],
                          "start": "Begun", "done": ["Ended"]})";
    const ImportReport first = take("Key,Begun,Ended\n1,3/4/2025,5/4/2025\n", "flow-csv");
    CHECK(first.mapping ==
          R"({"columns":{"Key":"id"},"stages":[{"column":"Begun","name":"Begun"},)"
          R"({"column":"Ended","name":"Ended"}],"date_format":{"":"dd/mm/yyyy",)"
          R"("Begun":"dd/mm/yyyy","Ended":"dd/mm/yyyy"},"separator":",","start":"Begun",)"
          R"("done":["Ended"]})");
    options.mapping.clear();
    const ImportReport second = take("Key,Begun,Ended\n2,3/4/2025,\n", "flow-csv");
    CHECK(has_note(second, "the mapping of the last import of this source"));
    CHECK(history("2") == Lines{"created >begun 2025-04-03"});
    // Another file has a say of its own.
    options.file_name = "other.csv";
    CHECK_FALSE(plan("Key,Begun,Ended\n3,3/4/2025,\n", "flow-csv").ok());
}

TEST_CASE_FIXTURE(BoardOnly, "points that were moved here since are not moved back") {
    options.file_name = "team.csv";
    options.start = "Review";
    options.done = {"Done"};
    take(kFlow, "flow-csv");
    options.start.clear();
    options.done.clear();
    const auto same = plan(kFlow, "flow-csv");
    CHECK(same->command.changes.empty());
    CHECK(has_note(same->report, "work begins in 'Review', is done in 'Done'"));
    model::Board board = *ws.board();
    board.commitment = ws.column_by_handle("doing")->id;
    ws.put(board);
    CHECK(plan(kFlow, "flow-csv")->command.changes.empty());
    CHECK(columns() == "backlog doing* review done!");
}

TEST_CASE_FIXTURE(BoardOnly, "an import tells how far it is, and stops when it is told to") {
    std::vector<std::size_t> told;
    options.progress = [&](std::size_t done, std::size_t total) {
        CHECK(done <= total);
        told.push_back(done);
        return true;
    };
    take(kFlow, "flow-csv");
    CHECK(told.size() >= 2);
    CHECK(std::is_sorted(told.begin(), told.end()));
    options.progress = [](std::size_t, std::size_t) { return false; };
    CHECK(plan(kFlow, "flow-csv").error().code == ErrorCode::Cancelled);
    CHECK(plan(fixture("small.json")).error().code == ErrorCode::Cancelled);
}

TEST_CASE_FIXTURE(BoardOnly, "a file that breaks off is refused, with the line") {
    const auto read = plan("ID,Name,Doing\n1,\"x,2026-01-05\n2,y,2026-01-06\n", "flow-csv");
    REQUIRE_FALSE(read.ok());
    CHECK(read.error().code == ErrorCode::Corrupt);
    CHECK(read.error().where == "line 2");
}

TEST_CASE("the public files come in whole, where they are at hand") {
    struct File {
        const char* name;
        int cards;
        int left_out;
        int transitions;
        const char* columns;
    };
    for (const File& file : {
             File{"flow-flowpulse-demo.csv", 1454, 108, 1441, "started-date* closed-date!"},
             File{"flow-flowmetricscsv-example.csv", 266, 0, 261, "activated-date* closed-date!"},
             File{"flow-agile-project-dataset.csv", 2461, 1662, 2461,
                  "created-date* finished-date!"},
         }) {
        const std::string bytes = shared_data(file.name);
        if (bytes.empty()) {
            continue;
        }
        CAPTURE(file.name);
        BoardOnly board;
        const ImportReport report = board.take(bytes, "flow-csv");
        CHECK(report.created.at("cards") == file.cards);
        CHECK(static_cast<int>(report.left_out.size()) == file.left_out);
        CHECK(report.created.at("transitions") == file.transitions);
        CHECK(board.columns() == file.columns);
        CHECK(board.plan(bytes, "flow-csv")->command.changes.empty());
    }
}
