#include "core/desk/rewind.h"

#include "tests/core/desk/plain_past.h"
#include "tests/core/desk/random_commands.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace throughline;
using test::all_rows;
using test::Team;

namespace {

// Rows and the answers of the indexes are the same.
void check_same(const model::Workspace& made, const model::Workspace& plain) {
    CHECK(made.seq() == plain.seq());
    CHECK(made.last_when() == plain.last_when());
    CHECK(all_rows(made) == all_rows(plain));
    CHECK(std::ranges::equal(made.columns(), plain.columns()));
    for (const model::ColumnId column : plain.columns()) {
        CHECK(std::ranges::equal(made.cards_in(column), plain.cards_in(column)));
        CHECK(made.count(column, true) == plain.count(column, true));
        CHECK(made.count(column, false) == plain.count(column, false));
    }
    for (const model::Card& card : plain.rows<model::Card>()) {
        CHECK(made.card_by_number(card.number) != nullptr);
        CHECK(made.of<model::Transition>(card.id).size() ==
              plain.of<model::Transition>(card.id).size());
    }
}

template <class T>
void insert(std::vector<journal::Change>& changes, const T& row) {
    changes.push_back(*journal::make_change(model::table_of<T>(), row.id.value, std::nullopt,
                                            model::to_row(row)));
}

// Cards with moves, a block and a comment from the weeks before the team began. `first` numbers
// them; cards of one import follow those of the one before.
rules::Import old_work(const Team& team, int first, int count, Instant begin) {
    rules::Import import{"test", "old", "cards", {}};
    const auto columns = team.ws().columns();
    for (int i = first; i < first + count; ++i) {
        model::Card card;
        card.id = {50'000 + i};
        card.title = "Old work " + std::to_string(i);
        card.type = "content-asset";
        card.rank = i;
        card.source = "old";
        card.source_id = std::to_string(i);
        card.created_at = begin + hours(7 * i);
        const int moves = 1 + i % static_cast<int>(columns.size());
        card.column = columns.back();  // it has no limit
        card.entered_at = card.created_at + hours(20 * (moves - 1));
        insert(import.changes, card);
        for (int move = 0; move < moves; ++move) {
            model::Transition row{.id = {60'000 + 100 * i + move}, .card = card.id};
            row.to = move + 1 == moves ? card.column : columns[static_cast<std::size_t>(move)];
            row.from = move == 0 ? model::ColumnId{} : columns[static_cast<std::size_t>(move - 1)];
            row.kind = move == 0 ? model::MoveKind::Created : model::MoveKind::Moved;
            row.at = row.known_at = card.created_at + hours(20 * move);
            insert(import.changes, row);
        }
        insert(import.changes, model::Block{.id = {70'000 + i},
                                            .card = card.id,
                                            .cause = "legal",
                                            .since = card.created_at + hours(3),
                                            .known_at = card.created_at + hours(3),
                                            .ended_at = card.created_at + hours(9)});
        insert(import.changes, model::Comment{.id = {80'000 + i},
                                              .card = card.id,
                                              .at = card.created_at + hours(5),
                                              .text = "Look"});
    }
    return import;
}

// At every entry, just before it, and at moments between, in an order that is not time's.
void check_everywhere(Team& team, Instant from) {
    const auto rewind = desk::Rewind::build(team.desk());
    REQUIRE(rewind.ok());
    CHECK((*rewind)->seq() == team.ws().seq());
    const test::PlainPast plain(team.desk());
    std::vector<Instant> moments{from - days(1), team.now(), team.now() + days(1)};
    const std::int64_t span = team.now().us - from.us;
    for (int i = 0; i <= 40; ++i) {
        moments.push_back(from + Duration{span / 40 * ((i * 17) % 41)});
    }
    const std::size_t step = std::max<std::size_t>(1, plain.entries().size() / 25);
    for (std::size_t i = 0; i < plain.entries().size(); i += step) {
        moments.push_back(plain.entries()[i].draft.when);
        moments.push_back(plain.entries()[i].draft.when - Duration{1});
    }
    for (const Instant at : moments) {
        CAPTURE(to_text(at));
        const model::Workspace expected = plain.at(at);
        const auto made = (*rewind)->at(at);
        REQUIRE(made.ok());
        check_same(*made, expected);
        const auto asked = team.desk().at(at);
        REQUIRE(asked.ok());
        check_same(*asked, expected);
    }
}

}  // namespace

TEST_CASE("rewind gives what a replay gives, after random commands of several people") {
    for (const std::uint32_t seed : {11U}) {
        CAPTURE(seed);
        Team team;
        const Instant start = team.now();
        test::Monkey monkey(team, seed);
        for (int i = 0; i < 400; ++i) {
            monkey.act();
        }
        check_everywhere(team, start);
    }
}

TEST_CASE("rewind gives what a replay gives, with imports between random commands") {
    Team team;
    const Instant start = team.now();
    test::Monkey monkey(team, 21);
    const auto act = [&](int times) {
        for (int i = 0; i < times; ++i) {
            monkey.act();
        }
    };
    act(60);
    team.as("ana").run(old_work(team, 0, 12, start - days(20)));
    act(60);
    team.as("ana").run(old_work(team, 12, 6, start - days(6)));
    team.pass(minutes(3));
    REQUIRE(team.as("ana").desk().undo().ok());
    team.pass(hours(2));
    // What was taken away comes again, with more.
    team.as("ana").run(old_work(team, 12, 12, start - days(9)));
    act(60);
    check_everywhere(team, start - days(21));
}

TEST_CASE("rewind knows the moments at which something happened") {
    Team team;
    const Instant imported = team.now() - days(9);
    team.as("ana").run(old_work(team, 0, 2, imported));
    const auto before = desk::Rewind::build(team.desk());
    REQUIRE(before.ok());
    team.pass(hours(1));
    const auto card = team.make_card("Spring launch");
    team.pass(hours(1));
    team.run(team.move(card, "create"));
    const auto rewind = desk::Rewind::build(team.desk());
    REQUIRE(rewind.ok());
    const auto moments = (*rewind)->moments();
    CHECK(std::ranges::is_sorted(moments));
    CHECK(std::ranges::adjacent_find(moments) == moments.end());
    CHECK(moments.front() == imported);
    CHECK(moments.back() == team.now());
    // One made earlier goes on answering as of its entry.
    CHECK((*before)->moments().back() == team.now() - hours(2));
    CHECK((*before)->at(team.now())->seq() == (*before)->seq());
}

TEST_CASE("rewind crosses anchors and takes back a journal of many changes") {
    Team team;
    const auto card = team.make_card("Spring launch");
    team.as("ana").run(old_work(team, 0, 700, team.now() - days(220)));
    for (int i = 0; i < 1200; ++i) {
        team.pass(minutes(1));
        team.run(rules::EditCard{card, {{"title", "Spring launch " + std::to_string(i)}}, ""});
    }
    const auto rewind = desk::Rewind::build(team.desk());
    REQUIRE(rewind.ok());
    const test::PlainPast plain(team.desk());
    for (const int back : {0, 1, 700, 1199, 1200, 1201}) {
        const Instant at = team.now() - minutes(back);
        check_same(*(*rewind)->at(at), plain.at(at));
    }
    // Before the journal began: walked from copies on the way.
    for (int day = 0; day <= 225; day += 15) {
        CAPTURE(day);
        const Instant at = team.now() - days(day) - hours(21);
        check_same(*(*rewind)->at(at), plain.at(at));
    }
    CHECK((*rewind)->at(team.now() - minutes(700))->find(card)->title == "Spring launch 499");
}
