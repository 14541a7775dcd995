// The cycle time scatter: dots, lines, and the sentence under them.
#include "app/gui/flow/flow_model.h"
#include "core/base/text.h"

#include <algorithm>
#include <map>

namespace throughline::gui::flow_screen {
namespace {

namespace fl = throughline::flow;

constexpr int kPercents[]{50, 70, 85, 95};

std::string days_word(const FlowChoices& choices, int days) {
    return choices.working_days ? plural(days, "working day", "working days")
                                : plural(days, "day", "days");
}

void add_lines(std::vector<int> days, report::ScatterChart& chart) {
    std::sort(days.begin(), days.end());
    for (const int percent : kPercents) {
        if (const auto value = fl::percentile(days, percent)) {
            chart.lines.push_back({percent, *value, fl::is_few(percent, days.size())});
        }
    }
}

std::string sentence(const FlowPicture& picture,
                     const FlowChoices& choices,
                     const std::vector<int>& days,
                     const fl::SleFigures& sle) {
    if (days.empty()) {
        return "No card was finished in this period with a start that was seen.";
    }
    const int p85 = picture.scatter.lines[2].days;
    std::string says = "85% of " + plural(static_cast<std::int64_t>(days.size()), "card", "cards") +
                       " took " + days_word(choices, p85) + " or less.";
    if (!picture.scatter.sle_days) {
        return says + " Choose one class of service to compare it with its service level.";
    }
    const auto beyond = std::count_if(days.begin(), days.end(),
                                      [&](int d) { return d > *picture.scatter.sle_days; });
    if (beyond == 0) {
        return says + " None took longer than the service level of " +
               days_word(choices, *picture.scatter.sle_days) + ".";
    }
    says += " " + std::to_string(beyond) + " took longer than the service level of " +
            days_word(choices, *picture.scatter.sle_days) +
            (beyond == 1 ? ": open it and see what held it up."
                         : ": open them and look for what they have in common.");
    if (sle.open_cards_matter) {
        says += " Open cards are old too, so the true figure is higher.";
    }
    return says;
}

}  // namespace

void make_scatter(const fl::Slice& slice, const FlowChoices& choices, FlowPicture& picture) {
    report::ScatterChart& chart = picture.scatter;
    chart.from = slice.from();
    chart.to = slice.to();
    const std::vector<fl::CycleTime> times = fl::cycle_times(slice);
    picture.has_finished = !times.empty();
    const fl::SleFigures sle = fl::sle_figures(slice, choices.service_class);
    if (choices.service_class && sle.days) {
        chart.sle_days = sle.days;
        chart.sle_percent = sle.probability;
    }
    std::map<std::pair<Day, int>, std::vector<fl::CardIndex>> places;
    for (const fl::CycleTime& time : times) {
        places[{time.end, time.days}].push_back(time.card);
    }
    for (const auto& [place, cards] : places) {
        chart.dots.push_back({place.first, place.second, static_cast<int>(cards.size())});
        DotFacts facts;
        for (const fl::CardIndex card : cards) {
            facts.lines.push_back(name_of(slice, card));
            facts.cards.push_back(slice.flow().card(card).id);
        }
        facts.lines.push_back(days_word(choices, place.second) + ", finished " +
                              report::long_date(place.first));
        picture.scatter_facts.push_back(std::move(facts));
    }
    const std::vector<int> days = fl::days_of(times);
    add_lines(days, chart);
    picture.scatter_says = sentence(picture, choices, days, sle);
}

}  // namespace throughline::gui::flow_screen
