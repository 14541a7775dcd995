// The whole window on a board in memory, driven as a person would, for tests. The clock moves only
// when told to.
#pragma once

#include "app/gui/context/context.h"
#include "app/gui/headless/ui_driver.h"
#include "app/gui/workbench/workbench.h"
#include "tests/app/gui/settle.h"

#include <atomic>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::gui::test {

struct BenchOptions {
    std::string kind = "marketing";  // of the board; "" begins with the welcome
    ImVec2 size{1440, 900};
    workbench::WorkbenchSetup setup = {};
    bool fonts = false;
};

class Bench {
public:
    // Tuesday 10 March 2026, 10:00 UTC. The first person, an admin, is Ana.
    explicit Bench(BenchOptions options = {})
        : bench_(prepared(std::move(options.setup))),
          ui([this] { frame(); }, {.size = options.size, .fonts = options.fonts}) {
        if (!options.kind.empty()) {
            auto desk =
                desk::Desk::in_memory([this] { return now(); }, [this] { return ++nonce_; });
            made_ =
                desk->run(rules::CreateBoard{options.kind, "Marketing", "UTC", "ana", "Ana Lima"})
                    .ok();
            bench_.show_board(desk::LiveDesk::start(std::move(desk), {}));
        }
        settle();
    }
    // Over a desk that somebody else filled.
    explicit Bench(std::unique_ptr<desk::LiveDesk> live, ImVec2 size = {1440, 900})
        : bench_(prepared({})), ui([this] { frame(); }, {.size = size, .fonts = false}) {
        bench_.show_board(std::move(live));
        settle();
    }

    Context& context() { return bench_.context(); }
    desk::LiveDesk& desk() { return context().desk(); }
    const model::Workspace& ws() { return context().workspace(); }
    workbench::Workbench& window() { return bench_; }
    Instant now() const { return {now_us_}; }
    void pass(Duration time) { now_us_ += time.us; }
    bool made() const { return made_; }

    // Until nothing is being saved, read or computed, and what it changed is drawn.
    void settle() {
        test::settle(ui, [this] { return bench_.is_busy(); });
    }
    // True when it was carried out.
    bool run(const rules::Command& command) {
        const bool done = context().run(command, Context::At::Caller).ok();
        ui.frames(2);
        return done;
    }
    // Types into the dialog that a key opens, and confirms.
    void write(ImGuiKey key, std::string_view words) {
        ui.key(key);
        settle();
        ui.type(words);
        ui.key(ImGuiMod_Ctrl | ImGuiKey_Enter);
        settle();
    }
    // Copies, so that they outlast the next change of the board.
    template <class T>
    std::vector<T> all() {
        const auto& rows = ws().rows<T>();
        return {rows.begin(), rows.end()};
    }
    void go(Screen screen) {
        context().go(screen);
        settle();
    }
    void settings(const std::string& section) {
        context().open_settings(section);
        settle();
    }
    model::PersonId ana() { return ws().person_by_handle("ana")->id; }
    model::ColumnId column(std::string_view handle) { return ws().column_by_handle(handle)->id; }
    model::ObjectiveId objective(const std::string& title = "Demo bookings from 12 to 30 a month",
                                 const std::string& quarter = "2026-Q1") {
        run(rules::AddObjective{title, quarter, {}, ana(), -1});
        return ws().objective_by_number(ws().last_number("objective"))->id;
    }
    model::RequestId submit(const std::string& title) {
        const model::TextMap answers{{"what", "Customers learn about it."},
                                     {"audience", "Customers"},
                                     {"why_now", "It ships in May."},
                                     {"success_measure", "Demo bookings"},
                                     {"format", "Article"},
                                     {"objective", "triage"},
                                     {"needed_by", "none"}};
        run(rules::SubmitBrief{ws().template_by_handle("content-asset")->current, ana(), title,
                               answers});
        return ws().request_by_number(ws().last_number("request"))->id;
    }
    // A card in the ready column; the objective is made when there is none.
    model::CardId card(const std::string& title) {
        const model::ObjectiveId serves =
            ws().last_number("objective") == 0 ? objective() : ws().objective_by_number(1)->id;
        const model::RequestId request = submit(title);
        run(rules::AcceptRequest{
            request, ana(), serves, model::ServiceClass::Standard, {}, "", ""});
        return ws().find(request)->card;
    }
    bool move(model::CardId card, std::string_view to) {
        return run(rules::MoveCards{{card}, column(to), {}, ""});
    }
    // Ticks and signs whatever keeps the card from leaving its column.
    void pass_gate(model::CardId card) {
        for (const model::GateItem& item : ws().rows<model::GateItem>()) {
            if (item.removed || item.column != ws().find(card)->column) continue;
            run(rules::MarkGate{card, item.id,
                                item.kind == model::GateKind::Approval ? model::Verdict::Approved
                                                                       : model::Verdict::Done,
                                ""});
        }
    }
    // Through every column from Ready to Live.
    void deliver(model::CardId card) {
        for (const char* to : {"create", "create-done", "review", "launch-prep", "live"}) {
            pass_gate(card);
            move(card, to);
        }
    }

private:
    workbench::WorkbenchSetup prepared(workbench::WorkbenchSetup setup) {
        setup.clock = [this] { return now(); };
        setup.nonces = [this] { return ++nonce_; };
        setup.seconds = [this] { return static_cast<double>(now_us_) / 1e6; };
        setup.automatic_backups = false;
        return setup;
    }
    void frame() {
        bench_.before_frame();
        bench_.frame();
    }

    std::atomic<std::int64_t> now_us_ =
        parse_instant("2026-03-10T10:00:00Z").value().us;  // read by the worker too
    std::atomic<std::uint64_t> nonce_ = 0;
    bool made_ = false;
    workbench::Workbench bench_;

public:
    headless::UiDriver ui;
};

}  // namespace throughline::gui::test
