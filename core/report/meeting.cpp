// The report of one meeting, and the words for meetings and their periods.
#include "core/base/week.h"
#include "core/base/words.h"
#include "core/base/zone.h"
#include "core/report/chart_ticks.h"
#include "core/report/monthly.h"

#include <algorithm>

namespace throughline::report {
namespace {

std::string sentence(std::string_view text) {
    const bool is_ended = !text.empty() && std::string_view(".!?").find(text.back()) != text.npos;
    return std::string(text) + (is_ended ? "" : ".");
}

using model::Workspace;

std::string person_name(const Workspace& workspace, model::PersonId id) {
    const model::Person* person = workspace.find(id);
    return person == nullptr ? std::string("nobody") : person->name;
}

// The rows of one type for which `of_meeting` holds, oldest first.
template <class T, class F>
std::vector<const T*> rows_of_meeting(const Workspace& workspace, F&& of_meeting) {
    std::vector<const T*> rows;
    for (const T& row : workspace.rows<T>()) {
        if (of_meeting(row)) {
            rows.push_back(&row);
        }
    }
    return rows;
}

void add_list(Document& document, std::string handle, std::string title, std::vector<Words> items) {
    if (!items.empty()) {
        document.sections.push_back(
            {std::move(handle), std::move(title), {ListBlock{std::move(items)}}});
    }
}

// "5", "5 Oct", "5 Oct 2026": as much as the end of a range does not say already.
std::string range_begin(Day first, Day last) {
    const CivilDate from = civil(first);
    const CivilDate to = civil(last);
    const std::string words = short_date(first);
    const std::size_t keep = from.year != to.year     ? words.size()
                             : from.month != to.month ? words.rfind(' ')
                                                      : words.find(' ');
    return words.substr(0, keep);
}

std::string state_words(const model::Commitment& one) {
    const std::string state(model::name_of(one.state));
    return one.reason.empty() ? state : state + ": " + one.reason;
}

// Answered while the meeting ran, and made in an earlier one.
std::vector<Words> answered_items(const Workspace& workspace, const model::Meeting& meeting) {
    auto rows = rows_of_meeting<model::Commitment>(workspace, [&](const model::Commitment& row) {
        return row.meeting != meeting.id && row.closed_at && *row.closed_at >= meeting.started_at &&
               (!meeting.ended_at || *row.closed_at <= *meeting.ended_at);
    });
    std::ranges::sort(rows, [](const auto* a, const auto* b) {
        return std::pair(a->due, a->id) < std::pair(b->due, b->id);
    });
    std::vector<Words> items;
    for (const model::Commitment* one : rows) {
        items.push_back({{person_name(workspace, one->person) + ": " + one->text + " (" +
                          state_words(*one) + ")"}});
    }
    return items;
}

}  // namespace

std::string_view title_of(model::MeetingKind kind) {
    switch (kind) {
        case model::MeetingKind::Standup: return "Standup";
        case model::MeetingKind::Replenishment: return "Replenishment";
        case model::MeetingKind::WeeklySync: return "Weekly sync";
        case model::MeetingKind::MonthlyReview: return "Monthly business review";
        case model::MeetingKind::QuarterlyPlanning: return "Quarterly planning";
        case model::MeetingKind::AnnualStrategy: return "Annual strategy";
    }
    return {};
}

std::string title_of(const model::Meeting& meeting) {
    const std::string title(title_of(meeting.kind));
    return meeting.period.empty() ? title : title + ", " + period_words(meeting.period);
}

std::string period_words(std::string_view period) {
    const auto days = parse_period_or_week(period);
    if (!days) {
        return std::string(period);
    }
    if (is_month(period)) {
        const CivilDate date = civil(days->first);
        return std::string(month_name(date.month)) + " " + std::to_string(date.year);
    }
    if (is_quarter(period)) {
        return std::string(period.substr(5)) + " " + std::string(period.substr(0, 4));
    }
    if (is_week(period)) {
        const std::string_view number = period.substr(period[6] == '0' ? 7 : 6);
        return "week " + std::string(number) + ", " + range_begin(days->first, days->last) +
               " to " + short_date(days->last);
    }
    return std::string(period);
}

Document meeting_report(const Workspace& workspace, const model::Meeting& meeting,
                        const Zone& zone) {
    Document document;
    document.title = title_of(meeting);
    document.subtitle = model::key_of(meeting) + ", " + moment_words(zone, meeting.started_at) +
                        ", led by " + person_name(workspace, meeting.led_by) + ".";
    std::string present;
    for (const model::PersonId id : meeting.present) {
        present += (present.empty() ? "" : ", ") + person_name(workspace, id);
    }
    if (!present.empty()) {
        document.subtitle += " Present: " + present + ".";
    }

    const auto here = [&](const auto& row) { return row.meeting == meeting.id; };
    auto decisions = rows_of_meeting<model::Decision>(workspace, here);
    std::ranges::sort(decisions, {}, &model::Decision::number);
    std::vector<Words> items;
    for (const model::Decision* one : decisions) {
        items.push_back(
            {{model::key_of(*one) + " " + sentence(one->text) +
              " Why: " + sentence(one->rationale) + " Decided by " +
              person_name(workspace, one->decider) + ", carried out by " +
              person_name(workspace, one->executor) + " until " + long_date(one->due) + "."}});
    }
    add_list(document, "decisions", "Decisions", std::move(items));

    const std::string source = "meeting:" + model::key_of(meeting);
    auto actions = rows_of_meeting<model::ActionItem>(
        workspace, [&](const model::ActionItem& row) { return row.source == source; });
    std::ranges::sort(actions, {}, &model::ActionItem::number);
    items.clear();
    for (const model::ActionItem* one : actions) {
        items.push_back(
            {{model::key_of(*one) + " " + one->text + " (" + person_name(workspace, one->owner) +
              ", by " + long_date(one->due) + ")"}});
    }
    add_list(document, "actions", "Actions", std::move(items));

    auto commitments = rows_of_meeting<model::Commitment>(workspace, here);
    std::ranges::sort(commitments, [](const auto* a, const auto* b) {
        return std::pair(a->due, a->id) < std::pair(b->due, b->id);
    });
    items.clear();
    for (const model::Commitment* one : commitments) {
        items.push_back({{person_name(workspace, one->person) + ": " + one->text + " (by " +
                          long_date(one->due) + ", " + state_words(*one) + ")"}});
    }
    add_list(document, "commitments", "Commitments", std::move(items));
    add_list(document, "answered", "Earlier commitments", answered_items(workspace, meeting));

    auto notes = rows_of_meeting<model::Note>(workspace, here);
    std::ranges::sort(notes, [](const auto* a, const auto* b) {
        return std::pair(a->at, a->id) < std::pair(b->at, b->id);
    });
    items.clear();
    for (const model::Note* one : notes) {
        std::string about = person_name(workspace, one->by);
        if (one->person) {
            about += ", about " + person_name(workspace, one->person);
        }
        if (const model::Card* card = workspace.find(one->card)) {
            about += ", " + model::key_of(workspace, *card);
        }
        items.push_back({{one->text + " (" + about + ")"}});
    }
    add_list(document, "notes", "Notes", std::move(items));
    document.foot =
        "Read from entry " + std::to_string(workspace.seq()) + " of the board's journal.";
    return document;
}

}  // namespace throughline::report
