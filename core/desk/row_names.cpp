#include "core/desk/row_names.h"

#include "core/base/text.h"
#include "core/model/column_name.h"

#include <algorithm>
#include <array>

namespace throughline::desk {

namespace {

using model::FieldInfo;
using model::FieldKind;
using model::Row;
using model::Table;
using model::Value;

struct Pair {
    std::string_view first;
    std::string_view second;
};

// What a table holds one of, where its own name does not say it.
constexpr std::array kKinds{
    Pair{"board_column", "column"},
    Pair{"column_group", "column group"},
    Pair{"gate_item", "gate item"},
    Pair{"workflow_change", "workflow change"},
    Pair{"service_level", "service level"},
    Pair{"term", "taxonomy value"},
    Pair{"bet", "big bet"},
    Pair{"template_version", "template version"},
    Pair{"request_event", "request step"},
    Pair{"block", "blocker"},
    Pair{"gate_mark", "gate verdict"},
    Pair{"checklist_item", "checklist item"},
    Pair{"saved_view", "saved view"},
    Pair{"limit_override", "override"},
    Pair{"import_run", "import"},
    Pair{"transition", "move"},
    Pair{"alert_setting", "alert rule"},
    Pair{"annual_frame", "annual frame"},
    Pair{"not_doing", "not-doing item"},
    Pair{"key_result", "key result"},
    Pair{"budget_line", "budget line"},
    Pair{"accountability", "line of the accountability matrix"},
    Pair{"kpi", "KPI"},
    Pair{"kpi_definition", "KPI definition"},
    Pair{"kpi_target", "KPI target"},
    Pair{"action_item", "action"},
    Pair{"process_step", "process step"},
    Pair{"glossary_word", "glossary word"},
    Pair{"inbox_mark", "seen mark"},
    Pair{"data_domain", "data domain"},
};

// Field names that people say differently.
constexpr std::array kFields{
    Pair{"wip_limit", "WIP limit"},
    Pair{"dri", "DRI"},
    Pair{"board_column", "column"},
    Pair{"service_class", "class"},
    Pair{"current_version", "version"},
    Pair{"sla_hours", "SLA hours"},
    Pair{"column_group", "group"},
    Pair{"by_person", "by"},
    Pair{"key_result", "key result"},
    Pair{"kpi", "KPI"},
    Pair{"from_day", "from"},
    Pair{"to_day", "to"},
    Pair{"to_person", "to"},
    Pair{"trigger_sign", "trigger"},
    Pair{"done_people", "done by"},
    Pair{"market_days", "days to market"},
};

const Pair* look_up(std::span<const Pair> pairs, std::string_view name) {
    const auto found = std::ranges::find(pairs, name, &Pair::first);
    return found == pairs.end() ? nullptr : &*found;
}

std::string in_quotes(const std::string& text) {
    return "'" + text + "'";
}

// "2026-03-10 09:30 UTC"
std::string minute_text(Instant at) {
    const std::string text = throughline::to_text(at);
    return text.substr(0, 10) + " " + text.substr(11, 5) + " UTC";
}

// Names of what a JSON list holds, or its text when it is something else.
std::string list_text(const RowNames& names, const Table* target, const std::string& text) {
    std::vector<std::string> items;
    std::vector<std::int64_t> ids;
    if (target != nullptr && model::decode_json(text, ids)) {
        for (const std::int64_t id : ids) {
            items.push_back(names.row(*target, id));
        }
        return items.empty() ? "nothing" : join(items, ", ");
    }
    if (model::TextList list; model::decode_json(text, list)) {
        return list.empty() ? "nothing" : join(list, ", ");
    }
    if (model::TextMap map; model::decode_json(text, map)) {
        for (const auto& [handle, answer] : map) {
            items.push_back(handle + " " + in_quotes(answer));
        }
        return items.empty() ? "nothing" : join(items, ", ");
    }
    return text;
}

}  // namespace

std::string_view RowNames::kind(const Table& table) {
    const Pair* known = look_up(kKinds, table.name);
    return known != nullptr ? known->second : table.name;
}

std::string RowNames::field(const FieldInfo& field) {
    if (const Pair* known = look_up(kFields, field.name)) {
        return std::string(known->second);
    }
    std::string words(field.name);
    std::ranges::replace(words, '_', ' ');
    return words;
}

std::string RowNames::value(const FieldInfo& field, const Value& value) const {
    if (model::is_null(value)) {
        return "nothing";
    }
    const Table* table = model::table_by_name(field.target);
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        switch (field.kind) {
            case FieldKind::Id:
                return table != nullptr ? row(*table, *number) : "#" + std::to_string(*number);
            case FieldKind::Flag: return *number != 0 ? "yes" : "no";
            case FieldKind::Instant: return minute_text(Instant{*number});
            case FieldKind::Integer:
            case FieldKind::Real:
            case FieldKind::Text:
            case FieldKind::Day:
            case FieldKind::Choice:
            case FieldKind::List: return std::to_string(*number);
        }
    }
    if (const auto* real = std::get_if<double>(&value)) {
        std::string text = std::to_string(*real);
        text.erase(text.find_last_not_of('0') + 1);
        return text.ends_with('.') ? text.substr(0, text.size() - 1) : text;
    }
    const auto& text = std::get<std::string>(value);
    if (field.kind == FieldKind::List) {
        return list_text(*this, table, text);
    }
    if (field.kind == FieldKind::Choice) {
        std::string words = text;  // "on-track"
        std::ranges::replace(words, '-', ' ');
        return words;
    }
    return text.empty() ? "nothing" : field.kind == FieldKind::Text ? in_quotes(text) : text;
}

std::optional<Row> RowNames::find(const Table& table, std::int64_t id) const {
    if (auto held = table.row(workspace_, id)) {
        return held;
    }
    for (const journal::Change& change : entry_.draft.changes) {
        if (change.table == &table && change.id == id) {
            Row row = table.blank();
            row[0] = id;
            for (const journal::FieldChange& one : change.fields) {
                row[one.field] = model::is_null(one.after) ? one.before : one.after;
            }
            return row;
        }
    }
    return std::nullopt;
}

std::string RowNames::text_at(const Table& table, const Row& row, std::string_view field) const {
    const auto index = table.field_index(field);
    if (!index) {
        return {};
    }
    const auto* text = std::get_if<std::string>(&row[*index]);
    return text != nullptr ? *text : std::string();
}

// " of MKT-3 'Title'" for rows that hang on a card or a request.
std::string RowNames::owner_of(const Table& table, const Row& row) const {
    for (const std::string_view owner : {"card", "request"}) {
        const auto index = table.field_index(owner);
        const auto* id = index ? std::get_if<std::int64_t>(&row[*index]) : nullptr;
        if (id != nullptr && *id != 0) {
            return " of " + this->row(*model::table_by_name(owner), *id);
        }
    }
    return {};
}

std::string RowNames::key(const Table& table, const Row& row) const {
    const auto index = table.field_index("number");
    const auto* number = index ? std::get_if<std::int64_t>(&row[*index]) : nullptr;
    if (number == nullptr) {
        return {};
    }
    if (table.name == "card") {
        const model::Board* board = workspace_.board();
        return (board != nullptr ? board->key_prefix : "MKT") + "-" + std::to_string(*number);
    }
    return table.letters.empty() ? std::string()
                                 : std::string(table.letters) + "-" + std::to_string(*number);
}

std::string RowNames::column(const Table& table, const Row& row) const {
    const std::string name = text_at(table, row, "name");
    const auto index = table.field_index("column_group");
    const auto* group_id = index ? std::get_if<std::int64_t>(&row[*index]) : nullptr;
    const auto* group =
        group_id != nullptr ? workspace_.find(model::ColumnGroupId{*group_id}) : nullptr;
    return model::column_name(name, group);
}

std::string RowNames::row(const Table& table, std::int64_t id) const {
    const auto row = find(table, id);
    if (!row) {
        return "a " + std::string(kind(table)) + " that is gone";
    }
    const std::string title = text_at(table, *row, "title");
    if (const std::string named = key(table, *row); !named.empty()) {
        std::string says = title;
        for (const std::string_view field : {"text", "name"}) {
            says = says.empty() ? text_at(table, *row, field) : says;
        }
        return says.empty() ? named : named + " " + in_quotes(says);
    }
    if (table.name == "person") {
        return text_at(table, *row, "handle");
    }
    if (table.name == "term") {
        return text_at(table, *row, "kind") + " " + in_quotes(text_at(table, *row, "value"));
    }
    if (table.name == "board_column") {
        return column(table, *row);
    }
    if (table.name == "service_level") {
        return "for " + text_at(table, *row, "service_class");
    }
    if (const std::string name = text_at(table, *row, "name"); !name.empty()) {
        return name;
    }
    if (!title.empty()) {
        return in_quotes(title) + owner_of(table, *row);
    }
    if (table.name == "note" || table.name == "commitment") {
        return in_quotes(text_at(table, *row, "text"));
    }
    if (table.name == "alert_setting") {
        return text_at(table, *row, "rule");
    }
    const std::string owner = owner_of(table, *row);
    return owner.empty() ? "#" + std::to_string(id) : owner.substr(1);
}

}  // namespace throughline::desk
