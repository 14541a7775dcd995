// One thing on the calendar: what it says, and the command that gives it another day. No drawing.
#pragma once

#include "core/base/zone.h"
#include "core/flow/workflow.h"
#include "core/model/workspace.h"
#include "core/rules/command.h"

#include <optional>
#include <string>

namespace throughline::gui::calendar {

// A card by its due date, an open request by its needed-by date, a dated step of a card's
// checklist, a milestone of an objective.
enum class EntryKind { Card, Request, Step, Milestone };

struct EntryRef {
    EntryKind kind = EntryKind::Card;
    std::int64_t id = 0;  // of its row

    explicit operator bool() const { return id != 0; }
    friend bool operator==(const EntryRef&, const EntryRef&) = default;
};

// Where it stands: told apart by shape and words.
enum class EntryState { Waiting, InProcess, Blocked, Done, Request, Step, Milestone };

struct EntryFace {
    std::string name;  // stable, for tests: "card:MKT-12", "request:R-3"
    std::string key;   // "MKT-12"; "" for a milestone
    std::string title;
    std::string where;  // "Review", "Request", "Milestone of O-3": for the second line
    std::string whole;  // everything in one tooltip
    EntryState state = EntryState::Waiting;
    int colour = -1;  // of its objective
    bool is_late = false;
    bool is_fixed = false;  // a fixed date
    model::CardId card;     // what it opens
    model::RequestId request;
    model::ObjectiveId objective;
};
// Absent when the row is gone.
std::optional<EntryFace> make_face(const model::Workspace& workspace,
                                   const flow::Workflow& workflow, const EntryRef& entry,
                                   Day today);

// Its date at present; absent without one, or when the row is gone.
std::optional<Day> date_of(const model::Workspace& workspace, const EntryRef& entry);

// Delivered; such a card keeps its date.
bool is_delivered(const flow::Workflow& workflow, const model::Card& card);
// Where it stands: on its date, or, delivered before that, on the day it reached its column.
std::optional<Day> standing_day(const model::Workspace& workspace, const flow::Workflow& workflow,
                                const Zone& zone, const EntryRef& entry);

// Whether the person must say why the date is that one: a fixed date, a request without a reason,
// or a board whose definition of ready asks for it.
bool needs_reason(const model::Workspace& workspace, const EntryRef& entry, std::optional<Day> to);
// The reason given so far.
std::string reason_of(const model::Workspace& workspace, const EntryRef& entry);
// Gives it the day, or takes the date away; `reason` "" keeps the one that is there. Absent when
// the row is gone, or for what cannot be without a date.
std::optional<rules::Command> redate(const model::Workspace& workspace, const EntryRef& entry,
                                     std::optional<Day> to, const std::string& reason = {});

}  // namespace throughline::gui::calendar
