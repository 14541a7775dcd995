#include "app/cli/forecast_view.h"
#include "app/cli/metrics_numbers.h"
#include "app/cli/metrics_scope.h"
#include "app/cli/session.h"
#include "app/cli/values.h"
#include "app/cli/verbs.h"
#include "core/flow/kpi.h"
#include "core/flow/percentile.h"
#include "core/flow/xmr.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <ostream>
#include <span>

namespace throughline::cli {

namespace {

// Beyond these a forecast by hand would only keep the machine busy.
constexpr int kMostCards = 10'000;
constexpr int kMostAhead = 366;
constexpr int kMostADay = 1'000;

struct PercentileArgs {
    std::string percent;
    std::vector<std::string> values;
};
struct XmrArgs {
    std::vector<std::string> values;
    std::optional<std::string> baseline;
    bool any_sign = false;
};
struct ForecastArgs {
    std::string asked;
    std::vector<std::string> history;
};
struct KrArgs {
    std::string base;
    std::string target;
    std::string current;
};

Fallible<double> any_number(const std::string& text, std::string_view where) {
    constexpr double kMost = 1e15;  // whole numbers are exact up to here
    return real_value(text, where, -kMost, kMost);
}

Fallible<std::vector<double>> numbers(const std::vector<std::string>& texts,
                                      std::string_view where) {
    std::vector<double> values;
    for (const std::string& text : texts) {
        TL_TRY(const double value, any_number(text, where));
        values.push_back(value);
    }
    return values;
}

// --- percentile ---------------------------------------------------------------------------------

Ending percentile(Session& session, const PercentileArgs& args) {
    TL_TRY(const auto percent, number_value(args.percent, "P", 0, 100));
    TL_TRY(auto values, numbers(args.values, "V"));
    std::ranges::sort(values);
    const auto p = static_cast<int>(percent);
    const auto value = flow::percentile(values, p);
    if (!value) {
        return no_answer("There are no values, so there is no percentile.",
                         "Give at least one value.");
    }
    const bool few = flow::is_few(p, values.size());
    if (session.json()) {
        session.print({{"value", number_json(*value)}, {"n", values.size()}, {"few", few}});
        return Done{};
    }
    session.out() << number_text(*value) << "\n";
    if (few) {
        session.err() << "Few values: with " << values.size() << " the " << p
                      << "th percentile is merely the largest.\n";
    }
    return Done{};
}

// --- XmR ----------------------------------------------------------------------------------------

Json xmr_json(const flow::XmrLimits& limits, const std::vector<flow::XmrSignal>& signals,
              const std::vector<std::size_t>& ranges) {
    Json list = Json::array();
    for (const flow::XmrSignal& signal : signals) {
        list.push_back(
            {{"index", signal.index + 1}, {"rule", signal.rule}, {"above", signal.above}});
    }
    Json jumps = Json::array();
    for (const std::size_t index : ranges) {
        jumps.push_back(index + 1);
    }
    return {{"mean", number_json(limits.mean)},
            {"mean_mr", number_json(limits.mean_mr)},
            {"lower", number_json(limits.lower)},
            {"upper", number_json(limits.upper)},
            {"range_upper", number_json(limits.range_upper)},
            {"signals", std::move(list)},
            {"range_signals", std::move(jumps)},
            {"lower_unclamped", number_json(limits.lower_unclamped)},
            {"n", limits.n},
            {"enough", limits.is_enough()},
            {"provisional", limits.is_provisional()},
            {"few_values", limits.few_values}};
}

void print_xmr(Session& session, const flow::XmrLimits& limits, const std::vector<double>& values,
               const std::vector<flow::XmrSignal>& signals,
               const std::vector<std::size_t>& ranges) {
    std::ostream& out = session.out();
    out << "mean " << number_text(limits.mean) << ", mean moving range "
        << number_text(limits.mean_mr) << "\nlimits " << number_text(limits.lower) << " .. "
        << number_text(limits.upper);
    if (limits.lower_off) {
        out << "  (the lower one would be " << number_text(limits.lower_unclamped) << ")";
    }
    out << ", range limit " << number_text(limits.range_upper) << "\n";
    static constexpr std::array kRules{"outside the limits", "eight in a row on one side",
                                       "three of four nearer to a limit than to the mean"};
    for (const flow::XmrSignal& signal : signals) {
        out << "signal: value " << signal.index + 1 << " (" << number_text(values[signal.index])
            << "), rule " << signal.rule << ", "
            << kRules[static_cast<std::size_t>(signal.rule) - 1] << "\n";
    }
    for (const std::size_t index : ranges) {
        out << "signal: the step to value " << index + 1 << " is above the range limit\n";
    }
    if (signals.empty() && ranges.empty()) {
        out << "no signals: what varies is noise\n";
    }
    if (limits.few_values) {
        session.err() << "Fewer than 4 different values: add them up to weeks first.\n";
    } else if (limits.is_provisional()) {
        session.err() << (limits.is_enough() ? "Fewer than 10 values: the limits are provisional.\n"
                                             : "Fewer than 6 values: too few for a baseline.\n");
    }
}

Ending xmr(Session& session, const XmrArgs& args) {
    TL_TRY(const auto values, numbers(args.values, "V"));
    TL_TRY(const auto baseline,
           count_value(args.baseline, "--baseline", 1, static_cast<int>(values.size())));
    // A value below zero shows that the measure may be.
    const bool negative =
        args.any_sign || std::ranges::any_of(values, [](double value) { return value < 0; });
    const auto first =
        std::span(values).first(baseline ? static_cast<std::size_t>(*baseline) : values.size());
    const auto limits =
        flow::xmr_limits(first, negative ? flow::Sign::Any : flow::Sign::NotNegative);
    if (!limits) {
        return no_answer("Fewer than two values give no limits.",
                         "Give at least two; six and more make a baseline.");
    }
    const auto signals = flow::xmr_signals(values, *limits);
    const auto ranges = flow::range_signals(values, *limits);
    if (session.json()) {
        session.print(xmr_json(*limits, signals, ranges));
    } else {
        print_xmr(session, *limits, values, signals, ranges);
    }
    return Done{};
}

// --- when, how many -----------------------------------------------------------------------------

// Plain independent draws: every day is alike, so any week will do.
Fallible<flow::ForecastInput> plain_input(const std::vector<std::string>& history) {
    std::vector<int> by_day;
    for (const std::string& text : history) {
        TL_TRY(const auto count, number_value(text, "--history", 0, kMostADay));
        by_day.push_back(static_cast<int>(count));
    }
    constexpr Day kAnyDay{};
    flow::ForecastInput input{.history = flow::history_from(std::move(by_day), kAnyDay),
                              .calendar = {},
                              .today = kAnyDay};
    input.calendar.weekdays = 0x7F;
    return input;
}

Ending print_plain(Session& session, const std::optional<flow::Forecast>& forecast,
                   flow::Question question) {
    if (!forecast) {
        return no_answer("The history holds no delivery, so nothing can be forecast from it.",
                         "Give at least one day with a delivery.");
    }
    if (session.json()) {
        session.print({{"levels", levels_json(*forecast, question)},
                       {"method", flow::to_text(forecast->method)},
                       {"chances", chances_json(*forecast, question)}});
        return Done{};
    }
    for (const flow::Level& level : forecast->levels) {
        session.out() << level.percent << "%: " << plain_text(level, question) << "\n";
    }
    return Done{};
}

Ending calc_when(Session& session, const ForecastArgs& args) {
    TL_TRY(const auto cards, number_value(args.asked, "N", 1, kMostCards));
    TL_TRY(const auto input, plain_input(args.history));
    return print_plain(session, flow::when_exact(input, static_cast<int>(cards)),
                       flow::Question::When);
}

Ending calc_how_many(Session& session, const ForecastArgs& args) {
    TL_TRY(const auto days, number_value(args.asked, "DAYS", 1, kMostAhead));
    TL_TRY(const auto input, plain_input(args.history));
    return print_plain(session, flow::how_many_exact(input, static_cast<int>(days)),
                       flow::Question::HowMany);
}

// --- key results --------------------------------------------------------------------------------

std::optional<std::string> note_of(const flow::Progress& progress) {
    if (progress.below_baseline) {
        return "below baseline";
    }
    if (progress.above_target) {
        return std::to_string(std::llround(progress.raw * 100)) + "%";
    }
    return std::nullopt;
}

Ending kr(Session& session, const KrArgs& args) {
    TL_TRY(const double base, any_number(args.base, "BASE"));
    TL_TRY(const double target, any_number(args.target, "TARGET"));
    TL_TRY(const double current, any_number(args.current, "CURRENT"));
    const auto progress = flow::kr_progress(base, target, current);
    if (!progress) {
        return no_answer("Baseline and target are the same, so there is no way to measure.",
                         "A value that is to stay as it is has a range to be kept in.");
    }
    const auto note = note_of(*progress);
    if (session.json()) {
        session.print({{"raw", number_json(progress->raw)},
                       {"shown", number_json(progress->shown)},
                       {"note", or_null(note)}});
        return Done{};
    }
    session.out() << std::llround(progress->shown * 100) << "%" << (note ? ", " + *note : "")
                  << "\n";
    return Done{};
}

void add_plain_forecasts(Verb& calc) {
    auto when = std::make_shared<ForecastArgs>();
    calc.verb("when", "In how many days N cards are done, by the exact convolution")
        .needs("N", when->asked, "Cards")
        .list("--history", when->history, "V...  Deliveries of each past day, zeros included")
        .example("throughline calc when 2 --history 0 1 2")
        .does(when, &calc_when);
    auto how_many = std::make_shared<ForecastArgs>();
    calc.verb("how-many", "How many cards are done in so many days, by the exact convolution")
        .needs("DAYS", how_many->asked, "Days, tomorrow is the first")
        .list("--history", how_many->history, "V...  Deliveries of each past day, zeros included")
        .example("throughline calc how-many 3 --history 0 1 2")
        .does(how_many, &calc_how_many);
}

}  // namespace

void add_calc(Verb& program) {
    Verb calc = program.verb("calc", "The formulas by themselves, for checking by hand");
    auto percentile_args = std::make_shared<PercentileArgs>();
    calc.verb("percentile", "Nearest rank: a value that has happened, never one in between")
        .needs("P", percentile_args->percent, "0 to 100")
        .any("V", percentile_args->values, "The values, in any order")
        .example("throughline calc percentile 85 1 2 2 3 5 8 13")
        .does(percentile_args, &percentile);
    auto xmr_args = std::make_shared<XmrArgs>();
    calc.verb("xmr", "Natural limits of values in time order, and which of them are signals")
        .any("V", xmr_args->values, "The values, oldest first")
        .option("--baseline", "N", xmr_args->baseline,
                "Take the limits from the first N values (default: all)")
        .flag("--any-sign", xmr_args->any_sign, "The measure may be negative")
        .example("throughline calc xmr 5 7 4 6 8 6 12 --baseline 6")
        .does(xmr_args, &xmr);
    add_plain_forecasts(calc);
    auto kr_args = std::make_shared<KrArgs>();
    calc.verb("kr", "Progress of a key result from baseline to target, up or down")
        .needs("BASE", kr_args->base, "The baseline")
        .needs("TARGET", kr_args->target, "The target")
        .needs("CURRENT", kr_args->current, "The value now")
        .example("throughline calc kr 40 70 55")
        .does(kr_args, &kr);
}

}  // namespace throughline::cli
