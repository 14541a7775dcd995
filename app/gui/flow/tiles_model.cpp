// The row of figures over the charts.
#include "app/gui/flow/flow_model.h"
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/flow/age.h"
#include "core/flow/sle.h"
#include "core/report/chart_parts.h"

#include <algorithm>

namespace throughline::gui::flow_screen {
namespace {

namespace fl = throughline::flow;

constexpr int kLately = 28;  // days

std::string number(const std::optional<double>& value) {
    return value ? decimal(*value, 0) : "–";
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

// How the service levels were kept, each class by its own; a level that is only proposed says
// nothing about that.
void judge(const fl::Slice& slice, const std::string& unit, Tile& tile) {
    for (const model::ServiceClass one : report::classes_of(slice)) {
        const fl::SleFigures sle = fl::sle_figures(slice, one);
        if (!sle.adopted || sle.attained.whole == 0) {
            continue;
        }
        const std::string level = "SLE of " + std::to_string(*sle.days);
        const bool kept = 100 * sle.attained.part >= sle.probability * sle.attained.whole;
        if (!kept) {
            tile.sign = Tile::Sign::Bad;
            tile.note = report::class_words(one) + " above the " + level;
            return;
        }
        const bool is_first = tile.sign == Tile::Sign::None;
        tile.sign = Tile::Sign::Good;
        tile.note =
            is_first ? unit + ", within the " + level : unit + ", each class within its SLE";
    }
}

Tile p85_tile(const fl::Slice& slice, const fl::Percentiles& days, const std::string& unit) {
    Tile tile{"p85", "Cycle time, 85%", number(days.p85), unit + " or less"};
    judge(slice, unit, tile);
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
    return {
        {"wip", "In process now", std::to_string(ages.size()),
         choices.service_class ? "of " + std::to_string(wip_of_all) + " of all classes"
                               : "started, not delivered"},
        {"throughput", "Finished in 4 weeks", std::to_string(finished_lately(slice)),
         "the last 28 days"},
        {"p50", "Cycle time, half", number(days.p50),
         unit + " or less, " + plural(static_cast<std::int64_t>(days.n), "card", "cards")},
        p85_tile(slice, days, unit),
        {"blocked", "Blocked now", std::to_string(blocked),
         blocked > 0             ? "clear these first"
         : choices.service_class ? "none of these cards"
                                 : "nothing waits",
         blocked > 0             ? Tile::Sign::Bad
         : choices.service_class ? Tile::Sign::None  // others may be blocked
                                 : Tile::Sign::Good},
        oldest_tile(slice, ages, unit),
    };
}

}  // namespace throughline::gui::flow_screen
