// What the SQLite store asks of the file system. Never opens a board file itself: closing any
// handle on it would drop the locks that SQLite holds in this process (POSIX).
#pragma once

#include "core/base/result.h"
#include "core/base/time.h"

#include <string>

namespace throughline::store {

// "2026-03-29T09-00-00Z": an instant as a part of a file name on every system.
std::string file_stamp(Instant instant);

// Creates an empty file; Conflict when one is there, Io when that is not possible.
Status create_exclusively(const std::string& path);

// Renames the file with its -wal, -shm and -journal to "<path>.damaged-<stamp>", or a name beside
// it that is free. The new path.
Result<std::string> move_aside(const std::string& path, Instant now);

// Renames within one file system, durably. Replaces what is there.
Status rename_durably(const std::string& from, const std::string& to);

// This process may write the file or folder; "" is the present folder. True where the system does
// not say.
bool may_write(const std::string& path);

// Shared memory does not reach over a network, so WAL may not be used there.
bool is_on_network(const std::string& path);

}  // namespace throughline::store
