// Boards and histories for tests of flow figures, from terse descriptions.
//
//     FlowBuilder board;                                   // Ideas | Ready, Create | Done
//     board.card("P", "Ready d1, Create d2, Done d4");
//     board.card("R", "Ready d2, discarded d5");
//     const flow::Flow flow = board.flow(board.at("d6@24:00"));
//
// Moments: "d3" is noon of day 3 (day 1 is Monday 2026-03-02), "d3@15:30" a local time of it, "h24"
// 24 hours after noon of day 1, and an ISO instant is itself. Words in place of a column:
// discarded, archived, returned, traded-out, transferred (off the board), void (the row before is
// undone at that moment). "= d9" behind a moment says when the row became known.
#pragma once

#include "core/flow/scope.h"
#include "core/model/workspace.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::test {

struct ColumnSpec {
    std::string name;
    model::ColumnKind kind = model::ColumnKind::Queue;
};

class FlowBuilder {
public:
    // Ideas (queue), Ready (queue, commitment point), Create (active), Done (delivery point); UTC.
    FlowBuilder();
    FlowBuilder(const std::vector<ColumnSpec>& columns, std::string_view commitment,
                std::string_view delivery);

    FlowBuilder& zone(std::string_view name);
    FlowBuilder& holiday(Day day);
    // Adds to the card's history; the first call makes the card.
    FlowBuilder& card(std::string_view name, std::string_view history = "");
    FlowBuilder& block(std::string_view card, std::string_view from, std::string_view to,
                       std::string_view cause = "");
    FlowBuilder& service_class(std::string_view card, model::ServiceClass service_class);
    FlowBuilder& dri(std::string_view card, std::int64_t person);
    FlowBuilder& request(std::string_view card, std::string_view submitted);
    FlowBuilder& service_level(model::ServiceClass service_class, int probability, int days);
    // One request without a card: "submitted d1@10:00, asked d1@12:00".
    model::RequestId request_events(std::string_view history, int sla_hours = 16);

    Instant at(std::string_view moment) const;
    static Day day(int number);
    model::CardId id(std::string_view card) const;
    model::ColumnId column(std::string_view name) const;
    model::Workspace& workspace() { return workspace_; }
    const Zone& zone() const { return zone_; }

    flow::FlowRows rows() const { return flow::rows_of(workspace_, zone_); }
    // As of the end of a day, the next midnight less a microsecond.
    Instant end_of(int day_number) const;
    flow::Flow flow(Instant as_of) const { return flow::Flow(rows(), as_of); }
    // Days `from` to `to`, as of the flow's instant.
    static flow::Scope scope(const flow::Flow& flow, int from, int to);

private:
    void add_row(model::CardId card, std::string_view word, std::string_view moment,
                 std::string_view known);
    model::Card edit(std::string_view card) const;

    model::Workspace workspace_;
    Zone zone_ = Zone::utc();
    std::map<std::string, model::CardId, std::less<>> cards_;
    std::int64_t next_transition_ = 1;
    std::int64_t next_block_ = 1;
    std::int64_t next_event_ = 1;
    std::int64_t next_request_ = 1;
};

}  // namespace throughline::test
