#include "core/store/files.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>

#if defined(__linux__)
#include <sys/vfs.h>
#elif defined(__APPLE__)
#include <sys/mount.h>
#endif
#if !defined(_WIN32)
#include <fcntl.h>
#include <unistd.h>
#endif

namespace throughline::store {
namespace fs = std::filesystem;
namespace {

Error io(const std::string& path, const std::error_code& code, const char* what) {
    return {ErrorCode::Io, std::string(what) + " (" + code.message() + ")", path};
}

// Makes a rename in this folder survive a power cut. Where folders cannot be synced nothing is lost
// but that promise.
void sync_folder([[maybe_unused]] const fs::path& folder) {
#if !defined(_WIN32)
    const int handle =
        ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle >= 0) {
        ::fsync(handle);
        ::close(handle);
    }
#endif
}

}  // namespace

std::string file_stamp(Instant instant) {
    std::string text = to_text(Instant{instant.us - instant.us % kMicrosPerSecond});
    std::replace(text.begin(), text.end(), ':', '-');
    return text;
}

Status create_exclusively(const std::string& path) {
    std::FILE* file = std::fopen(path.c_str(), "wxb");
    if (file == nullptr) {
        const std::error_code code(errno, std::generic_category());
        if (code == std::errc::file_exists) {
            return Error{ErrorCode::Conflict, "there is already a file of this name", path};
        }
        return io(path, code, "the file cannot be created");
    }
    std::fclose(file);
    return Done{};
}

Result<std::string> move_aside(const std::string& path, Instant now) {
    const std::string wanted = path + ".damaged-" + file_stamp(now);
    std::string target = wanted;
    std::error_code code;
    for (int n = 2; fs::exists(target, code); ++n) {
        target = wanted + "-" + std::to_string(n);
    }
    // The companions first: a main file that still stands at its place without them is again moved
    // aside next time, the other way round a left-over -wal would meet a new board.
    for (const char* companion : {"-wal", "-shm", "-journal"}) {
        if (fs::exists(path + companion, code)) {
            fs::rename(path + companion, target + companion, code);
            if (code) {
                return io(path + companion, code, "the damaged file could not be moved aside");
            }
        }
    }
    fs::rename(path, target, code);
    if (code) {
        return io(path, code, "the damaged file could not be moved aside");
    }
    sync_folder(fs::path(path).parent_path());
    return target;
}

Status rename_durably(const std::string& from, const std::string& to) {
    std::error_code code;
    fs::rename(from, to, code);
    if (code) {
        return io(to, code, "the file could not be renamed");
    }
    sync_folder(fs::path(to).parent_path());
    return Done{};
}

bool may_write(const std::string& path) {
#if defined(_WIN32)
    std::error_code code;
    const auto rights = std::filesystem::status(path.empty() ? "." : path, code).permissions();
    return code || (rights & std::filesystem::perms::owner_write) != std::filesystem::perms::none;
#else
    return ::access(path.empty() ? "." : path.c_str(), W_OK) == 0 || errno == ENOENT;
#endif
}

bool is_on_network([[maybe_unused]] const std::string& path) {
    fs::path folder = fs::path(path).parent_path();
    if (folder.empty()) {
        folder = ".";
    }
#if defined(__linux__)
    struct statfs info {};
    if (::statfs(folder.c_str(), &info) != 0) {
        return false;
    }
    // From linux/magic.h: NFS, SMB (three generations), AFS, Ceph, 9P, Coda. FUSE may be sshfs.
    constexpr std::array<std::uint32_t, 9> kNetwork{0x6969,     0x517B,     0xFF534D42,
                                                    0xFE534D42, 0x5346414F, 0x00C36400,
                                                    0x01021997, 0x73757245, 0x65735546};
    const auto type = static_cast<std::uint32_t>(info.f_type);
    return std::find(kNetwork.begin(), kNetwork.end(), type) != kNetwork.end();
#elif defined(__APPLE__)
    struct statfs info {};
    if (::statfs(folder.c_str(), &info) != 0) {
        return false;
    }
    return (info.f_flags & MNT_LOCAL) == 0;
#else
    return folder.string().starts_with("\\\\");  // a share; a mapped drive letter is not seen
#endif
}

}  // namespace throughline::store
