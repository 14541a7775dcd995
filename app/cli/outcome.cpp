#include "app/cli/outcome.h"

#include "app/cli/json.h"
#include "app/cli/lookup.h"
#include "app/cli/text_table.h"
#include "core/desk/describe.h"

#include <ostream>

namespace throughline::cli {

namespace {

// A value as JSON writes it: days and instants as text, flags as true and false, lists as lists.
Json value_json(const model::FieldInfo& field, const model::Value& value) {
    if (model::is_null(value)) {
        return {};
    }
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        if (field.kind == model::FieldKind::Flag) {
            return *number != 0;
        }
        return field.kind == model::FieldKind::Instant
                   ? Json(throughline::to_text(Instant{*number}))
                   : Json(*number);
    }
    if (const auto* real = std::get_if<double>(&value)) {
        return *real;
    }
    const auto& text = std::get<std::string>(value);
    if (field.kind == model::FieldKind::List) {
        Json list = Json::parse(text, nullptr, false);
        return list.is_discarded() ? Json(text) : list;
    }
    return text;
}

Json change_json(const journal::Change& change) {
    static constexpr std::array<std::string_view, 3> kKinds{"insert", "update", "remove"};
    Json fields = Json::object();
    for (const journal::FieldChange& one : change.fields) {
        const model::FieldInfo& field = change.table->fields[one.field];
        fields[std::string(field.name)] = {value_json(field, one.before),
                                           value_json(field, one.after)};
    }
    return {{"table", change.table->name},
            {"id", change.id},
            {"kind", kKinds[static_cast<std::size_t>(change.kind)]},
            {"fields", std::move(fields)}};
}

// The arguments were wrong, rather than a rule of the board in the way.
bool is_bad_value(const rules::Refusal& refusal) {
    return refusal.rule == "bad_value" || refusal.rule == "unknown_field";
}

}  // namespace

Json entry_json(const journal::Entry& entry, const model::Workspace& workspace) {
    const journal::Draft& draft = entry.draft;
    Json changes = Json::array();
    for (const journal::Change& change : draft.changes) {
        changes.push_back(change_json(change));
    }
    return {{"seq", entry.seq},
            {"when", throughline::to_text(draft.when)},
            {"who", text_or_null(handle_of(workspace, draft.actor))},
            {"command", draft.command},
            {"kind", model::name_of(draft.kind)},
            {"of", draft.of != 0 ? Json(draft.of) : Json()},
            {"text", desk::describe(entry, workspace)},
            {"changes", std::move(changes)}};
}

Fallible<journal::Entry> commit(Session& session, const rules::Command& command) {
    TL_TRY(auto* desk, session.acting_desk());
    if (const auto preview = desk->preview(command); !preview && is_bad_value(preview.error())) {
        const rules::Refusal& refusal = preview.error();
        return bad_input(rules::to_text(refusal),
                         refusal.fields.empty() ? "" : refusal.fields.front().field);
    }
    auto outcome = desk->run(command);
    if (!outcome) {
        return failure_of(std::move(outcome).error());
    }
    return std::move(outcome).value();
}

void print_done(Session& session, const journal::Entry& entry, const Subject& subject) {
    if (!session.json()) {
        session.out() << printable(desk::describe(entry, session.workspace())) << '\n';
        return;
    }
    Json document = entry_json(entry, session.workspace());
    if (subject) {
        document.update(subject(entry));
    }
    session.print(document);
}

Ending carry_out(Session& session, const rules::Command& command, const Subject& subject) {
    TL_TRY(const journal::Entry entry, commit(session, command));
    print_done(session, entry, subject);
    return Done{};
}

}  // namespace throughline::cli
