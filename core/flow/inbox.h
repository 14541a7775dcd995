// What concerns one person: what waits for them, what is due, and what happened that they asked to
// know. The window, the badge beside its name and the command line read this one list.
//
// Computed from an unchanging view, so that a worker may do it; its cost follows the rows of the
// board once, never a frame.
#pragma once

#include "core/base/cow_vector.h"
#include "core/base/zone.h"
#include "core/model/workspace.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::flow {

struct InboxRows {
    CowVector<model::Board> boards;
    CowVector<model::Column> columns;
    CowVector<model::ColumnGroup> groups;
    CowVector<model::GateItem> gate_items;
    CowVector<model::GateMark> gate_marks;
    CowVector<model::Objective> objectives;
    CowVector<model::Request> requests;
    CowVector<model::RequestEvent> request_events;
    CowVector<model::Card> cards;
    CowVector<model::Transition> transitions;
    CowVector<model::Block> blocks;
    CowVector<model::Comment> comments;
    CowVector<model::Commitment> commitments;
    CowVector<model::Decision> decisions;
    CowVector<model::ActionItem> actions;
    CowVector<model::Escalation> escalations;
    CowVector<model::Kpi> kpis;
    CowVector<model::KpiTarget> targets;
    CowVector<model::Measurement> measurements;
    CowVector<model::Risk> risks;
    CowVector<model::Tool> tools;
    CowVector<model::DataDomain> domains;
    CowVector<model::Training> trainings;
    CowVector<model::InboxMark> marks;
    Zone zone = Zone::utc();
};
// On the thread that owns the workspace; takes microseconds.
InboxRows inbox_rows_of(const model::Workspace& workspace, const Zone& zone);

// Tasks stay until they are done; news go once they are seen.
enum class InboxKind {
    Question,     // triage asks about a request of theirs
    Approval,     // a gate of a card that they answer for waits for a signature, or was turned down
    Escalation,   // to them, not answered
    Blocker,      // they clear it; without a name, the card's DRI does
    Commitment,   // made in a meeting
    Action,       // they own it
    Decision,     // they carry it out
    Measurement,  // a value of their KPI is overdue
    Risk,         // its review is due within a week
    Register,     // a tool, data domain or training whose review is due within a week
    Result,       // a delivered card of theirs without its result
    Mention,      // in a comment
    Answer,       // a request of theirs was decided, or an escalation of theirs answered
    Move          // a card that they are consulted or informed about changed its column
};
std::string_view to_text(InboxKind kind);  // stable, for files: "question"
constexpr bool is_task(InboxKind kind) {
    return kind < InboxKind::Mention;
}

// In the order in which they are read.
enum class InboxGroup { Overdue, Today, Waiting, Coming, News };
std::string_view to_text(InboxGroup group);  // "Overdue"

struct InboxItem {
    std::string id;  // stable, what InboxMark and mark-seen name: "comment:17", "action:AC-3"
    InboxKind kind = InboxKind::Mention;
    InboxGroup group = InboxGroup::News;
    std::string text;      // what it says
    std::string about;     // "MKT-12 Spring webinar"; "" for none
    model::PersonId from;  // 0 when nobody in particular
    Instant at;
    std::optional<Day> due;
    bool seen = false;

    // What it is about; all 0 where nothing is. `table` and `record` name the row that is answered
    // or closed: "action_item", "escalation".
    std::string_view table;
    std::int64_t record = 0;
    model::CardId card;
    model::RequestId request;
    model::KpiId kpi;

    // Still asks for a look: an open task, or news not yet seen.
    bool is_open() const { return is_task(kind) || !seen; }
};

inline constexpr int kNewsDays = 30;   // older news is history
inline constexpr int kReviewDays = 7;  // reviews are announced so many days ahead

// Everything that concerns the person at `now`, by group; inside one, what is due first comes
// first, then the newest.
std::vector<InboxItem> inbox_of(const InboxRows& rows, model::PersonId person, Instant now);

// How many of them the person has not seen: the badge.
int unseen(const std::vector<InboxItem>& items);

}  // namespace throughline::flow
