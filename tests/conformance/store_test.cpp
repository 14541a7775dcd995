// What every store promises (core/store/store.h), asked of each kind.

#include "tests/conformance/random_rows.h"
#include "tests/conformance/stores.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace throughline;
using namespace throughline::test;

namespace {

// Runs the case once per kind of store, as subcases.
template <class Body>
void on_every_store(Body&& body) {
    for (const StoreKind& kind : store_kinds()) {
        SUBCASE(kind.name) {
            body(*kind.make());
        }
    }
}

// A board with cards 1..n, one entry each.
model::Workspace fill(store::Store& store, int cards) {
    model::Workspace workspace;
    for (int i = 1; i <= cards; ++i) {
        const auto entry =
            store.commit(draft_of({add_card(workspace, i, "card " + std::to_string(i))}), i - 1);
        REQUIRE_MESSAGE(entry.ok(), (entry ? "" : to_text(entry.error())));
        workspace.set_position(entry->seq, entry->draft.when);
    }
    return workspace;
}

std::vector<store::Finding> findings(store::Store& store) {
    const auto found = store.check({});
    REQUIRE_MESSAGE(found.ok(), (found ? "" : to_text(found.error())));
    return *found;
}

bool names(const std::vector<store::Finding>& found, const std::string& what,
           const std::string& where) {
    return std::any_of(found.begin(), found.end(), [&](const store::Finding& one) {
        return one.what.find(what) != std::string::npos && one.where == where;
    });
}

}  // namespace

TEST_CASE("a new store is empty") {
    on_every_store([](TestBoard& board) {
        const auto store = board.open();
        model::Workspace workspace;
        REQUIRE(store->load(workspace).ok());
        CHECK(workspace.seq() == 0);
        CHECK(workspace.board() == nullptr);
        CHECK(*store->head() == store::Head{});
        CHECK(store->since(0, 10)->empty());
        CHECK(findings(*store).empty());
        CHECK_FALSE(store->describe().empty());
    });
}

TEST_CASE("what was committed is loaded again, with its place in the journal") {
    on_every_store([](TestBoard& board) {
        const auto store = board.open();
        model::Workspace live = fill(*store, 3);
        const auto entry = store->commit(draft_of({retitle_card(live, 2, "another title")}), 3);
        REQUIRE(entry.ok());
        CHECK(entry->seq == 4);
        CHECK(entry->hash.size() == 64);
        model::Workspace loaded;
        REQUIRE(board.open()->load(loaded).ok());
        CHECK(same_rows(loaded, live));
        CHECK(loaded.seq() == 4);
        CHECK(loaded.last_when() == kNow);
        CHECK(store->head()->hash == entry->hash);
        CHECK(loaded.cards_in({1}).size() == 3);
    });
}

TEST_CASE("an entry read back is the one that commit gave") {
    on_every_store([](TestBoard& board) {
        const auto store = board.open();
        model::Workspace workspace;
        journal::Draft draft = draft_of({add_card(workspace, 1, "one")});
        draft.args = "{ \"b\": 2,  \"a\": [1.5, null] }";
        draft.kind = journal::EntryKind::Redo;
        draft.of = 0;
        draft.nonce = 0xFFFFFFFFFFFFFFFF;
        const auto given = store->commit(draft, 0);
        REQUIRE(given.ok());
        const auto read = store->since(0, 10);
        REQUIRE(read.ok());
        REQUIRE(read->size() == 1);
        CHECK(read->front() == *given);
        CHECK(read->front().draft.args == R"({"a":[1.5,null],"b":2})");
    });
}

TEST_CASE("a commit decided on an old entry is refused and changes nothing") {
    on_every_store([](TestBoard& board) {
        const auto first = board.open();
        const auto second = board.open();
        model::Workspace live = fill(*first, 1);
        model::Workspace stale = live;
        REQUIRE(first->commit(draft_of({add_card(live, 2, "mine")}), 1).ok());
        const auto lost = second->commit(draft_of({add_card(stale, 2, "theirs")}), 1);
        REQUIRE_FALSE(lost.ok());
        CHECK(lost.error().code == ErrorCode::Conflict);
        model::Workspace loaded;
        REQUIRE(second->load(loaded).ok());
        CHECK(same_rows(loaded, live));
        // After reading what it missed it goes through.
        CHECK(second->since(1, 10)->size() == 1);
        CHECK(second->commit(draft_of({add_card(loaded, 3, "theirs")}), 2).ok());
    });
}

TEST_CASE("a commit based on an entry that does not exist yet is a conflict") {
    on_every_store([](TestBoard& board) {
        const auto store = board.open();
        model::Workspace workspace;
        const auto result = store->commit(draft_of({add_card(workspace, 1, "one")}), 5);
        REQUIRE_FALSE(result.ok());
        CHECK(result.error().code == ErrorCode::Conflict);
    });
}

TEST_CASE("a commit repeated after a lost answer gives the entry that is there") {
    on_every_store([](TestBoard& board) {
        const auto store = board.open();
        model::Workspace workspace;
        const journal::Draft draft = draft_of({add_card(workspace, 1, "one")});
        const auto first = store->commit(draft, 0);
        REQUIRE(first.ok());
        CHECK(*store->commit(draft, 0) == *first);
        REQUIRE(store->commit(draft_of({add_card(workspace, 2, "two")}), 1).ok());
        CHECK(*store->commit(draft, 2) == *first);
        CHECK(*board.open()->commit(draft, 0) == *first);
        CHECK(store->head()->seq == 2);
    });
}

TEST_CASE("a change of a row that is not there is refused and nothing of its entry is written") {
    on_every_store([](TestBoard& board) {
        const auto store = board.open();
        model::Workspace live = fill(*store, 1);
        model::Workspace other = live;
        static_cast<void>(add_card(other, 9, "never committed"));
        const auto result = store->commit(
            draft_of({add_card(other, 2, "two"), retitle_card(other, 9, "changed")}), 1);
        REQUIRE_FALSE(result.ok());
        CHECK(result.error().code == ErrorCode::Corrupt);
        CHECK(result.error().where == "card 9");
        model::Workspace loaded;
        REQUIRE(store->load(loaded).ok());
        CHECK(same_rows(loaded, live));
        CHECK(store->head()->seq == 1);
        CHECK(store->commit(draft_of({add_card(live, 2, "two")}), 1).ok());
    });
}

TEST_CASE("a row that is already there is not added again") {
    on_every_store([](TestBoard& board) {
        const auto store = board.open();
        fill(*store, 1);
        model::Workspace other;
        const auto result = store->commit(draft_of({add_card(other, 1, "again")}), 1);
        REQUIRE_FALSE(result.ok());
        CHECK(result.error().code == ErrorCode::Corrupt);
        CHECK(store->head()->seq == 1);
    });
}

TEST_CASE("a draft that could not be read back is refused") {
    on_every_store([](TestBoard& board) {
        const auto store = board.open();
        model::Workspace workspace;
        const journal::Change change = add_card(workspace, 1, "one");
        const auto refused = [&](const journal::Draft& draft) {
            const auto result = store->commit(draft, 0);
            return !result.ok() && result.error().code == ErrorCode::Invalid;
        };
        journal::Draft draft = draft_of({change});
        draft.args = "not JSON";
        CHECK(refused(draft));
        draft = draft_of({change});
        draft.changes[0].fields[0].after = std::string("no number");
        CHECK(refused(draft));
        draft = draft_of({change});
        draft.changes[0].fields[1].after = std::string("broken \xFF text");
        CHECK(refused(draft));
        draft = draft_of({change});
        draft.changes[0].id = 0;
        CHECK(refused(draft));
        CHECK(store->head()->seq == 0);
    });
}

TEST_CASE("entries come in pieces, forwards and backwards") {
    on_every_store([](TestBoard& board) {
        const auto store = board.open();
        fill(*store, 7);
        const auto seqs = [](const Result<std::vector<journal::Entry>>& entries) {
            std::vector<std::int64_t> out;
            for (const journal::Entry& entry : *entries) {
                out.push_back(entry.seq);
            }
            return out;
        };
        using Seqs = std::vector<std::int64_t>;
        CHECK(seqs(store->since(0, 3)) == Seqs{1, 2, 3});
        CHECK(seqs(store->since(5, 100)) == Seqs{6, 7});
        CHECK(seqs(store->since(7, 100)).empty());
        CHECK(seqs(store->since(-5, 1)) == Seqs{1});
        CHECK(seqs(store->since(0, 0)).empty());
        CHECK(seqs(store->before(5, 2)) == Seqs{4, 3});
        CHECK(seqs(store->before(1000, 2)) == Seqs{7, 6});
        CHECK(seqs(store->before(1, 2)).empty());
        CHECK(seqs(store->before(3, static_cast<std::size_t>(-1))) == Seqs{2, 1});
    });
}

TEST_CASE("changed says when somebody committed, and not otherwise") {
    on_every_store([](TestBoard& board) {
        const auto mine = board.open();
        const auto theirs = board.open();
        model::Workspace live = fill(*mine, 1);
        CHECK_FALSE(*mine->changed());
        CHECK(*theirs->changed());
        CHECK_FALSE(*theirs->changed());
        REQUIRE(theirs->commit(draft_of({add_card(live, 2, "two")}), 1).ok());
        CHECK_FALSE(*theirs->changed());
        // A lost commit must not hide what made it lose.
        model::Workspace other;
        CHECK_FALSE(mine->commit(draft_of({add_card(other, 3, "three")}), 1).ok());
        CHECK(*mine->changed());
        CHECK_FALSE(*mine->changed());
        REQUIRE(theirs->commit(draft_of({add_card(live, 3, "three")}), 2).ok());
        CHECK(mine->since(1, 10)->size() == 2);
        CHECK_FALSE(*mine->changed());
    });
}

TEST_CASE("drafts of briefs are kept per owner, overwritten in place, and leave no entry") {
    on_every_store([](TestBoard& board) {
        const auto store = board.open();
        model::BriefDraft draft{5, {1}, {2}, "Spring launch", {{"audience", "students"}}, kNow};
        REQUIRE(store->save_draft(draft).ok());
        draft.title = "Summer launch";
        REQUIRE(store->save_draft(draft).ok());
        REQUIRE(store->save_draft({6, {2}, {2}, "of another person", {}, kNow}).ok());
        REQUIRE(store->save_draft({7, {}, {}, "of nobody", {}, kNow}).ok());
        const auto again = board.open();
        CHECK(*again->drafts({1}) == std::vector<model::BriefDraft>{draft});
        CHECK(again->drafts({})->size() == 1);
        CHECK(store->head()->seq == 0);
        REQUIRE(again->remove_draft(5).ok());
        CHECK(store->drafts({1})->empty());
        CHECK(store->remove_draft(5).ok());
        CHECK_FALSE(store->save_draft({}).ok());
    });
}

TEST_CASE("a text of a megabyte and one with a NUL come back whole") {
    on_every_store([](TestBoard& board) {
        const auto store = board.open();
        model::Workspace live;
        std::string large(1 << 20, 'a');
        large += "\xE2\x82\xAC";
        REQUIRE(store->commit(draft_of({add_card(live, 1, large)}), 0).ok());
        REQUIRE(store->commit(draft_of({add_card(live, 2, std::string("a\0b", 3))}), 1).ok());
        model::Workspace loaded;
        REQUIRE(board.open()->load(loaded).ok());
        CHECK(same_rows(loaded, live));
        CHECK(findings(*store).empty());
    });
}

TEST_CASE("rebuild makes the same rows from the journal") {
    on_every_store([](TestBoard& board) {
        const auto store = board.open();
        const model::Workspace live = fill(*store, 4);
        board.set_text("card", 2, "title", "altered");
        board.remove_row("card", 3);
        REQUIRE(store->rebuild({}).ok());
        model::Workspace loaded;
        REQUIRE(store->load(loaded).ok());
        CHECK(same_rows(loaded, live));
        CHECK(findings(*store).empty());
        CHECK(store->head()->seq == 4);
    });
}

TEST_CASE("check names an altered row and a missing one, and what the journal says") {
    on_every_store([](TestBoard& board) {
        const auto store = board.open();
        fill(*store, 4);
        CHECK(findings(*store).empty());
        board.set_text("card", 2, "title", "altered");
        board.remove_row("card", 3);
        const auto found = findings(*store);
        CHECK(found.size() == 2);
        CHECK(names(found, "'title' is 'altered'; the journal says 'card 2'", "card 2"));
        CHECK(names(found, "missing", "card 3"));
    });
}

TEST_CASE("check finds an altered entry") {
    on_every_store([](TestBoard& board) {
        const auto store = board.open();
        fill(*store, 4);
        board.alter_payload(2, "card 2", "card X");
        const auto found = findings(*store);
        CHECK(names(found, "was altered", "journal 2"));
        CHECK(names(found, "'title' is 'card 2'; the journal says 'card X'", "card 2"));
        // What was altered mends nothing.
        const Status rebuilt = store->rebuild({});
        REQUIRE_FALSE(rebuilt.ok());
        CHECK(rebuilt.error().code == ErrorCode::Corrupt);
        CHECK_FALSE(store->since(0, 10).ok());
    });
}

TEST_CASE("check finds an entry that was removed in between") {
    on_every_store([](TestBoard& board) {
        const auto store = board.open();
        fill(*store, 4);
        board.remove_entry(2);
        const auto found = findings(*store);
        CHECK(names(found, "entry 2 is missing", "journal 2"));
        CHECK(names(found, "chain of hashes is broken", "journal 3"));
        CHECK_FALSE(store->rebuild({}).ok());
    });
}

TEST_CASE("loading verifies the newest entry") {
    on_every_store([](TestBoard& board) {
        const auto store = board.open();
        fill(*store, 2);
        board.alter_payload(2, "card 2", "card X");
        model::Workspace workspace;
        const Status loaded = store->load(workspace);
        REQUIRE_FALSE(loaded.ok());
        CHECK(loaded.error().code == ErrorCode::Corrupt);
        CHECK(loaded.error().where == "journal 2");
    });
}

TEST_CASE("a row that does not fit its fields is named when loading") {
    on_every_store([](TestBoard& board) {
        const auto store = board.open();
        fill(*store, 2);
        board.set_text("card", 2, "state", "no such state");
        model::Workspace workspace;
        const Status loaded = store->load(workspace);
        REQUIRE_FALSE(loaded.ok());
        CHECK(loaded.error().code == ErrorCode::Corrupt);
        CHECK(loaded.error().where == "card 2");
        CHECK(loaded.error().message.find("'state'") != std::string::npos);
        REQUIRE(store->rebuild({}).ok());
        model::Workspace mended;
        CHECK(store->load(mended).ok());
    });
}

TEST_CASE("a check and a rebuild can be stopped, and then nothing has changed") {
    on_every_store([](TestBoard& board) {
        const auto store = board.open();
        const model::Workspace live = fill(*store, 3);
        const auto stop = [](std::int64_t, std::int64_t) { return false; };
        const auto checked = store->check(stop);
        REQUIRE_FALSE(checked.ok());
        CHECK(checked.error().code == ErrorCode::Cancelled);
        const Status rebuilt = store->rebuild(stop);
        REQUIRE_FALSE(rebuilt.ok());
        CHECK(rebuilt.error().code == ErrorCode::Cancelled);
        model::Workspace loaded;
        REQUIRE(store->load(loaded).ok());
        CHECK(same_rows(loaded, live));
    });
}

TEST_CASE("two stores taking turns lose nothing") {
    on_every_store([](TestBoard& board) {
        const std::array<std::unique_ptr<store::Store>, 2> stores{board.open(), board.open()};
        std::array<model::Workspace, 2> desks;
        Dice dice(3);
        int committed = 0;
        for (int attempt = 0; attempt < 200; ++attempt) {
            const auto one = static_cast<std::size_t>(dice.below(2));
            store::Store& store = *stores[one];
            model::Workspace& desk = desks[one];
            model::Workspace tried = desk;
            const auto entry = store.commit(
                draft_of({add_card(tried, desk.seq() + 1, "by " + std::to_string(one))}),
                desk.seq());
            if (entry) {
                ++committed;
            }
            const auto missed_entries = store.since(desk.seq(), 1000);
            for (const journal::Entry& missed : *missed_entries) {
                REQUIRE(journal::apply(desk, missed).ok());
            }
        }
        model::Workspace loaded;
        REQUIRE(stores[0]->load(loaded).ok());
        CHECK(loaded.seq() == committed);
        CHECK(loaded.rows<model::Card>().size() == static_cast<std::size_t>(committed));
        CHECK(committed > 50);
        CHECK(findings(*stores[1]).empty());
    });
}

TEST_CASE("random entries over all tables: loading, replaying and rebuilding give the same") {
    on_every_store([](TestBoard& board) {
        const auto store = board.open();
        Dice dice(20260329);
        model::Workspace live;
        for (int i = 0; i < 150; ++i) {
            const auto entry = store->commit(draft_of(random_changes(dice, live)), i);
            REQUIRE_MESSAGE(entry.ok(), (entry ? "" : to_text(entry.error())));
        }
        model::Workspace loaded;
        REQUIRE(store->load(loaded).ok());
        CHECK(same_rows(loaded, live));
        model::Workspace replayed;
        const auto entries = store->since(0, 1000);
        for (const journal::Entry& entry : *entries) {
            REQUIRE(journal::apply(replayed, entry).ok());
        }
        CHECK(same_rows(replayed, live));
        CHECK(replayed.seq() == loaded.seq());
        CHECK(findings(*store).empty());
        REQUIRE(store->rebuild({}).ok());
        model::Workspace rebuilt;
        REQUIRE(store->load(rebuilt).ok());
        CHECK(same_rows(rebuilt, live));
    });
}
