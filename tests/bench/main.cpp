// ./dev bench: every goal with its baseline from the same run. Table on standard error, JSON on
// standard output. `bench frames|screens|store|import|flow|idle` runs one group.
#include "tests/bench/benches.h"

#include <unistd.h>
#include <filesystem>
#include <string>

int main(int argc, char** argv) {
    using namespace throughline::bench;
    const std::string only = argc > 1 ? argv[1] : "";
    const auto wanted = [&](const char* group) { return only.empty() || only == group; };
    // On the disk that holds the working folder: /tmp is often memory.
    const std::filesystem::path folder =
        std::filesystem::current_path() / ("bench-" + std::to_string(getpid()));
    std::filesystem::create_directories(folder);
    Report report;
    if (wanted("frames")) {
        bench_frames(report);
    }
    if (wanted("screens")) {
        bench_screens(report);
    }
    if (wanted("store")) {
        bench_store(report, folder.string());
    }
    if (wanted("import")) {
        bench_import(report);
    }
    if (wanted("flow")) {
        bench_flow(report);
    }
    if (wanted("idle")) {
        bench_idle(report, folder.string());
    }
    std::filesystem::remove_all(folder);
    report.print_json();
    return 0;
}
