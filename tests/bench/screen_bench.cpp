// Every screen on a large board: 100k cards, 500 KPIs with ten years of weekly values, 200
// objectives. Processor time to build a frame, without drawing its pixels; and the monthly report.
#include "app/gui/headless/stage.h"
#include "app/gui/workbench/workbench.h"
#include "core/report/monthly.h"
#include "tests/bench/benches.h"
#include "tests/bench/boards.h"

#include <array>
#include <chrono>
#include <cstdio>
#include <thread>

namespace throughline::bench {
namespace {

constexpr int kCards = 100000;
constexpr int kKpis = 500;
constexpr int kWeeks = 520;
constexpr int kObjectives = 200;
constexpr double kMostFrame = 2.0;    // ms
constexpr double kMostDraft = 300.0;  // ms

struct Named {
    gui::Screen screen;
    const char* name;
};
constexpr std::array kScreens{Named{gui::Screen::Board, "board"},
                              Named{gui::Screen::Intake, "intake"},
                              Named{gui::Screen::Objectives, "objectives"},
                              Named{gui::Screen::Flow, "flow"},
                              Named{gui::Screen::Forecast, "forecast"},
                              Named{gui::Screen::Alerts, "alerts"},
                              Named{gui::Screen::History, "history"},
                              Named{gui::Screen::Settings, "settings"},
                              Named{gui::Screen::Plan, "plan"},
                              Named{gui::Screen::Kpis, "kpis"},
                              Named{gui::Screen::Inbox, "inbox"},
                              Named{gui::Screen::Calendar, "calendar"},
                              Named{gui::Screen::Reviews, "reviews"},
                              Named{gui::Screen::Report, "report"},
                              Named{gui::Screen::Learning, "learning"}};

// Frames until nothing is computed any more; false when it takes too long. The worst frame on the
// way is what opening costs.
bool settle(gui::workbench::Workbench& bench, gui::headless::Stage& stage, double& worst_ms) {
    constexpr int kMostFrames = 60000;
    int calm = 0;
    for (int i = 0; i < kMostFrames && calm < 10; ++i) {
        const Times one = time(
            1,
            [&] {
                bench.before_frame();
                stage.frames(1);
            },
            ClockKind::Cpu);
        worst_ms = std::max(worst_ms, one.median_ms);
        calm = bench.is_busy() ? 0 : calm + 1;
        if (bench.is_busy()) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    return calm >= 10;
}

void screens(Report& report, std::unique_ptr<desk::Desk> desk) {
    gui::workbench::Workbench bench(gui::workbench::WorkbenchSetup{.where = "bench.throughline"});
    bench.show_board(desk::LiveDesk::start(std::move(desk), {}));
    gui::headless::Stage stage([&] { bench.frame(); }, {.size = {1920, 1080}});
    double worst = 0;
    (void)settle(bench, stage, worst);
    for (const Named& one : kScreens) {
        bench.context().go(one.screen);
        worst = 0;
        const bool settled = settle(bench, stage, worst);
        const Times frame = time(
            200,
            [&] {
                bench.before_frame();
                stage.frames(1);
            },
            ClockKind::Cpu);
        const std::string name = std::string("screen ") + one.name;
        report.add(
            {name + ", a frame", frame, "", {}, "<= 2 ms", settled && frame.p99_ms <= kMostFrame});
        report.number(name + ", worst frame while it opens", worst, "ms");
    }
}

void drafting(Report& report, const desk::Desk& desk) {
    const model::Workspace& ws = desk.workspace();
    const auto zone = Zone::load(ws.board()->zone);
    const flow::Flow flow(flow::rows_of(ws, *zone), desk.now());
    const std::string month = next_month(month_of(flow.today()), -1);
    const report::ReportRows rows = report::report_rows_of(ws);
    std::size_t bytes = 0;
    const Times draft = time(
        10,
        [&] {
            const report::Document document = report::monthly_report(rows, flow, month);
            bytes += report::to_markdown(document).size() + report::to_html(document).size();
        },
        ClockKind::Cpu);
    report.add({"monthly report drafted and written, digest at hand",
                draft,
                "",
                {},
                "<= 300 ms",
                bytes > 0 && draft.median_ms <= kMostDraft});
}

}  // namespace

void bench_screens(Report& report) {
    auto desk = desk::Desk::in_memory(desk::system_clock(), desk::system_nonces());
    fill(*desk, kCards, 2);
    fill_plan(*desk, kKpis, kWeeks, kObjectives);
    drafting(report, *desk);
    screens(report, std::move(desk));
}

}  // namespace throughline::bench
