// Copies of a board file: on demand, before migrations, and one a day of the last seven days on
// which something had changed.
#pragma once

#include "core/store/sqlite_db.h"
#include "core/store/store.h"

#include <atomic>
#include <mutex>
#include <thread>

namespace throughline::store {

// Copies the database to a new file while others go on writing: first under another name, then
// checked, then renamed. Invalid when `to` exists, Corrupt when the copy does not pass its check.
Status copy_database(Db& from, const std::string& to);

// Where automatic backups of a board lie: "<path>.backups".
std::string backup_folder(const std::string& path);
// The newest file there, "" for none.
std::string newest_backup(const std::string& path);
// Nothing was backed up today, and something is new since the last time.
bool daily_backup_is_due(const std::string& path, Instant now, std::int64_t seq);
// Before the tables are changed: "2026-03-29T09-00-00Z-before-format-2.throughline". Never rotated.
Status backup_before_migration(Db& db, const std::string& path, Instant now,
                               std::int64_t to_format);

// Makes the daily backup on a thread and a connection of its own, so that opening does not wait.
// The destructor waits for it. Named after the newest entry that it holds:
// "2026-03-29T09-00-00Z-entry-17.throughline". The newest seven are kept; files that are not ours
// by name are left alone.
class DailyBackup {
public:
    DailyBackup(std::string path, Instant now);
    ~DailyBackup();
    DailyBackup(const DailyBackup&) = delete;
    DailyBackup& operator=(const DailyBackup&) = delete;

    // In words, for describe(): "" while it runs.
    std::string outcome() const;
    // The copy did not pass its check: so the board's file is damaged.
    bool found_damage() const { return found_damage_; }

private:
    void run();

    const std::string path_;
    const Instant now_;
    mutable std::mutex mutex_;
    std::string outcome_;
    std::atomic<bool> found_damage_ = false;
    std::thread thread_;  // last: it uses the others
};

}  // namespace throughline::store
