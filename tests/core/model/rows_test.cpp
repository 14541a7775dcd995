#include "core/model/workspace.h"

#include <doctest/doctest.h>

using namespace throughline;
using namespace throughline::model;

namespace {

Term term(std::int64_t id, const std::string& value) {
    Term made;
    made.id = {id};
    made.value = value;
    return made;
}

Card card(std::int64_t id, std::int64_t number) {
    Card made;
    made.id = {id};
    made.number = number;
    made.column = {1};
    return made;
}

}  // namespace

TEST_CASE("rows are found by id after others were removed") {
    Rows<Term> rows;
    for (std::int64_t id = 1; id <= 3000; ++id) {
        rows.put(term(id, std::to_string(id)));
    }
    for (std::int64_t id = 1; id <= 3000; id += 3) {
        rows.remove(TermId{id});
    }
    rows.remove(TermId{1});  // gone already
    CHECK(rows.size() == 2000);
    for (std::int64_t id = 1; id <= 3000; ++id) {
        const Term* found = rows.find({id});
        REQUIRE((found == nullptr) == (id % 3 == 1));
        if (found != nullptr) {
            REQUIRE(found->value == std::to_string(id));
        }
    }
    CHECK(rows.max_id() == 3000);
}

TEST_CASE("the id that means none finds no row") {
    Rows<Term> rows;
    rows.put(term(4, "first"));
    CHECK(rows.find(TermId{}) == nullptr);
}

TEST_CASE("a copied list stays as it was while the rows go on changing") {
    Rows<Term> rows;
    for (std::int64_t id = 1; id <= 2000; ++id) {
        rows.put(term(id, "before"));
    }
    const auto list = rows.list();
    rows.put(term(7, "after"));
    rows.remove(TermId{2000});
    CHECK(list.size() == 2000);
    CHECK(list[6].value == "before");
    CHECK(rows.find({7})->value == "after");
}

TEST_CASE("cards that share a number and a place by damage can be moved and removed") {
    Workspace workspace;
    for (const std::int64_t id : {30, 10, 20}) {
        workspace.put(card(id, 5));
    }
    CHECK(workspace.cards_in({1}).size() == 3);
    Card moved = card(20, 5);
    moved.column = {2};
    workspace.put(moved);
    CHECK(workspace.cards_in({1}).size() == 2);
    workspace.remove(CardId{10});
    CHECK(workspace.cards_in({1}).front() == CardId{30});
    workspace.put(card(40, 0));
    workspace.put(card(41, -3));
    workspace.remove(CardId{40});
    CHECK(workspace.card_by_number(0) == nullptr);
    CHECK(workspace.card_by_number(-3) == nullptr);
}

TEST_CASE("a number taken over by another card still finds it when the first one goes") {
    Workspace workspace;
    workspace.put(card(1, 5));
    workspace.put(card(2, 5));
    workspace.remove(CardId{1});
    REQUIRE(workspace.card_by_number(5) != nullptr);
    CHECK(workspace.card_by_number(5)->id == CardId{2});
}

TEST_CASE("a workspace loaded in one go answers as one filled row by row") {
    Workspace live;
    Workspace loaded;
    loaded.begin_load();
    for (std::int64_t id = 1; id <= 500; ++id) {
        Card one = card(1 + id * 7919 % 500, id);
        one.column = {1 + id % 4};
        one.rank = static_cast<double>(id * 31 % 50);
        one.dri = {id % 5};
        one.service_class = id % 9 == 0 ? ServiceClass::Expedite : ServiceClass::Standard;
        one.state = id % 11 == 0 ? CardState::Archived : CardState::OnBoard;
        Transition move;
        move.id = {id};
        move.card = {1 + id % 20};
        for (Workspace* workspace : {&live, &loaded}) {
            workspace->put(one);
            workspace->put(move);
        }
    }
    loaded.end_load();
    for (std::int64_t column = 1; column <= 4; ++column) {
        const auto a = live.cards_in({column});
        const auto b = loaded.cards_in({column});
        CHECK(std::vector<CardId>(a.begin(), a.end()) == std::vector<CardId>(b.begin(), b.end()));
        CHECK(live.count(ColumnId{column}, true) == loaded.count(ColumnId{column}, true));
        for (std::int64_t person = 0; person < 5; ++person) {
            CHECK(live.count(PersonId{person}, {column}) ==
                  loaded.count(PersonId{person}, {column}));
        }
    }
    for (std::int64_t id = 1; id <= 500; ++id) {
        CHECK((live.card_by_number(id) == nullptr) == (loaded.card_by_number(id) == nullptr));
        CHECK(live.of<Transition>(CardId{id}).size() == loaded.of<Transition>(CardId{id}).size());
    }
}
