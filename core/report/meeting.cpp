// The report of one meeting.
#include "core/base/zone.h"
#include "core/report/chart_ticks.h"
#include "core/report/monthly.h"

#include <algorithm>

namespace throughline::report {
namespace {

using model::Workspace;

std::string person_name(const Workspace& workspace, model::PersonId id) {
    const model::Person* person = workspace.find(id);
    return person == nullptr ? std::string("nobody") : person->name;
}

std::string title_of(const model::Meeting& meeting) {
    switch (meeting.kind) {
        case model::MeetingKind::Standup: return "Standup";
        case model::MeetingKind::Replenishment: return "Replenishment";
        case model::MeetingKind::WeeklySync: return "Weekly sync";
        case model::MeetingKind::MonthlyReview: return "Monthly business review";
        case model::MeetingKind::QuarterlyPlanning: return "Quarterly planning";
        case model::MeetingKind::AnnualStrategy: return "Annual strategy";
    }
    return {};
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

}  // namespace

Document meeting_report(const Workspace& workspace, const model::Meeting& meeting,
                        const Zone& zone) {
    Document document;
    document.title = title_of(meeting) + (meeting.period.empty() ? "" : ", " + meeting.period);
    document.subtitle = model::key_of(meeting) + ", " + zone.local_text(meeting.started_at) +
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
            {{model::key_of(*one) + " " + one->text + " Why: " + one->rationale + " Decided by " +
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
        items.push_back(
            {{person_name(workspace, one->person) + ": " + one->text + " (by " +
              long_date(one->due) + ", " + std::string(model::name_of(one->state)) + ")"}});
    }
    add_list(document, "commitments", "Commitments", std::move(items));

    auto notes = rows_of_meeting<model::Note>(workspace, here);
    std::ranges::sort(notes, [](const auto* a, const auto* b) {
        return std::pair(a->at, a->id) < std::pair(b->at, b->id);
    });
    items.clear();
    for (const model::Note* one : notes) {
        items.push_back({{one->text + " (" + person_name(workspace, one->by) + ")"}});
    }
    add_list(document, "notes", "Notes", std::move(items));
    document.foot =
        "Read from entry " + std::to_string(workspace.seq()) + " of the board's journal.";
    return document;
}

}  // namespace throughline::report
