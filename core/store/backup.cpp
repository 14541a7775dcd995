#include "core/store/backup.h"

#include "core/store/files.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <vector>

namespace throughline::store {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kExtension = ".throughline";
constexpr std::size_t kDailyKept = 7;
constexpr int kPagesPerStep = 1024;
constexpr int kBusyMs = 20000;  // a starved neighbour holds the lock for seconds on a busy machine
constexpr std::size_t kDayLength = std::string_view("2026-03-29").size();

// The file names in a board's backup folder that end in `.throughline`, ascending: oldest first.
std::vector<std::string> backups_of(const std::string& path) {
    std::vector<std::string> names;
    std::error_code code;
    for (fs::directory_iterator it(backup_folder(path), code), end; !code && it != end;
         it.increment(code)) {
        std::string name = it->path().filename().string();
        if (name.ends_with(kExtension)) {
            names.push_back(std::move(name));
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

bool is_daily(const std::string& name) {
    return name.find("Z-entry-") == std::string_view("2026-03-29T09-00-00").size();
}

std::string seq_part(std::int64_t seq) {
    return "-entry-" + std::to_string(seq) + std::string(kExtension);
}

struct BackupHandle {
    sqlite3_backup* handle;
    ~BackupHandle() { sqlite3_backup_finish(handle); }
};

// In WAL mode the caller's read transaction keeps the view still while others write. In DELETE mode
// there is none, and SQLite begins anew when others have written; after a few such starts the rest
// is copied in one go, during which writers wait.
Status copy_pages(Db& from, Db& to) {
    const BackupHandle backup{sqlite3_backup_init(to.handle(), "main", from.handle(), "main")};
    if (backup.handle == nullptr) {
        return to.error();
    }
    int most_done = 0;
    for (int setbacks = 0;;) {
        const int code = sqlite3_backup_step(backup.handle, setbacks < 4 ? kPagesPerStep : -1);
        if (code == SQLITE_DONE) {
            return Done{};
        }
        const int done =
            sqlite3_backup_pagecount(backup.handle) - sqlite3_backup_remaining(backup.handle);
        if (code == SQLITE_BUSY || code == SQLITE_LOCKED) {
            if (++setbacks > 200) {
                return Error{ErrorCode::Io,
                             "the board is kept busy; the backup was given up, try again", ""};
            }
            sqlite3_sleep(50);
        } else if (code != SQLITE_OK) {
            return sqlite3_errcode(to.handle()) != SQLITE_OK ? to.error() : from.error();
        }
        setbacks += done < most_done ? 1 : 0;
        most_done = std::max(most_done, done);
    }
}

// Fills the file at `path`, checks it, and gives the seq of its newest entry.
Result<std::int64_t> fill(Db& from, const std::string& path) {
    TL_TRY(Db copy, Db::open(path, Db::Access::ReadWrite, kBusyMs));
    TL_TRY(const std::string mode, from.text("PRAGMA journal_mode"));
    if (mode == "wal" && !from.in_transaction()) {
        TL_TRY(const Transaction still, Transaction::begin(from, Transaction::Kind::Read));
        TL_CHECK(copy_pages(from, copy));
    } else {
        TL_CHECK(copy_pages(from, copy));
    }
    // A copy is one file, without companions.
    TL_CHECK(copy.text("PRAGMA journal_mode = DELETE"));
    TL_TRY(const std::string verdict, copy.text("PRAGMA quick_check(1)"));
    if (verdict != "ok") {
        return Error{ErrorCode::Corrupt,
                     "the board is damaged: its copy does not pass the check (" + verdict + ")",
                     ""};
    }
    return copy.number("SELECT max(\"seq\") FROM \"journal\"");
}

// A name beside `to` that is ours alone.
Result<std::string> claim_part(const std::string& to) {
    for (int n = 1;; ++n) {
        std::string part = to + ".part" + std::to_string(n);
        const Status created = create_exclusively(part);
        if (created) {
            return part;
        }
        if (created.error().code != ErrorCode::Conflict || n == 100) {
            return created.error();
        }
    }
}

Status ensure_folder(const std::string& folder) {
    std::error_code code;
    fs::create_directories(folder, code);
    if (code) {
        return Error{ErrorCode::Io,
                     "the folder for backups cannot be made (" + code.message() + ")", folder};
    }
    return Done{};
}

// Copies by way of a file beside `like` to the name that `name_of(seq of the newest entry)` gives.
Status copy_as(Db& from, const std::string& like,
               const std::function<std::string(std::int64_t)>& name_of) {
    TL_TRY(const std::string part, claim_part(like));
    const auto seq = fill(from, part);
    const Status renamed = seq ? rename_durably(part, name_of(*seq)) : Status(seq.error());
    if (!renamed) {
        std::error_code code;
        for (const char* leftover : {"", "-journal"}) {
            fs::remove(part + leftover, code);
        }
        Error error = renamed.error();
        error.where = error.where.empty() || error.where == part ? like : error.where;
        return error;
    }
    return Done{};
}

std::int64_t seq_of(const std::string& daily) {
    const std::string digits = daily.substr(std::string_view("2026-03-29T09-00-00Z-entry-").size());
    return std::strtoll(digits.c_str(), nullptr, 10);
}

// Backups with higher entries than the newest one has are of a longer history: that of a board
// which was lost and whose place this one took. They stay.
void rotate_daily_backups(const std::string& path) {
    auto names = backups_of(path);
    std::erase_if(names, [](const std::string& name) { return !is_daily(name); });
    std::error_code code;
    for (std::size_t i = 0; i + kDailyKept < names.size(); ++i) {
        if (seq_of(names[i]) <= seq_of(names.back())) {
            fs::remove(fs::path(backup_folder(path)) / names[i], code);
        }
    }
}

}  // namespace

Status copy_database(Db& from, const std::string& to) {
    std::error_code code;
    if (fs::exists(to, code)) {
        return Error{ErrorCode::Invalid,
                     "there is already a file of this name; a backup replaces nothing", to};
    }
    return copy_as(from, to, [&](std::int64_t) { return to; });
}

std::string backup_folder(const std::string& path) {
    return path + ".backups";
}

std::string newest_backup(const std::string& path) {
    const auto names = backups_of(path);
    return names.empty() ? "" : (fs::path(backup_folder(path)) / names.back()).string();
}

bool daily_backup_is_due(const std::string& path, Instant now, std::int64_t seq) {
    if (seq == 0) {
        return false;
    }
    auto names = backups_of(path);
    std::erase_if(names, [](const std::string& name) { return !is_daily(name); });
    if (names.empty()) {
        return true;
    }
    const std::string& newest = names.back();
    return newest.substr(0, kDayLength) != file_stamp(now).substr(0, kDayLength) &&
           !newest.ends_with(seq_part(seq));
}

Status backup_before_migration(Db& db, const std::string& path, Instant now,
                               std::int64_t to_format) {
    TL_CHECK(ensure_folder(backup_folder(path)));
    const fs::path folder = backup_folder(path);
    const std::string name = file_stamp(now) + "-before-format-" + std::to_string(to_format);
    fs::path target = folder / (name + std::string(kExtension));
    std::error_code code;
    for (int n = 2; fs::exists(target, code); ++n) {
        target = folder / (name + "-" + std::to_string(n) + std::string(kExtension));
    }
    return copy_database(db, target.string());
}

DailyBackup::DailyBackup(std::string path, Instant now)
    : path_(std::move(path)), now_(now), thread_([this] { run(); }) {}

DailyBackup::~DailyBackup() {
    thread_.join();
}

std::string DailyBackup::outcome() const {
    const std::scoped_lock lock(mutex_);
    return outcome_;
}

void DailyBackup::run() {
    const auto make = [&]() -> Status {
        TL_CHECK(ensure_folder(backup_folder(path_)));
        TL_TRY(Db db, Db::open(path_, Db::Access::ReadWrite, kBusyMs));
        const std::string stem = (fs::path(backup_folder(path_)) / file_stamp(now_)).string();
        return copy_as(db, stem, [&](std::int64_t seq) { return stem + seq_part(seq); });
    };
    const Status made = make();
    if (made) {
        rotate_daily_backups(path_);
    }
    found_damage_ = !made && made.error().code == ErrorCode::Corrupt;
    const std::scoped_lock lock(mutex_);
    outcome_ = made ? "backed up on " + file_stamp(now_).substr(0, kDayLength)
                    : "the daily backup failed: " + to_text(made.error());
}

}  // namespace throughline::store
