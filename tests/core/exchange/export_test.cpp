#include "core/exchange/export.h"

#include "core/exchange/throughline_import.h"
#include "tests/core/exchange/support.h"

using namespace throughline;
using namespace throughline::exchange;

namespace {

// A desk in memory with a fixed clock.
struct Board {
    std::unique_ptr<desk::Desk> desk;

    Board() {
        desk = desk::Desk::in_memory([] { return instant("2026-03-01T12:00:00Z"); },
                                     [n = std::uint64_t{1}]() mutable { return n += 7; });
    }
    void create(std::string kind = "empty") {
        rules::CreateBoard command;
        command.kind = std::move(kind);
        command.handle = "admin";
        command.person_name = "Admin";
        run(command);
        desk->set_actor(desk->workspace().person_by_handle("admin")->id);
    }
    void run(const rules::Command& command) {
        const auto outcome = desk->run(command);
        REQUIRE_MESSAGE(outcome.ok(), (outcome ? "" : text(outcome.error())));
    }
    static std::string text(const desk::Stop& stop) {
        return stop.refusal ? to_text(*stop.refusal) : to_text(*stop.error);
    }
    Result<ImportReport, desk::Stop> import(std::string_view format, std::string_view bytes,
                                            ImportMode mode = ImportMode::Run) {
        return import_file(*desk, *import_format(format), bytes, {}, mode, 42);
    }
    std::string exported() {
        std::ostringstream out;
        const auto status = write_throughline(*desk, out);
        REQUIRE_MESSAGE(status.ok(), (status ? "" : to_text(status.error())));
        return out.str();
    }
};

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const auto at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("a Trello import is one entry, one undo step, and refused by nobody") {
    Board board;
    board.create();
    const auto seq = board.desk->workspace().seq();
    const auto preview = board.import("trello", fixture("small.json"), ImportMode::Preview);
    REQUIRE(preview.ok());
    CHECK(board.desk->workspace().seq() == seq);  // nothing written
    const auto report = board.import("trello", fixture("small.json"));
    REQUIRE_MESSAGE(report.ok(), (report ? "" : Board::text(report.error())));
    CHECK(*report == *preview);
    CHECK(board.desk->workspace().seq() == seq + 1);
    CHECK(board.desk->workspace().rows<model::Card>().size() == 5);
    CHECK(board.desk->workspace().rows<model::ImportRun>().size() == 1);

    REQUIRE(board.import("trello", fixture("small.json")).ok());
    CHECK(board.desk->workspace().seq() == seq + 1);  // nothing new, nothing written

    const auto undone = board.desk->undo();
    REQUIRE_MESSAGE(undone.ok(), (undone ? "" : Board::text(undone.error())));
    CHECK(board.desk->workspace().rows<model::Card>().size() == 0);
    CHECK(board.desk->workspace().rows<model::Transition>().size() == 0);
}

TEST_CASE("an import leaves a store that checks out") {
    Board board;
    board.create("marketing");
    REQUIRE(board.import("trello", fixture("renamed.json")).ok());
    REQUIRE(board.import("trello", fixture("small.json")).ok());
    REQUIRE(board.import("trello", fixture("later.json")).ok());
    const auto check = board.desk->check();
    REQUIRE(check.ok());
    for (const auto& finding : check->findings) {
        FAIL_CHECK(finding.where << ": " << finding.what);
    }
}

TEST_CASE("a whole export read into an empty store gives the same journal, head and rows") {
    Board board;
    board.create("marketing");
    REQUIRE(board.import("trello", fixture("small.json")).ok());
    REQUIRE(board.desk->undo().ok());
    REQUIRE(board.import("trello", fixture("later.json")).ok());
    const std::string text = board.exported();
    Board copy;
    const auto report = copy.import("throughline", text);
    REQUIRE_MESSAGE(report.ok(), (report ? "" : Board::text(report.error())));
    CHECK(report->created.at("card") == 6);
    CHECK(copy.desk->workspace().seq() == board.desk->workspace().seq());
    CHECK(copy.exported() == text);
    CHECK(copy.desk->check()->findings.empty());
}

TEST_CASE("an export laid out anew by another tool is still the same board") {
    Board board;
    board.create();
    std::string text = board.exported();
    for (const auto* mark :
         {"{", "}", "[", "]", ","}) {  // none of them inside a text of this board
        std::string wide;
        bool quoted = false;
        for (std::size_t i = 0; i < text.size(); ++i) {
            quoted = quoted != (text[i] == '"' && (i == 0 || text[i - 1] != '\\'));
            wide += text[i];
            wide += !quoted && text[i] == *mark ? "\n\t " : "";
        }
        text = wide;
    }
    Board copy;
    const auto report = copy.import("throughline", text);
    REQUIRE_MESSAGE(report.ok(), (report ? "" : Board::text(report.error())));
    CHECK(copy.exported() == board.exported());
}

TEST_CASE("a preview of an export says what is in it and writes nothing") {
    Board board;
    board.create("marketing");
    Board copy;
    const auto report = copy.import("throughline", board.exported(), ImportMode::Preview);
    REQUIRE(report.ok());
    CHECK(report->created.at("entries") == 1);
    CHECK(copy.desk->workspace().seq() == 0);
}

TEST_CASE("an export is not read into a board that is there: the remedy is a new file") {
    Board board;
    board.create();
    const auto report = board.import("throughline", board.exported());
    REQUIRE_FALSE(report.ok());
    REQUIRE(report.error().refusal.has_value());
    CHECK(report.error().refusal->rule == "import_needs_empty");
    CHECK(report.error().refusal->remedy.find("new file") != std::string::npos);
}

TEST_CASE(
    "an export that was changed, cut or is something else is refused, and nothing is written") {
    Board board;
    board.create("marketing");
    const std::string text = board.exported();
    const std::pair<std::string, ErrorCode> table[] = {
        {replaced(text, "\"Admin\"", "\"Admim\""), ErrorCode::Corrupt},  // one letter in an entry
        {replaced(text, "\"seq\":1", "\"seq\":2"), ErrorCode::Corrupt},
        {replaced(text, "\"entries\": [", "\"entries\": [7,"), ErrorCode::Corrupt},
        {replaced(text, "\"throughline\": 1", "\"throughline\": 2"), ErrorCode::Unsupported},
        {replaced(text, "\"hash\"", "\"hush\""), ErrorCode::Corrupt},
        {text.substr(0, text.size() / 2), ErrorCode::Corrupt},
        {text + "x", ErrorCode::Corrupt},
        {"{}", ErrorCode::Invalid},
        {"[]", ErrorCode::Invalid},
        {"", ErrorCode::Corrupt},
        {"{\"cards\": []}", ErrorCode::Invalid},
    };
    for (const auto& [bytes, code] : table) {
        Board copy;
        const auto report = copy.import("throughline", bytes);
        REQUIRE_FALSE(report.ok());
        REQUIRE(report.error().error.has_value());
        CHECK_MESSAGE(report.error().error->code == code, to_text(*report.error().error));
        CHECK(copy.desk->workspace().seq() == 0);
    }
}

TEST_CASE("there is nothing to export before there is a board") {
    Board board;
    std::ostringstream out;
    const auto status = write_throughline(*board.desk, out);
    REQUIRE_FALSE(status.ok());
    CHECK(status.error().code == ErrorCode::NotFound);
}

TEST_CASE_FIXTURE(BoardOnly,
                  "cards and transitions come out as CSV with quotes where they are needed") {
    add_column(1, "doing", "Doing", model::ColumnKind::Active);
    const auto ana = add_person(1, "ana", "Ana");
    model::Card one;
    one.id = {1};
    one.number = 1;
    one.title = "Say \"hi\", twice\nor more";
    one.dri = ana;
    one.column = {1};
    one.created_at = one.entered_at = instant("2026-01-02T03:04:05Z");
    one.due = parse_day("2026-02-01").value();
    one.labels = {"a", "b"};
    one.value = 8;
    ws.put(one);
    model::Transition row;
    row.id = {1};
    row.card = {1};
    row.to = {1};
    row.kind = model::MoveKind::Created;
    row.at = row.known_at = one.created_at;
    row.by = ana;
    ws.put(row);
    std::ostringstream cards;
    REQUIRE(write_cards_csv(ws, cards).ok());
    CHECK(cards.str() ==
          "key,title,type,dri,objective,class,state,column,blocked,due,created_at,entered_at,value,"
          "urgency,enablement,size,"
          "labels,request,has_brief,parent,source,source_id,description,result\r\n"
          "MKT-1,\"Say \"\"hi\"\", twice\nor "
          "more\",,ana,,standard,on-board,doing,false,2026-02-01,2026-01-02T03:04:05Z,"
          "2026-01-02T03:04:05Z,8,,,,a; b,,false,,,,,\r\n");
    std::ostringstream rows;
    REQUIRE(write_transitions_csv(ws, rows).ok());
    CHECK(rows.str() ==
          "id,card,from,to,kind,at,known_at,by,voided_at,day_precision\r\n"
          "1,MKT-1,,doing,created,2026-01-02T03:04:05Z,2026-01-02T03:04:05Z,ana,,false\r\n");
}

TEST_CASE_FIXTURE(BoardOnly, "a title that a spreadsheet would run as a formula is made harmless") {
    for (const auto* title : {"=1+1", "+1", "-1", "@sum", "\tx"}) {
        model::Card one;
        one.id = {1};
        one.number = 1;
        one.title = title;
        ws.put(one);
        std::ostringstream cards;
        REQUIRE(write_cards_csv(ws, cards).ok());
        CHECK(cards.str().find(std::string("MKT-1,'") + title) != std::string::npos);
    }
}

TEST_CASE("every export format is found by its name") {
    for (const ExportFormat& format : export_formats()) {
        CHECK(export_format(format.name) == &format);
    }
    CHECK(export_format("nothing") == nullptr);
    CHECK(import_format("nothing") == nullptr);
}
