// The records around the board: what they ask, and what they refuse with which remedy.
#include "core/rules/records.h"

#include "core/base/text.h"
#include "core/rules/record_text.h"
#include "tests/support/team.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace throughline;
using test::Team;

namespace {

rules::AddRecord add(std::string table, model::TextMap set) {
    return {std::move(table), std::move(set)};
}

template <class T>
const T& last(const Team& team) {
    const T* newest = nullptr;
    for (const T& row : team.ws().rows<T>()) {
        if constexpr (model::Numbered<T>) {
            newest = newest == nullptr || row.number > newest->number ? &row : newest;
        } else {
            newest = &row;
        }
    }
    REQUIRE(newest != nullptr);
    return *newest;
}

model::TextMap with(model::TextMap base, const std::string& field, const std::string& value) {
    base[field] = value;
    return base;
}

model::TextMap key_result() {
    return {{"objective", "O-1"},
            {"title", "Qualified leads a month"},
            {"baseline", "40"},
            {"target", "70"},
            {"owner", "bob"}};
}
model::TextMap kpi(const std::string& name = "Qualified leads") {
    return {{"name", name}, {"unit", "leads"}, {"owner", "ana"}};
}

}  // namespace

TEST_CASE("every kind of record names fields of its type, and can be read by its table") {
    for (const rules::RecordKind& kind : rules::record_kinds()) {
        CAPTURE(kind.table);
        const model::Table* table = model::table_by_name(kind.table);
        REQUIRE(table != nullptr);
        CHECK(rules::record_kind(kind.table) != nullptr);
        for (const rules::RecordField& field : kind.fields) {
            CAPTURE(field.name);
            CHECK(table->field_index(field.name).has_value());
            CHECK_FALSE(field.label.empty());
        }
    }
    CHECK(rules::record_kind("card") == nullptr);
}

TEST_CASE("every field that is missing is named") {
    Team team;
    const auto no = team.refused(add("risk", {{"title", "The agency leaves"}}));
    CHECK(no.rule == "field_missing");
    REQUIRE(no.fields.size() == 2);
    CHECK(no.fields[0].field == "owner");
    CHECK(no.fields[1].field == "mitigation");
    CHECK(team.refused(add("risk", {{"colour", "red"}})).rule == "unknown_field");
    CHECK(team.refused(add("nonsense", {})).rule == "unknown_record");
}

TEST_CASE("a day or a number that is needed and not given is missing, not 1970 or 0") {
    Team team;
    team.run(add("kpi", kpi()));
    const auto lacks = [&](const rules::AddRecord& command) {
        const auto no = team.refused(command);
        CHECK(no.rule == "field_missing");
        return no.fields.size() == 1 ? no.fields[0].field : std::string();
    };
    CHECK(lacks(add("measurement", {{"kpi", "K-1"}, {"day", "2026-05-01"}})) == "value");
    CHECK(lacks(add("measurement", {{"kpi", "K-1"}, {"value", "5"}})) == "day");
    CHECK(lacks(add("kpi_target", {{"kpi", "K-1"}, {"value", "5"}})) == "from_day");
    CHECK(lacks(add("action_item", {{"text", "Ask"}, {"owner", "bob"}})) == "due");
    team.run(add("measurement", {{"kpi", "K-1"}, {"day", "2026-05-01"}, {"value", "0"}}));
}

TEST_CASE("an action comes from something that is there") {
    Team team;
    const model::TextMap action{{"text", "Ask"}, {"owner", "bob"}, {"due", "2026-05-10"}};
    for (const char* source : {"retro:RT-1", "meeting:M-9", "foo", "person:ana"}) {
        CHECK(team.refused(add("action_item", with(action, "source", source))).rule == "bad_value");
    }
    team.run(rules::StartMeeting{model::MeetingKind::WeeklySync, {}, "2026-W19"});
    team.run(add("action_item", with(action, "source", "meeting:M-1")));
}

TEST_CASE("a record is added, changed, removed, and each comes back with undo") {
    Team team;
    team.run(
        add("glossary_word", {{"word", "MQL"}, {"meaning", "A lead that marketing vouches for"}}));
    const auto id = last<model::GlossaryWord>(team).id.value;
    CHECK(team.refused(add("glossary_word", {{"word", "mql"}, {"meaning", "x"}})).rule ==
          "name_taken");
    team.run(rules::EditRecord{"glossary_word", id, {{"meaning", "A vouched lead"}}});
    CHECK(last<model::GlossaryWord>(team).meaning == "A vouched lead");
    team.run(rules::RemoveRecord{"glossary_word", id});
    CHECK(team.ws().rows<model::GlossaryWord>().size() == 0);
    REQUIRE(team.desk().undo());
    CHECK(last<model::GlossaryWord>(team).meaning == "A vouched lead");
    REQUIRE(team.desk().undo());
    CHECK(last<model::GlossaryWord>(team).meaning == "A lead that marketing vouches for");
    CHECK(team.refused(rules::EditRecord{"glossary_word", 12345, {}}).rule == "not_found");
}

TEST_CASE("each kind asks for its own right") {
    Team team;
    CHECK(team.as("cem").refused(add("key_result", key_result())).rule == "no_right");
    CHECK(team.as("vic").refused(add("glossary_word", {{"word", "a"}, {"meaning", "b"}})).rule ==
          "no_right");
    team.as("cem").run(add("glossary_word", {{"word", "a"}, {"meaning", "b"}}));
    team.as("bob").run(add("key_result", key_result()));
}

TEST_CASE(
    "a key result has a baseline and a target that differ, and an objective has at most three") {
    Team team;
    auto set = key_result();
    set.erase("baseline");
    CHECK(team.refused(add("key_result", set)).reason == "A key result needs its baseline.");
    const auto same = team.refused(add("key_result", with(key_result(), "target", "40")));
    CHECK(same.rule == "bad_value");
    CHECK(same.remedy.find("maintain") != std::string::npos);
    CHECK(team.refused(add("key_result", with(key_result(), "kind", "maintain"))).rule ==
          "bad_value");
    for (int i = 0; i < 3; ++i) {
        team.run(add("key_result", with(key_result(), "title", "Measure " + std::to_string(i))));
    }
    const auto fourth = team.refused(add("key_result", key_result()));
    CHECK(fourth.rule == "too_many_key_results");
    CHECK(fourth.limit == 3);
    CHECK(fourth.count == 3);
    CHECK(key_of(last<model::KeyResult>(team)) == "KR-3");
}

TEST_CASE("an objective and a line of accountability have exactly one DRI") {
    Team team;
    const auto no = team.refused(rules::EditObjective{team.objective(), {{"dri", "ana, bob"}}});
    CHECK(no.rule == "bad_value");
    CHECK(no.reason.find("exactly one person") != std::string::npos);
    CHECK(team.refused(add("accountability", {{"outcome", "Pipeline"},
                                              {"dri", "ana & bob"},
                                              {"decision_rights", "budget"},
                                              {"cadence", "monthly"},
                                              {"escalation", "bob"}}))
              .reason.find("exactly one person") != std::string::npos);
}

TEST_CASE("a measurement is of one thing, not in the future, and corrected by a later one") {
    Team team;
    team.run(add("kpi", kpi()));
    const model::TextMap set{{"kpi", "K-1"}, {"day", "2026-04-30"}, {"value", "41"}};
    const auto future = team.refused(add("measurement", with(set, "day", "2026-05-05")));
    CHECK(future.reason.find("in the future") != std::string::npos);
    CHECK(future.remedy.find("target") != std::string::npos);
    CHECK(team.refused(add("measurement", {{"day", "2026-04-30"}, {"value", "41"}})).rule ==
          "bad_value");
    team.run(add("measurement", set));
    const auto id = last<model::Measurement>(team).id.value;
    CHECK(last<model::Measurement>(team).by == team.person("ana"));
    CHECK(team.refused(rules::EditRecord{"measurement", id, {{"value", "42"}}}).rule ==
          "not_editable");
    team.run(add("measurement", with(set, "value", "42")));
    CHECK(team.ws().rows<model::Measurement>().size() == 2);
}

TEST_CASE("no number is typed twice: a KPI of the board and a key result with a KPI take none") {
    Team team;
    team.run(add("kpi", with(kpi("Cards delivered"), "figure", "throughput")));
    CHECK(team.refused(add("measurement", {{"kpi", "K-1"}, {"day", "2026-04-30"}, {"value", "4"}}))
              .rule == "kpi_computed");
    team.run(add("kpi", kpi()));
    team.run(add("key_result", with(key_result(), "kpi", "K-2")));
    CHECK(team.refused(add("measurement",
                           {{"key_result", "KR-1"}, {"day", "2026-04-30"}, {"value", "4"}}))
              .rule == "kpi_measured");
}

TEST_CASE("one KPI has one name, one target a day, and a changed definition has a reason") {
    Team team;
    team.run(add("kpi", kpi()));
    CHECK(team.refused(add("kpi", kpi("qualified LEADS"))).rule == "name_taken");
    team.run(add("kpi_target", {{"kpi", "K-1"}, {"from_day", "2026-01-01"}, {"value", "50"}}));
    CHECK(team.refused(
                  add("kpi_target", {{"kpi", "K-1"}, {"from_day", "2026-01-01"}, {"value", "60"}}))
              .rule == "name_taken");
    team.run(add("kpi_definition",
                 {{"kpi", "K-1"}, {"from_day", "2026-01-01"}, {"counts", "Form filled"}}));
    const model::TextMap changed{
        {"kpi", "K-1"}, {"from_day", "2026-04-01"}, {"counts", "Form and call"}};
    CHECK(team.refused(add("kpi_definition", changed)).rule == "bad_value");
    team.run(add("kpi_definition", with(changed, "why", "Sales asked for it")));
}

TEST_CASE("a year has one frame, at most four things not done, and three big bets") {
    Team team;
    const model::TextMap frame{{"year", "2026"}, {"priority", "Half of the pipeline is ours"}};
    team.run(add("annual_frame", frame));
    CHECK(team.refused(add("annual_frame", frame)).rule == "name_taken");
    for (int i = 0; i < 4; ++i) {
        team.run(add("not_doing", {{"year", "2026"},
                                   {"title", "Trade fair " + std::to_string(i)},
                                   {"why", "Nobody came"}}));
    }
    CHECK(team.refused(add("not_doing", {{"year", "2026"}, {"title", "Radio"}, {"why", "Dear"}}))
              .rule == "too_many_not_doing");
    for (int i = 0; i < 3; ++i) {
        team.run(rules::AddBet{2026, "Bet " + std::to_string(i), "A shift.", "It pays"});
    }
    const auto fourth = team.refused(rules::AddBet{2026, "Bet 4", "A shift.", "It pays"});
    CHECK(fourth.rule == "too_many_bets");
    CHECK_FALSE(fourth.remedy.empty());
}

TEST_CASE("the stated shares of a year's bets stay within a hundred percent") {
    Team team;
    team.run(rules::AddBet{2026, "Partners", "They bring half of it.", ""});
    team.run(rules::AddBet{2026, "Product-led", "People try before they talk.", ""});
    std::vector<model::BetId> bets;
    for (const model::Bet& bet : team.ws().rows<model::Bet>()) {
        bets.push_back(bet.id);
    }
    team.run(rules::EditBet{bets[0], {{"budget_share", "60"}, {"time_share", "50"}}});
    CHECK(team.refused(rules::EditBet{bets[1], {{"budget_share", "41"}}}).rule == "shares_over");
    CHECK(team.refused(rules::EditBet{bets[1], {{"time_share", "-1"}}}).rule == "bad_value");
    team.run(rules::EditBet{bets[1], {{"budget_share", "40"}}});
}

TEST_CASE(
    "a decision knows the board it was taken on, and stays open until carried out or dropped") {
    Team team;
    const auto seq = team.ws().seq();
    team.run(add("decision", {{"text", "Stop the print ads"},
                              {"rationale", "No lead in a year"},
                              {"decider", "ana"},
                              {"executor", "cem"},
                              {"due", "2026-05-20"}}));
    const model::Decision& decision = last<model::Decision>(team);
    CHECK(decision.on_seq == seq);
    CHECK(decision.at == team.now());
    const auto id = decision.id.value;
    CHECK(team.refused(rules::EditRecord{"decision", id, {{"state", "dropped"}}}).rule ==
          "reason_missing");
    team.run(rules::EditRecord{"decision", id, {{"state", "executed"}}});
    CHECK(last<model::Decision>(team).closed_at == team.now());
    team.run(rules::EditRecord{"decision", id, {{"state", "open"}}});
    CHECK_FALSE(last<model::Decision>(team).closed_at);
    CHECK(team.refused(rules::RemoveRecord{"decision", id}).rule == "not_removable");
}

TEST_CASE("a retro looks back at one thing, once, with at most five whys") {
    Team team;
    const auto card = team.make_card("Spring launch");
    const std::string key = key_of(team.ws(), team.card(card));
    const model::TextMap retro{{"card", key},
                               {"expected", "100 sign-ups"},
                               {"happened", "40"},
                               {"drove", "The page was late"},
                               {"changes", "Copy a week earlier"}};
    CHECK(team.refused(add("retro", with(retro, "objective", "O-1"))).rule == "bad_value");
    CHECK(team.refused(add("retro", with(retro, "whys", "1\n2\n3\n4\n5\n6"))).rule == "bad_value");
    team.run(add("retro", with(retro, "whys", "It was late\nThe brief was thin")));
    CHECK(last<model::Retro>(team).whys.size() == 2);
    CHECK(team.refused(add("retro", retro)).rule == "name_taken");
}

TEST_CASE("an experiment names the cards of both paths by filters that can be read") {
    Team team;
    const model::TextMap experiment{{"title", "Lean review"},
                                    {"hypothesis", "One reviewer is faster"},
                                    {"measure", "Median cycle time"},
                                    {"usual_path", "label:usual"},
                                    {"other_path", "label:lean"},
                                    {"from_day", "2026-05-04"},
                                    {"owner", "ana"}};
    const auto unknown = team.refused(add("experiment", with(experiment, "other_path", "lane:x")));
    CHECK(unknown.rule == "bad_value");
    REQUIRE(unknown.fields.size() == 1);
    CHECK(unknown.fields[0].field == "other_path");
    CHECK(team.refused(add("experiment", with(experiment, "usual_path", "label:"))).reason ==
          "The filter names every card.");
    CHECK(team.refused(add("experiment", with(experiment, "other_path", "label:usual"))).reason ==
          "Both paths are the same cards.");
    team.run(add("experiment", experiment));
    CHECK(last<model::Experiment>(team).other_path == "label:lean");
}

TEST_CASE("a step put at a place moves those behind it on, in one entry that undo takes back") {
    Team team;
    const auto step = [](const std::string& title, const std::string& at) {
        return add(
            "process_step",
            {{"template", "content-asset"}, {"position", at}, {"title", title}, {"role", "DRI"}});
    };
    const auto order = [&] {
        std::vector<std::pair<int, std::string>> steps;
        for (const model::ProcessStep& one : team.ws().rows<model::ProcessStep>()) {
            steps.emplace_back(one.position, one.title);
        }
        std::sort(steps.begin(), steps.end());
        std::string words;
        for (const auto& [position, title] : steps) {
            words += std::to_string(position) + title + " ";
        }
        return words;
    };
    team.run(step("Draft", "1"));
    team.run(step("Review", "9"));  // the last place there is
    team.run(step("Outline", "1"));
    CHECK(order() == "1Outline 2Draft 3Review ");
    const auto id_of = [&](const std::string& title) {
        for (const model::ProcessStep& one : team.ws().rows<model::ProcessStep>()) {
            if (one.title == title) {
                return one.id.value;
            }
        }
        return std::int64_t{0};
    };
    team.run(rules::EditRecord{"process_step", id_of("Review"), {{"position", "1"}}});
    CHECK(order() == "1Review 2Outline 3Draft ");
    REQUIRE(team.desk().undo().ok());
    CHECK(order() == "1Outline 2Draft 3Review ");
    team.run(rules::EditRecord{"process_step", id_of("Outline"), {{"position", "3"}}});
    CHECK(order() == "1Draft 2Review 3Outline ");
    CHECK(
        team.refused(rules::EditRecord{"process_step", id_of("Draft"), {{"position", "0"}}}).rule ==
        "bad_value");
}

TEST_CASE("the answers of a schedule keep their lines") {
    Team team;
    model::TextMap answers = Team::answers();
    answers["what"] = "Three things:\nnew\nuseful";
    answers.erase("needed_by");
    team.run(add("schedule", {{"template", "content-asset"},
                              {"title", "Monthly letter"},
                              {"answers", join(rules::map_lines(answers), "\n")},
                              {"requester", "ana"},
                              {"starts", "2026-05-04"}}));
    CHECK(last<model::Schedule>(team).answers.at("what") == "Three things:\nnew\nuseful");
}

TEST_CASE("an objective with key results stays one of a quarter; its bar is a share above 0") {
    Team team;
    team.run(add("key_result", key_result()));
    const auto edit = [&](const char* field, const char* value) {
        return rules::EditObjective{team.objective(), {{field, value}}};
    };
    CHECK(team.refused(edit("quarter", "")).rule == "standing_objective");
    CHECK(team.refused(edit("complete_at", "0")).rule == "bad_value");
    CHECK(team.refused(edit("complete_at", "70")).rule == "bad_value");
    team.run(edit("complete_at", "0.7"));
    CHECK(team.ws().find(team.objective())->complete_at == 0.7);
}
