// Names: the pattern is asked of new and changed titles, and open work is checked against it and
// against the taxonomy.
#include "core/rules/naming.h"

#include "tests/support/team.h"

#include <doctest/doctest.h>

using namespace throughline;
using rules::NameFault;
using test::Team;

namespace {

void set_pattern(Team& team, const std::string& pattern) {
    team.run(rules::EditBoard{{{"naming_pattern", pattern}}});
}

model::TextMap launch_answers() {
    model::TextMap answers = Team::answers();
    answers.erase("format");
    answers["channel"] = "Email";
    answers["region"] = "EMEA";
    return answers;
}

}  // namespace

TEST_CASE("a title that breaks the pattern is refused with the pattern shown") {
    Team team;
    const auto card = team.make_card("FY26-Spring launch");
    set_pattern(team, "FY[0-9]{2}-.+");
    const auto brief = team.refused(
        rules::SubmitBrief{team.form(), team.person("ana"), "Spring launch", Team::answers()});
    REQUIRE(brief.fields.size() == 1);
    CHECK(brief.fields[0].problem == "does not fit the pattern FY[0-9]{2}-.+");
    const auto renamed = team.refused(rules::EditCard{card, {{"title", "Summer launch"}}, ""});
    CHECK(renamed.rule == "name_pattern");
    CHECK(renamed.reason == "'Summer launch' does not fit the pattern FY[0-9]{2}-.+.");
    CHECK(renamed.card == card);
    team.run(rules::EditCard{card, {{"title", "FY26-Summer launch"}}, ""});
    CHECK(team.card(card).title == "FY26-Summer launch");
}

TEST_CASE("a card whose old title breaks a new pattern can be changed in all else") {
    Team team;
    const auto card = team.make_card("Spring launch");
    set_pattern(team, "FY[0-9]{2}-.+");
    team.run(rules::EditCard{card, {{"description", "More"}}, ""});
    CHECK(team.card(card).description == "More");
}

TEST_CASE("open work that breaks the pattern is found, delivered work is let be") {
    Team team;
    const auto card = team.make_card("Spring launch");
    const auto good = team.make_card("FY26-Summer launch");
    const auto request = team.submit("Autumn launch");
    CHECK(rules::check_names(rules::name_rows(team.ws())).empty());
    set_pattern(team, "FY[0-9]{2}-.+");
    const auto found = rules::check_names(rules::name_rows(team.ws()));
    REQUIRE(found.size() == 2);
    CHECK(found[0].card == card);
    CHECK(found[0].fault == NameFault::Pattern);
    CHECK(found[0].value == "Spring launch");
    CHECK(found[1].request == request);
    CHECK(found[0].card != good);
    for (const char* to : {"create", "create-done", "review", "launch-prep", "live"}) {
        team.pass_gate(card);
        team.run(team.move(card, to));
    }
    CHECK(rules::check_names(rules::name_rows(team.ws())).size() == 1);
}

TEST_CASE("values that are no longer in the taxonomy are found with their question") {
    Team team;
    team.run(rules::SubmitBrief{team.form("campaign-launch"), team.person("ana"), "Spring launch",
                                launch_answers()});
    CHECK(rules::check_names(rules::name_rows(team.ws())).empty());
    for (const model::Term& term : team.ws().rows<model::Term>()) {
        if (term.kind == "channel" && term.value == "Email") {
            const model::TermId id = term.id;
            team.run(rules::EditTerm{id, {{"retired", "true"}}});
            break;
        }
    }
    const auto retired = rules::check_names(rules::name_rows(team.ws()));
    REQUIRE(retired.size() == 1);
    CHECK(retired[0].fault == NameFault::Retired);
    CHECK(retired[0].field == "Lead channel");
    CHECK(retired[0].kind == "channel");
    CHECK(retired[0].value == "Email");
    rules::NameRows without = rules::name_rows(team.ws());
    without.terms = {};
    const auto gone = rules::check_names(without);
    REQUIRE(gone.size() == 2);  // the channel and the region
    CHECK(gone[0].fault == NameFault::NotInTaxonomy);
}
