#include "tests/core/store/sqlite_fixture.h"

#include <doctest/doctest.h>
#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>

namespace throughline::test {
namespace fs = std::filesystem;

BoardFile::BoardFile() {
    std::string name = (fs::temp_directory_path() / "throughline-store-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    folder_ = name;
}

BoardFile::~BoardFile() {
    std::error_code code;
    fs::remove_all(folder_, code);
}

store::SqliteOptions BoardFile::options() const {
    store::SqliteOptions options;
    options.now = kNow;
    options.automatic_backups = false;
    return options;
}

Result<std::unique_ptr<store::Store>> BoardFile::try_open(
    const store::SqliteOptions& options) const {
    return store::open_sqlite_store(path(), options);
}

std::unique_ptr<store::Store> BoardFile::open(const store::SqliteOptions& options) const {
    auto opened = try_open(options);
    REQUIRE_MESSAGE(opened.ok(), (opened ? "" : to_text(opened.error())));
    return std::move(*opened);
}

std::string BoardFile::sql(const std::string& statements) const {
    sqlite3* db = nullptr;
    REQUIRE(sqlite3_open(path().c_str(), &db) == SQLITE_OK);
    std::string first;
    const auto keep = [](void* out, int, char** values, char**) {
        if (values[0] != nullptr && static_cast<std::string*>(out)->empty()) {
            *static_cast<std::string*>(out) = values[0];
        }
        return 0;
    };
    char* message = nullptr;
    sqlite3_exec(db, statements.c_str(), keep, &first, &message);
    CHECK_MESSAGE(message == nullptr, std::string(message == nullptr ? "" : message));
    sqlite3_free(message);
    sqlite3_close(db);
    return first;
}

void BoardFile::write_bytes(std::size_t at, const std::string& bytes) const {
    std::fstream file(path(), std::ios::binary | std::ios::in | std::ios::out);
    file.seekp(static_cast<std::streamoff>(at));
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    REQUIRE(file.good());
}

std::vector<std::string> BoardFile::names(const std::string& prefix) const {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder_)) {
        if (entry.path().filename().string().starts_with(prefix)) {
            names.push_back(entry.path().filename().string());
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

Status add_cards(store::Store& store, int count) {
    model::Workspace workspace;
    TL_CHECK(store.load(workspace));
    for (int i = 0; i < count; ++i) {
        const std::int64_t id = workspace.seq() + 1;
        model::Card card;
        card.id = {id};
        card.number = id;
        card.title = "card " + std::to_string(id);
        model::Transition transition;
        transition.id = {id};
        transition.card = card.id;
        journal::Draft draft;
        draft.when = kNow;
        draft.command = "create-card";
        // Tells apart the attempts of several children at the same entry.
        draft.nonce = static_cast<std::uint64_t>(id) << 32 | static_cast<std::uint32_t>(::getpid());
        draft.changes = {*journal::make_change(model::table_of<model::Card>(), id, std::nullopt,
                                               model::to_row(card)),
                         *journal::make_change(model::table_of<model::Transition>(), id,
                                               std::nullopt, model::to_row(transition))};
        TL_TRY(const journal::Entry entry, store.commit(draft, workspace.seq()));
        TL_CHECK(journal::apply(workspace, entry));
    }
    return Done{};
}

std::size_t sound_cards(store::Store& store) {
    const auto findings = store.check({});
    REQUIRE_MESSAGE(findings.ok(), (findings ? "" : to_text(findings.error())));
    CHECK_MESSAGE(
        findings->empty(),
        (findings->empty() ? "" : findings->front().where + ": " + findings->front().what));
    model::Workspace workspace;
    REQUIRE(store.load(workspace).ok());
    CHECK(workspace.rows<model::Card>().size() == static_cast<std::size_t>(workspace.seq()));
    CHECK(workspace.rows<model::Transition>().size() == static_cast<std::size_t>(workspace.seq()));
    return workspace.rows<model::Card>().size();
}

int in_child(const std::function<int()>& body) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        ::_exit(body());
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 100 + WTERMSIG(status);
}

}  // namespace throughline::test
