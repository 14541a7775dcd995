#include "app/gui/context/text_file.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fstream>

extern char** environ;

namespace throughline::gui {

Status write_text_file(const std::string& path, const std::string& text) {
    std::ofstream out(path, std::ios::binary | std::ios::trunc);
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
    out.close();
    if (!out) {
        return Error{ErrorCode::Io, "The file cannot be written.", path};
    }
    return Done{};
}

// By a shell in between, which ends at once: what it starts is nobody's child to wait for.
Status open_folder(const std::string& folder) {
    std::string script =
        "command -v xdg-open >/dev/null 2>&1 || exit 1; xdg-open \"$0\" >/dev/null 2>&1 &";
    std::string shell = "sh";
    std::string option = "-c";
    std::string where = folder;
    char* arguments[] = {shell.data(), option.data(), script.data(), where.data(), nullptr};
    pid_t child = 0;
    int status = 1;
    const bool ran = posix_spawnp(&child, "sh", nullptr, nullptr, arguments, environ) == 0 &&
                     waitpid(child, &status, 0) == child;
    if (!ran || !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        return Error{ErrorCode::Unsupported, "No program to show folders was found.", folder};
    }
    return Done{};
}

}  // namespace throughline::gui
