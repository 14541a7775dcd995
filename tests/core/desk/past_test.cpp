#include "core/desk/desk.h"

#include "core/exchange/import.h"
#include "tests/support/team.h"

#include <doctest/doctest.h>

using namespace throughline;

namespace {

Instant at(const char* text) {
    return *parse_instant(text);
}

// One list moved from: created on 1 March, in Doing from 5 March, done on 9 March.
constexpr const char* kTrello = R"({"id": "b1", "name": "Old board",
 "lists": [{"id": "l1", "name": "To do", "closed": false, "pos": 1}, {"id": "l2", "name": "Doing", "closed": false, "pos": 2},
           {"id": "l3", "name": "Done", "closed": false, "pos": 3}],
 "cards": [{"id": "69a36b000000000000000001", "name": "Old work", "idList": "l3", "closed": false, "pos": 1}],
 "actions": [
  {"id": "a3", "type": "updateCard", "date": "2026-03-09T10:00:00.000Z", "data": {"card": {"id": "69a36b000000000000000001", "name": "Old work"},
   "listBefore": {"id": "l2", "name": "Doing"}, "listAfter": {"id": "l3", "name": "Done"}}},
  {"id": "a2", "type": "updateCard", "date": "2026-03-05T10:00:00.000Z", "data": {"card": {"id": "69a36b000000000000000001", "name": "Old work"},
   "listBefore": {"id": "l1", "name": "To do"}, "listAfter": {"id": "l2", "name": "Doing"}}},
  {"id": "a1", "type": "createCard", "date": "2026-03-01T10:00:00.000Z", "data": {"card": {"id": "69a36b000000000000000001", "name": "Old work"},
   "list": {"id": "l1", "name": "To do"}}}]})";

std::string column_of(const model::Workspace& workspace) {
    for (const model::Card& card : workspace.rows<model::Card>()) {
        const model::Column* column = workspace.find(card.column);
        return column != nullptr ? column->name : "off the board";
    }
    return "no card";
}

}  // namespace

TEST_CASE("the board of a moment of its own journal is the replay") {
    test::Team team;
    const auto card = team.make_card("Spring launch");
    const Instant before = team.now();
    team.pass(hours(1));
    team.run(team.move(card, "create"));
    const auto past = team.desk().at(before);
    REQUIRE(past.ok());
    CHECK(past->find(card)->column == team.column("ready"));
    CHECK(past->seq() < team.ws().seq());
    CHECK(team.desk().at(at("2020-01-01T00:00:00Z"))->board() == nullptr);
}

TEST_CASE("imported cards stand where their history says, before the import was made") {
    test::Team team("empty");
    const exchange::ImportFormat* trello = exchange::import_format("trello");
    REQUIRE(trello != nullptr);
    const auto report =
        exchange::import_file(team.desk(), *trello, kTrello, {}, exchange::ImportMode::Run, 77);
    REQUIRE(report.ok());
    CHECK(column_of(team.ws()) == "Done");
    CHECK(column_of(*team.desk().at(at("2026-02-01T00:00:00Z"))) == "no card");
    CHECK(column_of(*team.desk().at(at("2026-03-02T00:00:00Z"))) == "To do");
    CHECK(column_of(*team.desk().at(at("2026-03-05T10:00:00Z"))) == "Doing");
    CHECK(column_of(*team.desk().at(at("2026-03-20T00:00:00Z"))) == "Done");
    // What changed after the import is not known before it.
    const model::Card& card = *team.ws().card_by_number(1);
    team.pass(hours(1));
    team.run(rules::EditCard{card.id, {{"title", "New name"}}, ""});
    const auto past = team.desk().at(at("2026-03-06T00:00:00Z"));
    CHECK(past->card_by_number(1)->title == "Old work");
}
