#include "core/exchange/trello.h"

#include "core/base/text.h"
#include "core/exchange/columns.h"
#include "core/exchange/people.h"
#include "core/exchange/trello_history.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace throughline::exchange {
namespace {

using model::Card;
using model::CardId;
using model::ColumnId;
using model::MoveKind;
using model::PersonId;
using model::Transition;

constexpr double kStep = 1024;

// Where a card will stand, decided before it gets its rank.
struct Placed {
    Card card;
    double position = 0;  // in the list, as Trello orders it
    bool is_new = true;
    bool wants_rank = true;  // new in its column
};

class Planner {
public:
    Planner(const TrelloBoard& board, ImportInput& input, ImportReport report)
        : board_(board),
          ws_(input.workspace),
          input_(input),
          report_(std::move(report)),
          changes_(ws_),
          people_(ws_, input.ids, changes_, report_),
          renames_(board.lists) {}

    Result<ImportPlan> plan() {
        TL_TRY(columns_, plan_columns(source_columns(), ws_, input_.options, input_.ids, report_));
        person_ids_.resize(board_.people.size());
        for (std::size_t i = 0; i < board_.people.size(); ++i) {
            if (board_.people[i].on_board) {
                person(i);
            }
        }
        write_board();
        write_columns();
        index_cards_here();
        for (const TrelloCard& card : board_.cards) {
            take(card);
        }
        write_cards();
        write_transitions();
        note_assumptions();
        ImportPlan plan;
        plan.command.format = report_.format;
        plan.command.source = report_.source;
        plan.command.summary = report_.summary();
        plan.command.changes = changes_.take();
        plan.report = std::move(report_);
        return plan;
    }

private:
    void count(std::map<std::string, int>& counts, const char* what) { ++counts[what]; }
    template <class T>
    void update(const T& row, const char* what) {
        count(changes_.update(row) ? report_.updated : report_.unchanged, what);
    }
    template <class T>
    void add(const T& row, const char* what) {
        changes_.add(row);
        count(report_.created, what);
    }

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

    // --- board and columns
    // ------------------------------------------------------------------------

    std::vector<SourceColumn> source_columns() const {
        std::vector<SourceColumn> lists;
        for (const TrelloList& list : board_.lists) {
            lists.push_back({list.id, list.name, list.closed, false});
        }
        for (const TrelloCard& card : board_.cards) {
            lists[card.list].has_cards = lists[card.list].has_cards || !card.closed;
        }
        return lists;
    }

    void write_board() {
        if (changes_.update(columns_.board)) {
            count(report_.updated, "points");
        }
    }

    void write_columns() {
        std::unordered_set<std::size_t> with_cards;
        for (const TrelloCard& card : board_.cards) {
            if (!card.closed) {
                with_cards.insert(card.list);
            }
        }
        for (std::size_t i = 0; i < board_.lists.size(); ++i) {
            model::Column& row = columns_.columns[i];
            if (columns_.is_new[i]) {
                add(row, "columns");
                continue;
            }
            const TrelloList& list = board_.lists[i];
            if (with_cards.contains(i) && row.removed) {
                row.removed = false;  // its cards must be seen
                row.handle = free_handle(row);
            } else if (list.closed && !with_cards.contains(i) && !row.removed &&
                       ws_.cards_in(row.id).empty() && columns_.board.commitment != row.id &&
                       columns_.board.delivery != row.id) {
                row.removed = true;
            }
            const bool bears_old_name =
                std::any_of(list.renames.begin(), list.renames.end(),
                            [&](const TrelloRename& one) { return trim(one.before) == row.name; });
            if (bears_old_name && !trim(list.name).empty()) {
                row.name = std::string(trim(list.name));
            }
            update(row, "columns");
        }
    }

    std::string free_handle(const model::Column& row) const {
        std::string handle = row.handle;
        for (int n = 2; true; ++n) {
            const model::Column* other = ws_.column_by_handle(handle);
            const bool is_new_taken =
                std::any_of(columns_.columns.begin(), columns_.columns.end(), [&](const auto& one) {
                    return one.id != row.id && !one.removed && one.handle == handle;
                });
            if ((other == nullptr || other->id == row.id) && !is_new_taken) {
                return handle;
            }
            handle = row.handle + "-" + std::to_string(n);
        }
    }

    // --- cards
    // ------------------------------------------------------------------------------------

    void index_cards_here() {
        for (const Card& card : ws_.rows<Card>()) {
            if (card.source == kTrello) {
                here_.emplace(card.source_id, card.id);
            }
        }
    }

    void take(const TrelloCard& source) {
        const std::vector<TrelloRow> rows = card_history(source, renames_, input_.now);
        const auto found = here_.find(source.id);
        if (found == here_.end()) {
            take_new(source, rows);
        } else {
            take_again(source, rows, *ws_.find(found->second));
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
        placed_.push_back({std::move(card), source.position, true, true});
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
        Transition transition;
        transition.card = card.id;
        transition.from = column(row.from);
        transition.to = column(row.to);
        transition.kind = row.kind;
        transition.at = transition.known_at = row.at;
        transition.by = person(row.by);
        new_rows_.push_back(transition);
        card.column = transition.to;
        card.state = transition.to ? model::CardState::OnBoard : model::CardState::Archived;
        if (transition.to) {
            card.entered_at = row.at;
        }
        assumed_ += row.source == TrelloSource::Assumed ? 1 : 0;
        assumed_births_ +=
            row.source == TrelloSource::Assumed && row.kind == MoveKind::Created ? 1 : 0;
        count(report_.created, row_name(row));
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

    // --- a card that is here already
    // ----------------------------------------------------------------

    void take_again(const TrelloCard& source,
                    const std::vector<TrelloRow>& rows,
                    const Card& here) {
        Placed placed{here, source.position, false, false};
        take_fields(source, placed.card);
        take_new_rows(rows, placed);
        take_parts(source, here.id);
        placed.wants_rank = placed.card.column != here.column && placed.card.on_board();
        placed_.push_back(std::move(placed));
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
    void take_new_rows(const std::vector<TrelloRow>& rows, Placed& placed) {
        const auto here = ws_.of<Transition>(placed.card.id);
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
        const bool off_by_person =
            !placed.card.on_board() && placed.card.state != model::CardState::Archived;
        if (moved_here || off_by_person) {
            if (!fresh.empty()) {
                report_.left_out.push_back(
                    {plural(static_cast<std::int64_t>(fresh.size()), "step", "steps") +
                         " of card " + key_of(ws_, placed.card),
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
            Card unmoved = placed.card;
            add_row(row->at >= last_here ? placed.card : unmoved, *row);
        }
        const TrelloRow& last = rows.back();
        if (last.source == TrelloSource::Assumed && last.kind != MoveKind::Created &&
            column(last.to) != placed.card.column) {
            add_row(placed.card, last);
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
        update(after, row_name(row));
    }

    // --- what hangs on a card
    // -----------------------------------------------------------------------

    void take_parts(const TrelloCard& source, CardId card) {
        take_checklist(source, card);
        take_comments(source, card);
        take_links(source, card);
    }

    void take_checklist(const TrelloCard& source, CardId card) {
        if (source.checklist.empty()) {
            return;
        }
        std::unordered_multimap<std::string_view, const model::ChecklistItem*> here;
        double rank = 0;
        for (const auto* item : ws_.of<model::ChecklistItem>(card)) {
            here.emplace(item->title, item);
            rank = std::max(rank, item->rank);
        }
        for (const TrelloCheckItem& item : source.checklist) {
            const auto found = here.find(item.title);
            model::ChecklistItem row;
            if (found != here.end()) {
                row = *found->second;
                here.erase(found);
            } else {
                row.id = input_.ids.next<model::ChecklistItemId>();
                row.card = card;
                row.title = item.title;
                row.rank = rank += kStep;
                row.due = item.due;
            }
            if (item.done && !row.done) {  // never taken back
                row.done = true;
                row.done_at = item.done_at;
                row.done_by = person(item.done_by);
            }
            if (ws_.find(row.id) != nullptr) {
                update(row, "checklist_items");
            } else {
                add(row, "checklist_items");
            }
        }
    }

    void take_comments(const TrelloCard& source, CardId card) {
        if (source.comments.empty()) {
            return;
        }
        std::unordered_map<std::string_view, const model::Comment*> here;
        for (const auto* comment : ws_.of<model::Comment>(card)) {
            here.emplace(comment->source_id, comment);
        }
        for (const TrelloComment& comment : source.comments) {
            const auto found = comment.id.empty() ? here.end() : here.find(comment.id);
            if (found == here.end()) {
                model::Comment row;
                row.id = input_.ids.next<model::CommentId>();
                row.card = card;
                row.by = person(comment.by);
                row.at = comment.at;
                row.text = comment.text;
                row.edited_at = comment.edited_at;
                row.source_id = comment.id;
                add(row, "comments");
                continue;
            }
            model::Comment row = *found->second;
            if (comment.edited_at && (!row.edited_at || *row.edited_at < *comment.edited_at)) {
                row.text = comment.text;
                row.edited_at = comment.edited_at;
            }
            update(row, "comments");
        }
    }

    void take_links(const TrelloCard& source, CardId card) {
        if (source.attachments.empty()) {
            return;
        }
        std::unordered_set<std::string_view> here;
        for (const auto* link : ws_.of<model::Link>(card)) {
            here.insert(link->target);
        }
        for (const TrelloAttachment& attachment : source.attachments) {
            if (!here.insert(attachment.url).second) {
                count(report_.unchanged, "links");
                continue;
            }
            model::Link row;
            row.id = input_.ids.next<model::LinkId>();
            row.card = card;
            row.kind = attachment.url.find("://") == std::string::npos ? model::LinkKind::File
                                                                       : model::LinkKind::Web;
            row.target = attachment.url;
            row.title = attachment.name == attachment.url ? "" : attachment.name;
            add(row, "links");
        }
    }

    // --- rows into the change set
    // -------------------------------------------------------------------

    // In the order of creation, so that keys tell it too; ranks as Trello orders each list.
    void write_cards() {
        give_ranks();
        std::stable_sort(placed_.begin(), placed_.end(), [](const Placed& a, const Placed& b) {
            return a.card.created_at < b.card.created_at;
        });
        const std::int64_t first = ws_.last_number("card");
        std::int64_t last = first;
        for (Placed& placed : placed_) {
            if (placed.is_new) {
                placed.card.number = ++last;
                add(placed.card, "cards");
            } else {
                update(placed.card, "cards");
            }
        }
        if (last != first) {
            write_counter(last);
        }
    }

    void give_ranks() {
        std::unordered_map<ColumnId, std::vector<Placed*>> by_column;
        for (Placed& placed : placed_) {
            if (placed.wants_rank && placed.card.on_board()) {
                by_column[placed.card.column].push_back(&placed);
            }
        }
        for (auto& [id, cards] : by_column) {
            std::stable_sort(cards.begin(), cards.end(), [](const Placed* a, const Placed* b) {
                return a->position < b->position;
            });
            const auto here = ws_.cards_in(id);
            double rank = here.empty() ? 0 : ws_.find(here.back())->rank;
            for (Placed* placed : cards) {
                placed->card.rank = rank += kStep;
            }
        }
    }

    void write_counter(std::int64_t last) {
        for (const model::Counter& counter : ws_.rows<model::Counter>()) {
            if (counter.name == "card") {
                model::Counter after = counter;
                after.last = last;
                changes_.update(after);
                return;
            }
        }
        changes_.add(model::Counter{{ws_.rows<model::Counter>().max_id() + 1}, "card", last});
    }

    void write_transitions() {
        std::stable_sort(new_rows_.begin(), new_rows_.end(),
                         [](const Transition& a, const Transition& b) { return a.at < b.at; });
        std::int64_t id = ws_.rows<Transition>().max_id();
        for (Transition& row : new_rows_) {
            row.id = {++id};
            changes_.add(row);
        }
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
    TrelloRenames renames_;
    ColumnPlan columns_;
    std::vector<PersonId> person_ids_;
    std::unordered_map<std::string_view, CardId> here_;
    std::vector<Placed> placed_;
    std::vector<Transition> new_rows_;
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
