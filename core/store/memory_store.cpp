#include "core/store/memory_store.h"

#include "core/store/check.h"

#include <algorithm>

namespace throughline::store {
namespace {

class MemoryStore final : public Store {
public:
    explicit MemoryStore(std::shared_ptr<MemoryBoard> board) : board_(std::move(board)) {}

    Status load(model::Workspace& workspace) override;
    Result<journal::Entry> commit(const journal::Draft& draft, std::int64_t based_on) override;
    Result<std::vector<journal::Entry>> since(std::int64_t seq, std::size_t limit) override;
    Result<std::vector<journal::Entry>> before(std::int64_t seq, std::size_t limit) override;
    Result<Head> head() override;
    Result<bool> changed() override;
    Status save_draft(const model::BriefDraft& draft) override;
    Status remove_draft(std::int64_t id) override;
    Result<std::vector<model::BriefDraft>> drafts(model::PersonId owner) override;
    Result<std::vector<Finding>> check(const Progress& progress) override;
    Status rebuild(const Progress& progress) override;
    Status backup(const std::string& path) override;
    std::string describe() const override { return "memory; nothing is kept"; }

private:
    std::shared_ptr<MemoryBoard> board_;  // shared by the stores on one board
    std::int64_t seen_ = 0;               // the board's version when it was last looked at
};

using Tables = std::vector<std::map<std::int64_t, model::Row>>;

class MapRowReader final : public model::RowReader {
public:
    explicit MapRowReader(const model::Row& row) : row_(row) {}
    model::ValueView value(std::size_t field) override {
        return field < row_.size() ? model::ValueView(row_[field]) : model::ValueView();
    }

private:
    const model::Row& row_;
};

auto first_after(const std::vector<StoredEntry>& journal, std::int64_t seq) {
    return std::upper_bound(
        journal.begin(), journal.end(), seq,
        [](std::int64_t wanted, const StoredEntry& one) { return wanted < one.seq; });
}

Error corrupt(const journal::Change& change, const std::string& what) {
    return {ErrorCode::Corrupt, what + "; run check and rebuild",
            std::string(change.table->name) + " " + std::to_string(change.id)};
}

Status write(Tables& tables, const journal::Change& change) {
    auto& rows = tables[static_cast<std::size_t>(change.table - model::tables().data())];
    const auto found = rows.find(change.id);
    if ((change.kind == journal::ChangeKind::Insert) != (found == rows.end())) {
        return corrupt(change,
                       found == rows.end() ? "the row is not there" : "the row is already there");
    }
    if (change.kind == journal::ChangeKind::Remove) {
        rows.erase(found);
        return Done{};
    }
    model::Row& row = found == rows.end() ? rows[change.id] = change.table->blank() : found->second;
    row[0] = change.id;
    for (const journal::FieldChange& field : change.fields) {
        row[field.field] = field.after;
    }
    return Done{};
}

Status MemoryStore::load(model::Workspace& workspace) {
    const std::scoped_lock lock(board_->mutex);
    if (!board_->journal.empty()) {
        TL_CHECK(read_stored(board_->journal.back()));
    }
    workspace.begin_load();
    Status status = Done{};
    for (const model::Table& table : model::tables()) {
        for (const auto& [id, row] :
             board_->tables[static_cast<std::size_t>(&table - model::tables().data())]) {
            MapRowReader reader(row);
            const std::string_view wrong = table.read(workspace, reader);
            if (!wrong.empty() && status) {
                status = Error{ErrorCode::Corrupt,
                               "'" + std::string(wrong) + "' does not hold what it should",
                               std::string(table.name) + " " + std::to_string(id)};
            }
        }
    }
    workspace.end_load();
    if (!board_->journal.empty()) {
        const Head head = board_->journal.back().head();
        workspace.set_position(head.seq, head.when);
    }
    seen_ = board_->version;
    return status;
}

Result<journal::Entry> MemoryStore::commit(const journal::Draft& draft, std::int64_t based_on) {
    TL_CHECK(journal::check_storable(draft));
    const std::scoped_lock lock(board_->mutex);
    if (const auto same = board_->seq_of_nonce.find(stored_nonce(draft.nonce));
        same != board_->seq_of_nonce.end()) {
        return read_stored(*first_after(board_->journal, same->second - 1));
    }
    const std::int64_t last = board_->journal.empty() ? 0 : board_->journal.back().seq;
    if (last != based_on) {
        return Error{ErrorCode::Conflict,
                     "the board has moved on: it is at entry " + std::to_string(last) + ", not " +
                         std::to_string(based_on),
                     "journal"};
    }
    // A few rows at most are copied back when a later change fails; a copy of the tables is not.
    std::vector<journal::Change> undo;
    for (const journal::Change& change : draft.changes) {
        if (Status status = write(board_->tables, change); !status) {
            for (auto done = undo.rbegin(); done != undo.rend(); ++done) {
                TL_CHECK(write(board_->tables, *done));
            }
            return std::move(status).error();
        }
        undo.push_back(journal::invert(change));
    }
    StoredEntry stored = make_stored(draft, last + 1);
    link_to(stored, board_->journal.empty() ? "" : board_->journal.back().hash);
    journal::Entry entry{stored.seq, draft, stored.hash};
    entry.draft.args = journal::canonical_args(draft.args);
    board_->seq_of_nonce[stored.nonce] = stored.seq;
    board_->journal.push_back(std::move(stored));
    seen_ = ++board_->version;
    return entry;
}

Result<std::vector<journal::Entry>> MemoryStore::since(std::int64_t seq, std::size_t limit) {
    const std::scoped_lock lock(board_->mutex);
    std::vector<journal::Entry> entries;
    for (auto stored = first_after(board_->journal, seq);
         stored != board_->journal.end() && entries.size() < limit; ++stored) {
        TL_TRY(journal::Entry entry, read_stored(*stored));
        entries.push_back(std::move(entry));
    }
    seen_ = board_->version;
    return entries;
}

Result<std::vector<journal::Entry>> MemoryStore::before(std::int64_t seq, std::size_t limit) {
    const std::scoped_lock lock(board_->mutex);
    std::vector<journal::Entry> entries;
    for (auto stored = first_after(board_->journal, seq - 1);
         stored != board_->journal.begin() && entries.size() < limit;) {
        --stored;
        TL_TRY(journal::Entry entry, read_stored(*stored));
        entries.push_back(std::move(entry));
    }
    return entries;
}

Result<Head> MemoryStore::head() {
    const std::scoped_lock lock(board_->mutex);
    return board_->journal.empty() ? Head{} : board_->journal.back().head();
}

Result<bool> MemoryStore::changed() {
    const std::scoped_lock lock(board_->mutex);
    return std::exchange(seen_, board_->version) != board_->version;
}

Status MemoryStore::save_draft(const model::BriefDraft& draft) {
    if (draft.id <= 0) {
        return Error{ErrorCode::Invalid, "a draft needs an id", "brief_draft"};
    }
    const std::scoped_lock lock(board_->mutex);
    board_->drafts[draft.id] = draft;
    return Done{};
}

Status MemoryStore::remove_draft(std::int64_t id) {
    const std::scoped_lock lock(board_->mutex);
    board_->drafts.erase(id);
    return Done{};
}

Result<std::vector<model::BriefDraft>> MemoryStore::drafts(model::PersonId owner) {
    const std::scoped_lock lock(board_->mutex);
    std::vector<model::BriefDraft> found;
    for (const auto& [id, draft] : board_->drafts) {
        if (draft.owner == owner) {
            found.push_back(draft);
        }
    }
    return found;
}

Result<std::vector<Finding>> MemoryStore::check(const Progress& progress) {
    const std::scoped_lock lock(board_->mutex);
    std::size_t total = board_->journal.size();
    for (const auto& rows : board_->tables) {
        total += rows.size();
    }
    Checker checker(progress, static_cast<std::int64_t>(total));
    bool go_on = true;
    for (std::size_t i = 0; i < board_->journal.size() && go_on; ++i) {
        checker.entry(board_->journal[i]);
        go_on = checker.go_on();
    }
    for (std::size_t t = 0; t < board_->tables.size() && go_on; ++t) {
        checker.begin_table(model::tables()[t]);
        for (auto row = board_->tables[t].begin(); row != board_->tables[t].end() && go_on; ++row) {
            checker.row(row->second);
            go_on = checker.go_on();
        }
        checker.end_table();
    }
    if (!go_on) {
        return Error{ErrorCode::Cancelled, "the check was stopped", ""};
    }
    return checker.take_findings();
}

Status MemoryStore::rebuild(const Progress& progress) {
    const std::scoped_lock lock(board_->mutex);
    Replay replay;
    const auto total = static_cast<std::int64_t>(board_->journal.size());
    for (const StoredEntry& stored : board_->journal) {
        TL_CHECK(replay.entry(stored));
        if (progress && !progress(stored.seq, total)) {
            return Error{ErrorCode::Cancelled, "the rebuild was stopped; nothing was changed", ""};
        }
    }
    for (std::size_t t = 0; t < board_->tables.size(); ++t) {
        auto& rows = board_->tables[t];
        rows.clear();
        model::tables()[t].each(replay.workspace(), [&](const model::Row& row) {
            rows.emplace(std::get<std::int64_t>(row[0]), row);
        });
    }
    ++board_->version;
    return Done{};
}

Status MemoryStore::backup(const std::string&) {
    return Error{ErrorCode::Unsupported, "a board in memory has no file to copy; export it instead",
                 ""};
}

}  // namespace

std::unique_ptr<Store> make_memory_store() {
    return make_memory_store(std::make_shared<MemoryBoard>());
}

std::unique_ptr<Store> make_memory_store(std::shared_ptr<MemoryBoard> board) {
    return std::make_unique<MemoryStore>(std::move(board));
}

}  // namespace throughline::store
