// What flow figures are computed from: an unchanging view of the typed rows of a workspace.
//
// Taken on the thread that owns the workspace; the copies share memory (CowVector), so taking one
// costs microseconds, and a worker thread may read it for as long as it likes.
#pragma once

#include "core/base/calendar.h"
#include "core/base/cow_vector.h"
#include "core/base/zone.h"
#include "core/model/board.h"
#include "core/model/brief.h"
#include "core/model/card.h"
#include "core/model/column.h"
#include "core/model/person.h"
#include "core/model/settings.h"
#include "core/model/transition.h"

#include <vector>

namespace throughline::model {
class Workspace;
}

namespace throughline::flow {

// An attribute of a card that was different before. The model keeps only present values; whoever
// has the journal may add these rows, so that WIP by person, class or objective uses the value at
// the time.
enum class Attribute { Dri, ServiceClass, Objective };
struct AttributeChange {
    model::CardId card;
    Instant at;
    Attribute what = Attribute::Dri;
    std::int64_t before = 0;  // an id's value, or a ServiceClass as a number

    friend bool operator==(const AttributeChange&, const AttributeChange&) = default;
};

struct FlowRows {
    std::int64_t seq = 0;  // of the last journal entry in these rows
    CowVector<model::Board> boards;
    CowVector<model::Column> columns;
    CowVector<model::ColumnGroup> groups;
    CowVector<model::Person> persons;
    CowVector<model::Card> cards;
    CowVector<model::Transition> transitions;
    CowVector<model::Block> blocks;
    CowVector<model::Request> requests;
    CowVector<model::RequestEvent> request_events;
    CowVector<model::TemplateVersion> template_versions;
    CowVector<model::Override> overrides;
    CowVector<model::RefusedTry> refusals;
    CowVector<model::GateItem> gate_items;
    CowVector<model::GateMark> gate_marks;
    CowVector<model::WorkflowChange> workflow_changes;
    CowVector<model::ServiceLevel> service_levels;
    std::vector<AttributeChange> attribute_changes;  // in any order; may be empty
    Zone zone = Zone::utc();
    WorkingCalendar calendar;

    // The board; one is shipped first. Null only in an empty store.
    const model::Board* board() const { return boards.empty() ? nullptr : &boards[0]; }
};

// `zone` is the team's zone, loaded by the caller (Board::zone names it).
FlowRows rows_of(const model::Workspace& workspace, const Zone& zone);

}  // namespace throughline::flow
