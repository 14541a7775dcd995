#include "app/cli/lookup.h"

#include "app/cli/values.h"
#include "core/base/text.h"
#include "core/model/column_name.h"

#include <algorithm>

namespace throughline::cli {

namespace {

Failure missing(std::string_view what, std::string_view name, std::string_view remedy = {}) {
    return bad_input("there is no " + std::string(what) + " \"" + to_valid_utf8(name) + "\"" +
                         (remedy.empty() ? "" : "; " + std::string(remedy)),
                     "", ErrorCode::NotFound);
}

// The handles or titles of what there is, for the message.
Failure missing_of(std::string_view what, std::string_view name, std::vector<std::string> known) {
    constexpr std::size_t kShown = 30;
    if (known.size() > kShown) {
        known.resize(kShown);
        known.emplace_back("...");
    }
    return missing(what, name,
                   known.empty() ? "there are none" : "there are: " + join(known, ", "));
}

// By handle, else by a name that only one of the candidates has; `goes_by` tells another name that
// a row goes by.
template <class T, class Names>
Fallible<const T*> by_handle_or_name(std::string_view what, std::string_view name,
                                     const std::vector<const T*>& rows, Names&& goes_by) {
    std::vector<std::string> handles;
    std::vector<const T*> named;
    const std::string folded = fold(trim(name));
    for (const T* row : rows) {
        if (row->handle == name || row->handle == folded) {
            return row;
        }
        handles.push_back(row->handle);
        if (fold(row->name) == folded || fold(goes_by(*row)) == folded) {
            named.push_back(row);
        }
    }
    if (named.size() > 1) {
        return bad_input("more than one " + std::string(what) + " is called \"" +
                         to_valid_utf8(name) + "\"; use the handle: " + join(handles, ", "));
    }
    if (named.empty()) {
        return missing_of(what, name, std::move(handles));
    }
    return named.front();
}

template <class T>
Fallible<const T*> by_handle_or_name(std::string_view what, std::string_view name,
                                     const std::vector<const T*>& rows) {
    return by_handle_or_name(what, name, rows, [](const T& row) { return row.name; });
}

// By title, else by the only title that begins so, else by number from 1.
template <class T>
Fallible<const T*> by_title(std::string_view what, std::string_view title,
                            const std::vector<const T*>& rows) {
    std::vector<std::string> titles;
    std::vector<const T*> begun;
    const std::string folded = fold(trim(title));
    for (const T* row : rows) {
        const std::string own = fold(row->title);
        if (own == folded) {
            return row;
        }
        titles.push_back(row->title);
        if (!folded.empty() && own.starts_with(folded)) {
            begun.push_back(row);
        }
    }
    if (begun.size() == 1) {
        return begun.front();
    }
    if (const auto number = number_value(title, "", 1, static_cast<std::int64_t>(rows.size()))) {
        return rows[static_cast<std::size_t>(*number - 1)];
    }
    return missing_of(what, title, std::move(titles));
}

// In the order of their handles, as they are listed.
template <class T>
std::vector<const T*> all(const model::Workspace& workspace, bool (*keep)(const T&)) {
    std::vector<const T*> rows;
    for (const T& row : workspace.rows<T>()) {
        if (keep(row)) {
            rows.push_back(&row);
        }
    }
    std::ranges::sort(rows, {}, &T::handle);
    return rows;
}

template <class T>
Fallible<const T*> found(const T* row, std::string_view what, std::string_view key,
                         std::string_view like) {
    if (row == nullptr) {
        return missing(what, key, like);
    }
    return row;
}

template <class Id>
std::string key_or_empty(const model::Workspace& workspace, Id id) {
    const auto* row = workspace.find(id);
    return row != nullptr ? model::key_of(*row) : std::string();
}

template <class Id>
std::string handle_or_empty(const model::Workspace& workspace, Id id) {
    const auto* row = workspace.find(id);
    return row != nullptr ? row->handle : std::string();
}

}  // namespace

Fallible<const model::Card*> find_card(const model::Workspace& workspace, std::string_view key) {
    const model::Board* board = workspace.board();
    const std::string like =
        "card keys look like " + (board != nullptr ? board->key_prefix : "MKT") + "-12";
    return found(model::card_by_key(workspace, key), "card", key, like);
}
Fallible<const model::Request*> find_request(const model::Workspace& workspace,
                                             std::string_view key) {
    return found(model::request_by_key(workspace, key), "request", key,
                 "request keys look like R-7");
}
Fallible<const model::Objective*> find_objective(const model::Workspace& workspace,
                                                 std::string_view key) {
    return found(model::objective_by_key(workspace, key), "objective", key,
                 "throughline objective list shows them");
}
Fallible<const model::Bet*> find_bet(const model::Workspace& workspace, std::string_view key) {
    return found(model::bet_by_key(workspace, key), "big bet", key,
                 "throughline bet list shows them");
}

Fallible<const model::Person*> find_person(const model::Workspace& workspace,
                                           std::string_view name) {
    return by_handle_or_name<model::Person>(
        "person", name, all<model::Person>(workspace, [](const auto&) { return true; }));
}

Fallible<const model::Column*> find_column(const model::Workspace& workspace,
                                           std::string_view name) {
    std::vector<const model::Column*> columns;
    for (const model::ColumnId id : workspace.columns()) {
        columns.push_back(workspace.find(id));
    }
    return by_handle_or_name("column", name, columns, [&](const model::Column& column) {
        return model::column_name(workspace, column);
    });
}

Fallible<const model::ColumnGroup*> find_group(const model::Workspace& workspace,
                                               std::string_view name) {
    return by_handle_or_name<model::ColumnGroup>(
        "column group", name,
        all<model::ColumnGroup>(workspace, [](const auto& group) { return !group.removed; }));
}

Fallible<const model::Template*> find_template(const model::Workspace& workspace,
                                               std::string_view name) {
    return by_handle_or_name<model::Template>(
        "template", name, all<model::Template>(workspace, [](const auto&) { return true; }));
}

Fallible<const model::TemplateVersion*> current_version(const model::Workspace& workspace,
                                                        const model::Template& form) {
    return found(workspace.find(form.current), "version of the template", form.handle, "");
}

Fallible<const model::Term*> find_term(const model::Workspace& workspace, std::string_view kind,
                                       std::string_view value) {
    std::vector<std::string> known;
    for (const model::Term& term : workspace.rows<model::Term>()) {
        if (term.kind == kind && fold(term.value) == fold(value)) {
            return &term;
        }
        if (term.kind == kind) {
            known.push_back(term.value);
        }
    }
    return missing_of(kind, value, std::move(known));
}

Fallible<const model::SavedView*> find_view(const model::Workspace& workspace,
                                            model::PersonId actor, std::string_view name) {
    std::vector<std::string> known;
    const model::SavedView* shared = nullptr;
    for (const model::SavedView& view : workspace.rows<model::SavedView>()) {
        if (view.owner && view.owner != actor) continue;
        if (view.name == name && view.owner) {
            return &view;
        }
        shared = view.name == name ? &view : shared;
        known.push_back(view.name);
    }
    if (shared == nullptr) {
        return missing_of("view", name, std::move(known));
    }
    return shared;
}

std::vector<const model::GateItem*> gate_items(const model::Workspace& workspace,
                                               model::ColumnId column) {
    std::vector<const model::GateItem*> items;
    for (const model::GateItem& item : workspace.rows<model::GateItem>()) {
        if (item.column == column && !item.removed) {
            items.push_back(&item);
        }
    }
    std::ranges::sort(items, {},
                      [](const model::GateItem* item) { return std::pair(item->rank, item->id); });
    return items;
}

Fallible<const model::GateItem*> find_gate_item(const model::Workspace& workspace,
                                                model::ColumnId column, std::string_view title) {
    return by_title("gate item", title, gate_items(workspace, column));
}

Fallible<const model::ChecklistItem*> find_checklist_item(const model::Workspace& workspace,
                                                          const model::Card& card,
                                                          std::string_view title) {
    auto items = workspace.of<model::ChecklistItem>(card.id);
    std::ranges::stable_sort(items, {}, &model::ChecklistItem::rank);
    return by_title("checklist item", title, items);
}

std::string handle_of(const model::Workspace& workspace, model::PersonId person) {
    return handle_or_empty(workspace, person);
}
std::string handle_of(const model::Workspace& workspace, model::ColumnId column) {
    return handle_or_empty(workspace, column);
}
std::string handle_of(const model::Workspace& workspace, model::ColumnGroupId group) {
    return handle_or_empty(workspace, group);
}
std::string key_of(const model::Workspace& workspace, model::ObjectiveId objective) {
    return key_or_empty(workspace, objective);
}
std::string key_of(const model::Workspace& workspace, model::BetId bet) {
    return key_or_empty(workspace, bet);
}
std::string key_of(const model::Workspace& workspace, model::RequestId request) {
    return key_or_empty(workspace, request);
}
std::string key_of(const model::Workspace& workspace, model::CardId card) {
    const model::Card* row = workspace.find(card);
    return row != nullptr ? model::key_of(workspace, *row) : std::string();
}

std::string template_of(const model::Workspace& workspace, const model::Request& request) {
    const model::TemplateVersion* version = workspace.find(request.version);
    const model::Template* form = version != nullptr ? workspace.find(version->form) : nullptr;
    return form != nullptr ? form->handle : std::string();
}

}  // namespace throughline::cli
