// Thousands of random commands by several people, undo and redo mixed in; every invariant is asked
// after each.
#include "tests/core/desk/random_commands.h"
#include "core/rules/gates.h"
#include "core/rules/limits.h"

#include <doctest/doctest.h>

#include <map>

using namespace throughline;
using test::all_rows;
using test::Monkey;
using test::Team;

namespace {

// Counts of every scope that has a limit, by subject.
std::map<std::string, rules::Fill> fills(const model::Workspace& ws) {
    std::map<std::string, rules::Fill> result;
    const auto add = [&](rules::Fill fill) { result[fill.subject] = std::move(fill); };
    for (const auto column : ws.columns()) {
        add(rules::column_fill(ws, column));
        if (const auto group = ws.find(column)->group) {
            add(rules::group_fill(ws, group));
        }
    }
    for (const model::Person& person : ws.rows<model::Person>()) {
        add(rules::person_fill(ws, person.id));
    }
    add(rules::board_fill(ws));
    add(rules::expedite_fill(ws));
    return result;
}

// No entry may raise a count above its limit, unless it carries an override for it.
void check_limits(const std::map<std::string, rules::Fill>& before, const model::Workspace& ws,
                  std::size_t overrides_before) {
    const bool overridden = ws.rows<model::Override>().size() > overrides_before;
    for (const auto& filled : fills(ws)) {
        const rules::Fill& fill = filled.second;
        const auto was = before.find(filled.first);
        const int count_before = was == before.end() ? 0 : was->second.count;
        const bool broke = fill.limit && fill.count > *fill.limit && fill.count > count_before;
        CHECK_MESSAGE((!broke || overridden),
                      filled.first << ": " << count_before << " -> " << fill.count);
    }
}

}  // namespace

TEST_CASE("random commands of several people keep every invariant") {
    for (const std::uint32_t seed : {1U, 2U, 3U, 4U}) {
        CAPTURE(seed);
        Team team;
        Monkey monkey(team, seed);
        for (int i = 0; i < 1000; ++i) {
            CAPTURE(i);
            const auto before = fills(team.ws());
            const std::size_t overrides = team.ws().rows<model::Override>().size();
            monkey.act();
            check_limits(before, team.ws(), overrides);
            // The whole store is asked now and then: that takes longer than all the rest.
            if (i % 100 == 99) {
                const auto report = team.desk().check();
                REQUIRE(report.ok());
                for (const auto& finding : report->findings) {
                    FAIL_CHECK(finding.where << ": " << finding.what);
                }
            }
        }
        // Random acts that are all refused would prove nothing.
        std::map<journal::EntryKind, int> kinds;
        const auto entries = team.desk().since(0, 100000);
        REQUIRE(entries.ok());
        for (const journal::Entry& entry : *entries) {
            ++kinds[entry.draft.kind];
        }
        CHECK(kinds[journal::EntryKind::Done] > 200);
        CHECK(kinds[journal::EntryKind::Undo] > 30);
        CHECK(kinds[journal::EntryKind::Redo] > 5);
        CHECK(kinds[journal::EntryKind::Refused] > 20);

        const auto live = all_rows(team.ws());
        REQUIRE(team.desk().rebuild().ok());
        CHECK(all_rows(team.ws()) == live);
        const auto replay = team.desk().at(team.now());
        REQUIRE(replay.ok());
        CHECK(all_rows(*replay) == live);
    }
}

TEST_CASE("undo of everything a person did, newest first, brings the board back") {
    Team team;
    const auto start = team.ws().rows<model::Card>().size();
    const auto card = team.make_card("Work that comes and goes");
    team.run(team.move(card, "create"));
    team.run(rules::EditCard{card, {{"title", "Another name for it"}, {"due", "2026-06-01"}}, ""});
    team.run(rules::AddChecklistItem{card, "First step", {}});
    team.run(rules::BlockCard{card, "", "nobody answers", {}, {}});
    int undone = 0;
    while (team.ws().rows<model::Card>().size() > start) {
        const auto outcome = team.desk().undo();
        REQUIRE(outcome.ok());
        REQUIRE(++undone < 10);
    }
    CHECK(undone == 5);
    for (int i = 0; i < undone; ++i) {
        const auto outcome = team.desk().redo();
        if (!outcome) {
            // Redo of the acceptance makes a new card; what was done on the old one cannot be
            // repeated.
            CHECK(i >= 1);
            break;
        }
    }
}
