#include "core/desk/desk.h"

#include "core/desk/store_desk.h"

#include <chrono>
#include <filesystem>
#include <random>

namespace throughline::desk {
namespace fs = std::filesystem;

Clock system_clock() {
    return [] {
        const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
        return Instant{std::chrono::duration_cast<std::chrono::microseconds>(since_epoch).count()};
    };
}

NonceSource system_nonces() {
    return [] {
        static thread_local std::random_device device;
        return (static_cast<std::uint64_t>(device()) << 32) | device();
    };
}

Result<std::unique_ptr<store::Store>> open_store(const std::string& where,
                                                 const OpenOptions& options) {
    store::SqliteOptions sqlite;
    switch (options.mode) {
        case OpenOptions::Mode::OpenOrCreate:
            sqlite.mode = store::SqliteOptions::Mode::OpenOrCreate;
            break;
        case OpenOptions::Mode::MustExist:
            sqlite.mode = store::SqliteOptions::Mode::MustExist;
            break;
        case OpenOptions::Mode::MustNotExist:
            sqlite.mode = store::SqliteOptions::Mode::MustNotExist;
            break;
    }
    sqlite.now = options.clock();
    sqlite.automatic_backups = options.automatic_backups;
    sqlite.reading = options.reading;
    return store::open_sqlite_store(where, sqlite);
}

Result<std::unique_ptr<Desk>> Desk::open(const std::string& where, const OpenOptions& options) {
    TL_TRY(auto store, open_store(where, options));
    TL_TRY(auto desk, StoreDesk::create(std::move(store), options.clock, options.nonces));
    return std::unique_ptr<Desk>(std::move(desk));
}

Sources exchange_sources(Desk& desk, Sources sources) {
    // Every Desk of this room is a StoreDesk.
    return static_cast<StoreDesk&>(desk).exchange_sources(std::move(sources));
}

std::unique_ptr<Desk> Desk::in_memory(Clock clock, NonceSource nonces) {
    auto desk = StoreDesk::create(store::make_memory_store(), std::move(clock), std::move(nonces));
    return std::move(desk).value();  // an empty memory store always loads
}

namespace {

Error io_error(const std::string& where, const std::error_code& code) {
    return {ErrorCode::Io, "the file cannot be written: " + code.message(), where};
}

// Moves a board file out of the way, with its journal files. The name it has then.
Result<std::string> move_aside(const std::string& where, Instant now) {
    std::string stamp = to_text(Instant{now.us - now.us % kMicrosPerSecond});
    for (char& c : stamp) {
        c = c == ':' ? '-' : c;
    }
    const std::string aside = where + ".replaced-" + stamp;
    std::error_code code;
    for (const char* suffix : {"", "-wal", "-shm"}) {
        if (fs::exists(where + suffix, code)) {
            fs::rename(where + suffix, aside + suffix, code);
            if (code) {
                return io_error(where + suffix, code);
            }
        }
    }
    return aside;
}

}  // namespace

Result<std::string> restore(const std::string& where, const std::string& backup, Instant now) {
    const std::string fresh = where + ".restoring";
    std::error_code code;
    fs::remove(fresh, code);
    fs::copy_file(backup, fresh, code);
    if (code) {
        return Error{ErrorCode::Io, "the backup cannot be copied: " + code.message(), backup};
    }
    const auto discard = [&] {
        for (const char* suffix : {"", "-wal", "-shm"}) {
            std::error_code ignored;
            fs::remove(fresh + suffix, ignored);
        }
    };
    {
        OpenOptions options;
        options.automatic_backups = false;
        options.clock = [now] { return now; };
        auto desk = Desk::open(fresh, options);
        if (!desk) {
            discard();
            return Error{desk.error().code, desk.error().message, backup};
        }
        const auto report = (*desk)->check();
        if (!report || !report->findings.empty()) {
            const std::string what =
                report ? report->findings.front().what + " (" + report->findings.front().where + ")"
                       : to_text(report.error());
            desk = Error{};
            discard();
            return Error{ErrorCode::Corrupt,
                         "the backup is not sound: " + what + "; nothing was replaced", backup};
        }
    }
    std::string aside;
    if (fs::exists(where, code)) {
        TL_TRY(aside, move_aside(where, now));
    }
    fs::rename(fresh, where, code);
    if (code) {
        return io_error(where, code);
    }
    discard();
    return aside;
}

}  // namespace throughline::desk
