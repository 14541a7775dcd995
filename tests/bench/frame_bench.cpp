// Processor time to build a frame of the board, without drawing its pixels.
#include "app/gui/headless/stage.h"
#include "app/gui/workbench/workbench.h"
#include "tests/bench/benches.h"
#include "tests/bench/boards.h"

namespace throughline::bench {
namespace {

Times frame(int cards) {
    auto desk = desk::Desk::in_memory(desk::system_clock(), desk::system_nonces());
    fill(*desk, cards, 2);
    gui::workbench::Workbench bench(gui::workbench::WorkbenchSetup{.where = "bench.throughline"});
    bench.show_board(desk::LiveDesk::start(std::move(desk), {}));
    gui::headless::Stage stage([&] { bench.frame(); }, {.size = {1920, 1080}});
    bench.before_frame();
    stage.frames(30);  // layout, fonts and figures have settled
    return time(
        300,
        [&] {
            bench.before_frame();
            stage.frames(1);
        },
        ClockKind::Cpu);
}

}  // namespace

void bench_frames(Report& report) {
    const Times small = frame(1000);
    report.add({"frame, 1k cards", small, "", {}, "", {}});
    report.add({"frame, 10k cards", frame(10000), "", {}, "", {}});
    const Times large = frame(100000);
    report.add({"frame, 100k cards", large, "frame at 1k", small, "<= 0.5 ms and <= 1.5 x of 1k",
                large.median_ms <= 0.5 && large.median_ms <= 1.5 * small.median_ms});
}

}  // namespace throughline::bench
