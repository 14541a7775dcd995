// Random acts of several people on a test team's board, for properties that must hold after any of
// them.
#pragma once

#include "core/rules/gates.h"
#include "tests/support/team.h"

#include <random>
#include <string>
#include <vector>

namespace throughline::test {

class Monkey {
public:
    Monkey(Team& team, std::uint32_t seed) : team_(team), random_(seed) {
        // By somebody who never acts again, so that no undo takes it away.
        team_.run(rules::AddPerson{"zoe", "Zoe", model::Role::Lead});
        team_.as("zoe").run(
            rules::AddObjective{"Something to work for", "", {}, team_.person("zoe"), -1});
        objective_ = team_.ws().objective_by_number(2)->id;
    }

    // One act of somebody; refused or not, both are fine.
    void act() {
        static const std::vector<std::string> kPeople{"ana", "bob", "cem", "dia"};
        team_.as(kPeople[below(kPeople.size())]);
        team_.pass(minutes(static_cast<std::int64_t>(below(30))));
        const std::size_t dice = below(100);
        if (dice < 12) {
            (void)team_.desk().undo();
        } else if (dice < 18) {
            (void)team_.desk().redo();
        } else {
            (void)team_.desk().run(command(dice));
        }
    }

private:
    std::size_t below(std::size_t n) { return random_() % n; }

    model::CardId any_card() {
        const auto& rows = team_.ws().rows<model::Card>();
        if (rows.size() == 0) {
            return {};
        }
        auto at = rows.begin();
        for (std::size_t i = below(rows.size()); i > 0; --i) {
            ++at;
        }
        return at->id;
    }
    model::ColumnId any_column() {
        return team_.ws().columns()[below(team_.ws().columns().size())];
    }
    model::PersonId any_person() {
        static const std::vector<std::string> kPeople{"ana", "bob", "cem", "dia"};
        return team_.person(kPeople[below(kPeople.size())]);
    }
    model::RequestId open_request() {
        for (const model::Request& request : team_.ws().rows<model::Request>()) {
            if (request.is_open() && below(2) == 0) {
                return request.id;
            }
        }
        return {};
    }

    rules::Command command(std::size_t dice) {
        const auto card = any_card();
        if (dice < 28) {
            return rules::SubmitBrief{team_.form(), any_person(),
                                      "Request number " + std::to_string(below(100000)),
                                      Team::answers()};
        }
        if (dice < 40) {
            return rules::AcceptRequest{open_request(),
                                        any_person(),
                                        objective_,
                                        static_cast<model::ServiceClass>(below(4)),
                                        below(4) == 0 ? card : model::CardId{},
                                        "something else is more urgent",
                                        ""};
        }
        if (dice < 70) {
            rules::MoveCards move{
                {card}, any_column(), {}, below(12) == 0 ? "the boss wants it" : ""};
            if (below(2) == 0) {
                move.position = static_cast<int>(below(5));
            }
            if (below(6) == 0) {
                move.cards.push_back(any_card());
            }
            return move;
        }
        switch (below(18)) {
            case 0: return rules::BlockCard{card, "legal", "waiting for a signature", {}, {}};
            case 1: return rules::UnblockCard{card, {}};
            case 2: return rules::DiscardCard{card, "not needed"};
            case 3: return rules::RestoreCard{card, {}, ""};
            case 4: return rules::ReturnCard{card, "too early", ""};
            case 5:
                return rules::EditCard{
                    card,
                    {{"dri", std::vector<std::string>{"ana", "bob", "cem", "dia"}[below(4)]}},
                    ""};
            case 6:
                return rules::EditCard{
                    card,
                    {{"service_class",
                      std::string(model::name_of(static_cast<model::ServiceClass>(below(4))))}},
                    ""};
            case 7:
                return rules::EditColumn{
                    any_column(), {{"wip_limit", below(3) == 0 ? "" : std::to_string(below(6))}}};
            case 8: return rules::AddLink{card, model::LinkKind::DependsOn, any_card(), "", ""};
            case 9: return rules::AddComment{card, {}, "Have a look, @bob"};
            case 10: return rules::VoidCard{card, "made by mistake"};
            case 11:
                return rules::EditBoard{
                    {{"wip_limit", below(2) == 0 ? "" : std::to_string(3 + below(6))}}};
            case 12: return rules::ArchiveCard{card, "over"};
            case 13: return rules::StartMeeting{};
            case 14: return rules::EndMeeting{any_meeting()};
            case 15: return rules::AddNote{any_meeting(), "", card, {}, "needs a photo"};
            case 16:
                return rules::RaiseAlert{model::AlertRule::AgeBeyondSle, "card",
                                         std::to_string(below(50)), "It is late."};
            default: {
                for (const rules::GateState& state : rules::gate_of(
                         team_.ws(), card,
                         team_.ws().find(card) ? team_.card(card).column : model::ColumnId{})) {
                    if (!state.passed()) {
                        return rules::MarkGate{card, state.item->id,
                                               state.item->kind == model::GateKind::Check
                                                   ? model::Verdict::Done
                                                   : model::Verdict::Approved,
                                               ""};
                    }
                }
                return rules::MarkGate{card, {}, model::Verdict::Done, ""};
            }
        }
    }

    model::MeetingId any_meeting() {
        const auto& meetings = team_.ws().rows<model::Meeting>();
        std::size_t at = below(4);
        for (const model::Meeting& one : meetings) {
            if (at-- == 0) {
                return one.id;
            }
        }
        return meetings.size() == 0 ? model::MeetingId{} : meetings.begin()->id;
    }

    Team& team_;
    model::ObjectiveId objective_;
    std::mt19937 random_;
};

// Every row of every table, in the order of tables and ids.
inline std::vector<model::Row> all_rows(const model::Workspace& ws) {
    std::vector<model::Row> rows;
    for (const model::Table& table : model::tables()) {
        table.each(ws, [&](model::Row row) { rows.push_back(std::move(row)); });
    }
    return rows;
}

}  // namespace throughline::test
