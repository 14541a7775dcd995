// The monthly report: how work flowed.
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/flow/age.h"
#include "core/flow/cycle.h"
#include "core/flow/efficiency.h"
#include "core/flow/percentile.h"
#include "core/report/chart_kinds.h"
#include "core/report/chart_parts.h"
#include "core/report/chart_ticks.h"
#include "core/report/monthly_writer.h"

#include <algorithm>

namespace throughline::report {
namespace {

constexpr int kChartDays = 12 * 7;  // of the charts, to the month's end
constexpr std::size_t kMostStuck = 5;

std::vector<int> sorted_cycle_days(const flow::Slice& slice) {
    std::vector<int> days = flow::cycle_days(slice);
    std::ranges::sort(days);
    return days;
}

std::string days_of(int days) {
    return plural(days, "day", "days");
}

std::string count_words(std::size_t cycle_times) {
    return plural(static_cast<std::int64_t>(cycle_times), "cycle time", "cycle times");
}

std::string span_words(const Period& period) {
    return short_date(period.first) + " to " + short_date(period.last);
}

}  // namespace

flow::Slice MonthlyWriter::slice_of(const Period& period) const {
    flow::Scope scope;
    scope.from = period.first;
    scope.to = period.last;
    scope.as_of = flow_.as_of();
    return flow::Slice(flow_, scope);
}

Words MonthlyWriter::flow_words() {
    const flow::Slice slice = slice_of(period_);
    delivered_ = static_cast<std::int64_t>(flow::lead_times(slice).size());
    const std::string days = span_words(period_);
    Words words{{"Delivered: "},
                document_.figure("flow.delivered", number_words(static_cast<double>(delivered_)),
                                 "cards past the delivery point, " + days),
                {delivered_ == 1 ? " card." : " cards."}};
    const std::vector<int> cycle = sorted_cycle_days(slice);
    const std::string of = " of " + count_words(cycle.size()) + ", " + days;
    if (const auto half = flow::percentile(cycle, 50)) {
        words.push_back({" Half of them took at most "});
        words.push_back(document_.figure("flow.cycle-p50", days_of(*half), "50th percentile" + of));
        words.push_back({", 85% at most "});
        words.push_back(document_.figure("flow.cycle-p85", days_of(*flow::percentile(cycle, 85)),
                                         "85th percentile" + of));
        words.push_back({"."});
    }
    words.push_back({" Blocked: "});
    words.push_back(document_.figure(
        "flow.blocked", number_words(flow::blocked_time(slice).days(), "card-days"),
        "time in which cards were blocked, each card's blocks counted once, " + days));
    words.push_back({"."});
    return words;
}

void MonthlyWriter::add_month_before() {
    const Period before = *parse_period(next_month(month_, -1));
    const flow::Slice slice = slice_of(before);
    const std::string days = span_words(before);
    const auto delivered = static_cast<double>(flow::lead_times(slice).size());
    delivered_before_ = {document_.figure("flow.delivered-before", number_words(delivered),
                                          "cards past the delivery point, " + days),
                         {" the month before"}};
    const std::vector<int> cycle = sorted_cycle_days(slice);
    if (const auto most = flow::percentile(cycle, 85)) {
        cycle_before_ = {
            document_.figure("flow.cycle-p85-before", days_of(*most),
                             "85th percentile of " + count_words(cycle.size()) + ", " + days),
            {" the month before"}};
    } else {
        cycle_before_ = {{"none finished before"}};
    }
}

// What is blocked, past its date or beyond its service level today: the most troubled first.
void MonthlyWriter::add_stuck(std::vector<Block>& blocks) {
    struct Stuck {
        const model::Card* card;
        std::string key;
        std::vector<std::string> troubles;
        int days;
    };
    std::vector<Stuck> found;
    const flow::Slice slice = slice_of(period_);
    for (const flow::CardAge& age : flow::ages(slice)) {
        const std::int64_t row = flow_.card(age.card).row;
        if (row < 0) {
            continue;
        }
        const model::Card& card = flow_.rows().cards[static_cast<std::size_t>(row)];
        Stuck one{&card, card_key(slice, age.card), {}, age.days};
        for (const flow::BlockSpan& block : flow_.blocks(age.card)) {
            if (block.begin <= flow_.as_of() && flow_.as_of() < block.end) {
                const int days = flow_.today() - flow_.zone().day(block.begin) + 1;
                one.troubles.push_back("blocked for " + days_of(days));
                break;
            }
        }
        if (card.due && *card.due < flow_.today()) {
            one.troubles.push_back(days_of(flow_.today() - *card.due) + " late");
        }
        if (age.state == flow::AgeState::BeyondSle) {
            one.troubles.push_back("in process for " + days_of(age.days) +
                                   ", beyond its service level");
        }
        if (!one.troubles.empty()) {
            found.push_back(std::move(one));
        }
    }
    if (found.empty()) {
        return;
    }
    std::ranges::stable_sort(found, {}, [](const Stuck& one) {
        return std::pair(-std::ssize(one.troubles), -one.days);
    });
    const std::size_t shown = std::min(found.size(), kMostStuck);
    Words head{{"Stuck on " + short_date(flow_.today())}};
    if (found.size() > shown) {
        head.push_back({", the worst of "});
        head.push_back(document_.figure("flow.stuck", std::to_string(found.size()),
                                        "cards in process that are blocked, past their date or "
                                        "beyond their service level, today"));
    }
    head.push_back({":"});
    blocks.emplace_back(Paragraph{std::move(head)});
    ListBlock list;
    for (std::size_t i = 0; i < shown; ++i) {
        const Stuck& one = found[i];
        const std::string name = "card." + one.key;
        list.items.push_back(
            {document_.figure(name, one.key, "the card as of " + long_date(flow_.today())),
             {" " + one.card->title + ", " + person(one.card->dri) + ": "},
             document_.part(name, "stuck", join(one.troubles, ", "))});
    }
    blocks.emplace_back(std::move(list));
}

std::vector<Block> MonthlyWriter::flow_blocks() {
    std::vector<Block> blocks{Paragraph{flow_words()}};
    add_stuck(blocks);
    add_month_before();
    const Period window{period_.last - (kChartDays - 1), period_.last};
    const flow::Slice weeks = slice_of(window);
    if (flow::lead_times(weeks).empty()) {
        return blocks;
    }
    blocks.emplace_back(Paragraph{{{"The charts look back over 12 weeks, " + span_words(window) +
                                    ": their figures are not those of the month alone."}},
                                  true});
    for (const char* name : {"throughput", "cycle-time-scatter"}) {
        if (const ChartKind* kind = find_chart(name)) {
            Chart chart = make_chart(*kind, weeks);
            Words says = document_.sentence(
                "chart." + chart.name, chart.missing ? chart.missing->what : chart.says,
                "the chart " + chart.title + " with its rows, " + span_words(window));
            blocks.emplace_back(ChartBlock{chart.title, std::move(says), std::move(chart)});
        }
    }
    return blocks;
}

}  // namespace throughline::report
