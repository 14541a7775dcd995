// The board of a past moment the plain way, as the meaning of Desk::at and Rewind::at is defined:
// a replay of the journal, then every change of later imports applied, then what had not happened
// yet taken out. Slow; for tests to hold the fast ways against.
#pragma once

#include "core/journal/change.h"
#include "tests/support/team.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

namespace throughline::test {

class PlainPast {
public:
    explicit PlainPast(desk::Desk& desk) : present_(desk.workspace()) {
        auto entries = desk.since(0, 1'000'000);
        REQUIRE(entries.ok());
        entries_ = std::move(*entries);
    }

    model::Workspace at(Instant at) const {
        model::Workspace past;
        for (const journal::Entry& entry : entries_) {
            if (entry.draft.when > at) break;
            REQUIRE(journal::apply(past, entry).ok());
        }
        bool needed = false;
        for (const model::Card& card : present_.rows<model::Card>()) {
            needed = needed || (!card.source.empty() && past.find(card.id) == nullptr);
        }
        if (needed) place(past, at);
        return past;
    }

    const std::vector<journal::Entry>& entries() const { return entries_; }

private:
    static bool is_import(const journal::Entry& entry) {
        return entry.draft.command == "import" && entry.draft.kind == journal::EntryKind::Done;
    }
    static bool is_setup(const journal::Change& change) {
        static const std::set<std::string_view> kSetup{
            "board", "person", "column_group", "board_column", "gate_item",       "service_level",
            "term",  "bet",    "objective",    "template",     "template_version"};
        return kSetup.contains(change.table->name);
    }

    // Of entries after the moment, up to the last import.
    std::vector<const journal::Change*> later_changes(std::int64_t seq, bool no_board) const {
        std::vector<const journal::Change*> result;
        std::size_t until = 0;
        for (const journal::Entry& entry : entries_) {
            if (entry.seq <= seq) continue;
            for (const journal::Change& change : entry.draft.changes) {
                const bool insert = change.kind == journal::ChangeKind::Insert &&
                                    (is_import(entry) || (no_board && is_setup(change)));
                const bool update =
                    change.kind == journal::ChangeKind::Update && no_board && is_setup(change);
                if (insert || update) result.push_back(&change);
            }
            if (is_import(entry)) until = result.size();
        }
        result.resize(until);
        return result;
    }

    void place(model::Workspace& past, Instant at) const {
        std::vector<const journal::Change*> inserted;
        for (const journal::Change* change : later_changes(past.seq(), past.board() == nullptr)) {
            const bool there = change->table->row(past, change->id).has_value();
            if (there == (change->kind == journal::ChangeKind::Update)) {
                REQUIRE(journal::apply(past, *change).ok());
                if (!there) inserted.push_back(change);
            }
        }
        for (const journal::Change* change : inserted) {
            forget_future(past, *change, at);
        }
        for (const journal::Change* change : inserted) {
            if (change->table->name == "card") place_card(past, {change->id}, at);
        }
    }

    static void forget_future(model::Workspace& past, const journal::Change& change, Instant at) {
        if (change.table->name == "transition") {
            const model::Transition row = *past.find(model::TransitionId{change.id});
            if (row.at > at || row.known_at > at) past.remove(row.id);
        } else if (change.table->name == "block") {
            model::Block row = *past.find(model::BlockId{change.id});
            if (row.since > at || row.known_at > at) {
                past.remove(row.id);
            } else if (row.ended_at && *row.ended_at > at) {
                row.ended_at.reset();
                past.put(row);
            }
        } else if (change.table->name == "comment") {
            const model::Comment row = *past.find(model::CommentId{change.id});
            if (row.at > at) past.remove(row.id);
        }
    }

    static void place_card(model::Workspace& past, model::CardId id, Instant at) {
        const model::Transition* last = nullptr;
        for (const model::Transition* move : past.of<model::Transition>(id)) {
            const bool counts = move->at <= at && move->known_at <= at &&
                                (!move->voided_at || *move->voided_at > at);
            if (counts && (last == nullptr || last->at <= move->at)) last = move;
        }
        if (last == nullptr) {
            past.remove(id);
            return;
        }
        model::Card card = *past.find(id);
        card.column = last->to;
        card.entered_at = last->at;
        if (card.column) {
            card.state = model::CardState::OnBoard;
        } else if (card.state == model::CardState::OnBoard) {
            card.state = model::CardState::Archived;
        }
        past.put(card);
    }

    model::Workspace present_;
    std::vector<journal::Entry> entries_;
};

}  // namespace throughline::test
