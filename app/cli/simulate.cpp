#include "app/cli/forecast_view.h"
#include "app/cli/json.h"
#include "app/cli/lookup.h"
#include "app/cli/metrics_numbers.h"
#include "app/cli/metrics_scope.h"
#include "app/cli/text_table.h"
#include "app/cli/values.h"
#include "app/cli/verbs.h"
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/flow/simulation.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <ostream>

namespace throughline::cli {

namespace {

struct SimulateArgs {
    std::vector<std::string> limits;
    std::optional<std::string> weeks;
    std::optional<std::string> filter;
    std::optional<std::string> as_of;
    std::optional<std::string> runs;
    std::optional<std::string> seed;
};

// A limit other than the present one, of a column or a group.
struct Trial {
    std::string name;  // "create", "group create"
    std::optional<int> now;
    std::optional<int> then;
};

Failure not_simulated(const std::string& name, const flow::SimModel& model) {
    std::vector<std::string> handles;
    for (const flow::SimStage& stage : model.stages) {
        handles.push_back(stage.handle);
    }
    for (const flow::SimGroup& group : model.groups) {
        if (std::ranges::find(handles, group.handle) == handles.end()) {
            handles.push_back(group.handle);
        }
    }
    return bad_input(
        "\"" + name + "\" is no column or group in process; there are: " + join(handles, ", "),
        "--limit", ErrorCode::NotFound);
}

// The limit that a name means: a column's handle or name, or a group's. A column without a limit
// of its own that is held by its group's stands for the group.
Fallible<std::optional<int>*> limit_of(const model::Workspace& workspace, flow::SimModel& model,
                                       const std::string& name) {
    const auto group = std::ranges::find(model.groups, name, &flow::SimGroup::handle);
    const auto column = find_column(workspace, name);
    const std::string handle = column ? (*column)->handle : name;
    const auto stage = std::ranges::find(model.stages, handle, &flow::SimStage::handle);
    if (stage != model.stages.end()) {
        const bool by_group = !stage->limit && stage->group >= 0;
        return by_group ? &model.groups[static_cast<std::size_t>(stage->group)].limit
                        : &stage->limit;
    }
    if (group != model.groups.end()) {
        return &group->limit;
    }
    return not_simulated(name, model);
}

// "create=4", "create=none".
Fallible<Trial> try_limit(const model::Workspace& workspace, flow::SimModel& model,
                          const std::string& text) {
    const std::size_t equals = text.rfind('=');
    if (equals == std::string::npos || equals == 0) {
        return bad_input("\"" + text + "\" is not of the form COLUMN=N or COLUMN=none", "--limit");
    }
    Trial trial{.name = text.substr(0, equals)};
    TL_TRY(std::optional<int> * limit, limit_of(workspace, model, trial.name));
    trial.now = *limit;
    if (const std::string value = text.substr(equals + 1); value != "none") {
        TL_TRY(const auto number, number_value(value, "--limit", 1, 10'000));
        trial.then = static_cast<int>(number);
    }
    *limit = trial.then;
    return trial;
}

Json bounds_json(const flow::Bounds& bounds) {
    return {{"low", bounds.low}, {"mid", bounds.mid}, {"high", bounds.high}};
}

Json figures_json(const flow::SimFigures& figures) {
    return {{"throughput_per_day", bounds_json(figures.throughput_per_day)},
            {"cycle_p50_days", bounds_json(figures.cycle_p50)},
            {"cycle_p85_days", bounds_json(figures.cycle_p85)},
            {"wip", bounds_json(figures.wip)},
            {"waiting_days", bounds_json(figures.waiting_days)}};
}

struct Asked {
    std::vector<Trial> trials;
    flow::SimOptions options;
    Day from;
    Day to;
};

Json what_if_json(const Asked& asked, const flow::WhatIf& result) {
    Json limits = Json::array();
    for (const Trial& trial : asked.trials) {
        limits.push_back(
            {{"limit", trial.name}, {"now", or_null(trial.now)}, {"then", or_null(trial.then)}});
    }
    return {{"limits", std::move(limits)},
            {"from", throughline::to_text(asked.from)},
            {"to", throughline::to_text(asked.to)},
            {"runs", asked.options.runs},
            {"seed", asked.options.seed},
            {"trusted", result.trusted},
            {"observed",
             {{"throughput_per_day", result.observed_throughput},
              {"cycle_p85_days", result.observed_p85}}},
            {"present", figures_json(result.present)},
            {"difference", result.difference ? figures_json(*result.difference) : Json()}};
}

std::string rounded(double value, bool with_sign) {
    std::string text = number_text(std::round(value * 100) / 100);
    if (text == "-0") {
        text = "0";
    }
    return with_sign && value > 0 && text != "0" ? "+" + text : text;
}

std::string range(const flow::Bounds& bounds, bool with_sign) {
    return rounded(bounds.mid, with_sign) + "  (" + rounded(bounds.low, with_sign) + " to " +
           rounded(bounds.high, with_sign) + ")";
}

std::string limit_words(const std::optional<int>& limit) {
    return limit ? std::to_string(*limit) : "none";
}

void print_what_if(Session& session, const Asked& asked, const flow::WhatIf& result) {
    std::ostream& out = session.out();
    for (const Trial& trial : asked.trials) {
        out << "Limit of " << trial.name << ": " << limit_words(trial.now) << " now, "
            << limit_words(trial.then) << " tried\n";
    }
    out << "The present limits, simulated, give back what was seen from " << long_date(asked.from)
        << " to " << long_date(asked.to) << ":\n  " << rounded(result.observed_throughput, false)
        << " delivered a day, 85% within " << rounded(result.observed_p85, false) << " days\n\n";
    TextTable table("  ");
    table.head({"", "present limits", asked.trials.empty() ? "" : "difference"});
    const auto row = [&](const char* name, flow::Bounds flow::SimFigures::*figure) {
        table.row({name, range(result.present.*figure, false),
                   asked.trials.empty() ? "" : range((*result.difference).*figure, true)});
    };
    row("delivered a day", &flow::SimFigures::throughput_per_day);
    row("cycle time p50, days", &flow::SimFigures::cycle_p50);
    row("cycle time p85, days", &flow::SimFigures::cycle_p85);
    row("in process", &flow::SimFigures::wip);
    row("waiting for room, days a card", &flow::SimFigures::waiting_days);
    table.print(out, session.terminal());
    out << "\nIn brackets what 90% of " << asked.options.runs << " runs lie within (seed "
        << asked.options.seed << ").";
    if (!asked.trials.empty()) {
        out << " A difference whose bounds lie on both sides of 0 is none.";
    }
    out << "\n";
}

Failure cannot_advise(const flow::WhatIf& result) {
    rules::Refusal refusal;
    refusal.rule = "cannot_advise";
    refusal.reason = "The simulation cannot advise: " + result.why_not + ".";
    refusal.remedy =
        "What it leaves out, or a change within the window, matters more here than "
        "the limits. Try another window with --weeks, or the change itself for a "
        "few weeks.";
    return refused(std::move(refusal));
}

// One line that is written over, on a terminal only.
void show_progress(Session& session, flow::SimOptions& options) {
    if (!session.environment().error_terminal) {
        return;
    }
    options.progress = [&err = session.err()](int done, int of) {
        if (done % 50 == 0 || done == of) {
            err << "\r" << done << " of " << of << " runs" << (done == of ? "\r\033[K" : "")
                << std::flush;
        }
        return true;
    };
}

Fallible<flow::SimOptions> options_of(const SimulateArgs& args, int days) {
    flow::SimOptions options;
    options.days = days;
    TL_TRY(const auto runs, count_value(args.runs, "--runs", 20, 100'000));
    options.runs = runs.value_or(options.runs);
    if (args.seed) {
        TL_TRY(const auto seed,
               number_value(*args.seed, "--seed", 0, std::numeric_limits<std::int64_t>::max()));
        options.seed = static_cast<std::uint64_t>(seed);
    }
    return options;
}

Ending simulate(Session& session, const SimulateArgs& args) {
    TL_TRY(auto* desk, session.desk());
    TL_TRY(const Instant as_of, asked_moment(session, args.as_of));
    TL_TRY(const auto weeks, count_value(args.weeks, "--weeks", 2, 520));
    TL_TRY(const flow::Flow flow, flow_at(session, as_of));
    TL_CHECK(need_points(flow));
    flow::Scope scope = flow::last_weeks(flow.zone(), as_of, weeks.value_or(12));
    TL_TRY(scope.filter, card_filter(session, as_of, args.filter));
    const flow::Slice slice(flow, scope);
    auto changed = flow::model_of(slice);
    if (!changed) {
        return no_answer("There are no deliveries or arrivals to learn from in the window.",
                         "Take a longer window with --weeks.");
    }
    Asked asked{.from = slice.from(), .to = slice.to()};
    for (const std::string& text : args.limits) {
        TL_TRY(auto trial, try_limit(desk->workspace(), *changed, text));
        asked.trials.push_back(std::move(trial));
    }
    TL_TRY(asked.options, options_of(args, slice.day_count()));
    show_progress(session, asked.options);
    flow::WhatIf result = flow::what_if(slice, *changed, asked.options);
    if (!result.trusted) {
        return cannot_advise(result);
    }
    if (asked.trials.empty()) {
        result.difference.reset();
    }
    if (session.json()) {
        session.print(what_if_json(asked, result));
    } else {
        print_what_if(session, asked, result);
    }
    return Done{};
}

}  // namespace

void add_simulate(Verb& program) {
    auto args = std::make_shared<SimulateArgs>();
    program
        .verb("simulate",
              "What other WIP limits would do, by simulation; first it must reproduce the past")
        .repeated("--limit", "COLUMN=N", args->limits,
                  "A limit to try, or COLUMN=none; again for more. None: only reproduce the past")
        .option("--weeks", "N", args->weeks, "Learn from the last N weeks (default: 12)")
        .option("--filter", "QUERY", args->filter, "Only these cards: type:event")
        .option("--as-of", kMoment, args->as_of,
                "As it was known then: 2026-05-04, or 2026-05-04T09:00:00Z")
        .option("--runs", "N", args->runs, "Paired runs (default: 1000)")
        .option("--seed", "N", args->seed, "Of the random numbers (default: 1)")
        .example("throughline simulate --limit create=3 --limit review=2")
        .does(args, &simulate);
}

}  // namespace throughline::cli
