#include "core/desk/compare.h"

#include "core/base/text.h"
#include "core/desk/row_names.h"
#include "core/journal/change.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace throughline::desk {

namespace {

using model::Workspace;

// Told by fate and columns, or of no meaning to people.
constexpr std::array<std::string_view, 6> kUntold{"number", "state",      "board_column",
                                                  "rank",   "entered_at", "created_at"};

bool is_untold(std::string_view field) {
    return std::ranges::find(kUntold, field) != kUntold.end();
}

std::string fields_text(const std::vector<FieldDifference>& fields) {
    std::vector<std::string> parts;
    for (const FieldDifference& one : fields) {
        parts.push_back(one.field + " " + one.before + " -> " + one.after);
    }
    return parts.empty() ? "" : "; " + join(parts, ", ");
}

class Comparer {
public:
    Comparer(const Workspace& before, const Workspace& after)
        : before_(before),
          after_(after),
          names_before_(before, no_entry_),
          names_after_(after, no_entry_) {}

    Comparison run() {
        for (const model::Card& card : after_.rows<model::Card>()) {
            add_card(before_.find(card.id), &card);
        }
        for (const model::Card& card : before_.rows<model::Card>()) {
            if (after_.find(card.id) == nullptr) {
                add_card(&card, nullptr);
            }
        }
        std::ranges::sort(result_.cards, {}, [this](const CardDifference& one) {
            const model::Card* card = after_.find(one.card);
            card = card != nullptr ? card : before_.find(one.card);
            return std::tuple(one.fate, card->number, card->id.value);
        });
        add_rows<model::Request>(result_.requests);
        add_setup();
        return std::move(result_);
    }

private:
    template <class T>
    std::vector<FieldDifference> fields_of(const T& before, const T& after) const {
        const model::Table& table = model::table_of<T>();
        const auto change = journal::make_change(table, after.id.value, model::to_row(before),
                                                 model::to_row(after));
        std::vector<FieldDifference> fields;
        for (const journal::FieldChange& one :
             change ? change->fields : std::vector<journal::FieldChange>{}) {
            const model::FieldInfo& field = table.fields[one.field];
            if (!std::is_same_v<T, model::Card> || !is_untold(field.name)) {
                fields.push_back({RowNames::field(field), names_before_.value(field, one.before),
                                  names_after_.value(field, one.after)});
            }
        }
        return fields;
    }

    // --- cards ------------------------------------------------------------------------------

    std::string column_name(const RowNames& names, model::ColumnId column) const {
        return column ? names.row(column) : std::string();
    }

    void add_card(const model::Card* before, const model::Card* after) {
        const model::Card& card = after != nullptr ? *after : *before;
        const bool was_there = before != nullptr && before->on_board();
        const bool is_there = after != nullptr && after->on_board();
        if (!was_there && !is_there) {
            return;
        }
        CardDifference one{.card = card.id, .title = card.title};
        one.from = was_there ? before->column : model::ColumnId{};
        one.to = is_there ? after->column : model::ColumnId{};
        one.fate = !was_there           ? CardFate::Came
                   : !is_there          ? CardFate::Left
                   : one.from != one.to ? CardFate::Moved
                                        : CardFate::Changed;
        if (was_there && is_there) {
            one.fields =
                *before == *after ? std::vector<FieldDifference>{} : fields_of(*before, *after);
            add_parts(card.id, one.fields);
        }
        if (one.fate == CardFate::Changed && one.fields.empty()) {
            return;
        }
        name_card(one, before, after);
        result_.cards.push_back(std::move(one));
    }

    void name_card(CardDifference& one, const model::Card* before, const model::Card* after) {
        const RowNames& names = after != nullptr ? names_after_ : names_before_;
        const std::string named = names.row(one.card);
        one.key = named.substr(0, named.find(' '));
        one.from_name = column_name(names_before_, one.from);
        one.to_name = column_name(names_after_, one.to);
        if (one.fate == CardFate::Left) {
            one.how = after != nullptr ? model::name_of(after->state) : "taken back";
        } else if (one.fate == CardFate::Came) {
            one.how = before != nullptr ? model::name_of(before->state) : "new";
        } else if (one.fate == CardFate::Moved) {
            const auto columns = after_.columns();
            const auto from = std::ranges::find(columns, one.from);
            const auto to = std::ranges::find(columns, one.to);
            one.backward = from != columns.end() && to < from;
        }
    }

    // What hangs on a card: blockers by cause, ticked items, verdicts, comments.
    void add_parts(model::CardId card, std::vector<FieldDifference>& fields) const {
        const auto add = [&](const char* name, std::string before, std::string after) {
            if (before != after) {
                fields.push_back({name, std::move(before), std::move(after)});
            }
        };
        add("blocked by", blockers(before_, card), blockers(after_, card));
        add("checklist", checklist(before_, card), checklist(after_, card));
        add("gate verdicts", verdicts(before_, card), verdicts(after_, card));
        add("comments", std::to_string(before_.of<model::Comment>(card).size()),
            std::to_string(after_.of<model::Comment>(card).size()));
    }

    static std::string blockers(const Workspace& workspace, model::CardId card) {
        std::vector<std::string> causes;
        for (const model::Block* block : workspace.of<model::Block>(card)) {
            if (block->is_open()) {
                causes.push_back(block->cause.empty() ? "cause unknown" : block->cause);
            }
        }
        std::ranges::sort(causes);
        return causes.empty() ? "nothing" : join(causes, ", ");
    }
    static std::string checklist(const Workspace& workspace, model::CardId card) {
        const auto items = workspace.of<model::ChecklistItem>(card);
        const auto done = std::ranges::count_if(
            items, [](const model::ChecklistItem* item) { return item->done; });
        return items.empty() ? "nothing"
                             : std::to_string(done) + " of " + std::to_string(items.size());
    }
    static std::string verdicts(const Workspace& workspace, model::CardId card) {
        const auto marks = workspace.of<model::GateMark>(card);
        return std::to_string(
            std::ranges::count_if(marks, [](const model::GateMark* mark) { return mark->active; }));
    }

    // --- other rows -------------------------------------------------------------------------

    template <class T>
    void add_rows(std::vector<RowDifference>& list) const {
        const std::size_t first = list.size();
        const auto add = [&](RowFate fate, const RowNames& names, const T& row) -> RowDifference& {
            const model::Table& table = model::table_of<T>();
            list.push_back(
                {fate, std::string(RowNames::kind(table)), names.row(table, row.id.value), {}});
            return list.back();
        };
        for (const T& row : after_.rows<T>()) {
            if (const T* old = before_.find(row.id); old == nullptr) {
                add(RowFate::Added, names_after_, row);
            } else if (!(*old == row)) {
                add(RowFate::Changed, names_after_, row).fields = fields_of(*old, row);
            }
        }
        for (const T& row : before_.rows<T>()) {
            if (after_.find(row.id) == nullptr) {
                add(RowFate::Removed, names_before_, row);
            }
        }
        std::ranges::sort(list.begin() + static_cast<std::ptrdiff_t>(first), list.end(), {},
                          [](const RowDifference& one) { return std::tie(one.fate, one.name); });
    }

    template <class... T>
    void add_rows_of(std::vector<RowDifference>& list) const {
        (add_rows<T>(list), ...);
    }

    void add_setup() {
        add_rows_of<model::Board, model::Column, model::ColumnGroup, model::GateItem,
                    model::ServiceLevel, model::Person, model::Bet, model::Objective,
                    model::Template, model::Term>(result_.setup);
    }

    const Workspace& before_;
    const Workspace& after_;
    journal::Entry no_entry_;
    RowNames names_before_;
    RowNames names_after_;
    Comparison result_;
};

}  // namespace

std::string_view to_text(CardFate fate) {
    switch (fate) {
        case CardFate::Came: return "came";
        case CardFate::Left: return "left";
        case CardFate::Moved: return "moved";
        case CardFate::Changed: return "changed";
    }
    return "";
}

std::string_view to_text(RowFate fate) {
    switch (fate) {
        case RowFate::Added: return "added";
        case RowFate::Removed: return "removed";
        case RowFate::Changed: return "changed";
    }
    return "";
}

std::string to_text(const CardDifference& card) {
    std::string text = card.key + " '" + card.title + "' " + std::string(to_text(card.fate));
    switch (card.fate) {
        case CardFate::Came:
            text += (card.how == "new" ? "" : " back") + (" to " + card.to_name);
            break;
        case CardFate::Left: text += " " + card.from_name + " (" + card.how + ")"; break;
        case CardFate::Moved:
            text += (card.backward ? " back" : "") + (" from " + card.from_name) + " to " +
                    card.to_name;
            break;
        case CardFate::Changed: break;
    }
    return text + fields_text(card.fields);
}

std::string to_text(const RowDifference& row) {
    return row.what + " " + row.name + " " + std::string(to_text(row.fate)) +
           fields_text(row.fields);
}

Comparison compare(const Workspace& before, const Workspace& after) {
    return Comparer(before, after).run();
}

Result<Workspace> after_entry(Desk& desk, std::int64_t seq) {
    constexpr std::int64_t kPage = 500;
    Workspace workspace;
    while (workspace.seq() < seq) {
        const auto wanted = static_cast<std::size_t>(std::min(kPage, seq - workspace.seq()));
        TL_TRY(const auto entries, desk.since(workspace.seq(), wanted));
        for (const journal::Entry& entry : entries) {
            TL_CHECK(journal::apply(workspace, entry));
        }
        if (entries.size() < wanted) {
            break;
        }
    }
    if (seq < 1 || workspace.seq() != seq) {
        return Error{ErrorCode::NotFound, "the journal has no entry " + std::to_string(seq), ""};
    }
    return workspace;
}

}  // namespace throughline::desk
