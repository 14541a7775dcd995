// Opening a board file: what it is, whether it is whole, what it lacks.

#include "core/store/backup.h"
#include "core/store/files.h"
#include "core/store/schema.h"
#include "core/store/sqlite_store.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace throughline::store {
namespace fs = std::filesystem;
namespace {

constexpr int kBusyMs = 20000;  // a starved neighbour holds the lock for seconds on a busy machine

// Files up to this size are checked in full on every open. Above it opening would be felt to wait;
// there loading reads every row anyway and the daily backup checks its copy. Figures: README.md.
constexpr std::int64_t kCheckedOnOpenBytes = 32LL * 1024 * 1024;

enum class Content { New, Board };

Error at(const std::string& path, ErrorCode code, std::string message) {
    return {code, std::move(message), path};
}

Status look_at_path(const std::string& path, SqliteOptions::Mode mode) {
    std::error_code code;
    const fs::file_status status = fs::status(path, code);
    if (status.type() == fs::file_type::none) {  // others than "not there"
        return at(path, ErrorCode::Io, "the file cannot be reached (" + code.message() + ")");
    }
    if (!fs::exists(status)) {
        if (mode == SqliteOptions::Mode::MustExist) {
            return at(path, ErrorCode::NotFound, "there is no such file");
        }
        const fs::path folder = fs::path(path).parent_path();
        if (!folder.empty() && !fs::is_directory(folder, code)) {
            return at(path, ErrorCode::Io,
                      "the folder " + folder.string() + " is not there; make it first");
        }
        return Done{};
    }
    if (mode == SqliteOptions::Mode::MustNotExist) {
        return at(path, ErrorCode::Conflict, "there is already a file of this name");
    }
    if (fs::is_directory(status)) {
        return at(path, ErrorCode::Io, "this is a folder; name a file in it");
    }
    if (!fs::is_regular_file(status)) {
        return at(path, ErrorCode::Io, "this is not a regular file");
    }
    return Done{};
}

// Read directly, because SQLite refuses the file; so no lock of SQLite's can be lost by it.
bool header_names_us(const std::string& path) {
    constexpr std::string_view kMagic("SQLite format 3\0", 16);
    constexpr std::size_t kApplicationIdAt = 68;
    std::string header(kApplicationIdAt + 4, '\0');
    std::ifstream file(path, std::ios::binary);
    if (!file.read(header.data(), static_cast<std::streamsize>(header.size()))) {
        return false;
    }
    std::int64_t id = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        id = id * 256 + static_cast<unsigned char>(header[kApplicationIdAt + i]);
    }
    return header.starts_with(kMagic) && id == kApplicationId;
}

Error not_ours(const std::string& path) {
    return at(path, ErrorCode::Unsupported,
              "this is not a Throughline board; it was left as it is");
}

std::string backup_hint(const std::string& path) {
    const std::string backup = newest_backup(path);
    return backup.empty() ? "There is no backup." : "The newest backup is " + backup + ".";
}

// Who only looks moves nothing.
Error left_there(const std::string& path, const std::string& damage) {
    return at(path, ErrorCode::Corrupt,
              "the board is damaged: " + damage + ". It was left as it is. " + backup_hint(path));
}

// Neither the file nor its folder may be written, and no log of a writer lies beside it: then it
// does not change while it is read. In WAL mode SQLite could not read it otherwise.
bool cannot_change(const std::string& path) {
    std::error_code code;
    const fs::path log = path + "-wal";
    return !may_write(path) && !may_write(fs::path(path).parent_path()) &&
           (!fs::exists(log, code) || fs::file_size(log, code) == 0);
}

// No room is left for the index that readers in WAL mode share beside the file.
bool is_disk_full(const std::string& path) {
    constexpr std::uintmax_t kIndexBytes = 64 * 1024;
    std::error_code code;
    const fs::space_info space = fs::space(fs::absolute(path, code).parent_path(), code);
    return !code && space.available < kIndexBytes;
}

// The damaged file goes aside. The connection must be closed.
Error moved_aside(const std::string& path, Instant now, const std::string& damage) {
    const std::string hint = backup_hint(path);
    const auto moved = move_aside(path, now);
    if (!moved) {
        return at(path, ErrorCode::Corrupt,
                  "the board is damaged: " + damage + ". It is still at its place, because " +
                      to_text(moved.error()) + ". " + hint);
    }
    return at(path, ErrorCode::Corrupt,
              "the board is damaged: " + damage + ". It was moved to " + *moved +
                  ", nothing was deleted. " + hint);
}

// What the file is, asked of SQLite. Corrupt: it is damaged, whosever it is. In a transaction:
// another process may be making the tables between one question and the next.
Result<Content> recognise_in_transaction(Db& db, const std::string& path) {
    TL_TRY(const std::int64_t application, db.number("PRAGMA application_id"));
    TL_TRY(const std::int64_t format, db.number("PRAGMA user_version"));
    TL_TRY(const std::int64_t tables, db.number("SELECT count(*) FROM sqlite_schema"));
    if (application == 0 && format == 0 && tables == 0) {
        return Content::New;
    }
    if (application != kApplicationId) {
        return not_ours(path);
    }
    if (format <= kFormat) {
        return Content::Board;
    }
    TL_TRY(const std::string oldest,
           db.text("SELECT \"value\" FROM \"meta\" WHERE \"name\" = 'oldest_reader'"));
    if (oldest.empty() || std::strtoll(oldest.c_str(), nullptr, 10) > kFormat) {
        return at(path, ErrorCode::Unsupported,
                  "this board was written by a newer Throughline (format " +
                      std::to_string(format) + ", this one knows " + std::to_string(kFormat) +
                      "); install the newer one");
    }
    return Content::Board;
}

Result<Content> recognise(Db& db, const std::string& path) {
    TL_TRY(Transaction still, Transaction::begin(db, Transaction::Kind::Read));
    TL_TRY(const Content content, recognise_in_transaction(db, path));
    TL_CHECK(still.commit());
    return content;
}

// WAL where it works, else DELETE. The mode that is now in force.
Result<std::string> set_up(Db& db, const std::string& path, SqliteOptions::Journal wanted) {
    // In DELETE mode only EXTRA makes the end of a transaction survive a power cut; in WAL mode it
    // is the same as FULL. The two fullfsync pragmas matter on macOS alone.
    TL_CHECK(db.execute(
        "PRAGMA synchronous = EXTRA; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON;"
        "PRAGMA mmap_size = 0; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;"
        "PRAGMA journal_size_limit = 67108864"));
    if (db.is_read_only()) {
        return db.text("PRAGMA journal_mode");
    }
    const bool wal = wanted == SqliteOptions::Journal::WalIfPossible && !is_on_network(path);
    auto mode = db.text(wal ? "PRAGMA journal_mode = WAL" : "PRAGMA journal_mode = DELETE");
    if (mode) {
        return mode;
    }
    // Somebody else is at work on the file at this moment, in whatever mode it is: so be it.
    return mode.error().code == ErrorCode::Io ? db.text("PRAGMA journal_mode") : mode;
}

Status quick_check(Db& db) {
    TL_TRY(const std::int64_t pages, db.number("PRAGMA page_count"));
    TL_TRY(const std::int64_t page_size, db.number("PRAGMA page_size"));
    if (pages * page_size > kCheckedOnOpenBytes) {
        return Done{};
    }
    TL_TRY(const std::string verdict, db.text("PRAGMA quick_check(1)"));
    if (verdict != "ok") {
        return Error{ErrorCode::Corrupt, verdict, ""};
    }
    return Done{};
}

// All tables, made or completed. Two processes may do this at the same moment: the second one waits
// and then finds nothing to do.
Status complete(Db& db, const std::string& path, const SqliteOptions& options) {
    if (db.is_read_only()) {
        TL_TRY(const auto gaps, schema_gaps(db));
        if (!gaps.empty()) {
            return at(path, ErrorCode::Io,
                      "this file must be written once to be opened, and may not be written");
        }
        return Done{};
    }
    TL_TRY(const Content before, recognise(db, path));
    if (before == Content::Board) {
        TL_TRY(const auto gaps, schema_gaps(db));
        TL_TRY(const std::int64_t format, db.number("PRAGMA user_version"));
        if (gaps.empty() && format >= kFormat) {
            return Done{};
        }
        TL_TRY(const std::int64_t journal,
               db.number("SELECT count(*) FROM sqlite_schema WHERE \"name\" = 'journal'"));
        if (journal == 0) {
            return at(path, ErrorCode::Corrupt,
                      "the journal is missing from this file; restore a backup");
        }
        if (options.automatic_backups) {
            TL_CHECK(backup_before_migration(db, path, options.now, kFormat));
        }
    }
    TL_TRY(Transaction transaction, Transaction::begin(db, Transaction::Kind::Write));
    TL_TRY(const Content content, recognise_in_transaction(db, path));
    if (content == Content::New) {
        TL_CHECK(create_schema(db, options.now));
    } else {
        TL_TRY(const auto gaps, schema_gaps(db));
        TL_CHECK(migrate_schema(db, gaps));
    }
    return transaction.commit();
}

// Alone on the file no shared index is needed, so a full disk can still be read.
enum class Beside { Others, Nobody };

Result<std::unique_ptr<SqliteStore>> open_whole(const std::string& path,
                                                const SqliteOptions& options, Beside beside,
                                                bool& ours) {
    const bool may_create = options.mode == SqliteOptions::Mode::OpenOrCreate;
    std::error_code code;
    const bool was_there =
        options.mode != SqliteOptions::Mode::MustNotExist && fs::exists(path, code);
    const Db::Access access = options.reading && cannot_change(path) ? Db::Access::Unchanging
                              : may_create                           ? Db::Access::ReadWriteCreate
                                                                     : Db::Access::ReadWrite;
    TL_TRY(Db db, Db::open(path, access, kBusyMs));
    if (beside == Beside::Nobody) {
        TL_CHECK(db.execute("PRAGMA locking_mode = EXCLUSIVE"));
    }
    TL_TRY(const Content content, recognise(db, path));
    if (content == Content::New && was_there && !newest_backup(path).empty()) {
        // Once a board, as its backups say, and now empty: nobody wants that mistaken for a new
        // one.
        ours = true;
        return at(path, ErrorCode::Corrupt, "it is empty, though it has backups");
    }
    ours = content == Content::Board;
    TL_TRY(std::string mode, set_up(db, path, options.journal));
    if (content == Content::Board) {
        TL_CHECK(quick_check(db));
    }
    TL_CHECK(complete(db, path, options));
    ours = true;
    auto store = std::make_unique<SqliteStore>(std::move(db), path, std::move(mode));
    TL_CHECK(store->prepare());
    return store;
}

}  // namespace

Result<std::unique_ptr<Store>> open_sqlite_store(const std::string& path,
                                                 const SqliteOptions& options) {
    TL_CHECK(look_at_path(path, options.mode));
    if (options.mode == SqliteOptions::Mode::MustNotExist) {
        TL_CHECK(create_exclusively(path));
    }
    bool ours = false;
    auto opened = open_whole(path, options, Beside::Others, ours);
    const bool alone =
        !opened && opened.error().code == ErrorCode::Io && options.reading && is_disk_full(path);
    if (alone) {
        opened = open_whole(path, options, Beside::Nobody, ours);
    }
    if (!opened) {
        const Error& error = opened.error();
        if (error.code != ErrorCode::Corrupt) {
            return error;
        }
        if (!sqlite_has_strict_tables() &&
            error.message.find("malformed database schema") != std::string::npos) {
            return at(path, ErrorCode::Unsupported,
                      "this board was made with SQLite 3.37 or newer; here is " + sqlite_version());
        }
        if (!ours && !header_names_us(path) && newest_backup(path).empty()) {
            return not_ours(path);
        }
        return options.reading ? left_there(path, error.message)
                               : moved_aside(path, options.now, error.message);
    }
    std::unique_ptr<SqliteStore> store = std::move(*opened);
    TL_TRY(const Head head, store->head());
    if (options.automatic_backups && !alone && daily_backup_is_due(path, options.now, head.seq)) {
        store->start_daily_backup(options.now);
    }
    return std::unique_ptr<Store>(std::move(store));
}

}  // namespace throughline::store
