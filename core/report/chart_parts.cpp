#include "core/report/chart_parts.h"

#include "core/base/text.h"
#include "core/base/words.h"

#include <algorithm>
#include <array>
#include <limits>

namespace throughline::report {

namespace fl = throughline::flow;

std::string card_key(const fl::Slice& slice, fl::CardIndex card) {
    const model::Board* board = slice.flow().rows().board();
    return (board == nullptr ? "" : board->key_prefix) + "-" +
           std::to_string(slice.flow().card(card).number);
}

std::string card_title(const fl::Slice& slice, fl::CardIndex card) {
    const std::int64_t row = slice.flow().card(card).row;
    return row < 0 ? "" : slice.flow().rows().cards[static_cast<std::size_t>(row)].title;
}

std::string card_name(const fl::Slice& slice, fl::CardIndex card) {
    const std::string title = card_title(slice, card);
    return card_key(slice, card) + (title.empty() ? "" : " " + title);
}

std::string column_name(const fl::Slice& slice, fl::Position column) {
    return slice.flow().workflow().at(column).name;
}

std::string days_words(const fl::Slice& slice, std::int64_t days) {
    return slice.scope().days == fl::DayCount::Working ? plural(days, "working day", "working days")
                                                       : plural(days, "day", "days");
}

std::string percent_words(double share, int places) {
    return decimal(100 * share, places) + "%";
}

std::string yes_words(bool yes) {
    return yes ? "yes" : "";
}

bool is_blocked(const fl::Slice& slice, fl::CardIndex card) {
    return std::ranges::any_of(slice.flow().blocks(card), [&](const fl::BlockSpan& block) {
        return block.begin <= slice.flow().as_of() && slice.flow().as_of() < block.end;
    });
}

std::string class_words(model::ServiceClass service_class) {
    switch (service_class) {
        case model::ServiceClass::Standard: return "Standard";
        case model::ServiceClass::FixedDate: return "Fixed date";
        case model::ServiceClass::Expedite: return "Expedite";
        case model::ServiceClass::Intangible: return "Intangible";
    }
    return "";
}

std::vector<model::ServiceClass> classes_of(const fl::Slice& slice) {
    std::array<bool, model::count_of<model::ServiceClass>()> there{};
    slice.each([&](fl::CardIndex i, const fl::Journey&) {
        there[static_cast<std::size_t>(slice.flow().card(i).service_class)] = true;
    });
    std::vector<model::ServiceClass> classes;
    for (std::size_t i = 0; i < there.size(); ++i) {
        if (there[i]) {
            classes.push_back(static_cast<model::ServiceClass>(i));
        }
    }
    return classes;
}

void add_cards(const fl::Slice& slice, const std::vector<fl::CardIndex>& cards, Mark& mark) {
    constexpr std::size_t kNamed = 8;
    for (std::size_t i = 0; i < cards.size(); ++i) {
        if (i < kNamed) {
            mark.lines.push_back(card_name(slice, cards[i]));
        }
        mark.cards.push_back(slice.flow().card(cards[i]).id);
    }
    if (cards.size() > kNamed) {
        mark.lines.push_back("and " + std::to_string(cards.size() - kNamed) + " more");
    }
}

DayCards finished_cards(const fl::Slice& slice) {
    DayCards cards;
    slice.each([&](fl::CardIndex i, const fl::Journey& journey) {
        if (journey.finished && slice.in_period(journey.end_day)) {
            cards.emplace_back(journey.end_day, i);
        }
    });
    std::sort(cards.begin(), cards.end());
    return cards;
}

std::vector<fl::CardIndex> cards_within(const DayCards& cards, Day from, Day to) {
    std::vector<fl::CardIndex> result;
    for (auto at = std::lower_bound(cards.begin(), cards.end(), std::pair{from, fl::CardIndex{0}});
         at != cards.end() && at->first <= to; ++at) {
        result.push_back(at->second);
    }
    return result;
}

CrossingRows::CrossingRows(const fl::Slice& slice)
    : rows_(static_cast<std::size_t>(slice.flow().card_count())) {
    const fl::Flow& flow = slice.flow();
    for (const model::Transition& row : flow.rows().transitions) {
        const auto card = flow.index_of(row.card);
        const bool is_void = row.voided_at && *row.voided_at <= flow.as_of();
        if (!card || is_void || !slice.has(*card)) {
            continue;
        }
        const fl::Journey& journey = flow.journey(*card);
        auto& mine = rows_[static_cast<std::size_t>(*card)];
        const fl::Region region = flow.workflow().region(flow.workflow().position(row.to));
        if (journey.started && row.at == journey.start && region == fl::Region::InProcess) {
            mine.first = row.id;
        }
        if (journey.finished && row.at == journey.end && region == fl::Region::Done) {
            mine.second = row.id;
        }
    }
}

std::vector<model::TransitionId> CrossingRows::of(fl::CardIndex card) const {
    std::vector<model::TransitionId> result;
    const auto& [start, end] = rows_[static_cast<std::size_t>(card)];
    for (const model::TransitionId row : {start, end}) {
        if (row) {
            result.push_back(row);
        }
    }
    return result;
}

void set_missing(Chart& chart, std::string what, std::string todo) {
    chart.verdict = {Verdict::Call::None, what};
    chart.missing = Missing{std::move(what), std::move(todo)};
}

Mark slot_mark(double x0, double x1) {
    return {.x0 = x0,
            .x1 = x1,
            .y0 = std::numeric_limits<double>::lowest(),
            .y1 = std::numeric_limits<double>::max()};
}

std::vector<std::size_t> extremes(const std::vector<double>& values, std::size_t bins) {
    std::vector<std::size_t> kept;
    if (values.size() <= 2 * bins + 2) {
        for (std::size_t i = 0; i < values.size(); ++i) {
            kept.push_back(i);
        }
        return kept;
    }
    kept = {0, values.size() - 1};
    for (std::size_t bin = 0; bin < bins; ++bin) {
        const auto begin = values.begin() + static_cast<std::ptrdiff_t>(values.size() * bin / bins);
        const auto end =
            values.begin() + static_cast<std::ptrdiff_t>(values.size() * (bin + 1) / bins);
        const auto [low, high] = std::minmax_element(begin, end);
        kept.push_back(static_cast<std::size_t>(low - values.begin()));
        kept.push_back(static_cast<std::size_t>(high - values.begin()));
    }
    std::sort(kept.begin(), kept.end());
    kept.erase(std::unique(kept.begin(), kept.end()), kept.end());
    return kept;
}

}  // namespace throughline::report
