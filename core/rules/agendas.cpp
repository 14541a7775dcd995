#include "core/rules/agendas.h"

namespace throughline::rules {

using model::AgendaContent;
using model::AgendaPart;
using model::MeetingKind;

std::vector<AgendaPart> shipped_agenda(MeetingKind kind) {
    switch (kind) {
        case MeetingKind::Standup:
            return {{"walk", "Walk the board", 15, AgendaContent::Blockers,
                     "From right to left: blocked first, then beyond the SLE, then the oldest."}};
        case MeetingKind::Replenishment:
            return {{"places", "Free places", 3, AgendaContent::Flow,
                     "How many cards does the ready column take this week?"},
                    {"choose", "Choose what enters", 10, AgendaContent::Requests,
                     "From the top of the queue, one for each free place."},
                    {"close", "Say who pulls what", 2, AgendaContent::Actions, ""}};
        case MeetingKind::WeeklySync:
            return {
                {"kept", "Last week's commitments", 5, AgendaContent::Commitments,
                 "Kept or not, and why not."},
                {"blockers", "Blockers", 8, AgendaContent::Blockers, "Who clears each, by when?"},
                {"decisions", "Decisions", 10, AgendaContent::Decisions,
                 "What must be decided now? Open ones first."},
                {"next", "This week's commitments", 7, AgendaContent::Rounds,
                 "One or two from each person."}};
        case MeetingKind::MonthlyReview:
            return {{"context", "Context", 10, AgendaContent::Context,
                     "What changed around us, and the KPIs in one look."},
                    {"scorecard", "KPIs against target", 10, AgendaContent::Scorecard,
                     "Only what is a signal, not noise."},
                    {"rounds", "DRI rounds", 10, AgendaContent::Rounds,
                     "Status, trend of the leading indicators, risks and blockers, the decision "
                     "needed. Ten minutes each."},
                    {"decisions", "Decisions and resources", 15, AgendaContent::Decisions,
                     "Text, why, who carries it out, by when."},
                    {"next", "Next month's commitments", 10, AgendaContent::Commitments,
                     "The top commitment of each DRI."}};
        case MeetingKind::QuarterlyPlanning:
            return {{"retro", "The quarter in retrospect", 30, AgendaContent::Retrospective,
                     "Score each objective; what drove the result?"},
                    {"objectives", "New objectives", 60, AgendaContent::Objectives,
                     "One measurable sentence, two or three key results each."},
                    {"capacity", "Reallocation", 30, AgendaContent::Capacity,
                     "Does it fit the people and the budget?"},
                    {"dris", "DRIs confirmed", 15, AgendaContent::Rounds,
                     "Exactly one for each objective; not more than they can carry."},
                    {"risks", "Top risks", 15, AgendaContent::Risks, "Three for each objective."}};
        case MeetingKind::AnnualStrategy:
            return {
                {"year", "The year in retrospect", 45, AgendaContent::YearPlan,
                 "What was promised, what came true?"},
                {"priority", "The one thing that must be true", 30, AgendaContent::Words,
                 "A single sentence."},
                {"bets", "Big bets", 60, AgendaContent::Objectives,
                 "At most three, and what we stop for them."},
                {"not", "What we are not doing", 30, AgendaContent::Words, "Two to four."},
                {"allocation", "Allocation of budget and time", 30, AgendaContent::Capacity, ""}};
    }
    return {};
}

std::vector<AgendaPart> agenda_of(const model::Workspace& workspace, MeetingKind kind) {
    for (const model::Agenda& one : workspace.rows<model::Agenda>()) {
        if (one.kind == kind) {
            return one.parts;
        }
    }
    return shipped_agenda(kind);
}

}  // namespace throughline::rules
