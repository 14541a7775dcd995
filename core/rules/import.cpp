#include "core/rules/acts.h"
#include "core/rules/decide.h"

namespace throughline::rules {
namespace {

// Log rows are numbered when they are committed, not when the import was prepared.
template <class T>
constexpr bool kInLog =
    std::same_as<T, model::Transition> || std::same_as<T, model::RequestEvent> ||
    std::same_as<T, model::WorkflowChange>;

// The counter that numbers rows of a type; "" for the others.
template <class T>
constexpr std::string_view kCounter = std::same_as<T, model::Card>        ? "card"
                                      : std::same_as<T, model::Request>   ? "request"
                                      : std::same_as<T, model::Objective> ? "objective"
                                      : std::same_as<T, model::Bet>       ? "bet"
                                                                          : "";

// Puts a prepared change into the edit, typed.
template <class T>
Verdict take(Edit& edit, const journal::Change& change) {
    using Id = decltype(T::id);
    if constexpr (std::same_as<T, model::Counter> || std::same_as<T, model::ImportRun>) {
        return Done{};  // numbers are given out below; the run is logged by decide
    }
    if (change.kind == journal::ChangeKind::Remove) {
        edit.remove(Id{change.id});
        return Done{};
    }
    const bool fresh = kInLog<T> && change.kind == journal::ChangeKind::Insert;
    const T* present = fresh ? nullptr : edit.get(Id{change.id});
    if ((present == nullptr) != (change.kind == journal::ChangeKind::Insert)) {
        return refusal("import_stale", "The board has changed since the import was prepared.",
                       "Import again.");
    }
    model::Row row =
        present != nullptr ? model::to_row(*present) : model::Row(model::kFieldCount<T>);
    row[0] = change.id;
    for (const journal::FieldChange& field : change.fields) {
        row[field.field] = field.after;
    }
    T object;
    const auto wrong =
        model::read_fields(object, [&](std::size_t i) -> const model::Value& { return row[i]; });
    if (!wrong.empty()) {
        return refusal("import_row",
                       "A row of " + std::string(change.table->name) + " has no valid '" +
                           std::string(wrong) + "'.",
                       "This is a fault of the import; nothing was taken in.");
    }
    if constexpr (kInLog<T>) {
        object.id = fresh ? edit.next_in_log<T>() : object.id;
    }
    if constexpr (!kCounter<T>.empty()) {
        object.number = present == nullptr ? edit.next_number(kCounter<T>) : present->number;
    }
    edit.put(std::move(object));
    return Done{};
}

Verdict take(Edit& edit, const journal::Change& change) {
    Verdict verdict = Done{};
    model::for_each_stored_type([&]<class T>() {
        if (verdict && change.table->name == model::Fields<T>::kName) {
            verdict = take<T>(edit, change);
        }
    });
    return verdict;
}

// How the reader took the file: the one thing of the run it prepared that is kept as it came.
std::string mapping_of(const Import& command) {
    for (const journal::Change& change : command.changes) {
        if (change.table->name != model::Fields<model::ImportRun>::kName) {
            continue;
        }
        for (const journal::FieldChange& field : change.fields) {
            const auto* text = std::get_if<std::string>(&field.after);
            if (text != nullptr && change.table->fields[field.field].name == "mapping") {
                return *text;
            }
        }
    }
    return {};
}

}  // namespace

Verdict decide(const Import& command, Edit& edit, const Context& context) {
    if (command.changes.empty()) {
        return refusal("nothing_to_do", "There is nothing new to import.", "");
    }
    for (const journal::Change& change : command.changes) {
        TL_CHECK(take(edit, change));
    }
    edit.put(model::ImportRun{edit.new_id<model::ImportRunId>(), command.format, command.source,
                              context.now, context.actor, mapping_of(command)});
    return Done{};
}

}  // namespace throughline::rules
