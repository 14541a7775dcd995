// The monthly report: risks, decisions, what comes next, what is known better now.
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/report/chart_parts.h"
#include "core/report/chart_ticks.h"
#include "core/report/monthly_writer.h"

#include <algorithm>

namespace throughline::report {
namespace {

constexpr std::size_t kMostRisks = 5;
constexpr std::size_t kMostDecisions = 12;
constexpr std::size_t kMostNext = 12;
constexpr std::size_t kMostReports = 6;  // earlier ones that are compared

Block more(std::size_t count, const char* one, const char* many) {
    return Paragraph{{{plural(static_cast<std::int64_t>(count), one, many) + " not listed here."}},
                     true};
}

// The number of "46 leads": another name of the unit is no correction.
std::string_view number_of(std::string_view value) {
    return value.substr(0, value.find_first_not_of("+-0123456789.,"));
}

}  // namespace

std::vector<Block> MonthlyWriter::risk_blocks() {
    std::vector<const model::Risk*> risks;
    for (const model::Risk& risk : rows_.plan.risks) {
        // Those of an objective end with it.
        const model::Objective* objective = flow::plan_row(rows_.plan.objectives, risk.objective);
        if (risk.state == model::RiskState::Open && (objective == nullptr || !objective->closed)) {
            risks.push_back(&risk);
        }
    }
    if (risks.empty()) {
        return {Paragraph{{{"No open risk is written down."}}}};
    }
    std::ranges::sort(risks, [](const auto* a, const auto* b) {
        return std::pair(-a->score(), a->number) < std::pair(-b->score(), b->number);
    });
    TableBlock table{{"Risk", "Score", "Owner", "Mitigation"}, {}, {}, {0.38, 0.12, 0.15, 0.35}};
    for (std::size_t i = 0; i < std::min(risks.size(), kMostRisks); ++i) {
        const model::Risk& risk = *risks[i];
        const std::string key = model::key_of(risk);
        Span score = document_.figure("risk." + key, std::to_string(risk.score()) + " of 25",
                                      key + ", probability " + std::to_string(risk.probability) +
                                          " times impact " + std::to_string(risk.impact));
        score.mood = mood_of_risk(risk.score());
        table.rows.push_back({{{key + " " + risk.title}},
                              {std::move(score)},
                              {{person(risk.owner)}},
                              {{risk.mitigation}}});
    }
    std::vector<Block> blocks{std::move(table)};
    if (risks.size() > kMostRisks) {
        blocks.push_back(
            more(risks.size() - kMostRisks, "more open risk is", "more open risks are"));
    }
    return blocks;
}

// What the review of a month decides belongs to that month, though it is held in the next one.
bool MonthlyWriter::is_of_month(const model::Decision& one) const {
    const auto meeting = std::ranges::find(rows_.meetings, one.meeting, &model::Meeting::id);
    const bool is_review = meeting != rows_.meetings.end() && is_month(meeting->period) &&
                           meeting->kind == model::MeetingKind::MonthlyReview;
    if (!is_review) {
        return in_month(one.at);
    }
    // One that the report of the month was sent without stands in the report of its own day.
    const auto report = std::ranges::find(rows_.reports, meeting->period, &model::Report::period);
    const bool is_sent =
        report != rows_.reports.end() && report->issued_at && report->on_seq < one.on_seq;
    return is_sent ? in_month(one.at) : meeting->period == month_;
}

// Those of the month, and earlier ones that still wait to be carried out.
std::vector<Block> MonthlyWriter::decision_blocks() {
    std::vector<const model::Decision*> decisions;
    const Day today = flow_.today();
    const auto is_late = [&](const model::Decision& one) {
        return one.state == model::DecisionState::Open && one.due < today;
    };
    for (const model::Decision& one : rows_.decisions) {
        if (is_of_month(one) || (flow_.zone().day(one.at) < period_.first && is_late(one))) {
            decisions.push_back(&one);
        }
    }
    if (decisions.empty()) {
        return {Paragraph{{{"No decision was written down in this month."}}}};
    }
    std::ranges::sort(decisions, {}, &model::Decision::number);
    TableBlock table{{"Decision", "Why", "Carried out by", "Due", "State"},
                     {},
                     {},
                     {0.34, 0.26, 0.15, 0.11, 0.14}};
    const std::size_t skipped = decisions.size() - std::min(decisions.size(), kMostDecisions);
    for (std::size_t i = skipped; i < decisions.size(); ++i) {
        const model::Decision& one = *decisions[i];
        const std::string key = model::key_of(one);
        const model::Meeting* meeting = nullptr;
        for (const model::Meeting& row : rows_.meetings) {
            meeting = row.id == one.meeting ? &row : meeting;
        }
        Span state = document_.figure(
            "decision." + key,
            std::string(model::name_of(one.state)) + (is_late(one) ? ", overdue" : ""),
            key + ", decided by " + person(one.decider) + " on " +
                long_date(flow_.zone().day(one.at)) +
                (meeting == nullptr ? "" : " in " + model::key_of(*meeting)));
        state.mood = is_late(one)                                  ? Mood::Watch
                     : one.state == model::DecisionState::Executed ? Mood::Good
                                                                   : Mood::Neutral;
        table.rows.push_back({{{key + " " + one.text}},
                              {{one.rationale}},
                              {{person(one.executor)}},
                              {{short_date(one.due)}},
                              {std::move(state)}});
    }
    std::vector<Block> blocks{std::move(table)};
    if (skipped > 0) {
        blocks.push_back(more(skipped, "earlier decision is", "earlier decisions are"));
    }
    return blocks;
}

// Commitments, milestones and the dates of cards in the next month, by day.
std::vector<Block> MonthlyWriter::next_blocks() {
    const Period next = *parse_period(next_month(month_));
    struct Upcoming {
        Day due;
        Words words;
    };
    std::vector<Upcoming> lines;
    for (const model::Commitment& one : rows_.commitments) {
        if (next.contains(one.due) && one.state != model::CommitmentState::Dropped) {
            lines.push_back({one.due, {{person(one.person) + ": " + one.text}}});
        }
    }
    for (const model::Milestone& one : rows_.plan.milestones) {
        const model::Objective* objective = flow::plan_row(rows_.plan.objectives, one.objective);
        if (!one.done && one.due && next.contains(*one.due) && objective != nullptr &&
            !objective->closed) {
            lines.push_back({*one.due,
                             {{"Milestone of " + model::key_of(*objective) + ": " + one.title +
                               ", " + person(objective->dri)}}});
        }
    }
    const flow::Slice slice = slice_of(period_);
    for (flow::CardIndex i = 0; i < flow_.card_count(); ++i) {
        const std::int64_t row = flow_.card(i).row;
        if (row < 0 || flow_.journey(i).finished) {
            continue;
        }
        const model::Card& card = flow_.rows().cards[static_cast<std::size_t>(row)];
        if (card.due && next.contains(*card.due) && card.on_board()) {
            lines.push_back({*card.due,
                             {{card_key(slice, i), "card." + card_key(slice, i)},
                              {" " + card.title + ", " + person(card.dri)}}});
        }
    }
    if (lines.empty()) {
        return {
            Paragraph{{{"No commitment, milestone or card has a date in the next month yet."}}}};
    }
    std::ranges::stable_sort(lines, {}, &Upcoming::due);
    ListBlock list;
    for (std::size_t i = 0; i < std::min(lines.size(), kMostNext); ++i) {
        Words words = std::move(lines[i].words);
        if (!words.front().figure.empty()) {
            words.front() = document_.figure(words.front().figure, words.front().text,
                                             "the card, due " + short_date(lines[i].due));
        }
        words.push_back({" (by " + short_date(lines[i].due) + ")"});
        list.items.push_back(std::move(words));
    }
    std::vector<Block> blocks{std::move(list)};
    if (lines.size() > kMostNext) {
        blocks.push_back(more(lines.size() - kMostNext, "more is", "more are"));
    }
    return blocks;
}

// What the last reports said and is known better now. What one of them restated already is held
// against what it said last.
std::vector<Block> MonthlyWriter::restated_blocks() {
    std::vector<const model::Report*> issued;
    for (const model::Report& one : rows_.reports) {
        if (one.issued_at && one.period < month_) {
            issued.push_back(&one);
        }
    }
    std::ranges::sort(issued, std::ranges::greater{}, &model::Report::period);
    TableBlock table{{"Report", "Figure", "Reported", "Now"}, {}, {2, 3}, {0.16, 0.52, 0.16, 0.16}};
    for (std::size_t i = 0; i < std::min(issued.size(), kMostReports); ++i) {
        const model::Report& earlier = *issued[i];
        for (const auto& [name, now] :
             MonthlyWriter(rows_, flow_, earlier.period).dated_figures()) {
            const std::string restated = "restated." + earlier.period + "." + name;
            const std::string* told = nullptr;
            for (std::size_t later = 0; later <= i && told == nullptr; ++later) {
                const model::TextMap& figures = issued[later]->figures;
                const auto found = figures.find(later == i ? name : restated);
                told = found == figures.end() ? nullptr : &found->second;
            }
            if (told != nullptr && number_of(*told) != number_of(now.value)) {
                table.rows.push_back(
                    {{{period_words(earlier.period)}},
                     {{now.evidence}},
                     {{*told, restated}},
                     {document_.figure(restated, now.value, now.evidence + ", as known now")}});
            }
        }
    }
    if (table.rows.empty()) {
        return {};
    }
    return {std::move(table)};
}

}  // namespace throughline::report
