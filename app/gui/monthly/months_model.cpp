#include "app/gui/monthly/months_model.h"

#include "core/base/period.h"
#include "core/base/words.h"
#include "core/base/zone.h"
#include "core/report/chart_ticks.h"
#include "core/report/monthly.h"

#include <algorithm>
#include <map>

namespace throughline::gui::monthly {
namespace {

constexpr int kMost = 120;

// Something was there in the month: without it no report is missed.
bool was_there(const model::Workspace& workspace, const Zone& zone, const Period& month) {
    const auto& cards = workspace.rows<model::Card>();
    const auto& values = workspace.rows<model::Measurement>();
    return (cards.size() > 0 && zone.day(cards.begin()->created_at) <= month.last) ||
           (values.size() > 0 && values.begin()->day <= month.last);
}

void describe(const model::Workspace& workspace, const Zone& zone, const model::Report* report,
              bool is_over, MonthLine& line) {
    const bool has_words = report != nullptr && !report->texts.empty();
    if (report != nullptr && report->issued_at) {
        const model::Person* by = workspace.find(report->issued_by);
        line.state = MonthState::Issued;
        line.label = "Issued";
        line.note =
            short_date(zone.day(*report->issued_at)) + ", " + (by == nullptr ? "nobody" : by->name);
        line.mood = report::Mood::Good;
    } else if (is_over) {
        line.label = line.state == MonthState::Missing ? "Not issued" : "Due now";
        line.note = has_words ? "Draft with words" : "Drafted from the data";
        line.mood = report::Mood::Watch;
    } else {
        line.state = has_words ? MonthState::Draft : MonthState::Running;
        line.label = "Draft";
        line.note = has_words ? "Goes on; with words" : "Goes on";
    }
}

}  // namespace

const model::Report* report_of(const model::Workspace& workspace, std::string_view month) {
    for (const model::Report& one : workspace.rows<model::Report>()) {
        if (one.period == month) {
            return &one;
        }
    }
    return nullptr;
}

std::vector<MonthLine> months(const model::Workspace& workspace, const Zone& zone, Day today) {
    std::map<std::string, const model::Report*> reports;
    std::string latest_issued;
    for (const model::Report& one : workspace.rows<model::Report>()) {
        reports[one.period] = &one;
        if (one.issued_at) {
            latest_issued = std::max(latest_issued, one.period);
        }
    }
    const std::string now = month_of(today);
    const std::string last = next_month(now, -1);
    std::string first = was_there(workspace, zone, *parse_period(last)) ? last : now;
    std::string end = now;
    if (!reports.empty()) {
        first = std::min(first, reports.begin()->first);
        end = std::max(end, reports.rbegin()->first);
    }
    std::vector<MonthLine> lines;
    for (std::string month = end; month >= first && lines.size() < kMost;
         month = next_month(month, -1)) {
        const auto found = reports.find(month);
        MonthLine line{.month = month, .title = report::period_words(month)};
        line.state = month < latest_issued ? MonthState::Missing : MonthState::Due;
        describe(workspace, zone, found == reports.end() ? nullptr : found->second, month < now,
                 line);
        lines.push_back(std::move(line));
    }
    return lines;
}

std::string month_to_show(const std::vector<MonthLine>& lines) {
    for (const MonthState wanted : {MonthState::Due, MonthState::Issued}) {
        const auto found = std::ranges::find(lines, wanted, &MonthLine::state);
        if (found != lines.end()) {
            return found->month;
        }
    }
    return lines.empty() ? std::string() : lines.front().month;
}

}  // namespace throughline::gui::monthly
