// What the card panel says, without drawing.
#include "app/gui/card/detail_model.h"
#include "app/gui/card/history_model.h"
#include "app/gui/context/length_words.h"
#include "core/exchange/import.h"
#include "tests/support/team.h"

#include <doctest/doctest.h>

namespace throughline::gui::card {
namespace {

struct Card {
    test::Team team;
    Zone zone = Zone::utc();
    model::CardId id = team.make_card("Spring launch", "bob");

    CardDetail detail() {
        return make_detail({.workspace = team.ws(),
                            .zone = zone,
                            .now = team.now(),
                            .me = team.person("ana")},
                           id)
            .value();
    }
};

TEST_CASE("a length is said in its largest unit") {
    CHECK(length_words(Duration{3 * kMicrosPerSecond}) == "under 1 min");
    CHECK(length_words(minutes(12)) == "12 min");
    CHECK(length_words(hours(5)) == "5 h");
    CHECK(length_words(hours(36)) == "1.5 d");
    CHECK(length_words(days(3)) == "3 d");
    CHECK(length_words(days(14) + hours(13)) == "15 d");
}

TEST_CASE("a card shows its brief with labels and version") {
    Card c;
    const CardDetail detail = c.detail();
    CHECK(detail.has_brief);
    CHECK(detail.state == "Ready");
    CHECK(detail.request == "R-1");
    CHECK(detail.brief_version.find("version 1") != std::string::npos);
    CHECK(detail.brief.size() >= 5);
    CHECK_FALSE(detail.measure.empty());
}

TEST_CASE("readiness is shown before the commitment point, the gate after it") {
    Card c;
    CHECK_FALSE(c.detail().ready.empty());
    CHECK(c.detail().gate.empty());
    c.team.run(c.team.move(c.id, "create"));
    CHECK(c.detail().ready.empty());
    c.team.run(c.team.move(c.id, "create-done"));
    const CardDetail detail = c.detail();
    REQUIRE(detail.gate.size() == 1);
    CHECK(detail.gate[0].state == GateMarkState::Open);
    CHECK(detail.state == "Create (Done)");
    CHECK(detail.gate_column == "Create (Done)");
    c.team.pass_gate(c.id);
    CHECK(c.detail().gate[0].state == GateMarkState::Passed);
    CHECK_FALSE(c.detail().gate[0].who.empty());
}

TEST_CASE("what came delivered, without a start, is not waiting") {
    Card c;
    const exchange::ImportFormat* trello = exchange::import_format("trello");
    REQUIRE(trello != nullptr);
    const auto done = exchange::import_file(
        c.team.desk(), *trello,
        R"({"name": "Old board", "lists": [{"id": "l1", "name": "Live and measure", "closed": false,
                       "pos": 1}],
            "cards": [{"id": "5cfe42ee0000000000000001", "name": "Old work", "idList": "l1",
                       "closed": false, "pos": 1}], "actions": []})",
        {}, exchange::ImportMode::Run, 77);
    REQUIRE(done.ok());
    REQUIRE_FALSE(c.team.ws().cards_in(c.team.column("live")).empty());
    c.id = c.team.ws().cards_in(c.team.column("live")).front();
    CHECK(c.detail().age == "delivered, without a known start");
    for (const TimeRow& row : c.detail().times)
        CHECK_FALSE(row.is_here);
}

TEST_CASE("open blockers come first, with since and who clears them") {
    Card c;
    c.team.run(rules::BlockCard{.card = c.id, .cause = "waiting for legal", .reason = "First"});
    c.team.run(rules::UnblockCard{.card = c.id});
    c.team.pass(days(2));
    c.team.run(rules::BlockCard{.card = c.id, .reason = "Second", .clearer = c.team.person("cem")});
    const CardDetail detail = c.detail();
    REQUIRE(detail.blocks.size() == 2);
    CHECK(detail.blocks[0].open);
    CHECK(detail.blocks[0].reason == "Second");
    CHECK(detail.blocks[0].since == "since 6 May (under 1 min)");
    CHECK_FALSE(detail.blocks[0].clearer.empty());
    CHECK_FALSE(detail.blocks[1].open);
}

TEST_CASE("time in columns marks where the card is") {
    Card c;
    c.team.pass(days(1));
    c.team.run(c.team.move(c.id, "create"));
    c.team.pass(days(2));
    const CardDetail detail = c.detail();
    REQUIRE(detail.times.size() == 2);
    CHECK(detail.times[0].words == "1 d");
    CHECK(detail.times[1].is_here);
    CHECK(detail.times[1].share == 1.0);
    CHECK(detail.age.starts_with("3 d in process"));
}

TEST_CASE("an entry concerns the card whose parts it changed, and no other") {
    Card c;
    const auto other = c.team.make_card("Other");
    const auto entry = c.team.run(rules::AddComment{.card = c.id, .text = "Hello"});
    CHECK(concerns(entry, c.team.ws(), c.id));
    CHECK_FALSE(concerns(entry, c.team.ws(), other));
    const auto block = c.team.run(rules::BlockCard{.card = other, .reason = "x"});
    CHECK(concerns(block, c.team.ws(), other));
    const auto clear = c.team.run(rules::UnblockCard{.card = other});
    CHECK(concerns(clear, c.team.ws(), other));
    CHECK_FALSE(concerns(clear, c.team.ws(), c.id));
}

}  // namespace
}  // namespace throughline::gui::card
