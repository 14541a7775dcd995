#include "core/rules/record_text.h"

#include "core/base/text.h"

#include <charconv>

namespace throughline::rules {
namespace {

using model::FieldKind;
using model::Table;
using model::Value;
using model::Workspace;

std::string text_at(const Table& table, const model::Row& row, std::string_view name) {
    const auto index = table.field_index(name);
    const auto* text = index ? std::get_if<std::string>(&row[*index]) : nullptr;
    return text == nullptr ? std::string() : *text;
}

std::string list_text(const Workspace& workspace, const model::FieldInfo& field,
                      const std::string& json) {
    model::TextList lines;
    std::vector<std::int64_t> ids;
    model::TextMap map;
    if (!field.target.empty() && model::decode_json(json, ids)) {
        for (const std::int64_t id : ids) {
            lines.push_back(reference(workspace, *model::table_by_name(field.target), id));
        }
    } else if (model::decode_json(json, map)) {
        lines = map_lines(map);
    } else {
        model::decode_json(json, lines);
    }
    return join(lines, "\n");
}

std::string real_text(double value) {
    char buffer[32];
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, value);
    return error == std::errc{} ? std::string(buffer, end) : std::string();
}

}  // namespace

model::TextList map_lines(const model::TextMap& map) {
    model::TextList lines;
    for (const auto& [handle, text] : map) {
        lines.push_back(handle + ": " + join(split(text, '\n'), "\n  "));
    }
    return lines;
}

std::string reference(const Workspace& workspace, const Table& table, std::int64_t id) {
    const auto row = id == 0 ? std::nullopt : table.row(workspace, id);
    if (!row) {
        return "";
    }
    if (table.name == "card") {
        return model::key_of(workspace, *workspace.find(model::CardId{id}));
    }
    if (!table.letters.empty()) {
        const auto index = table.field_index("number");
        return std::string(table.letters) + "-" +
               std::to_string(std::get<std::int64_t>((*row)[*index]));
    }
    const std::string handle = text_at(table, *row, "handle");
    return handle.empty() ? "#" + std::to_string(id) : handle;
}

std::int64_t referred(const Workspace& workspace, const Table& table, std::string_view text) {
    text = trim(text);
    if (text.starts_with('#')) {
        std::int64_t id = 0;
        const auto [end, error] = std::from_chars(text.data() + 1, text.data() + text.size(), id);
        const bool is_number = error == std::errc{} && end == text.data() + text.size();
        return is_number && table.row(workspace, id) ? id : 0;
    }
    return model::id_by_key(workspace, table, text);
}

std::string written(const Workspace& workspace, const model::FieldInfo& field, const Value& value) {
    if (model::is_null(value)) {
        return "";
    }
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        switch (field.kind) {
            case FieldKind::Id:
                return field.target.empty()
                           ? "#" + std::to_string(*number)
                           : reference(workspace, *model::table_by_name(field.target), *number);
            case FieldKind::Flag: return *number != 0 ? "true" : "false";
            case FieldKind::Instant: return to_text(Instant{*number});
            case FieldKind::Integer:
            case FieldKind::Real:
            case FieldKind::Text:
            case FieldKind::Day:
            case FieldKind::Choice:
            case FieldKind::List: return std::to_string(*number);
        }
    }
    if (const auto* real = std::get_if<double>(&value)) {
        return real_text(*real);
    }
    const auto& text = std::get<std::string>(value);
    return field.kind == FieldKind::List ? list_text(workspace, field, text) : text;
}

}  // namespace throughline::rules
