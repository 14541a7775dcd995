// An import while others commit to the same board.
#include "tests/core/exchange/support.h"

#include <atomic>
#include <filesystem>

using namespace throughline;
using namespace throughline::exchange;

namespace {

constexpr std::string_view kTable =
    "ID,Name,Begun,Done\nA1,First,2026-01-05,\nA2,Second,2026-01-05,\n";
constexpr std::string_view kLater =
    "ID,Name,Begun,Done\nA1,First,2026-01-05,2026-01-09\nA2,Second,2026-01-05,\n";

// One file, two desks of one person.
struct TwoDesks {
    std::filesystem::path path =
        std::filesystem::temp_directory_path() / "throughline-import-again.db";
    Instant now = instant("2026-03-01T12:00:00Z");
    std::uint64_t nonce = 0;
    std::unique_ptr<desk::Desk> mine;
    std::unique_ptr<desk::Desk> other;

    TwoDesks() {
        remove();
        mine = open(desk::OpenOptions::Mode::MustNotExist);
        REQUIRE(mine->run(rules::CreateBoard{"empty", "Board", "UTC", "ana", "Ana"}).ok());
        other = open(desk::OpenOptions::Mode::MustExist);
        for (desk::Desk* desk : {mine.get(), other.get()}) {
            desk->set_actor(desk->workspace().person_by_handle("ana")->id);
        }
    }
    ~TwoDesks() {
        mine.reset();
        other.reset();
        remove();
    }
    TwoDesks(const TwoDesks&) = delete;
    TwoDesks& operator=(const TwoDesks&) = delete;

    std::unique_ptr<desk::Desk> open(desk::OpenOptions::Mode mode) {
        auto desk = desk::Desk::open(path.string(), {.mode = mode,
                                                     .clock = [this] { return now; },
                                                     .nonces = [this] { return ++nonce; },
                                                     .automatic_backups = false});
        REQUIRE(desk.ok());
        return std::move(desk).value();
    }
    void remove() const {
        for (const char* end : {"", "-wal", "-shm", ".lock"}) {
            std::filesystem::remove(path.string() + end);
        }
    }
    // `meanwhile` happens once, in the midst of the reading.
    Result<ImportReport, desk::Stop> take(std::string_view bytes,
                                          std::function<void()> meanwhile = {}) {
        ImportOptions options{.file_name = "table.csv"};
        options.progress = [&meanwhile](std::size_t, std::size_t) {
            if (const auto act = std::exchange(meanwhile, {})) {
                act();
            }
            return true;
        };
        return import_file(*mine, *import_format("flow-csv"), bytes, options, ImportMode::Run,
                           1000 * ++nonce);
    }
};

}  // namespace

TEST_CASE_FIXTURE(TwoDesks, "an import that others made old is read again by itself") {
    REQUIRE(take(kTable).ok());
    REQUIRE(other->refresh().ok());
    const auto report = take(kLater, [this] { REQUIRE(other->undo().ok()); });
    REQUIRE(report.ok());
    CHECK(report->created.at("cards") == 2);  // those it meant to change are gone
    CHECK(mine->workspace().rows<model::Card>().size() == 2);
}

TEST_CASE_FIXTURE(TwoDesks, "what somebody else imports meanwhile does not come in twice") {
    const auto report = take(kTable, [this] {
        ImportOptions options{.file_name = "table.csv"};
        REQUIRE(
            import_file(*other, *import_format("flow-csv"), kTable, options, ImportMode::Run, 77)
                .ok());
    });
    REQUIRE(report.ok());
    CHECK(report->is_empty());
    CHECK(mine->workspace().rows<model::Card>().size() == 2);
}

TEST_CASE_FIXTURE(TwoDesks, "a refusal of the rules is recorded as before, once") {
    REQUIRE(take(kTable).ok());
    const model::ColumnId begun = mine->workspace().column_by_handle("begun")->id;
    REQUIRE(mine->run(rules::EditColumn{begun, {{"wip_limit", "2"}}}).ok());
    const std::int64_t before = mine->workspace().seq();
    const auto report = take(std::string(kTable) + "A3,Third,2026-01-05,\n");
    REQUIRE_FALSE(report.ok());
    REQUIRE(report.error().refusal.has_value());
    CHECK(report.error().refusal->rule == "wip_limit");
    CHECK(mine->workspace().seq() == before + 1);
    CHECK(mine->workspace().rows<model::Card>().size() == 2);
}

TEST_CASE_FIXTURE(TwoDesks, "a preview that the rules would refuse is shown, with the cause") {
    constexpr std::string_view kNothingDone = "ID,Name,Begun,Later\nA1,First,2026-01-05,\n";
    REQUIRE(take(kNothingDone).ok());
    const model::ColumnId begun = mine->workspace().column_by_handle("begun")->id;
    REQUIRE(mine->run(rules::EditColumn{begun, {{"wip_limit", "1"}}}).ok());
    const auto look = [this](std::string_view bytes) {
        ImportOptions options{.file_name = "table.csv"};
        auto report = import_file(*mine, *import_format("flow-csv"), bytes, options,
                                  ImportMode::Preview, 1000 * ++nonce);
        REQUIRE(report.ok());
        return std::move(report).value();
    };
    const std::string more = std::string(kNothingDone) + "A2,Second,2026-01-05,\n";
    const ImportReport report = look(more);
    CHECK(report.created.at("cards") == 1);
    REQUIRE(report.refused.has_value());
    CHECK(report.refused->rule == "wip_limit");
    CHECK(report.refused->remedy.starts_with("No list was recognised as holding finished work"));
    CHECK(report.refused->remedy.find("--done") != std::string::npos);
    CHECK(report.refused->remedy.find("override") == std::string::npos);
    CHECK(to_json(report).find("\"refused\"") != std::string::npos);
    // The import itself says the same.
    const auto refused = take(more);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().refusal->remedy == report.refused->remedy);
    REQUIRE(mine->run(rules::EditColumn{begun, {{"wip_limit", "2"}}}).ok());
    CHECK_FALSE(look(more).refused);
}
