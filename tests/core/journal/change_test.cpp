#include "core/journal/change.h"
#include "tests/conformance/random_rows.h"

#include "core/journal/entry.h"

#include <doctest/doctest.h>

using namespace throughline;
using namespace throughline::journal;

namespace {

model::Term term(std::int64_t id, const std::string& value) {
    model::Term made;
    made.id = {id};
    made.kind = "region";
    made.value = value;
    return made;
}

Change term_change(std::int64_t id, const std::optional<std::string>& before,
                   const std::optional<std::string>& after) {
    const auto row = [&](const std::optional<std::string>& value) {
        return value ? std::optional(model::to_row(term(id, *value))) : std::nullopt;
    };
    return *make_change(model::table_of<model::Term>(), id, row(before), row(after));
}

std::vector<model::Row> all_rows(const model::Workspace& workspace) {
    std::vector<model::Row> rows;
    for (const model::Table& table : model::tables()) {
        table.each(workspace, [&](model::Row row) { rows.push_back(std::move(row)); });
    }
    return rows;
}

}  // namespace

TEST_CASE("an update carries only the fields that differ") {
    const Change change = term_change(1, "EU", "US");
    CHECK(change.kind == ChangeKind::Update);
    REQUIRE(change.fields.size() == 1);
    CHECK(change.fields[0].before == model::Value(std::string("EU")));
    CHECK_FALSE(make_change(model::table_of<model::Term>(), 1, model::to_row(term(1, "EU")),
                            model::to_row(term(1, "EU"))));
    CHECK_FALSE(make_change(model::table_of<model::Term>(), 1, std::nullopt, std::nullopt));
}

TEST_CASE("what is applied and then unapplied leaves the workspace as it was") {
    test::Dice dice(4);
    model::Workspace workspace;
    for (int round = 0; round < 200; ++round) {
        const auto before = all_rows(workspace);
        const auto changes = test::random_changes(dice, workspace);
        const auto after = all_rows(workspace);
        unapply(workspace, changes);
        REQUIRE(all_rows(workspace) == before);
        REQUIRE(apply(workspace, changes).ok());
        REQUIRE(all_rows(workspace) == after);
    }
}

TEST_CASE("a change that does not fit is refused and changes nothing") {
    model::Workspace workspace;
    workspace.put(term(1, "EU"));
    const auto before = all_rows(workspace);
    for (const Change& change : {term_change(1, std::nullopt, "EU"), term_change(2, "EU", "US"),
                                 term_change(2, "EU", std::nullopt)}) {
        const Status applied = apply(workspace, change);
        REQUIRE_FALSE(applied.ok());
        CHECK(applied.error().code == ErrorCode::Corrupt);
        CHECK(all_rows(workspace) == before);
    }
}

TEST_CASE(
    "an entry that fails half way is taken back by the rows, not by what it claims was there") {
    model::Workspace workspace;
    workspace.put(term(1, "EU"));
    workspace.put(term(2, "US"));
    const auto before = all_rows(workspace);
    Change liar = term_change(1, "Asia", "Africa");
    liar.fields[0].before = std::int64_t{5};  // not even a text
    const Status applied =
        apply(workspace, {liar, term_change(2, "US", std::nullopt),
                          term_change(3, std::nullopt, "new"), term_change(9, "not there", "x")});
    REQUIRE_FALSE(applied.ok());
    CHECK(all_rows(workspace) == before);
}

TEST_CASE("an entry that is not the next one is refused") {
    model::Workspace workspace;
    Entry entry;
    entry.seq = 2;
    CHECK_FALSE(apply(workspace, entry).ok());
    entry.seq = 1;
    entry.draft.when = {77};
    REQUIRE(apply(workspace, entry).ok());
    CHECK(workspace.seq() == 1);
    CHECK(workspace.last_when() == Instant{77});
}
