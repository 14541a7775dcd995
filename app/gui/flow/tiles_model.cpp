// The row of figures over the charts.
#include "app/gui/flow/flow_model.h"
#include "core/base/text.h"
#include "core/flow/age.h"
#include "core/flow/sle.h"
#include "core/report/chart_parts.h"

#include <algorithm>

namespace throughline::gui::flow_screen {
namespace {

namespace fl = throughline::flow;

constexpr int kLately = 28;  // days

std::string number(const std::optional<double>& value) {
    return value ? report::decimal(*value, 0) : "–";
}

int finished_lately(const fl::Slice& slice) {
    const Day today = slice.flow().today();
    int count = 0;
    slice.each([&](fl::CardIndex, const fl::Journey& journey) {
        const bool lately = journey.end_day > today - kLately && journey.end_day <= today;
        count += journey.finished && lately ? 1 : 0;
    });
    return count;
}

Tile p85_tile(const fl::Percentiles& days, std::optional<int> sle, const std::string& unit) {
    Tile tile{"p85", "Cycle time, 85%", number(days.p85), unit + " or less"};
    if (sle && days.p85) {
        const bool kept = *days.p85 <= *sle;
        tile.sign = kept ? Tile::Sign::Good : Tile::Sign::Bad;
        tile.note = (kept ? "within the SLE of " : "above the SLE of ") + std::to_string(*sle);
    }
    return tile;
}

Tile oldest_tile(const fl::Slice& slice, const std::vector<fl::CardAge>& ages,
                 const std::string& unit) {
    Tile tile{"oldest", "Oldest in process", "–", "nothing in process"};
    if (!ages.empty()) {
        const fl::CardAge& first = ages.front();
        tile.value = std::to_string(first.days);
        tile.note = unit + ", " + report::card_name(slice, first.card);
        tile.card = slice.flow().card(first.card).id;
        tile.sign = first.state == fl::AgeState::BeyondSle ? Tile::Sign::Bad
                    : first.state == fl::AgeState::AtRisk  ? Tile::Sign::Watch
                                                           : Tile::Sign::None;
    }
    return tile;
}

}  // namespace

std::vector<Tile> make_tiles(const fl::Slice& slice, const FlowChoices& choices, int wip_of_all) {
    const std::string unit = choices.working_days ? "working days" : "days";
    const std::vector<fl::CardAge> ages = fl::ages(slice);
    const fl::Percentiles days = fl::percentiles_of(fl::cycle_days(slice));
    const auto blocked = std::count_if(ages.begin(), ages.end(), [&](const fl::CardAge& age) {
        return report::is_blocked(slice, age.card);
    });
    const auto sle =
        choices.service_class ? fl::sle_days(slice, *choices.service_class) : std::nullopt;
    return {
        {"wip", "In process now", std::to_string(ages.size()),
         choices.service_class ? "of " + std::to_string(wip_of_all) + " of all classes"
                               : "between commitment and delivery"},
        {"throughput", "Finished in 4 weeks", std::to_string(finished_lately(slice)),
         "the last 28 days"},
        {"p50", "Cycle time, half", number(days.p50),
         unit + " or less for half of " +
             plural(static_cast<std::int64_t>(days.n), "card", "cards")},
        p85_tile(days, sle, unit),
        {"blocked", "Blocked now", std::to_string(blocked),
         blocked > 0             ? "clear these first"
         : choices.service_class ? "none of these cards"
                                 : "nothing waits",
         blocked == 0 ? Tile::Sign::Good : Tile::Sign::Bad},
        oldest_tile(slice, ages, unit),
    };
}

}  // namespace throughline::gui::flow_screen
