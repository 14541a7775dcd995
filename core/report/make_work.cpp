// Time lost to blockers, and how full each person's places were.
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/flow/efficiency.h"
#include "core/flow/load.h"
#include "core/report/chart_makers.h"
#include "core/report/chart_parts.h"

#include <algorithm>

namespace throughline::report {
namespace {

namespace fl = throughline::flow;

std::string cause_name(const std::string& cause) {
    return cause.empty() ? "cause unknown" : cause;
}

// Cards with a block of this cause that overlaps the period.
std::vector<fl::CardIndex> cards_blocked_by(const fl::Slice& slice, const std::string& cause) {
    const fl::Flow& flow = slice.flow();
    const Instant from = flow.zone().start_of(slice.from());
    const Instant to = slice.end_of(slice.to());
    std::vector<fl::CardIndex> cards;
    slice.each([&](fl::CardIndex i, const fl::Journey&) {
        const auto blocks = flow.blocks(i);
        if (std::any_of(blocks.begin(), blocks.end(), [&](const fl::BlockSpan& block) {
                return flow.causes()[static_cast<std::size_t>(block.cause)] == cause &&
                       block.begin < to && block.end > from;
            })) {
            cards.push_back(i);
        }
    });
    return cards;
}

// A bar of its slot, from the left edge.
Bar lying_bar(std::size_t slot, double value, Ink ink, std::string words) {
    const double top = static_cast<double>(slot);
    return {.x1 = value, .y0 = top + 0.22, .y1 = top + 0.78, .ink = ink, .words = std::move(words)};
}

Mark lying_mark(std::size_t slot) {
    return {
        .x0 = 0, .x1 = 1e9, .y0 = static_cast<double>(slot), .y1 = static_cast<double>(slot) + 1};
}

bool was_ever_blocked(const fl::Slice& slice) {
    bool ever = false;
    slice.each([&](fl::CardIndex i, const fl::Journey&) {
        ever = ever || !slice.flow().blocks(i).empty();
    });
    return ever;
}

const model::Person& person_of(const fl::Slice& slice, model::PersonId id) {
    const auto& persons = slice.flow().rows().persons;
    return *std::find_if(persons.begin(), persons.end(),
                         [id](const model::Person& person) { return person.id == id; });
}

// Those with a limit.
std::vector<const fl::PersonLoad*> fullest_first(const fl::Load& load) {
    std::vector<const fl::PersonLoad*> persons;
    for (const fl::PersonLoad& one : load.persons) {
        if (one.slot_days.value()) {
            persons.push_back(&one);
        }
    }
    std::stable_sort(persons.begin(), persons.end(),
                     [](const fl::PersonLoad* a, const fl::PersonLoad* b) {
                         return *a->slot_days.value() > *b->slot_days.value();
                     });
    return persons;
}

}  // namespace

void make_blockers(const fl::Slice& slice, const ChartChoices&, Chart& chart) {
    const std::vector<fl::BlockerCluster> clusters = fl::blocker_clusters(slice);
    if (clusters.empty()) {
        const bool ever = was_ever_blocked(slice);
        set_missing(
            chart,
            ever ? "Nothing in process was blocked in this period." : "No block was ever recorded.",
            ever ? "Choose a longer period to see earlier blocks."
                 : "Mark a card that cannot move as blocked, with its cause; the days lost "
                   "are then counted here.");
        return;
    }
    std::vector<std::string> names;
    double share = 0;
    chart.table.head = {"cause", "days_lost", "blocks", "mean_days", "share_of_cycle_days"};
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        const fl::BlockerCluster& one = clusters[i];
        const double lost = one.lost.days();
        names.push_back(cause_name(one.cause));
        chart.bars.push_back(
            lying_bar(i, lost, i == 0 ? Ink::Danger : Ink::Accent,
                      decimal(lost) + " d, " + plural(one.count, "block", "blocks")));
        Mark mark = lying_mark(i);
        mark.lines = {names.back(), decimal(lost) + " days lost by " +
                                        plural(one.count, "block", "blocks") + ", " +
                                        decimal(one.mean_days()) + " each"};
        if (one.share_of_cycle_days) {
            mark.lines.push_back(percent_words(*one.share_of_cycle_days) +
                                 " of all days in process");
            share += *one.share_of_cycle_days;
        }
        add_cards(slice, cards_blocked_by(slice, one.cause), mark);
        chart.marks.push_back(std::move(mark));
        chart.table.rows.push_back(
            {one.cause, decimal(lost, 6), std::to_string(one.count), decimal(one.mean_days(), 6),
             one.share_of_cycle_days ? decimal(*one.share_of_cycle_days, 6) : ""});
    }
    const double most = clusters.front().lost.days();
    chart.x = number_axis("days lost", std::max(most, 0.1));
    chart.x.whole = most > 4;
    chart.y = name_axis(std::move(names));
    chart.says = "Most was lost to \"" + cause_name(clusters.front().cause) +
                 "\": " + decimal(most) + " days. All causes took " + percent_words(share) +
                 " of the days in process.";
    const std::string rule = percent_words(share, 1) + " of the days in process were blocked; ";
    chart.verdict =
        share >= 0.25   ? Verdict{Verdict::Call::Act, rule + "a quarter or more is lost work."}
        : share >= 0.10 ? Verdict{Verdict::Call::Watch, rule + "a tenth or more is much."}
                        : Verdict{Verdict::Call::Fine, rule + "less than a tenth."};
}

void make_load(const fl::Slice& slice, const ChartChoices&, Chart& chart) {
    constexpr double kFull = 95;
    // The healthy band is the team's.
    const model::Board settings =
        slice.flow().rows().board() != nullptr ? *slice.flow().rows().board() : model::Board{};
    const auto low = static_cast<double>(settings.load_low);
    const auto high = static_cast<double>(settings.load_high);
    const std::string band =
        std::to_string(settings.load_low) + "% to " + std::to_string(settings.load_high) + "%";
    const fl::Load load = fl::load(slice);
    const auto team = load.team.value();
    if (!team) {
        set_missing(chart, "No person has a WIP limit.",
                    "Set one for each person, or for all in the settings of the board: load is the "
                    "share of these places that was taken.");
        return;
    }
    std::vector<std::string> names;
    chart.table.head = {"person", "wip_limit", "used_slot_days", "offered_slot_days", "load"};
    for (const fl::PersonLoad* one : fullest_first(load)) {
        const model::Person& person = person_of(slice, one->person);
        const double value = *one->slot_days.value();
        const std::size_t slot = names.size();
        names.push_back(person.name);
        const double percent = value * 100;
        Bar bar = lying_bar(slot, percent, percent > high ? Ink::Warning : Ink::Accent,
                            percent_words(value));
        bar.hatch = percent > high ? std::optional(Hatch::Forward) : std::nullopt;
        chart.bars.push_back(std::move(bar));
        Mark mark = lying_mark(slot);
        mark.lines = {person.name, std::to_string(one->slot_days.part) + " of " +
                                       std::to_string(one->slot_days.whole) +
                                       " offered slot-days taken, limit " +
                                       std::to_string(*one->limit)};
        std::vector<fl::CardIndex> cards;
        slice.each([&](fl::CardIndex i, const fl::Journey& journey) {
            if (journey.in_process && slice.flow().card(i).dri == person.id) {
                cards.push_back(i);
            }
        });
        add_cards(slice, cards, mark);
        chart.marks.push_back(std::move(mark));
        chart.table.rows.push_back({person.handle, std::to_string(*one->limit),
                                    std::to_string(one->slot_days.part),
                                    std::to_string(one->slot_days.whole), decimal(value, 6)});
    }
    chart.grounds = {{.x0 = low,
                      .x1 = high,
                      .y1 = static_cast<double>(names.size()),
                      .ink = Ink::Success,
                      .opacity = 0.16}};
    chart.x = number_axis("share of offered places taken", 110);
    chart.x.unit = "%";
    chart.y = name_axis(std::move(names));
    chart.guides = {{.at = *team * 100,
                     .stroke = {.ink = Ink::Text, .width = 1.5, .dash = Dash::Dashed},
                     .words = "team " + percent_words(*team),
                     .upright = true}};
    chart.legend = {{.words = "healthy band, " + band, .ink = Ink::Success, .opacity = 0.3}};
    if (std::any_of(chart.bars.begin(), chart.bars.end(),
                    [](const Bar& bar) { return bar.hatch.has_value(); })) {
        chart.legend.push_back({.words = "above it", .ink = Ink::Warning, .hatch = Hatch::Forward});
    }
    chart.note = "All cards, whichever are chosen. It counts places, not working hours.";
    chart.says = "The team took " + percent_words(*team) + " of the places it offers.";
    const auto waiting = fl::waiting_factor(*team);
    if (waiting && *team > 0.5) {
        chart.says += " At this load work waits about " + decimal(*waiting) +
                      " times as long as it is worked on.";
    }
    const double percent = *team * 100;
    const std::string rule = "The team's load is " + percent_words(*team, 1) + "; ";
    chart.verdict =
        percent > kFull  ? Verdict{Verdict::Call::Act, rule + "above 95% everything waits."}
        : percent > high ? Verdict{Verdict::Call::Watch, rule + "the band is " + band + "."}
        : percent < low  ? Verdict{Verdict::Call::Watch,
                                  rule + "below the band of " + band + " there is room to pull."}
                         : Verdict{Verdict::Call::Fine, rule + "within " + band + "."};
}

}  // namespace throughline::report
