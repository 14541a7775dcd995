// Lines of what people said they would do: commitments, decisions, actions.
#include "app/gui/context/face_model.h"
#include "app/gui/reviews/content_model.h"
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/rules/due_meetings.h"

#include <algorithm>

namespace throughline::gui::reviews {
namespace {

using model::CommitmentState;
using Kind = Target::Kind;

// "by 12 Mar"; of what is open still "2 d late".
std::string due_phrase(Day due, Day today, bool is_open) {
    return is_open && due < today ? due_words(due, today) : "by " + short_date(due, today);
}

template <class T>
std::vector<const T*> sorted_by_due(const model::Workspace& workspace, auto&& keep) {
    std::vector<const T*> rows;
    for (const T& row : workspace.rows<T>()) {
        if (keep(row)) rows.push_back(&row);
    }
    std::ranges::sort(rows, [](const auto* a, const auto* b) {
        return std::tie(a->due, a->id) < std::tie(b->due, b->id);
    });
    return rows;
}

}  // namespace

Line commitment_line(const model::Workspace& workspace, const model::Commitment& one, Day today) {
    Line line{.target = {Kind::Commitment, one.id.value}, .title = one.text};
    const bool is_open = one.state == CommitmentState::Open;
    line.detail = person_name(workspace, one.person) + ", " + due_phrase(one.due, today, is_open);
    if (const model::Card* card = workspace.find(one.card))
        line.detail += ", " + model::key_of(workspace, *card);
    if (!one.reason.empty()) line.detail += ": " + one.reason;
    switch (one.state) {
        case CommitmentState::Open:
            line.state = one.due < today ? "To be answered" : "Open";
            line.mood = one.due < today ? Mood::Watch : Mood::Neutral;
            break;
        case CommitmentState::Kept:
            line.state = "Kept";
            line.mood = Mood::Good;
            break;
        case CommitmentState::Missed:
            line.state = "Missed";
            line.mood = Mood::Bad;
            break;
        case CommitmentState::Dropped: line.state = "Dropped"; break;
    }
    return line;
}

Line decision_line(const model::Workspace& workspace, const model::Decision& one, Day today) {
    Line line{.target = {Kind::Decision, one.id.value},
              .key = model::key_of(one),
              .title = one.text,
              .detail = person_name(workspace, one.executor) + ", " +
                        due_phrase(one.due, today, one.state == model::DecisionState::Open) +
                        ". Why: " + one.rationale};
    switch (one.state) {
        case model::DecisionState::Open:
            line.state = one.due < today ? "Overdue" : "Open";
            line.mood = one.due < today ? Mood::Bad : Mood::Neutral;
            break;
        case model::DecisionState::Executed:
            line.state = "Executed";
            line.mood = Mood::Good;
            break;
        case model::DecisionState::Dropped: line.state = "Dropped"; break;
    }
    return line;
}

Line action_line(const model::Workspace& workspace, const model::ActionItem& one, Day today) {
    Line line{.target = {Kind::Action, one.id.value},
              .key = model::key_of(one),
              .title = one.text,
              .detail = person_name(workspace, one.owner) + ", " +
                        due_phrase(one.due, today, one.state == model::ActionState::Open)};
    if (const model::Request* request = workspace.find(one.request))
        line.detail += ", request " + model::key_of(*request);
    switch (one.state) {
        case model::ActionState::Open:
            line.state = one.due < today ? "Overdue" : "Open";
            line.mood = one.due < today ? Mood::Bad : Mood::Neutral;
            break;
        case model::ActionState::Done:
            line.state = "Done";
            line.mood = Mood::Good;
            break;
        case model::ActionState::Dropped: line.state = "Dropped"; break;
    }
    return line;
}

Section decision_section(const ReadingInputs& in, model::PersonId executor) {
    Section section{.title = executor ? "Decisions to carry out" : "Open decisions"};
    for (const model::Decision* one :
         sorted_by_due<model::Decision>(in.workspace, [&](const model::Decision& row) {
             return row.state == model::DecisionState::Open &&
                    (!executor || row.executor == executor);
         }))
        section.lines.push_back(decision_line(in.workspace, *one, in.today()));
    if (section.lines.empty())
        section.words = executor ? "None is open. If one is needed, D writes it down."
                                 : "Nothing decided earlier waits. D writes a new one down.";
    keep_most(section, kMostLines);
    return section;
}

Section action_section(const ReadingInputs& in, model::PersonId owner) {
    Section section{.title = "Open actions"};
    for (const model::ActionItem* one :
         sorted_by_due<model::ActionItem>(in.workspace, [&](const model::ActionItem& row) {
             return row.state == model::ActionState::Open && (!owner || row.owner == owner);
         }))
        section.lines.push_back(action_line(in.workspace, *one, in.today()));
    if (section.lines.empty()) section.words = "None is open. A writes one down.";
    keep_most(section, kMostLines);
    return section;
}

Section promise_section(const ReadingInputs& in, model::PersonId person) {
    Section section{.title = "Promised last time"};
    int kept = 0;
    for (const model::Commitment* one :
         sorted_by_due<model::Commitment>(in.workspace, [&](const model::Commitment& row) {
             const model::Meeting* made = in.workspace.find(row.meeting);
             const bool is_answered_here = row.closed_at && *row.closed_at >= in.meeting.started_at;
             return made != nullptr && made->id != in.meeting.id && made->kind == in.meeting.kind &&
                    (!person || row.person == person) &&
                    (row.state == CommitmentState::Open || is_answered_here);
         })) {
        kept += one->state == CommitmentState::Kept ? 1 : 0;
        section.lines.push_back(commitment_line(in.workspace, *one, in.today()));
    }
    section.words = section.lines.empty()
                        ? "Nothing promised earlier is open."
                        : std::to_string(kept) + " of " + std::to_string(section.lines.size()) +
                              " kept. K kept, M missed, X dropped, each on the chosen line.";
    keep_most(section, kMostLines);
    return section;
}

Section new_promise_section(const ReadingInputs& in, model::PersonId person) {
    Section section{.title = "Promised now"};
    for (const model::Commitment* one :
         sorted_by_due<model::Commitment>(in.workspace, [&](const model::Commitment& row) {
             return row.meeting == in.meeting.id && (!person || row.person == person);
         }))
        section.lines.push_back(commitment_line(in.workspace, *one, in.today()));
    if (section.lines.empty()) section.words = "Nothing yet. C writes a commitment down.";
    keep_most(section, kMostLines);
    return section;
}

}  // namespace throughline::gui::reviews
