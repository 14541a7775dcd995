// The throughput run chart.
#include "app/gui/flow/flow_model.h"
#include "core/base/text.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace throughline::gui::flow_screen {
namespace {

namespace fl = throughline::flow;

// Cards by the day they were finished.
std::map<Day, std::vector<fl::CardIndex>> finished_by_day(const fl::Slice& slice) {
    std::map<Day, std::vector<fl::CardIndex>> days;
    slice.each([&](fl::CardIndex i, const fl::Journey& journey) {
        if (journey.finished && slice.in_period(journey.end_day)) {
            days[journey.end_day].push_back(i);
        }
    });
    return days;
}

std::string one_decimal(double value) {
    const long tenths = std::lround(value * 10);
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

std::string sentence(const report::RunChart& run, bool by_day) {
    if (!run.mean) {
        return "No whole week lies in this period yet.";
    }
    const auto zeros =
        std::count_if(run.bars.begin(), run.bars.end(),
                      [](const report::RunBar& bar) { return bar.whole && bar.count == 0; });
    const std::string period = by_day ? "day" : "week";
    std::string says =
        "On average " + one_decimal(*run.mean) + " cards are finished a " + period + ".";
    if (by_day) {
        return says + " Promise work by what was finished, not by what was started.";
    }
    if (zeros > 0) {
        says += " In " + plural(zeros, "week", "weeks") +
                " nothing was finished: ask what stood still, and start less at once.";
    } else {
        says += " Something was finished in every week: promise no more than this a week.";
    }
    return says;
}

void add_bar(const fl::Slice& slice,
             const std::map<Day, std::vector<fl::CardIndex>>& finished,
             const report::RunBar& bar,
             FlowPicture& picture) {
    DotFacts facts;
    const Day last = bar.from + (bar.days - 1);
    facts.lines.push_back(bar.days == 1 ? report::long_date(bar.from)
                                        : "Week of " + report::long_date(bar.from));
    facts.lines.push_back(plural(bar.count, "card", "cards") + " finished" +
                          (bar.whole ? "" : "; the week is cut or not over"));
    constexpr std::size_t kNamed = 8;
    for (auto at = finished.lower_bound(bar.from); at != finished.end() && at->first <= last;
         ++at) {
        for (const fl::CardIndex card : at->second) {
            if (facts.cards.size() < kNamed) {
                facts.lines.push_back(name_of(slice, card));
            }
            facts.cards.push_back(slice.flow().card(card).id);
        }
    }
    if (facts.cards.size() > kNamed) {
        facts.lines.push_back("and " + std::to_string(facts.cards.size() - kNamed) + " more");
    }
    picture.run.bars.push_back(bar);
    picture.run_facts.push_back(std::move(facts));
}

}  // namespace

void make_run(const fl::Slice& slice, const FlowChoices& choices, FlowPicture& picture) {
    const std::vector<int> by_day = fl::throughput_by_day(slice);
    const auto finished = finished_by_day(slice);
    if (choices.by_day) {
        Day day = slice.from();
        for (const int count : by_day) {
            add_bar(slice, finished, {day, 1, count, day < slice.flow().today()}, picture);
            ++day;
        }
    } else {
        for (const fl::WeekCount& week : fl::by_week(slice.from(), by_day)) {
            add_bar(slice, finished, {week.monday, 7, week.count, week.whole}, picture);
        }
    }
    int sum = 0;
    int whole = 0;
    for (const report::RunBar& bar : picture.run.bars) {
        sum += bar.whole ? bar.count : 0;
        whole += bar.whole ? 1 : 0;
    }
    if (whole > 0) {
        picture.run.mean = static_cast<double>(sum) / whole;
    }
    picture.run.unit = choices.by_day ? "cards a day" : "cards a week";
    picture.run_says = sentence(picture.run, choices.by_day);
}

}  // namespace throughline::gui::flow_screen
