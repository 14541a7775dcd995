#include "app/cli/record.h"

#include "app/cli/action.h"
#include "app/cli/json.h"
#include "app/cli/listing.h"
#include "app/cli/outcome.h"
#include "app/cli/shipped.h"
#include "app/cli/values.h"
#include "app/cli/verbs.h"
#include "core/base/text.h"
#include "core/rules/record_text.h"

#include <algorithm>
#include <array>
#include <functional>

namespace throughline::cli {

namespace {

using rules::RecordField;
using rules::RecordKind;

struct RecordArgs {
    const RecordKind* kind = nullptr;
    std::string key;
    std::vector<std::string> pairs;
};

constexpr std::size_t kColumns = 8;  // of a list in a terminal

const model::Table& table_of(const RecordKind& kind) {
    return *model::table_by_name(kind.table);
}

// A value as JSON: numbers and flags as such, the rest as people write it; null for nothing.
Json value_json(const model::Workspace& workspace, const model::FieldInfo& field,
                const model::Value& value) {
    if (model::is_null(value)) {
        return nullptr;
    }
    const auto* number = std::get_if<std::int64_t>(&value);
    if (number != nullptr && field.kind == model::FieldKind::Flag) {
        return *number != 0;
    }
    if (number != nullptr && field.kind == model::FieldKind::Integer) {
        return *number;
    }
    if (const auto* real = std::get_if<double>(&value)) {
        return *real;
    }
    const std::string text = rules::written(workspace, field, value);
    if (field.kind == model::FieldKind::List) {
        Json list = Json::array();
        for (const std::string& line : split(text, '\n')) {
            if (!line.empty()) {
                list.push_back(line);
            }
        }
        return list;
    }
    return text_or_null(text);
}

Json record_json(const model::Workspace& workspace, const model::Table& table, std::int64_t id) {
    const auto row = table.row(workspace, id);
    if (!row) {
        return nullptr;
    }
    Json json{{"key", rules::reference(workspace, table, id)}};
    for (std::size_t i = 1; i < table.fields.size(); ++i) {
        json[std::string(table.fields[i].name)] = value_json(workspace, table.fields[i], (*row)[i]);
    }
    return json;
}

std::string cell(const model::Workspace& workspace, const model::FieldInfo& field,
                 const model::Value& value) {
    std::string text = rules::written(workspace, field, value);
    std::ranges::replace(text, '\n', ' ');
    return text;
}

// Those that people write; of a kind that the program writes nearly alone, all.
std::vector<std::size_t> listed_fields(const RecordKind& kind) {
    constexpr std::size_t kFew = 2;
    const model::Table& table = table_of(kind);
    std::vector<std::size_t> shown;
    if (kind.fields.size() < kFew) {
        for (std::size_t i = 1; i < std::min(table.fields.size(), kColumns + 1); ++i) {
            shown.push_back(i);
        }
        return shown;
    }
    for (const RecordField& field : kind.fields) {
        if (shown.size() < kColumns) {
            shown.push_back(*table.field_index(field.name));
        }
    }
    return shown;
}

struct ListedRow {
    std::int64_t id = 0;
    std::vector<model::Value> order;
    std::vector<std::string> cells;  // the key first
};

// By number where records have one, else by their columns from the left.
std::vector<ListedRow> listed_rows(const model::Workspace& workspace, const model::Table& table,
                                   const std::vector<std::size_t>& shown) {
    const auto number = table.field_index("number");
    std::vector<ListedRow> rows;
    table.each(workspace, [&](const model::Row& row) {
        ListedRow one{.id = std::get<std::int64_t>(row[0])};
        one.cells.push_back(rules::reference(workspace, table, one.id));
        if (number) {
            one.order.push_back(row[*number]);
        }
        for (const std::size_t index : shown) {
            const model::FieldInfo& field = table.fields[index];
            one.cells.push_back(cell(workspace, field, row[index]));
            one.order.push_back(field.target.empty() ? row[index] : model::Value(one.cells.back()));
        }
        rows.push_back(std::move(one));
    });
    std::ranges::stable_sort(rows, std::less(), &ListedRow::order);
    return rows;
}

Ending list(Session& session, const RecordArgs& args) {
    TL_TRY(auto* desk, session.desk());
    const model::Workspace& workspace = desk->workspace();
    const model::Table& table = table_of(*args.kind);
    const std::vector<std::size_t> shown = listed_fields(*args.kind);
    std::vector<std::string> head{"key"};
    for (const std::size_t index : shown) {
        const RecordField* field = args.kind->field(table.fields[index].name);
        head.emplace_back(field == nullptr ? table.fields[index].name : field->label);
    }
    Json documents = Json::array();
    TextTable printed;
    printed.head(head);
    for (const ListedRow& row : listed_rows(workspace, table, shown)) {
        if (session.json()) {
            documents.push_back(record_json(workspace, table, row.id));
        } else {
            printed.row(row.cells);
        }
    }
    if (session.json()) {
        session.print(documents);
    } else if (table.count(workspace) == 0) {
        session.out() << "No " << args.kind->plural << ".\n";
    } else {
        printed.print(session.out(), session.terminal());
    }
    return Done{};
}

Ending show(Session& session, const RecordArgs& args) {
    TL_TRY(auto* desk, session.desk());
    TL_TRY(const std::int64_t id, find_record(desk->workspace(), *args.kind, args.key));
    print_one(session, record_json(desk->workspace(), table_of(*args.kind), id));
    return Done{};
}

// How people write each field: lists with commas, yes and no for flags.
std::vector<Settable> settable(const RecordKind& kind) {
    const model::Table& table = table_of(kind);
    std::vector<Settable> all;
    for (const RecordField& field : kind.fields) {
        const model::FieldInfo& info = table.fields[*table.field_index(field.name)];
        const bool is_people = info.kind == model::FieldKind::List && !info.target.empty();
        all.push_back({field.name, info.kind == model::FieldKind::Flag ? Written::Flag
                                   : is_people                         ? Written::List
                                                                       : Written::Plain});
    }
    return all;
}

Ending finish(Session& session, const rules::Command& command, const RecordKind& kind,
              std::int64_t id) {
    return carry_out(session, command, [&session, &kind, id](const journal::Entry& entry) {
        std::int64_t row = id;
        for (const journal::Change& change : entry.draft.changes) {
            if (row == 0 && change.table == &table_of(kind)) {
                row = change.id;
            }
        }
        return Json{{verb_of(kind), record_json(session.workspace(), table_of(kind), row)}};
    });
}

Ending add(Session& session, const RecordArgs& args) {
    TL_TRY([[maybe_unused]] auto* desk, session.acting_desk());
    TL_TRY(model::TextMap fields, settings_value(args.pairs, settable(*args.kind)));
    return finish(session, rules::AddRecord{std::string(args.kind->table), std::move(fields)},
                  *args.kind, 0);
}

Ending set(Session& session, const RecordArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    TL_TRY(const std::int64_t id, find_record(desk->workspace(), *args.kind, args.key));
    TL_TRY(model::TextMap fields, settings_value(args.pairs, settable(*args.kind)));
    return finish(session, rules::EditRecord{std::string(args.kind->table), id, std::move(fields)},
                  *args.kind, id);
}

Ending remove(Session& session, const RecordArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    TL_TRY(const std::int64_t id, find_record(desk->workspace(), *args.kind, args.key));
    return carry_out(session, rules::RemoveRecord{std::string(args.kind->table), id});
}

std::string fields_note(const RecordKind& kind) {
    std::string note = "Fields:";
    for (const RecordField& field : kind.fields) {
        note += "\n  " + std::string(field.name) + (field.required ? " (needed)" : "");
        note += field.help.empty() ? "" : ": " + std::string(field.help);
        const model::Table& table = table_of(kind);
        const auto choices = table.fields[*table.field_index(field.name)].choices;
        std::string names;
        for (const std::string_view choice : choices) {
            names += (names.empty() ? " [" : ", ") + std::string(choice);
        }
        note += names.empty() ? "" : names + "]";
    }
    return note;
}

std::string pairs_example(const RecordKind& kind) {
    std::string text;
    for (const RecordField& field : kind.fields) {
        if (field.required) {
            text += " " + std::string(field.name) + "=...";
        }
    }
    return text;
}

}  // namespace

Json record_json(const model::Workspace& workspace, const RecordKind& kind, std::int64_t id) {
    return record_json(workspace, table_of(kind), id);
}

Fallible<std::int64_t> find_record(const model::Workspace& workspace, const RecordKind& kind,
                                   const std::string& key) {
    const std::int64_t id = rules::referred(workspace, table_of(kind), key);
    if (id == 0) {
        return bad_input("there is no " + std::string(kind.title) + " \"" + key + "\"",
                         verb_of(kind));
    }
    return id;
}

std::string verb_of(const RecordKind& kind) {
    if (kind.table == "action_item") {
        return "action";
    }
    if (kind.table == "glossary_word") {
        return "word";
    }
    std::string name(kind.table);
    std::ranges::replace(name, '_', '-');
    return name;
}

Verb add_record_verb(Verb& program, const RecordKind& kind, const std::string& help,
                     ReadVerbs reads) {
    const std::string name = verb_of(kind);
    const std::string call = "throughline " + name;
    Verb verb = program.verb(name, help);
    const auto args = [&kind] {
        auto made = std::make_shared<RecordArgs>();
        made->kind = &kind;
        return made;
    };
    if (reads.list) {
        verb.verb("list", "All " + std::string(kind.plural))
            .example(call + " list")
            .does(args(), &list);
    }
    if (reads.show) {
        auto shown = args();
        verb.verb("show", "One of them, whole")
            .needs("KEY", shown->key, "As in the list")
            .example(call + " show KEY")
            .does(shown, &show);
    }
    if (kind.addable) {
        auto added = args();
        verb.verb("add", "Add one")
            .list("FIELD=VALUE", added->pairs, "As below")
            .note(fields_note(kind))
            .example(call + " add" + pairs_example(kind))
            .does(added, &add);
    }
    add_shipped_verbs(verb, kind.table, call);
    if (kind.editable) {
        auto changed = args();
        verb.verb("set", "Change one")
            .needs("KEY", changed->key, "As in the list")
            .list("FIELD=VALUE", changed->pairs, "As below; an empty value clears")
            .note(fields_note(kind))
            .example(call + " set KEY " + std::string(kind.fields.front().name) + "=...")
            .does(changed, &set);
    }
    if (kind.removable) {
        auto removed = args();
        verb.verb("remove", "Remove one; undo brings it back")
            .needs("KEY", removed->key, "As in the list")
            .example(call + " remove KEY")
            .does(removed, &remove);
    }
    verb.example(call + (reads.list ? " list" : ""));
    return verb;
}

void add_records(Verb& program) {
    for (const RecordKind& kind : rules::record_kinds()) {
        if (kind.table != "kpi" && kind.table != "experiment" && kind.table != "retro") {
            std::string help(kind.plural);
            help.front() =
                static_cast<char>(std::toupper(static_cast<unsigned char>(help.front())));
            Verb verb = add_record_verb(program, kind, help);
            if (kind.table == "action_item") {
                add_action_file(verb);
            }
        }
    }
}

}  // namespace throughline::cli
