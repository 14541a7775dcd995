#include "app/gui/learning/experiment_words.h"

#include "core/base/text.h"
#include "core/base/words.h"
#include "core/report/chart_ticks.h"

#include <fmt/format.h>

#include <cmath>

namespace throughline::gui::learning {
namespace {

std::string days_words(const std::optional<double>& days) {
    return days ? fmt::format("{:g} days", *days) : "-";
}

std::string percent(const std::optional<double>& share) {
    return share ? fmt::format("{}%", std::lround(*share * 100)) : "-";
}

std::string chance_words(double p) {
    return p < 0.001 ? "less than 0.1%" : fmt::format("{:.1f}%", p * 100);
}

std::string few_words(std::size_t usual, std::size_t tried, const char* what) {
    return fmt::format("{} and {} {}; {} on each path are needed before anything can be told.",
                       usual, tried, what, flow::kFewestPerPath);
}

}  // namespace

std::vector<FigureLine> figure_lines(const flow::ExperimentReading& reading) {
    const auto line = [&](const char* label, auto&& words) {
        return FigureLine{label, words(reading.usual), words(reading.tried)};
    };
    using Path = flow::PathFigures;
    return {
        line("Cards delivered", [](const Path& p) { return std::to_string(p.delivered); }),
        line("Still in process", [](const Path& p) { return std::to_string(p.open); }),
        line("Cycle time, half of the cards", [](const Path& p) { return days_words(p.days.p50); }),
        line("Cycle time, 85% of the cards",
             [](const Path& p) {
                 return days_words(p.days.p85) + (p.days.p85 && p.days.few_p85 ? " (few)" : "");
             }),
        line("Delivered a week",
             [](const Path& p) { return p.per_week ? fmt::format("{:.1f}", *p.per_week) : "-"; }),
        line("With rework", [](const Path& p) {
            return percent(p.with_rework.value()) +
                   fmt::format(" ({} of {})", p.with_rework.part, p.with_rework.whole);
        })};
}

std::string period_words(const flow::ExperimentReading& reading) {
    if (reading.day_count == 0) {
        return "It begins on " + short_date(reading.from) + ".";
    }
    return short_date(reading.from) + " to " + short_date(reading.to) + ", " +
           plural(reading.day_count, "day", "days");
}

std::string cycle_title(flow::Finding finding) {
    switch (finding) {
        case flow::Finding::TooFew: return "Cycle time: too few cards to tell";
        case flow::Finding::NoDifference: return "Cycle time: no difference can be told";
        case flow::Finding::Ahead: return "Cycle time: the path tried is faster";
        case flow::Finding::Behind: return "Cycle time: the path tried is slower";
    }
    return "";
}

std::string cycle_words(const flow::ExperimentReading& reading) {
    const flow::Comparison& found = reading.cycle_time;
    if (found.finding == flow::Finding::TooFew) {
        return few_words(reading.usual.days.n, reading.tried.days.n, "cards with a cycle time");
    }
    return fmt::format(
        "Of all pairs with one card of each path, the one of the path tried was faster in {}. A "
        "difference like this comes about by chance in {} of cases.",
        percent(found.ahead), chance_words(*found.p));
}

std::string rework_title(flow::Finding finding) {
    switch (finding) {
        case flow::Finding::TooFew: return "Rework: too few cards to tell";
        case flow::Finding::NoDifference: return "Rework: no difference can be told";
        case flow::Finding::Ahead: return "Rework: less on the path tried";
        case flow::Finding::Behind: return "Rework: more on the path tried";
    }
    return "";
}

std::string rework_words(const flow::ExperimentReading& reading) {
    const flow::Comparison& found = reading.rework;
    if (found.finding == flow::Finding::TooFew) {
        return few_words(static_cast<std::size_t>(reading.usual.with_rework.whole),
                         static_cast<std::size_t>(reading.tried.with_rework.whole),
                         "cards delivered");
    }
    return fmt::format(
        "{} against {}. A difference like this comes about by chance in {} of cases.",
        percent(reading.usual.with_rework.value()), percent(reading.tried.with_rework.value()),
        chance_words(*found.p));
}

std::string caveat_words(const flow::ExperimentReading& reading) {
    std::string words =
        "People chose the path of each card, so the paths may differ in more than the way of "
        "working. Cards still in process are not in the cycle times.";
    if (reading.in_both > 0) {
        words += " " + plural(reading.in_both, "card is", "cards are") +
                 " named by both filters and counted for neither.";
    }
    return words;
}

}  // namespace throughline::gui::learning
