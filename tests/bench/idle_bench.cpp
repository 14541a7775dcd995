// Processor time of the program with its window open and nobody at it. Needs Xvfb and the
// executable beside this one; says so where one of them is missing.
#include "tests/bench/benches.h"
#include "tests/bench/boards.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

namespace throughline::bench {
namespace {

constexpr auto kSettle = std::chrono::seconds(8);
constexpr auto kWatch = std::chrono::seconds(20);

// A program of ours that is ended with this object.
class Child {
public:
    // `keep`: a file descriptor the program may use; -1 for none. Its output goes nowhere.
    Child(std::vector<std::string> words, int keep = -1) {
        std::vector<char*> arguments;
        for (std::string& word : words) {
            arguments.push_back(word.data());
        }
        arguments.push_back(nullptr);
        posix_spawn_file_actions_t files;
        posix_spawn_file_actions_init(&files);
        posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0);
        if (keep >= 0) {
            posix_spawn_file_actions_adddup2(&files, keep, keep);
        }
        if (posix_spawnp(&pid_, arguments[0], &files, nullptr, arguments.data(), environ) != 0) {
            pid_ = -1;
        }
        posix_spawn_file_actions_destroy(&files);
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;
    ~Child() {
        if (pid_ > 0) {
            kill(pid_, SIGTERM);
            waitpid(pid_, nullptr, 0);
        }
    }

    bool is_running() const { return pid_ > 0 && waitpid(pid_, nullptr, WNOHANG) == 0; }

    // Seconds of processor time so far, user and system.
    double processor_seconds() const {
        std::ifstream stat("/proc/" + std::to_string(pid_) + "/stat");
        std::string text((std::istreambuf_iterator<char>(stat)), {});
        const std::size_t after_name = text.rfind(')');
        if (after_name == std::string::npos) {
            return 0;
        }
        unsigned long user = 0;
        unsigned long system = 0;
        std::sscanf(text.c_str() + after_name + 2,
                    "%*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user, &system);
        return static_cast<double>(user + system) / static_cast<double>(sysconf(_SC_CLK_TCK));
    }

private:
    pid_t pid_ = -1;
};

// ":7" once the server answers; "" when there is none.
std::string read_display(int descriptor) {
    std::string number;
    for (char c = 0; read(descriptor, &c, 1) == 1 && c != '\n';) {
        number += c;
    }
    return number.empty() ? "" : ":" + number;
}

}  // namespace

void bench_idle(Report& report, const std::string& folder) {
    const std::string board = folder + "/idle.throughline";
    {
        auto desk = desk::Desk::open(board, {.mode = desk::OpenOptions::Mode::MustNotExist});
        if (!desk) {
            std::fprintf(stderr, "idle: %s\n", to_text(desk.error()).c_str());
            return;
        }
        fill(**desk, 1000, 5);
    }
    const std::string program =
        (std::filesystem::read_symlink("/proc/self/exe").parent_path() / "throughline").string();
    int ends[2];
    if (!std::filesystem::exists(program) || pipe(ends) != 0) {
        std::fprintf(stderr, "idle: no %s (./dev build release)\n", program.c_str());
        return;
    }
    const Child server({"Xvfb", "-displayfd", std::to_string(ends[1]), "-screen", "0",
                        "1600x900x24", "-nolisten", "tcp", "-noreset"},
                       ends[1]);
    close(ends[1]);
    const std::string display = read_display(ends[0]);
    close(ends[0]);
    if (display.empty()) {
        std::fprintf(stderr, "idle: Xvfb does not start\n");
        return;
    }
    setenv("DISPLAY", display.c_str(), 1);
    setenv("XDG_CONFIG_HOME", (folder + "/config").c_str(), 1);
    const Child window({program, "--board", board, "--as", "ana"});
    std::this_thread::sleep_for(kSettle);
    const double before = window.processor_seconds();
    std::this_thread::sleep_for(kWatch);
    const double used = window.processor_seconds() - before;
    if (!window.is_running()) {
        std::fprintf(stderr, "idle: the window closed by itself\n");
        return;
    }
    const double percent = 100 * used / std::chrono::duration<double>(kWatch).count();
    report.number("processor at idle, window open, 1k cards", percent, "% of a core", "< 0.5 %",
                  percent < 0.5);
}

}  // namespace throughline::bench
