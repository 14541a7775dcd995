#include "core/store/sqlite_store.h"

#include "core/store/schema.h"

#include <algorithm>
#include <limits>

namespace throughline::store {
namespace {

#define TL_ENTRY_COLUMNS                                                                           \
    "\"seq\", \"when_us\", \"actor\", \"kind\", \"command\", \"nonce\", \"payload\", \"digest\", " \
    "\"hash\""

constexpr std::string_view kSelectHead =
    "SELECT \"seq\", \"when_us\", \"hash\" FROM \"journal\" ORDER BY \"seq\" DESC LIMIT 1";
constexpr std::string_view kSelectNonce =
    "SELECT " TL_ENTRY_COLUMNS " FROM \"journal\" WHERE \"nonce\" = ?1";
constexpr std::string_view kSelectSince =
    "SELECT " TL_ENTRY_COLUMNS " FROM \"journal\" WHERE \"seq\" > ?1 ORDER BY \"seq\" LIMIT ?2";
constexpr std::string_view kSelectBefore =
    "SELECT " TL_ENTRY_COLUMNS
    " FROM \"journal\" WHERE \"seq\" < ?1 ORDER BY \"seq\" DESC LIMIT ?2";
constexpr std::string_view kInsertEntry =
    "INSERT INTO \"journal\" (" TL_ENTRY_COLUMNS ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";

#undef TL_ENTRY_COLUMNS

std::int64_t sql_limit(std::size_t limit) {
    return static_cast<std::int64_t>(
        std::min<std::size_t>(limit, std::numeric_limits<std::int64_t>::max()));
}

Error conflict(std::int64_t head, std::int64_t based_on) {
    return {ErrorCode::Conflict,
            "the board has moved on: it is at entry " + std::to_string(head) + ", not " +
                std::to_string(based_on),
            "journal"};
}

}  // namespace

StoredEntry stored_entry(const Statement& row) {
    StoredEntry stored;
    stored.seq = row.integer(0);
    stored.when_us = row.integer(1);
    stored.actor = row.integer(2);
    stored.kind = row.text(3);
    stored.command = row.text(4);
    stored.nonce = row.integer(5);
    stored.payload = row.text(6);
    stored.digest = row.text(7);
    stored.hash = row.text(8);
    return stored;
}

SqliteStore::SqliteStore(Db db, std::string path, std::string journal_mode)
    : db_(std::move(db)), path_(std::move(path)), journal_mode_(std::move(journal_mode)) {
    for (const model::Table& table : model::tables()) {
        tables_.emplace_back(db_, table);
    }
}

Status SqliteStore::prepare() {
    TL_TRY(select_head_, db_.prepare(kSelectHead));
    TL_TRY(select_nonce_, db_.prepare(kSelectNonce));
    TL_TRY(select_since_, db_.prepare(kSelectSince));
    TL_TRY(select_before_, db_.prepare(kSelectBefore));
    TL_TRY(insert_entry_, db_.prepare(kInsertEntry));
    TL_TRY(data_version_, db_.prepare("PRAGMA data_version"));
    return Done{};
}

void SqliteStore::start_daily_backup(Instant now) {
    daily_backup_ = std::make_unique<DailyBackup>(path_, now);
}

Result<std::int64_t> SqliteStore::data_version() {
    TL_TRY([[maybe_unused]] const bool row, data_version_.step());
    const std::int64_t version = data_version_.integer(0);
    data_version_.reset();
    return version;
}

Result<Head> SqliteStore::head() {
    const ResetAtEnd reset(select_head_);
    TL_TRY(const bool row, select_head_.step());
    if (!row) {
        return Head{};
    }
    return Head{
        select_head_.integer(0), {select_head_.integer(1)}, std::string(select_head_.text(2))};
}

Result<Head> SqliteStore::verified_head() {
    const ResetAtEnd reset(select_before_);
    select_before_.bind(1, std::numeric_limits<std::int64_t>::max());
    select_before_.bind(2, std::int64_t{2});
    TL_TRY(bool row, select_before_.step());
    if (!row) {
        return Head{};
    }
    const StoredEntry newest = stored_entry(select_before_);
    TL_TRY(row, select_before_.step());
    const std::string previous = row ? std::string(select_before_.text(8)) : "";
    if (auto entry = read_stored(newest); !entry) {
        Error error = std::move(entry).error();
        error.message += "; run check";
        return error;
    }
    if (journal::chain(previous, newest.digest) != newest.hash) {
        return Error{ErrorCode::Corrupt,
                     "the chain of hashes is broken at the newest entry; run check",
                     "journal " + std::to_string(newest.seq)};
    }
    return newest.head();
}

Status SqliteStore::load(model::Workspace& workspace) {
    TL_TRY(Transaction still, Transaction::begin(db_, Transaction::Kind::Read));
    TL_TRY(const Head head, verified_head());
    TL_TRY(const std::int64_t version, data_version());
    workspace.begin_load();
    Status status = Done{};
    for (TableRows& table : tables_) {
        status = table.load(workspace);
        if (!status) {
            break;
        }
    }
    workspace.end_load();
    TL_CHECK(std::move(status));
    workspace.set_position(head.seq, head.when);
    seen_version_ = version;
    return still.commit();
}

Result<journal::Entry> SqliteStore::commit(const journal::Draft& draft, std::int64_t based_on) {
    TL_CHECK(journal::check_storable(draft));
    if (daily_backup_ && daily_backup_->found_damage()) {
        return Error{ErrorCode::Corrupt,
                     "nothing was written, because the board's file is damaged: " +
                         daily_backup_->outcome() +
                         "; open it again to have it moved aside, and restore a backup",
                     path_};
    }
    StoredEntry stored = make_stored(draft, based_on + 1);
    TL_TRY(Transaction transaction, Transaction::begin(db_, Transaction::Kind::Write));
    return commit_in(transaction, draft, std::move(stored));
}

Result<journal::Entry> SqliteStore::commit_in(Transaction& transaction, const journal::Draft& draft,
                                              StoredEntry stored) {
    TL_TRY(const std::int64_t version, data_version());
    TL_TRY(const Head newest, head());
    TL_TRY(const auto same, entry_of_nonce(stored.nonce));
    if (same) {
        return read_stored(*same);
    }
    if (newest.seq != stored.seq - 1) {
        return conflict(newest.seq, stored.seq - 1);
    }
    link_to(stored, newest.hash);
    TL_CHECK(insert_entry(stored));
    TL_CHECK(write_rows(draft.changes));
    TL_CHECK(transaction.commit());
    seen_version_ = version;  // nobody came between: the newest entry was the one decided on
    journal::Entry entry{stored.seq, draft, stored.hash};
    entry.draft.args = journal::canonical_args(draft.args);
    return entry;
}

Result<std::optional<StoredEntry>> SqliteStore::entry_of_nonce(std::int64_t nonce) {
    const ResetAtEnd reset(select_nonce_);
    select_nonce_.bind(1, nonce);
    TL_TRY(const bool row, select_nonce_.step());
    return row ? std::optional(stored_entry(select_nonce_)) : std::nullopt;
}

Status SqliteStore::insert_entry(const StoredEntry& stored) {
    insert_entry_.bind(1, stored.seq);
    insert_entry_.bind(2, stored.when_us);
    insert_entry_.bind(3, stored.actor);
    insert_entry_.bind(4, stored.kind);
    insert_entry_.bind(5, stored.command);
    insert_entry_.bind(6, stored.nonce);
    insert_entry_.bind(7, stored.payload);
    insert_entry_.bind(8, stored.digest);
    insert_entry_.bind(9, stored.hash);
    return insert_entry_.run();
}

Status SqliteStore::write_rows(const std::vector<journal::Change>& changes) {
    for (const journal::Change& change : changes) {
        TL_CHECK(
            tables_[static_cast<std::size_t>(change.table - model::tables().data())].write(change));
    }
    return Done{};
}

Result<std::vector<journal::Entry>> SqliteStore::read_entries(Statement& statement) {
    const ResetAtEnd reset(statement);
    std::vector<journal::Entry> entries;
    for (;;) {
        TL_TRY(const bool row, statement.step());
        if (!row) {
            return entries;
        }
        TL_TRY(journal::Entry entry, read_stored(stored_entry(statement)));
        entries.push_back(std::move(entry));
    }
}

Result<std::vector<journal::Entry>> SqliteStore::since(std::int64_t seq, std::size_t limit) {
    // Asked first: what is committed between the two is then seen twice rather than never.
    TL_TRY(seen_version_, data_version());
    select_since_.bind(1, seq);
    select_since_.bind(2, sql_limit(limit));
    return read_entries(select_since_);
}

Result<std::vector<journal::Entry>> SqliteStore::before(std::int64_t seq, std::size_t limit) {
    select_before_.bind(1, seq);
    select_before_.bind(2, sql_limit(limit));
    return read_entries(select_before_);
}

Result<bool> SqliteStore::changed() {
    TL_TRY(const std::int64_t version, data_version());
    return std::exchange(seen_version_, version) != version;
}

// --- drafts -------------------------------------------------------------------------------------

Status SqliteStore::save_draft(const model::BriefDraft& draft) {
    if (draft.id <= 0) {
        return Error{ErrorCode::Invalid, "a draft needs an id", "brief_draft"};
    }
    const auto fields = model::field_infos<model::BriefDraft>();
    std::string places;
    for (std::size_t i = 1; i <= fields.size(); ++i) {
        places += (i == 1 ? "?" : ", ?") + std::to_string(i);
    }
    TL_TRY(Statement put, db_.prepare("INSERT OR REPLACE INTO \"brief_draft\" (" +
                                      column_list(fields) + ") VALUES (" + places + ")"));
    const model::Row row = model::to_row(draft);
    for (std::size_t i = 0; i < row.size(); ++i) {
        put.bind(static_cast<int>(i + 1), row[i]);
    }
    return put.run();
}

Status SqliteStore::remove_draft(std::int64_t id) {
    TL_TRY(Statement remove, db_.prepare("DELETE FROM \"brief_draft\" WHERE \"id\" = ?1"));
    remove.bind(1, id);
    return remove.run();
}

Result<std::vector<model::BriefDraft>> SqliteStore::drafts(model::PersonId owner) {
    const auto fields = model::field_infos<model::BriefDraft>();
    TL_TRY(Statement rows,
           db_.prepare("SELECT " + column_list(fields) +
                       " FROM \"brief_draft\" WHERE \"owner\" IS ?1 ORDER BY \"id\""));
    const model::Value wanted = model::Codec<model::PersonId>::encode(owner);
    rows.bind(1, wanted);
    std::vector<model::BriefDraft> found;
    for (;;) {
        TL_TRY(const bool row, rows.step());
        if (!row) {
            return found;
        }
        model::BriefDraft draft;
        const std::string_view wrong = model::read_fields(
            draft, [&](std::size_t field) { return rows.value(static_cast<int>(field)); });
        if (!wrong.empty()) {
            return Error{ErrorCode::Corrupt,
                         "'" + std::string(wrong) + "' does not hold what it should",
                         "brief_draft " + std::to_string(rows.integer(0))};
        }
        found.push_back(std::move(draft));
    }
}

Status SqliteStore::backup(const std::string& path) {
    return copy_database(db_, path);
}

std::string SqliteStore::describe() const {
    std::string mode = journal_mode_;
    std::transform(mode.begin(), mode.end(), mode.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    std::string words = "SQLite " + sqlite_version() + ", " + mode + ", full durability";
    if (db_.is_read_only()) {
        words += ", read-only";
    }
    const std::string backed_up = daily_backup_ ? daily_backup_->outcome() : "";
    return backed_up.empty() ? words : words + ", " + backed_up;
}

}  // namespace throughline::store
