#include "app/gui/travel/travel_model.h"
#include "app/gui/travel/compare_model.h"
#include "tests/support/team.h"

#include <doctest/doctest.h>

namespace throughline::gui::travel {
namespace {

using throughline::test::Team;

TravelModel model_of(Team& team, const std::string& zone = "UTC") {
    auto rewind = desk::Rewind::build(team.desk());
    REQUIRE(rewind.ok());
    return TravelModel(std::move(*rewind), team.now(), Zone::load(zone).value());
}

TEST_CASE("a journey begins now and stays within the board's life") {
    Team team;
    const Instant born = team.now();
    team.pass(days(10));
    TravelModel model = model_of(team);
    CHECK(model.begin() == born);
    CHECK(model.end() == team.now());
    CHECK(model.moment() == model.end());
    CHECK(model.distance_words() == "now");
    model.go(born - days(3));
    CHECK(model.moment() == born);
    model.go(team.now() + days(3));
    CHECK(model.moment() == team.now());
    CHECK(model.share_of(born) == 0);
    CHECK(model.share_of(born + days(5)) == doctest::Approx(0.5));
    CHECK(model.at_share(0.1) == born + days(1));
    CHECK(model.at_share(7) == model.end());
}

TEST_CASE("steps go by change, day and week") {
    Team team;
    const Instant born = team.now();
    team.pass(days(9));
    const auto card = team.make_card("Launch");
    team.pass(days(1));
    team.run(team.move(card, "create"));
    const Instant moved = team.now();
    team.pass(days(10));
    TravelModel model = model_of(team);
    model.step(Step::Entry, -1);
    CHECK(model.moment() == moved);
    model.step(Step::Entry, -1);
    CHECK(model.moment() == moved - days(1));
    CHECK(model.distance_words() == "11 days before today");
    model.step(Step::Entry, 1);
    CHECK(model.moment() == moved);
    model.step(Step::Entry, 1);
    CHECK(model.moment() == model.end());
    model.step(Step::Day, -1);
    CHECK(model.moment() == model.end() - days(1));
    model.step(Step::Week, -1);
    CHECK(model.moment() == model.end() - days(8));
    model.step(Step::Week, 1);
    model.step(Step::Week, 1);
    CHECK(model.moment() == model.end());
    model.go(born);
    model.step(Step::Entry, -1);
    CHECK(model.moment() == born);
}

TEST_CASE("a day's step keeps the time on the clock when the clocks change") {
    Team team;  // 2026-05-04 09:00 UTC: 11:00 in Berlin
    team.pass(days(180));
    TravelModel model = model_of(team, "Europe/Berlin");
    model.go(*parse_instant("2026-10-25T11:00:00Z"));  // 12:00, the clocks went back at three
    model.step(Step::Day, -1);
    CHECK(model.moment() == *parse_instant("2026-10-24T10:00:00Z"));
    CHECK(model.words() == "Sat 24 Oct 2026, 12:00");
}

TEST_CASE("playing goes forward at its speed and stops at the end") {
    Team team;
    team.pass(days(20));
    TravelModel model = model_of(team);
    model.advance(1);
    CHECK(model.moment() == model.end());  // it does not play
    model.play();
    CHECK(model.moment() == model.begin());  // at the end it begins again
    model.advance(2);
    CHECK(model.moment() == model.begin() + days(2));
    model.speed = 1;
    model.advance(1);
    CHECK(model.moment() == model.begin() + days(9));
    model.pause();
    model.advance(1);
    CHECK(model.moment() == model.begin() + days(9));
    model.play();
    model.advance(60);
    CHECK(model.moment() == model.end());
    CHECK_FALSE(model.is_playing());
}

TEST_CASE("days on which limits changed are marked with words") {
    Team team;
    team.pass(days(3));
    team.set_limit("create", "2");
    team.set_limit("review", "9");
    team.pass(days(3));
    const TravelModel model = model_of(team);
    const Mark& last = model.marks().back();
    CHECK(last.at == team.now() - days(3));
    CHECK(last.words.find("WIP limit of create: ") != std::string::npos);
    CHECK(last.words.find(" -> 2") != std::string::npos);
    CHECK(last.words.find("WIP limit of review: ") != std::string::npos);
    CHECK(to_text({.what = "policy", .subject = "column:create"}) == "Policy of create changed");
    CHECK(to_text({.what = "wip-limit", .subject = "board", .before = "", .after = "7"}) ==
          "WIP limit of board: none -> 7");
}

TEST_CASE("a comparison lists what moved and names the command that gives the same") {
    Team team;
    const auto card = team.make_card("Launch");
    const Instant from = team.now();
    const auto rewind_of = [&](Instant at) { return *team.desk().at(at); };
    team.pass(days(1));
    team.run(team.move(card, "create"));
    team.set_limit("review", "9");
    const CompareTable table =
        compare_table(desk::compare(rewind_of(from), team.ws()), from, team.now(), Zone::utc());
    REQUIRE(table.lines.size() == 4);
    CHECK(table.lines[0].heading == "Moved (1)");
    CHECK(table.lines[1].text == "MKT-1 'Launch' moved from Ready to Create (Doing)");
    CHECK(table.lines[1].card == card);
    CHECK_FALSE(table.lines[1].left);
    CHECK(table.lines[2].heading == "Board (1)");
    CHECK_FALSE(table.lines[3].card);
    CHECK(table.text.find("From 4 May 2026, ") == 0);
    CHECK(table.text.find("\nMoved (1)\n  MKT-1 'Launch' moved") != std::string::npos);
    CHECK(table.command == "throughline diff " + throughline::to_text(from) + " " +
                               throughline::to_text(team.now()));
    const CompareTable same =
        compare_table(desk::compare(team.ws(), team.ws()), from, from, Zone::utc());
    CHECK(same.lines.empty());
    CHECK(same.text.find("Nothing differs.") != std::string::npos);
}

}  // namespace
}  // namespace throughline::gui::travel
