#include "app/gui/reviews/entries_model.h"

#include "app/gui/context/length_words.h"
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/report/chart_ticks.h"
#include "core/report/monthly.h"

#include <algorithm>
#include <unordered_map>

namespace throughline::gui::reviews {
namespace {

using Kind = Target::Kind;

template <class T>
std::vector<const T*> rows_where(const model::Workspace& workspace, auto&& keep, auto&& order) {
    std::vector<const T*> rows;
    for (const T& row : workspace.rows<T>()) {
        if (keep(row)) rows.push_back(&row);
    }
    std::ranges::sort(rows, [&](const auto* a, const auto* b) {
        return std::pair(order(*a), a->id) < std::pair(order(*b), b->id);
    });
    return rows;
}

struct Counts {
    int decisions = 0;
    int actions = 0;
    int commitments = 0;
};

std::string count_words(const Counts& counts) {
    std::vector<std::string> parts;
    if (counts.decisions > 0) parts.push_back(plural(counts.decisions, "decision", "decisions"));
    if (counts.actions > 0) parts.push_back(plural(counts.actions, "action", "actions"));
    if (counts.commitments > 0)
        parts.push_back(plural(counts.commitments, "commitment", "commitments"));
    return parts.empty() ? "nothing written down" : join(parts, ", ");
}

void say_published(const model::Workspace& workspace, const Zone& zone, Instant now,
                   const model::Meeting& meeting, MeetingLine& line) {
    if (!meeting.ended_at) {
        line.published = "Running";
        line.mood = Mood::Watch;
        return;
    }
    const bool is_late = rules::is_publishing_late(workspace, meeting, now);
    if (meeting.published_at) {
        line.published =
            "Published " + short_date(zone.day(*meeting.published_at)) + (is_late ? ", late" : "");
        line.mood = is_late ? Mood::Watch : Mood::Good;
    } else if (is_late) {
        line.published = "Not published within 24 hours";
        line.mood = Mood::Bad;
    }
}

}  // namespace

std::vector<Section> entry_sections(const model::Workspace& workspace,
                                    const model::Meeting& meeting, Day today) {
    const auto here = [&](const auto& row) { return row.meeting == meeting.id; };
    const auto number = [](const auto& row) { return row.number; };
    Section decisions{.title = "Decisions"};
    for (const auto* one : rows_where<model::Decision>(workspace, here, number))
        decisions.lines.push_back(decision_line(workspace, *one, today));
    Section actions{.title = "Actions"};
    const std::string source = rules::source_of(meeting);
    for (const auto* one : rows_where<model::ActionItem>(
             workspace, [&](const auto& row) { return row.source == source; }, number))
        actions.lines.push_back(action_line(workspace, *one, today));
    Section commitments{.title = "Commitments"};
    for (const auto* one :
         rows_where<model::Commitment>(workspace, here, [](const auto& row) { return row.due; }))
        commitments.lines.push_back(commitment_line(workspace, *one, today));
    Section notes{.title = "Notes"};
    for (const auto* one :
         rows_where<model::Note>(workspace, here, [](const auto& row) { return row.at; })) {
        Line line{.target = {Kind::Note, one->id.value},
                  .title = one->text,
                  .detail = person_name(workspace, one->by)};
        if (one->person) line.detail += ", round of " + person_name(workspace, one->person);
        notes.lines.push_back(std::move(line));
    }
    std::vector<Section> sections;
    for (Section* section : {&decisions, &actions, &commitments, &notes}) {
        if (!section->lines.empty()) sections.push_back(std::move(*section));
    }
    return sections;
}

std::vector<MeetingLine> meeting_lines(const model::Workspace& workspace, const Zone& zone,
                                       Instant now) {
    std::unordered_map<std::int64_t, Counts> by_meeting;
    std::unordered_map<std::string, int> by_source;
    for (const model::Decision& one : workspace.rows<model::Decision>())
        ++by_meeting[one.meeting.value].decisions;
    for (const model::Commitment& one : workspace.rows<model::Commitment>())
        ++by_meeting[one.meeting.value].commitments;
    for (const model::ActionItem& one : workspace.rows<model::ActionItem>())
        ++by_source[one.source];
    std::vector<const model::Meeting*> meetings;
    for (const model::Meeting& one : workspace.rows<model::Meeting>()) {
        if (one.kind != model::MeetingKind::Standup) meetings.push_back(&one);
    }
    std::ranges::sort(meetings, [](const auto* a, const auto* b) { return a->number > b->number; });
    std::vector<MeetingLine> lines;
    for (const model::Meeting* one : meetings) {
        Counts counts = by_meeting[one->id.value];
        counts.actions = by_source[rules::source_of(*one)];
        MeetingLine line{.id = one->id,
                         .key = model::key_of(*one),
                         .title = report::title_of(*one),
                         .when = moment_words(zone, one->started_at),
                         .counts = count_words(counts)};
        if (one->ended_at) line.when += ", " + length_words(*one->ended_at - one->started_at);
        say_published(workspace, zone, now, *one, line);
        lines.push_back(std::move(line));
    }
    return lines;
}

DueWords due_words_of(const rules::DueMeeting& due, Day today) {
    if (due.running) return {"Running", Mood::Watch};
    if (due.is_late(today)) return {"Late since " + short_date(due.by), Mood::Bad};
    if (due.is_due(today)) {
        if (due.by < today) return {"Not held yet", Mood::Neutral};
        return {"Due now, by " + short_date(due.by), Mood::Watch};
    }
    return {"From " + long_date(due.from), Mood::Neutral};
}

}  // namespace throughline::gui::reviews
