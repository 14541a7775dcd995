#include "core/exchange/csv_history.h"

#include <algorithm>

namespace throughline::exchange {
namespace {

// Later for certain: of dates without a time only the days compare.
bool is_after(const Moment& a, const Moment& b) {
    return a.day_only || b.day_only ? a.day > b.day : a.at > b.at;
}

std::string named(const CsvStep& step) {
    return "'" + std::string(step.told_by) + "' (" +
           (step.moment.day_only ? to_text(step.moment.day) : to_text(step.moment.at)) + ")";
}

// A day begins no earlier than the step before it on that day.
void settle_days(std::vector<CsvStep>& steps) {
    for (std::size_t i = 1; i < steps.size(); ++i) {
        Moment& moment = steps[i].moment;
        const Moment& before = steps[i - 1].moment;
        if (moment.day_only && moment.day == before.day) {
            moment.at = std::max(moment.at, before.at);
        }
    }
}

}  // namespace

Result<CsvWay, std::string> way_of_stages(std::vector<CsvStep> stages,
                                          const std::optional<CsvStep>& created,
                                          const std::vector<bool>& is_done) {
    if (stages.empty()) {
        return std::string("none of its dates is there: nothing tells when it came onto the board");
    }
    const CsvStep* finish = nullptr;
    for (const CsvStep& step : stages) {
        if (is_done[step.place] && (finish == nullptr || is_after(finish->moment, step.moment))) {
            finish = &step;
        }
    }
    for (const CsvStep& step : stages) {
        if (finish != nullptr && !is_done[step.place] && is_after(step.moment, finish->moment)) {
            return named(*finish) + " lies before " + named(step);
        }
    }
    for (const CsvStep& step : stages) {
        if (created && is_after(created->moment, step.moment)) {
            return named(step) + " lies before " + named(*created);
        }
    }
    CsvWay way;
    way.steps = std::move(stages);
    settle_days(way.steps);
    const auto by_time = [](const CsvStep& a, const CsvStep& b) {
        return a.moment.at < b.moment.at;
    };
    way.goes_back = !std::is_sorted(way.steps.begin(), way.steps.end(), by_time);
    std::stable_sort(way.steps.begin(), way.steps.end(), by_time);
    return way;
}

Result<CsvWay, std::string> way_of_standing(const CsvStanding& standing,
                                            std::vector<CsvStep> stages,
                                            const std::vector<bool>& is_done) {
    const bool finished = is_done[standing.present];
    if (standing.created && stages.empty()) {
        CsvStep birth = *standing.created;
        birth.place = 0;
        stages.push_back(birth);
    }
    std::optional<CsvStep> last;
    if (finished && standing.finished) {
        last = standing.finished;
    } else if (standing.entered) {
        last = standing.entered;
    } else if (standing.changed) {
        last = standing.changed;
        last->assumed = true;
    }
    if (stages.empty()) {
        if (!last) {
            return std::string(
                "none of its dates is there: nothing tells when it came onto the board");
        }
        last->place = standing.present;
        return way_of_stages({*last}, {}, is_done);
    }
    if (stages.back().place != standing.present) {
        if (!last && finished) {
            return std::string("it is finished, and no date tells when");
        }
        if (!last) {
            last = stages.back();
            last->assumed = true;
        }
        last->place = standing.present;
        if (is_after(stages.back().moment, last->moment)) {
            if (!last->assumed) {
                return named(*last) + " lies before " + named(stages.back());
            }
            last->moment = stages.back().moment;
        }
        stages.push_back(*last);
    }
    return way_of_stages(std::move(stages), standing.created, is_done);
}

}  // namespace throughline::exchange
