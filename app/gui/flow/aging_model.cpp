// The age of work in process, column by column, and the figures over the charts.
#include "app/gui/flow/flow_model.h"
#include "core/base/text.h"
#include "core/flow/bands.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace throughline::gui::flow_screen {
namespace {

namespace fl = throughline::flow;

report::AgeMark mark_of(fl::AgeState state) {
    switch (state) {
        case fl::AgeState::Unknown:
        case fl::AgeState::Fresh: return report::AgeMark::Fresh;
        case fl::AgeState::Watch: return report::AgeMark::Watch;
        case fl::AgeState::AtRisk: return report::AgeMark::AtRisk;
        case fl::AgeState::BeyondSle: return report::AgeMark::Beyond;
    }
    return report::AgeMark::Fresh;
}

std::string words_of(fl::AgeState state) {
    switch (state) {
        case fl::AgeState::Unknown: return "nothing to compare with yet";
        case fl::AgeState::Fresh: return "fresh";
        case fl::AgeState::Watch:
            return "to watch: older than half of the finished cards were here";
        case fl::AgeState::AtRisk: return "at risk: older than 85% of the finished cards were here";
        case fl::AgeState::BeyondSle: return "beyond the service level";
    }
    return "";
}

bool is_blocked(const fl::Flow& flow, fl::CardIndex card) {
    return std::ranges::any_of(flow.blocks(card), [&](const fl::BlockSpan& block) {
        return block.begin <= flow.as_of() && flow.as_of() < block.end;
    });
}

std::optional<int> whole(const std::optional<double>& value) {
    return value ? std::optional(static_cast<int>(std::lround(*value))) : std::nullopt;
}

std::string days_word(const FlowChoices& choices, int days) {
    return choices.working_days ? plural(days, "working day", "working days")
                                : plural(days, "day", "days");
}

std::string sentence(const FlowPicture& picture) {
    const auto count = [&](report::AgeMark mark) {
        return std::count_if(picture.aging.dots.begin(), picture.aging.dots.end(),
                             [mark](const report::AgingDot& dot) { return dot.mark == mark; });
    };
    if (picture.aging.dots.empty()) {
        return "Nothing is in process.";
    }
    const auto beyond = count(report::AgeMark::Beyond);
    const auto risk = count(report::AgeMark::AtRisk);
    if (beyond + risk == 0) {
        return "No card is older than usual for where it stands. Finish the oldest first all the "
               "same.";
    }
    std::string says;
    if (beyond > 0) {
        says = plural(beyond, "card is", "cards are") + " beyond the service level. ";
    }
    if (risk > 0) {
        says += plural(risk, "card is", "cards are") + " at risk. ";
    }
    return says + "Help these before anything new is pulled.";
}

std::string number(const std::optional<int>& value) {
    return value ? std::to_string(*value) : "–";
}

}  // namespace

void make_aging(const fl::Slice& slice, const FlowChoices& choices, FlowPicture& picture) {
    const fl::Workflow& workflow = slice.flow().workflow();
    std::vector<fl::CardAge> ages = fl::ages(slice);
    std::set<fl::Position> occupied;
    for (const fl::CardAge& age : ages) {
        occupied.insert(age.column);
    }
    std::vector<std::size_t> place(static_cast<std::size_t>(workflow.size()), 0);
    const std::vector<fl::AgingBand> bands = fl::aging_bands(slice);
    for (const fl::AgingBand& band : bands) {
        const fl::Stage& stage = workflow.at(band.column);
        if (stage.removed && !occupied.contains(band.column)) {
            continue;
        }
        place[static_cast<std::size_t>(band.column)] = picture.aging.columns.size();
        picture.aging.columns.push_back(
            {stage.name, whole(band.days.p50), whole(band.days.p85), whole(band.days.p95)});
    }
    picture.aging.sle_days = picture.scatter.sle_days;
    for (const fl::CardAge& age : ages) {
        const bool blocked = is_blocked(slice.flow(), age.card);
        picture.aging.dots.push_back(
            {place[static_cast<std::size_t>(age.column)], age.days, mark_of(age.state), blocked});
        DotFacts facts;
        facts.cards.push_back(slice.flow().card(age.card).id);
        facts.lines.push_back(name_of(slice, age.card));
        facts.lines.push_back(
            days_word(choices, age.days) + " old, in " + workflow.at(age.column).name + " for " +
            plural(std::lround((slice.flow().as_of() - age.column_since).days()), "day", "days"));
        facts.lines.push_back(words_of(age.state));
        if (blocked) {
            facts.lines.push_back("blocked now");
        }
        picture.aging_facts.push_back(std::move(facts));
    }
    picture.aging_says = sentence(picture);
}

void make_tiles(const fl::Slice& slice, const FlowChoices& choices, FlowPicture& picture) {
    const fl::Flow& flow = slice.flow();
    const std::string unit = choices.working_days ? "working days" : "days";
    int blocked = 0;
    for (const report::AgingDot& dot : picture.aging.dots) {
        blocked += dot.blocked ? 1 : 0;
    }
    int lately = 0;
    slice.each([&](fl::CardIndex, const fl::Journey& journey) {
        lately += journey.finished && journey.end_day > flow.today() - 28 &&
                          journey.end_day <= flow.today()
                      ? 1
                      : 0;
    });
    const auto line = [&](std::size_t i) -> std::optional<int> {
        return picture.scatter.lines.size() > i ? std::optional(picture.scatter.lines[i].days)
                                                : std::nullopt;
    };
    const auto n = static_cast<std::int64_t>(fl::cycle_times(slice).size());
    picture.tiles.push_back({"wip",
                             "In process now",
                             std::to_string(picture.aging.dots.size()),
                             choices.service_class
                                 ? "of " + std::to_string(picture.wip_of_all) + " of all classes"
                                 : "between commitment and delivery",
                             Tile::Sign::None,
                             {}});
    picture.tiles.push_back({"throughput",
                             "Finished in 4 weeks",
                             std::to_string(lately),
                             "the last 28 days",
                             Tile::Sign::None,
                             {}});
    picture.tiles.push_back({"p50",
                             "Cycle time, half",
                             number(line(0)),
                             unit + " or less for half of " + plural(n, "card", "cards"),
                             Tile::Sign::None,
                             {}});
    Tile p85{"p85", "Cycle time, 85%", number(line(2)), unit + " or less", Tile::Sign::None, {}};
    if (picture.scatter.sle_days && line(2)) {
        const bool kept = *line(2) <= *picture.scatter.sle_days;
        p85.sign = kept ? Tile::Sign::Good : Tile::Sign::Bad;
        p85.note = kept ? "within the SLE of " + std::to_string(*picture.scatter.sle_days)
                        : "above the SLE of " + std::to_string(*picture.scatter.sle_days);
    }
    picture.tiles.push_back(std::move(p85));
    picture.tiles.push_back({"blocked",
                             "Blocked now",
                             std::to_string(blocked),
                             blocked > 0             ? "clear these first"
                             : choices.service_class ? "none of these cards"
                                                     : "nothing waits",
                             blocked == 0 ? Tile::Sign::Good : Tile::Sign::Bad,
                             {}});
    Tile oldest{"oldest", "Oldest in process", "–", "nothing in process", Tile::Sign::None, {}};
    if (!picture.aging_facts.empty()) {
        const report::AgeMark mark = picture.aging.dots.front().mark;
        oldest.value = std::to_string(picture.aging.dots.front().days);
        oldest.note = unit + ", " + picture.aging_facts.front().lines.front();
        oldest.card = picture.aging_facts.front().cards.front();
        oldest.sign = mark == report::AgeMark::Beyond   ? Tile::Sign::Bad
                      : mark == report::AgeMark::AtRisk ? Tile::Sign::Watch
                                                        : Tile::Sign::None;
    }
    picture.tiles.push_back(std::move(oldest));
}

}  // namespace throughline::gui::flow_screen
