#include "app/gui/kpi/kpi_model.h"

#include "core/base/text.h"
#include "core/base/words.h"
#include "core/report/chart_ticks.h"

#include <algorithm>
#include <array>
#include <utility>

namespace throughline::gui::kpi {
namespace {

constexpr std::size_t kPoints = 24;

std::string_view period_words(model::Cadence cadence) {
    switch (cadence) {
        case model::Cadence::Weekly: return "a week";
        case model::Cadence::Monthly: return "a month";
        case model::Cadence::Quarterly: return "a quarter";
    }
    return "";
}

std::string_view title_of(model::KpiCategory category) {
    static constexpr std::array<std::string_view, 6> kTitles{"Pipeline", "Account",    "Content",
                                                             "Brand",    "Efficiency", "Team"};
    return kTitles[static_cast<std::size_t>(category)];
}

}  // namespace

KpiLine kpi_line(const model::Kpi& kpi, const model::Workspace& workspace,
                 const flow::KpiReading& reading, Day today) {
    KpiLine line{.id = kpi.id, .key = model::key_of(kpi), .name = kpi.name, .unit = kpi.unit};
    line.value = number_words(reading.value, kpi.unit);
    line.target = report::target_words(reading.target, kpi.unit);
    line.variance = report::variance_words(reading.variance, kpi.unit);
    line.percent = "-";
    if (reading.variance) {
        line.percent = signed_words(reading.variance->percent.value_or(0), "%");
        line.absolute = signed_words(reading.variance->absolute,
                                     kpi.unit == "%" ? report::difference_unit(kpi.unit) : "");
        if (!reading.variance->percent) {
            line.percent = std::exchange(line.absolute, "");
        }
    }
    line.status = report::status_words(reading);
    line.status_mood = report::mood_of(reading.colour);
    line.trend = flow::to_text(reading.trend);
    line.trend_mood = report::mood_of(reading.trend);
    const model::Person* owner = workspace.find(kpi.owner);
    line.owner = owner == nullptr ? "nobody" : owner->name;
    line.owner_id = kpi.owner;
    line.as_of = reading.day ? short_date(*reading.day) : "-";
    line.due = reading.overdue ? "overdue since " + short_date(reading.due) : "";
    const std::size_t skipped =
        reading.points.size() > kPoints ? reading.points.size() - kPoints : 0;
    for (std::size_t i = skipped; i < reading.points.size(); ++i) {
        line.points.push_back(reading.points[i].value);
    }
    line.is_typed = kpi.figure == model::BoardFigure::None;
    line.next = std::min(
        today, model::period_of(kpi.cadence, model::period_of(kpi.cadence, today).first - 1).last);
    return line;
}

std::vector<KpiGroup> dashboard(const model::Workspace& workspace, const PlanFigures& figures) {
    std::vector<KpiGroup> groups;
    for (const flow::KpiReading& reading : figures.scorecard) {
        const model::Kpi* kpi = workspace.find(reading.kpi);
        if (kpi == nullptr) {
            continue;
        }
        const std::string_view title = title_of(kpi->category);
        if (groups.empty() || groups.back().title != title) {
            groups.push_back({std::string(title), {}});
        }
        groups.back().lines.push_back(kpi_line(*kpi, workspace, reading, figures.today));
    }
    return groups;
}

std::string scenario_words(const flow::KpiReading& reading, const model::Kpi& kpi, Day until) {
    const auto scenario = flow::scenario(reading, kpi.cadence, until);
    if (!scenario) {
        return "Nothing to say: it needs a value, a target, and a whole period until that day.";
    }
    const std::string each(period_words(kpi.cadence));
    const std::string_view unit = report::difference_unit(kpi.unit);
    const bool is_reached = reading.variance && reading.variance->colour == flow::Colour::Green;
    std::string words = is_reached
                            ? "The target of " + number_words(reading.target, kpi.unit) +
                                  " is reached: " + number_words(reading.value, kpi.unit) + "."
                            : "To reach " + number_words(reading.target, kpi.unit) + " by " +
                                  short_date(until) + " it takes " +
                                  signed_words(scenario->needed_per_period, unit) + " " + each +
                                  ", " + plural(scenario->periods, "time", "times") + ".";
    if (scenario->usual_per_period) {
        words += " So far it was " + signed_words(*scenario->usual_per_period, unit) + " " + each +
                 ", which leads to " + number_words(scenario->landing, kpi.unit) + " by " +
                 short_date(until) + ".";
    }
    return words;
}

}  // namespace throughline::gui::kpi
