#include "app/gui/outlook/what_if_model.h"

#include "core/base/text.h"
#include "core/base/words.h"
#include "core/report/chart_parts.h"
#include "core/report/chart_ticks.h"

#include <algorithm>

namespace throughline::gui::outlook {
namespace {

constexpr int kRuns = 1000;
constexpr int kWakeEvery = 25;  // runs between two frames that show the progress

flow::Slice slice_of(const flow::Flow& flow, const WhatIfAsked& asked, const Passing& passing) {
    flow::Scope scope = flow::last_weeks(flow.zone(), flow.as_of(), asked.weeks);
    scope.filter = passing.filter();
    return {flow, std::move(scope)};
}

// Null when the model does not know it any more.
std::optional<int>* find_limit(flow::SimModel& model, const LimitRow& row) {
    if (row.kind == LimitRow::Kind::Board) {
        return &model.conwip;
    }
    if (row.kind == LimitRow::Kind::Group) {
        const auto group = std::ranges::find(model.groups, row.handle, &flow::SimGroup::handle);
        return group == model.groups.end() ? nullptr : &group->limit;
    }
    const auto stage = std::ranges::find(model.stages, row.handle, &flow::SimStage::handle);
    return stage == model.stages.end() ? nullptr : &stage->limit;
}

std::string number(double value, int places, bool with_sign) {
    const std::string text = decimal(value, places);
    const bool is_zero = text.find_first_not_of("-0.") == std::string::npos;
    if (is_zero) {
        return "0";
    }
    return with_sign && value > 0 ? "+" + text : text;
}

std::string range(const flow::Bounds& bounds, int places, bool with_sign) {
    return number(bounds.mid, places, with_sign) + " (" + number(bounds.low, places, with_sign) +
           " to " + number(bounds.high, places, with_sign) + ")";
}

struct Figure {
    const char* name;
    flow::Bounds flow::SimFigures::*bounds;
    int good;    // 1: more is better, -1: less is
    int places;  // behind the point
};
constexpr Figure kFigures[]{
    {"Delivered a day", &flow::SimFigures::throughput_per_day, 1, 2},
    {"Cycle time, 50%, days", &flow::SimFigures::cycle_p50, -1, 1},
    {"Cycle time, 85%, days", &flow::SimFigures::cycle_p85, -1, 1},
    {"In process", &flow::SimFigures::wip, -1, 1},
    {"Waiting for room, days", &flow::SimFigures::waiting_days, -1, 1},
};

FigureRow::Call call_of(const flow::Bounds& difference, int good) {
    if (difference.holds(0)) {
        return FigureRow::Call::None;
    }
    return (difference.low > 0) == (good > 0) ? FigureRow::Call::Better : FigureRow::Call::Worse;
}

WhatIfOutcome describe(const flow::WhatIf& result, const flow::Slice& slice, bool has_trials) {
    WhatIfOutcome outcome{.trusted = result.trusted};
    if (!result.trusted) {
        outcome.says = "The simulation cannot advise: " + result.why_not + ".";
        outcome.todo =
            "What it leaves out, or a change within the window, matters more here than the limits. "
            "Take another history, or try the change itself for a few weeks.";
        return outcome;
    }
    outcome.says = "The present limits, simulated, give back what was seen from " +
                   long_date(slice.from()) + " to " + long_date(slice.to()) + ": " +
                   number(result.observed_throughput, 2, false) + " delivered a day, 85% within " +
                   number(result.observed_p85, 1, false) + " days.";
    for (const Figure& figure : kFigures) {
        FigureRow row{.name = figure.name,
                      .present = range(result.present.*figure.bounds, figure.places, false)};
        if (has_trials && result.difference) {
            const flow::Bounds& difference = (*result.difference).*figure.bounds;
            row.difference = range(difference, figure.places, true);
            row.call = call_of(difference, figure.good);
        }
        outcome.rows.push_back(std::move(row));
    }
    outcome.note = "In brackets what 90% of " + std::to_string(kRuns) + " runs lie within." +
                   (has_trials ? " A difference whose bounds lie on both sides of 0 is none." : "");
    return outcome;
}

}  // namespace

std::optional<std::vector<LimitRow>> limits_of(const flow::Flow& flow, const WhatIfAsked& asked,
                                               const Passing& passing) {
    const auto model = flow::model_of(slice_of(flow, asked, passing));
    if (!model) {
        return std::nullopt;
    }
    std::vector<LimitRow> rows;
    int in_process = 0;
    std::vector<int> in_group(model->groups.size());
    for (std::size_t i = 0; i < model->stages.size(); ++i) {
        const flow::SimStage& stage = model->stages[i];
        const int standing = model->cards_at_start[i];
        in_process += standing;
        if (stage.group >= 0) {
            in_group[static_cast<std::size_t>(stage.group)] += standing;
        }
        if (stage.group < 0 || stage.limit) {
            rows.push_back({LimitRow::Kind::Column, stage.handle, stage.limit, standing});
        } else if (i == 0 || model->stages[i - 1].group != stage.group) {
            const auto& group = model->groups[static_cast<std::size_t>(stage.group)];
            rows.push_back({LimitRow::Kind::Group, group.handle, group.limit, 0});
        }
    }
    for (LimitRow& row : rows) {
        const auto group = std::ranges::find(model->groups, row.handle, &flow::SimGroup::handle);
        if (row.kind == LimitRow::Kind::Group) {
            row.standing = in_group[static_cast<std::size_t>(group - model->groups.begin())];
        }
    }
    rows.push_back({LimitRow::Kind::Board, "", model->conwip, in_process});
    return rows;
}

void WhatIfRun::start(Context& context, const WhatIfAsked& asked, std::vector<TriedLimit> limits) {
    outcome_.reset();
    progress_ = std::make_shared<Progress>();
    work_.start(
        [asked, limits = std::move(limits), progress = progress_, wake = context.waker(),
         passing = passing_cards(context, asked.query),
         rows = flow::rows_of(context.workspace(), context.zone()), now = context.now()] {
            const flow::Flow flow(rows, now);
            const flow::Slice slice = slice_of(flow, asked, passing);
            auto changed = flow::model_of(slice);
            for (const TriedLimit& tried : limits) {
                if (auto* limit = changed ? find_limit(*changed, tried.limit) : nullptr) {
                    *limit = tried.then;
                }
            }
            const flow::SimOptions options{.seed = asked.seed,
                                           .runs = kRuns,
                                           .days = static_cast<double>(slice.day_count()),
                                           .progress = [progress, wake](int, int) {
                                               if (++progress->runs % kWakeEvery == 0 && wake) {
                                                   wake();
                                               }
                                               return !progress->cancelled.load();
                                           }};
            const flow::WhatIf result =
                flow::what_if(slice, changed.value_or(flow::SimModel{}), options);
            if (progress->cancelled) {
                return WhatIfOutcome{.cancelled = true};
            }
            return describe(result, slice, !limits.empty());
        },
        context.waker());
}

void WhatIfRun::cancel() {
    progress_->cancelled = true;
}

float WhatIfRun::share() const {
    // The second half simulates both scenarios in each run.
    const int runs = progress_->runs;
    return static_cast<float>(runs + std::max(0, runs - kRuns)) / (3.0f * kRuns);
}

const WhatIfOutcome* WhatIfRun::outcome() {
    if (auto made = work_.take()) {
        outcome_ = std::move(made);
    }
    return outcome_ ? &*outcome_ : nullptr;
}

}  // namespace throughline::gui::outlook
