#include "core/exchange/trello.h"

#include "core/base/text.h"
#include "core/exchange/card_parts.h"
#include "core/exchange/card_writer.h"
#include "core/exchange/columns.h"
#include "core/exchange/import_run.h"
#include "core/exchange/people.h"
#include "core/exchange/trello_history.h"

#include <algorithm>
#include <unordered_map>

namespace throughline::exchange {
namespace {

using model::Card;
using model::CardId;
using model::ColumnId;
using model::MoveKind;
using model::PersonId;
using model::Transition;

class Planner {
public:
    Planner(const TrelloBoard& board, ImportInput& input, ImportReport report)
        : board_(board),
          ws_(input.workspace),
          input_(input),
          report_(std::move(report)),
          changes_(ws_),
          people_(ws_, input.ids, changes_, report_),
          cards_(ws_, changes_, report_, kTrello),
          parts_(ws_, input.ids, changes_, report_, [this](std::size_t i) { return person(i); }),
          renames_(board.lists) {}

    Result<ImportPlan> plan() {
        const std::vector<SourceColumn> lists = source_columns();
        const CsvMapping last =
            remembered_mapping(ws_, kTrello, report_.source).value_or(CsvMapping{});
        const ImportOptions options =
            with_remembered_points(input_.options, last, lists, ws_, report_);
        TL_TRY(columns_, plan_columns(lists, ws_, options, input_.ids, report_));
        CsvMapping mapping;
        mapping.start = options.start;
        mapping.done = options.done;
        report_.mapping = to_json(mapping);
        person_ids_.resize(board_.people.size());
        for (std::size_t i = 0; i < board_.people.size(); ++i) {
            if (board_.people[i].on_board) {
                person(i);
            }
        }
        write_columns(columns_, lists, ws_, changes_, report_);
        for (std::size_t i = 0; i < board_.cards.size(); ++i) {
            if (i % 256 == 0) {
                TL_CHECK(keep_going(input_.options, i, board_.cards.size()));
            }
            take(board_.cards[i]);
        }
        cards_.write();
        note_assumptions();
        return finish_plan(std::move(report_), changes_, input_);
    }

private:
    PersonId person(std::size_t index) {
        if (index == kNone) {
            return {};
        }
        PersonId& id = person_ids_[index];
        if (!id) {
            const TrelloPerson& one = board_.people[index];
            id = people_.find_or_add(one.username, one.name, one.on_board);
        }
        return id;
    }
    ColumnId column(std::size_t list) const {
        return list == kNone ? ColumnId{} : columns_.columns[list].id;
    }

    // --- board and columns ----------------------------------------------------------------------

    std::vector<SourceColumn> source_columns() const {
        std::vector<SourceColumn> lists;
        for (const TrelloList& list : board_.lists) {
            SourceColumn& one =
                lists.emplace_back(SourceColumn{list.id, list.name, list.closed, false});
            for (const TrelloRename& rename : list.renames) {
                one.old_names.push_back(rename.before);
            }
        }
        for (const TrelloCard& card : board_.cards) {
            lists[card.list].has_cards = lists[card.list].has_cards || !card.closed;
        }
        return lists;
    }

    // --- cards ----------------------------------------------------------------------------------

    void take(const TrelloCard& source) {
        const std::vector<TrelloRow> rows = card_history(source, renames_, input_.now);
        if (const Card* here = cards_.here(source.id)) {
            take_again(source, rows, *here);
        } else {
            take_new(source, rows);
        }
    }

    static std::string title_of(const TrelloCard& source) {
        return trim(source.name).empty() ? "(no title)" : std::string(trim(source.name));
    }

    void take_new(const TrelloCard& source, const std::vector<TrelloRow>& rows) {
        Card card;
        card.id = input_.ids.next<CardId>();
        card.title = title_of(source);
        card.description = source.description;
        card.dri = only_member(source);
        card.due = source.due;
        card.labels = source.labels;
        card.created_at = rows.front().at;
        card.source = kTrello;
        card.source_id = source.id;
        for (const TrelloRow& row : rows) {
            add_row(card, row);
        }
        take_parts(source, card.id);
        cards_.put_new(std::move(card), source.position);
    }

    // Exactly one member answers for the card; of several nobody can say who.
    PersonId only_member(const TrelloCard& source) {
        return source.members.size() == 1 ? active(person(source.members.front())) : PersonId{};
    }
    // A person made inactive here is no DRI.
    PersonId active(PersonId id) const {
        const model::Person* there = ws_.find(id);
        return there != nullptr && !there->active ? PersonId{} : id;
    }

    // The row, and what it does to the card's place.
    void add_row(Card& card, const TrelloRow& row) {
        cards_.step(card, {row.at, column(row.from), column(row.to), row.kind, person(row.by),
                           false, row_name(row)});
        assumed_ += row.source == TrelloSource::Assumed ? 1 : 0;
        assumed_births_ +=
            row.source == TrelloSource::Assumed && row.kind == MoveKind::Created ? 1 : 0;
    }

    static const char* row_name(const TrelloRow& row) {
        if (row.source == TrelloSource::Renamed) {
            return "moves_by_renaming";
        }
        switch (row.kind) {
            case MoveKind::Created: return "creations";
            case MoveKind::Archived: return "archivals";
            case MoveKind::Restored: return "restorals";
            case MoveKind::Transferred: return "transfers";
            case MoveKind::Moved:
            case MoveKind::Returned:
            case MoveKind::TradedOut:
            case MoveKind::Discarded: break;
        }
        return row.source == TrelloSource::Assumed ? "moves_assumed" : "transitions";
    }

    // --- a card that is here already ------------------------------------------------------------

    void take_again(const TrelloCard& source, const std::vector<TrelloRow>& rows,
                    const Card& here) {
        Card card = here;
        take_fields(source, card);
        take_new_rows(rows, card);
        take_parts(source, here.id);
        cards_.put_again(std::move(card), source.position);
    }

    // A field is taken over when what stands here is what Trello said before: then nobody has
    // changed it here. Anything else was written here and stays.
    template <class M>
    static void take_field(M& mine, const M& theirs, const std::vector<M>& before) {
        if (std::find(before.begin(), before.end(), mine) != before.end()) {
            mine = theirs;
        }
    }

    void take_fields(const TrelloCard& source, Card& card) {
        std::vector<std::string> titles = source.old_names;
        for (std::string& title : titles) {
            title = std::string(trim(title));
        }
        take_field(card.title, title_of(source), titles);
        take_field(card.description, source.description, source.old_descriptions);
        take_field(card.due, source.due, source.old_dues);
        take_field(card.labels, source.labels, source.old_labels);
        if (!card.dri) {
            card.dri = only_member(source);
        }
    }

    // Rows of the file that are not here yet. When the card was moved here since, its place stays.
    void take_new_rows(const std::vector<TrelloRow>& rows, Card& card) {
        const auto here = ws_.of<Transition>(card.id);
        std::unordered_multimap<std::int64_t, const Transition*> open;  // not yet found in the file
        for (const Transition* row : here) {
            open.emplace(row->at.us, row);
        }
        std::vector<const TrelloRow*> fresh;
        for (const TrelloRow& row : rows) {
            const auto found = open.find(row.at.us);
            if (found != open.end()) {
                check_row(*found->second, row);
                open.erase(found);
            } else if (row.source != TrelloSource::Assumed) {
                fresh.push_back(&row);
            }
        }
        // Rows that are older than the file's history come from an earlier file that knew more,
        // rows without a person are an import's own assumptions.
        const bool moved_here = std::any_of(open.begin(), open.end(), [&](const auto& one) {
            const bool is_older = board_.oldest_action && one.second->at < *board_.oldest_action;
            return one.second->by && !one.second->voided_at && !is_older;
        });
        const bool off_by_person = !card.on_board() && card.state != model::CardState::Archived;
        if (moved_here || off_by_person) {
            if (!fresh.empty()) {
                report_.left_out.push_back(
                    {plural(static_cast<std::int64_t>(fresh.size()), "step", "steps") +
                         " of card " + key_of(ws_, card),
                     "cards", "the card was moved here since the last import"});
            }
            return;
        }
        // A step older than what is known completes the history and moves nothing.
        Instant last_here;
        for (const Transition* row : here) {
            last_here = row->voided_at ? last_here : std::max(last_here, row->at);
        }
        for (const TrelloRow* row : fresh) {
            Card unmoved = card;
            add_row(row->at >= last_here ? card : unmoved, *row);
        }
        const TrelloRow& last = rows.back();
        if (last.source == TrelloSource::Assumed && last.kind != MoveKind::Created &&
            column(last.to) != card.column) {
            add_row(card, last);
        }
    }

    // The same step told again. A list renamed since may be counted as another column now.
    void check_row(const Transition& here, const TrelloRow& row) {
        Transition after = here;
        if (row.kind == here.kind && row.to != row.named_to) {
            after.to = column(row.to);
        }
        if (row.kind == here.kind && row.from != row.named_from) {
            after.from = column(row.from);
        }
        update(changes_, report_, after, row_name(row));
    }

    void take_parts(const TrelloCard& source, CardId card) {
        parts_.take_checklist(source.checklist, card);
        parts_.take_comments(source.comments, card);
        parts_.take_links(source.attachments, card);
    }

    void note_assumptions() {
        if (assumed_births_ > 0) {
            report_.notes.push_back(
                plural(assumed_births_, "card has", "cards have") +
                " no creation in the file's history: the time is taken from the card's id, the "
                "first column from its "
                "first known step. Times before that step may be too long or too short.");
        }
        if (assumed_ > assumed_births_) {
            report_.notes.push_back(
                plural(assumed_ - assumed_births_, "card does", "cards do") +
                " not stand where the history left off; the last step is dated by the card's last "
                "activity.");
        }
        if (board_.history_is_cut && !board_.cards.empty()) {
            report_.notes.emplace_back(
                "The file's history does not reach back to the making of the board (Trello exports "
                "the last 1,000 "
                "actions).");
        }
    }

    const TrelloBoard& board_;
    const model::Workspace& ws_;
    ImportInput& input_;
    ImportReport report_;
    ChangeSet changes_;
    PeoplePlan people_;
    CardWriter cards_;
    CardParts parts_;
    TrelloRenames renames_;
    ColumnPlan columns_;
    std::vector<PersonId> person_ids_;
    int assumed_ = 0;
    int assumed_births_ = 0;
};

}  // namespace

Result<ImportPlan> read_trello(ImportInput input) {
    ImportReport report;
    report.format = kTrello;
    TL_TRY(const TrelloBoard board,
           read_trello_file(input.bytes, input.options.zone, input.now, report));
    report.source = board.id.empty() ? input.options.file_name : board.id;
    return Planner(board, input, std::move(report)).plan();
}

}  // namespace throughline::exchange
