#include "app/gui/context/yardstick_model.h"

#include <algorithm>
#include <chrono>

namespace throughline::gui {
namespace {

// Rows of history that take a few milliseconds.
constexpr std::size_t kAtOnce = 20'000;

std::vector<flow::AgeYardstick> compute(flow::FlowRows rows, Instant now) {
    const Zone zone = rows.zone;
    const flow::Flow flow(std::move(rows), now);
    return flow::yardsticks(flow::Slice(flow, flow::last_weeks(zone, now)));
}

std::vector<flow::AgeYardstick> adopted_only(const model::Workspace& workspace) {
    std::vector<flow::AgeYardstick> yardsticks(model::count_of<model::ServiceClass>());
    for (std::size_t i = 0; i < yardsticks.size(); ++i) {
        const auto* level = workspace.service_level(static_cast<model::ServiceClass>(i));
        if (level != nullptr) yardsticks[i].sle_days = level->days;
    }
    return yardsticks;
}

bool same(const flow::AgeYardstick& a, const flow::AgeYardstick& b) {
    return a.p50 == b.p50 && a.p85 == b.p85 && a.sle_days == b.sle_days;
}

}  // namespace

Yardsticks::~Yardsticks() {
    if (waiting_.valid()) waiting_.wait();
}

bool Yardsticks::take(std::vector<flow::AgeYardstick> result) {
    const bool equal = result.size() == yardsticks_.size() &&
                       std::equal(result.begin(), result.end(), yardsticks_.begin(), same);
    yardsticks_ = std::move(result);
    return !equal;
}

bool Yardsticks::refresh(const model::Workspace& workspace, const Zone& zone, Instant now,
                         std::function<void()> wake) {
    if (waiting_.valid()) {
        if (waiting_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) return false;
        return take(waiting_.get());
    }
    std::vector<model::ServiceLevel> levels;
    for (const model::ServiceLevel& level : workspace.rows<model::ServiceLevel>())
        levels.push_back(level);
    const Day today = zone.day(now);
    if (today == day_ && levels == levels_) return false;
    day_ = today;
    levels_ = std::move(levels);
    if (workspace.rows<model::Transition>().size() <= kAtOnce)
        return take(compute(flow::rows_of(workspace, zone), now));
    waiting_ = std::async(std::launch::async, [rows = flow::rows_of(workspace, zone), now,
                                               wake = std::move(wake)]() mutable {
        auto result = compute(std::move(rows), now);
        if (wake) wake();
        return result;
    });
    return take(adopted_only(workspace));
}

const flow::AgeYardstick& Yardsticks::of(model::ServiceClass service_class) const {
    const auto index = static_cast<std::size_t>(service_class);
    return index < yardsticks_.size() ? yardsticks_[index] : unknown_;
}

}  // namespace throughline::gui
