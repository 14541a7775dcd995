// A board in one SQLite file. Opening is in sqlite_open.cpp, check and rebuild in sqlite_check.cpp.
#pragma once

#include "core/store/backup.h"
#include "core/store/sqlite_db.h"
#include "core/store/store.h"
#include "core/store/stored_entry.h"
#include "core/store/table_rows.h"

#include <optional>
#include <vector>

namespace throughline::store {

// The present row of a statement that selects whole journal entries.
StoredEntry stored_entry(const Statement& row);

class SqliteStore final : public Store {
public:
    // The file is open, ours, and has all tables.
    SqliteStore(Db db, std::string path, std::string journal_mode);

    // Prepares what every commit and every poll needs.
    Status prepare();
    void start_daily_backup(Instant now);

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
    std::string describe() const override;

private:
    // `stored` is the draft, not yet linked.
    Result<journal::Entry> commit_in(Transaction& transaction, const journal::Draft& draft,
                                     StoredEntry stored);
    Result<std::optional<StoredEntry>> entry_of_nonce(std::int64_t nonce);
    Result<std::vector<journal::Entry>> read_entries(Statement& statement);
    Status insert_entry(const StoredEntry& stored);
    Status write_rows(const std::vector<journal::Change>& changes);
    // Corrupt when the newest entry is not what its hashes say.
    Result<Head> verified_head();
    // Every entry from the first; `use` returns false to stop.
    Status each_entry(const std::function<bool(const StoredEntry&)>& use);
    Status check_file(const Progress& progress, std::vector<Finding>& findings);
    Result<std::int64_t> data_version();

    Db db_;
    std::string path_;
    std::string journal_mode_;
    std::vector<TableRows> tables_;  // as model::tables()

    Statement select_head_;
    Statement select_nonce_;
    Statement select_since_;
    Statement select_before_;
    Statement insert_entry_;
    Statement data_version_;
    std::int64_t seen_version_ = 0;  // data_version when the journal was last looked at

    std::unique_ptr<DailyBackup> daily_backup_;
};

}  // namespace throughline::store
