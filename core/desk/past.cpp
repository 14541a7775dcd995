#include "core/desk/past.h"

#include "core/journal/change.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

namespace throughline::desk {

namespace {

using journal::Change;
using journal::ChangeKind;

constexpr std::string_view kImport = "import";

// The make-up of a board, as against what happens on it.
bool is_setup(const model::Table& table) {
    static constexpr std::array<std::string_view, 11> kSetup{
        "board", "person", "column_group", "board_column", "gate_item",       "service_level",
        "term",  "bet",    "objective",    "template",     "template_version"};
    return std::ranges::find(kSetup, table.name) != kSetup.end();
}

// What later imports brought: rows that the workspace of the moment does not have. When the board
// itself is younger than the moment, its make-up up to the last import comes with them.
Result<std::vector<Change>> imported_later(Desk& desk, const model::Workspace& past) {
    constexpr std::size_t kPage = 500;
    const bool no_board = past.board() == nullptr;
    std::vector<Change> brought;
    std::size_t until = 0;  // the end of the last import in `brought`
    for (std::int64_t seq = past.seq();;) {
        TL_TRY(const auto entries, desk.since(seq, kPage));
        for (const journal::Entry& entry : entries) {
            seq = entry.seq;
            const bool import =
                entry.draft.command == kImport && entry.draft.kind == journal::EntryKind::Done;
            if (!import && !no_board) continue;
            for (const Change& change : entry.draft.changes) {
                const bool insert =
                    change.kind == ChangeKind::Insert && (import || is_setup(*change.table));
                const bool update =
                    change.kind == ChangeKind::Update && no_board && is_setup(*change.table);
                if (insert || update) {
                    brought.push_back(change);
                }
            }
            until = import ? brought.size() : until;
        }
        if (entries.size() < kPage) {
            brought.resize(until);
            return brought;
        }
    }
}

// Where the card stood: after its last move up to `at`; nullopt when it was not there yet.
std::optional<model::Card> placed(const model::Workspace& workspace, model::Card card, Instant at) {
    const model::Transition* last = nullptr;
    for (const model::Transition* move : workspace.of<model::Transition>(card.id)) {
        const bool counts =
            move->at <= at && move->known_at <= at && (!move->voided_at || *move->voided_at > at);
        if (counts && (last == nullptr || last->at <= move->at)) {
            last = move;
        }
    }
    if (last == nullptr) {
        return std::nullopt;
    }
    card.column = last->to;
    card.entered_at = last->at;
    if (card.column) {
        card.state = model::CardState::OnBoard;
    } else if (card.state == model::CardState::OnBoard) {
        card.state = model::CardState::Archived;
    }
    return card;
}

void forget_future(model::Workspace& workspace, const std::vector<Change>& brought, Instant at) {
    for (const Change& change : brought) {
        if (change.table == &model::table_of<model::Transition>()) {
            const auto* move = workspace.find(model::TransitionId{change.id});
            if (move->at > at || move->known_at > at) {
                workspace.remove(move->id);
            }
        } else if (change.table == &model::table_of<model::Block>()) {
            model::Block block = *workspace.find(model::BlockId{change.id});
            if (block.since > at || block.known_at > at) {
                workspace.remove(block.id);
            } else if (block.ended_at && *block.ended_at > at) {
                block.ended_at.reset();
                workspace.put(std::move(block));
            }
        } else if (change.table == &model::table_of<model::Comment>()) {
            const auto* comment = workspace.find(model::CommentId{change.id});
            if (comment->at > at) {
                workspace.remove(comment->id);
            }
        }
    }
}

// Some imported card of today was not known to the journal then. Most moments asked for need no
// more.
bool is_needed(const model::Workspace& past, const model::Workspace& present) {
    return std::any_of(present.rows<model::Card>().begin(), present.rows<model::Card>().end(),
                       [&past](const model::Card& card) {
                           return !card.source.empty() && past.find(card.id) == nullptr;
                       });
}

}  // namespace

Status place_imported(model::Workspace& past, const model::Workspace& present, Desk& desk,
                      Instant at) {
    if (!is_needed(past, present)) {
        return Done{};
    }
    TL_TRY(const std::vector<Change> brought, imported_later(desk, past));
    std::vector<Change> taken;
    for (const Change& change : brought) {
        // A row that was taken away again may have come twice; the first is the oldest known.
        if (change.table->row(past, change.id).has_value() == (change.kind == ChangeKind::Update)) {
            TL_CHECK(journal::apply(past, change));
            if (change.kind == ChangeKind::Insert) {
                taken.push_back(change);
            }
        }
    }
    forget_future(past, taken, at);
    for (const Change& change : taken) {
        if (change.table != &model::table_of<model::Card>()) continue;
        const model::CardId id{change.id};
        if (auto card = placed(past, *past.find(id), at)) {
            past.put(std::move(*card));
        } else {
            past.remove(id);
        }
    }
    return Done{};
}

}  // namespace throughline::desk
