// Deciding, durable moves, opening: our store against bare SQLite on the same disk.
#include "tests/bench/benches.h"
#include "tests/bench/boards.h"

#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>

namespace throughline::bench {
namespace {

void must(bool ok, const char* what) {
    if (!ok) {
        std::fprintf(stderr, "bench: %s failed\n", what);
        std::exit(1);
    }
}

std::unique_ptr<desk::Desk> open(const std::string& path) {
    desk::OpenOptions options;
    options.mode = desk::OpenOptions::Mode::OpenOrCreate;
    options.automatic_backups = false;
    auto desk = desk::Desk::open(path, options);
    must(desk.ok(), "opening the board");
    if (const auto* ana = (*desk)->workspace().person_by_handle("ana")) {
        (*desk)->set_actor(ana->id);
    }
    return std::move(*desk);
}

// Bare SQLite with the same pragmas: a row updated, a row of the same width inserted, a journal row
// with a payload of the same length and its two hashes, in one durable transaction.
class BareMoves {
public:
    BareMoves(const std::string& path, int cards, std::size_t payload) : payload_(payload, 'x') {
        must(sqlite3_open(path.c_str(), &db_) == SQLITE_OK, "bare open");
        run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
            "CREATE TABLE card(id INTEGER PRIMARY KEY, title TEXT, board_column INTEGER, rank "
            "REAL, entered_at INTEGER);"
            "CREATE TABLE transition(id INTEGER PRIMARY KEY, card INTEGER, a INTEGER, b INTEGER, "
            "kind TEXT, at INTEGER, known INTEGER, by_person INTEGER);"
            "CREATE TABLE journal(seq INTEGER PRIMARY KEY, nonce INTEGER UNIQUE, payload TEXT, "
            "digest TEXT, hash TEXT); BEGIN;");
        sqlite3_stmt* insert = prepare("INSERT INTO card VALUES(?, ?, 1, 0, 0)");
        const std::string title(200, 't');
        for (int i = 1; i <= cards; ++i) {
            sqlite3_bind_int64(insert, 1, i);
            sqlite3_bind_text(insert, 2, title.c_str(), -1, SQLITE_STATIC);
            step(insert);
        }
        sqlite3_finalize(insert);
        run("COMMIT");
        update_ =
            prepare("UPDATE card SET board_column = ?, rank = ?, entered_at = ? WHERE id = ?");
        insert_ = prepare("INSERT INTO transition VALUES(?, ?, ?, ?, 'moved', ?, ?, 1)");
        journal_ = prepare("INSERT INTO journal VALUES(?, ?, ?, ?, ?)");
        cards_ = cards;
    }
    ~BareMoves() {
        for (sqlite3_stmt* one : {update_, insert_, journal_}) {
            sqlite3_finalize(one);
        }
        sqlite3_close(db_);
    }
    BareMoves(const BareMoves&) = delete;
    BareMoves& operator=(const BareMoves&) = delete;

    void move() {
        const std::int64_t n = ++count_;
        const std::string hash(64, 'h');
        run("BEGIN IMMEDIATE");
        const std::int64_t card = 1 + (n * 7919) % cards_;
        bind(update_, {n, n, n, card});
        step(update_);
        bind(insert_, {n, card, 1, 2, n, n});
        step(insert_);
        bind(journal_, {n, n * 104729});
        sqlite3_bind_text(journal_, 3, payload_.c_str(), -1, SQLITE_STATIC);
        sqlite3_bind_text(journal_, 4, hash.c_str(), -1, SQLITE_TRANSIENT);
        sqlite3_bind_text(journal_, 5, hash.c_str(), -1, SQLITE_TRANSIENT);
        step(journal_);
        run("COMMIT");
    }

private:
    void run(const char* sql) {
        must(sqlite3_exec(db_, sql, nullptr, nullptr, nullptr) == SQLITE_OK, sql);
    }
    sqlite3_stmt* prepare(const char* sql) {
        sqlite3_stmt* statement = nullptr;
        must(sqlite3_prepare_v2(db_, sql, -1, &statement, nullptr) == SQLITE_OK, sql);
        return statement;
    }
    static void bind(sqlite3_stmt* statement, std::initializer_list<std::int64_t> values) {
        int at = 0;
        for (const std::int64_t value : values) {
            sqlite3_bind_int64(statement, ++at, value);
        }
    }
    static void step(sqlite3_stmt* statement) {
        must(sqlite3_step(statement) == SQLITE_DONE, "bare step");
        sqlite3_reset(statement);
    }

    sqlite3* db_ = nullptr;
    sqlite3_stmt* update_ = nullptr;
    sqlite3_stmt* insert_ = nullptr;
    sqlite3_stmt* journal_ = nullptr;
    std::string payload_;
    int cards_ = 0;
    std::int64_t count_ = 0;
};

// Every column of every row of our tables, and nothing else.
void plain_read(const std::string& path) {
    sqlite3* db = nullptr;
    must(sqlite3_open_v2(path.c_str(), &db, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK,
         "plain open");
    std::int64_t sum = 0;
    for (const model::Table& table : model::tables()) {
        sqlite3_stmt* statement = nullptr;
        must(sqlite3_prepare_v2(db, ("SELECT * FROM \"" + std::string(table.name) + "\"").c_str(),
                                -1, &statement, nullptr) == SQLITE_OK,
             "plain prepare");
        while (sqlite3_step(statement) == SQLITE_ROW) {
            for (int i = 0; i < sqlite3_column_count(statement); ++i) {
                switch (sqlite3_column_type(statement, i)) {
                    case SQLITE_INTEGER: sum += sqlite3_column_int64(statement, i); break;
                    case SQLITE_FLOAT:
                        sum += static_cast<std::int64_t>(sqlite3_column_double(statement, i));
                        break;
                    default:
                        sum += sqlite3_column_bytes(statement, i) +
                               (sqlite3_column_text(statement, i) != nullptr ? 1 : 0);
                }
            }
        }
        sqlite3_finalize(statement);
    }
    sqlite3_close(db);
    if (sum == 1) {
        std::fprintf(stderr, " ");  // the sum is used, so that nothing is optimised away
    }
}

rules::MoveCards next_move(const model::Workspace& ws, int n) {
    const auto columns = ws.columns();
    const std::size_t from = static_cast<std::size_t>(n) % columns.size();
    const auto cards = ws.cards_in(columns[from]);
    if (from == 0) {
        return {{cards.back()}, columns[0], 0, ""};
    }
    // Backward moves need no readiness: imported cards have no brief.
    return {{cards[static_cast<std::size_t>(n * 31) % cards.size()]}, columns[from - 1], {}, ""};
}

void moves(Report& report, const std::string& folder, int cards) {
    const std::string path = folder + "/moves-" + std::to_string(cards) + ".throughline";
    auto desk = open(path);
    fill(*desk, cards, 2);
    int n = 0;
    const std::string size = std::to_string(cards / 1000) + "k cards";
    report.add({"decide and apply, " + size,
                time(
                    2000,
                    [&] {
                        const auto draft = desk->preview(next_move(desk->workspace(), ++n));
                        must(draft.ok(), "decide");
                    },
                    ClockKind::Cpu),
                "",
                {},
                "",
                {}});
    std::size_t payload = 400;
    if (const auto entry = desk->run(next_move(desk->workspace(), ++n))) {
        payload = journal::encode_payload(entry->draft, entry->seq).size();
    }
    BareMoves bare(folder + "/bare-" + std::to_string(cards) + ".db", cards, payload);
    const auto [ours, theirs] = time_pair(
        600, [&] { must(desk->run(next_move(desk->workspace(), ++n)).ok(), "move"); },
        [&] { bare.move(); });
    report.add({"durable move, " + size, ours, "bare SQLite", theirs, "<= 1.5 x",
                ours.median_ms <= 1.5 * theirs.median_ms});
}

}  // namespace

void bench_store(Report& report, const std::string& folder) {
    moves(report, folder, 1000);
    moves(report, folder, 100000);
    const std::string path = folder + "/open.throughline";
    {
        auto desk = open(path);
        fill(*desk, 100000, 10);
    }
    const auto [ours, theirs] = time_pair(
        5, [&] { open(path); }, [&] { plain_read(path); });
    report.add({"open, 100k cards and 1M transitions", ours, "plain sqlite3 loop", theirs, "<= 2 x",
                ours.median_ms <= 2 * theirs.median_ms});
    const double before = heap_mb();
    const auto desk = open(path);
    report.number("memory, 100k cards and 1M transitions", heap_mb() - before, "MB");
}

}  // namespace throughline::bench
