#include "tests/conformance/stores.h"

#include "core/store/memory_store.h"

#include <doctest/doctest.h>
#include <sqlite3.h>

#include <cstdlib>
#include <filesystem>

namespace throughline::test {
namespace {

class MemoryTestBoard final : public TestBoard {
public:
    std::unique_ptr<store::Store> open() override { return store::make_memory_store(board_); }
    void alter_payload(std::int64_t seq, const std::string& from, const std::string& to) override {
        std::string& payload = board_->journal[static_cast<std::size_t>(seq - 1)].payload;
        const auto at = payload.find(from);
        REQUIRE(at != std::string::npos);
        payload.replace(at, from.size(), to);
    }
    void remove_entry(std::int64_t seq) override {
        board_->journal.erase(board_->journal.begin() + static_cast<std::ptrdiff_t>(seq - 1));
    }
    void set_text(const std::string& table, std::int64_t id, const std::string& field,
                  const std::string& text) override {
        const model::Table& info = *model::table_by_name(table);
        rows(info).at(id)[*info.field_index(field)] = text;
    }
    void remove_row(const std::string& table, std::int64_t id) override {
        rows(*model::table_by_name(table)).erase(id);
    }

private:
    std::map<std::int64_t, model::Row>& rows(const model::Table& table) {
        return board_->tables[static_cast<std::size_t>(&table - model::tables().data())];
    }
    std::shared_ptr<store::MemoryBoard> board_ = std::make_shared<store::MemoryBoard>();
};

class SqliteTestBoard final : public TestBoard {
public:
    explicit SqliteTestBoard(store::SqliteOptions::Journal journal) : journal_(journal) {}

    std::unique_ptr<store::Store> open() override {
        store::SqliteOptions options;
        options.journal = journal_;
        options.now = kNow;
        auto opened = store::open_sqlite_store(path(), options);
        REQUIRE_MESSAGE(opened.ok(), (opened ? "" : to_text(opened.error())));
        return std::move(*opened);
    }
    void alter_payload(std::int64_t seq, const std::string& from, const std::string& to) override {
        run("UPDATE journal SET payload = replace(payload, '" + from + "', '" + to +
            "') WHERE seq = " + std::to_string(seq));
    }
    void remove_entry(std::int64_t seq) override {
        run("DELETE FROM journal WHERE seq = " + std::to_string(seq));
    }
    void set_text(const std::string& table, std::int64_t id, const std::string& field,
                  const std::string& text) override {
        run("UPDATE " + table + " SET " + field + " = '" + text +
            "' WHERE id = " + std::to_string(id));
    }
    void remove_row(const std::string& table, std::int64_t id) override {
        run("DELETE FROM " + table + " WHERE id = " + std::to_string(id));
    }

private:
    std::string path() const { return folder_.file("board.throughline"); }
    void run(const std::string& sql) {
        sqlite3* db = nullptr;
        REQUIRE(sqlite3_open(path().c_str(), &db) == SQLITE_OK);
        CHECK(sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK);
        CHECK(sqlite3_changes(db) == 1);
        sqlite3_close(db);
    }

    TempFolder folder_;
    store::SqliteOptions::Journal journal_;
};

}  // namespace

TempFolder::TempFolder() {
    std::string name =
        (std::filesystem::temp_directory_path() / "throughline-test-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
}

TempFolder::~TempFolder() {
    std::error_code code;
    std::filesystem::remove_all(path_, code);
}

const std::vector<StoreKind>& store_kinds() {
    using Journal = store::SqliteOptions::Journal;
    static const std::vector<StoreKind> kKinds{
        {"memory", [] { return std::make_unique<MemoryTestBoard>(); }},
        {"SQLite, WAL", [] { return std::make_unique<SqliteTestBoard>(Journal::WalIfPossible); }},
        {"SQLite, DELETE", [] { return std::make_unique<SqliteTestBoard>(Journal::Delete); }},
    };
    return kKinds;
}

journal::Draft draft_of(std::vector<journal::Change> changes, const std::string& command) {
    static std::uint64_t nonce = 0;
    journal::Draft draft;
    draft.when = kNow;
    draft.actor = {7};
    draft.command = command;
    draft.args = R"({"note":"as given"})";
    draft.nonce = 0xF000000000000000U + ++nonce;
    draft.changes = std::move(changes);
    return draft;
}

journal::Change add_card(model::Workspace& workspace, std::int64_t id, const std::string& title) {
    model::Card card;
    card.id = {id};
    card.number = id;
    card.title = title;
    card.column = {1};
    card.rank = static_cast<double>(id);
    auto change =
        journal::make_change(model::table_of<model::Card>(), id, std::nullopt, model::to_row(card));
    REQUIRE(journal::apply(workspace, *change).ok());
    return *change;
}

journal::Change retitle_card(model::Workspace& workspace, std::int64_t id,
                             const std::string& title) {
    model::Card card = *workspace.find(model::CardId{id});
    const model::Row before = model::to_row(card);
    card.title = title;
    auto change =
        journal::make_change(model::table_of<model::Card>(), id, before, model::to_row(card));
    REQUIRE(journal::apply(workspace, *change).ok());
    return *change;
}

bool same_rows(const model::Workspace& a, const model::Workspace& b) {
    for (const model::Table& table : model::tables()) {
        std::vector<model::Row> left;
        std::vector<model::Row> right;
        table.each(a, [&](model::Row row) { left.push_back(std::move(row)); });
        table.each(b, [&](model::Row row) { right.push_back(std::move(row)); });
        CHECK_MESSAGE(left == right, "table ", std::string(table.name), " differs");
        if (left != right) {
            return false;
        }
    }
    return true;
}

}  // namespace throughline::test
