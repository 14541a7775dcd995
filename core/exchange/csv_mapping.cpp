#include "core/exchange/csv_mapping.h"

#include "core/base/text.h"
#include "core/exchange/json_error.h"
#include "core/exchange/json_view.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace throughline::exchange {
namespace {

constexpr std::array<std::string_view, 10> kMembers{"columns", "stages",    "date_format", "values",
                                                    "order",   "separator", "zone",        "source",
                                                    "start",   "done"};

Error wrong(std::string message, const std::string& member) {
    return {ErrorCode::Invalid, std::move(message), "mapping, " + member};
}

// "a, b, c"
template <class Range>
std::string list_of(const Range& names) {
    std::vector<std::string> words;
    for (const std::string_view name : names) {
        if (!name.empty()) {
            words.emplace_back(name);
        }
    }
    return join(words, ", ");
}

class Parser {
public:
    explicit Parser(JsonView root) : root_(root) {}

    Result<CsvMapping> parse() {
        for (const std::string& name : root_.names()) {
            if (std::find(kMembers.begin(), kMembers.end(), name) == kMembers.end()) {
                return wrong("there is no such member; there are: " + list_of(kMembers), name);
            }
        }
        TL_CHECK(columns());
        TL_CHECK(stages());
        TL_CHECK(date_formats());
        TL_CHECK(values());
        TL_CHECK(texts("order", out_.order));
        TL_CHECK(text("separator", out_.separator));
        TL_CHECK(text("zone", out_.zone));
        TL_CHECK(text("source", out_.source));
        TL_CHECK(text("start", out_.start));
        TL_CHECK(texts("done", out_.done));
        if (out_.separator.size() > 1 || out_.separator == "\"" || out_.separator == "\n") {
            return wrong("a separator is one character, such as ; or a tab", "separator");
        }
        return std::move(out_);
    }

private:
    Status text(const char* name, std::string& out) {
        const JsonView value = root_.member(name);
        if (value && value.text() == nullptr) {
            return wrong("this is no text", name);
        }
        out = clean(value.text());
        return Done{};
    }

    Status texts(const char* name, std::vector<std::string>& out) {
        const JsonView value = root_.member(name);
        if (value && !value.is_array()) {
            return wrong("this is no list of names", name);
        }
        for (const JsonView one : value) {
            if (one.text() == nullptr) {
                return wrong("this is no list of names", name);
            }
            out.push_back(clean(one.text()));
        }
        return Done{};
    }

    Result<JsonView> object(const char* name) {
        const JsonView value = root_.member(name);
        if (value && !value.is_object()) {
            return wrong("this is no object with a member for each column of the file", name);
        }
        return value;
    }

    Status columns() {
        TL_TRY(const JsonView all, object("columns"));
        for (const std::string& name : all.names()) {
            const JsonView value = all.member(name.c_str());
            const std::string* text = value.text();
            const auto field = text == nullptr ? std::nullopt : model::from_name<CsvField>(*text);
            if (!value.is_null() && !field) {
                return wrong("this is no field of a card; there are: " +
                                 list_of(model::Names<CsvField>::kAll) + ", or null for none",
                             "columns." + name);
            }
            out_.columns[name] = field.value_or(CsvField::None);
        }
        return Done{};
    }

    Status stages() {
        const JsonView all = root_.member("stages");
        if (all && !all.is_array()) {
            return wrong("this is no list of columns", "stages");
        }
        for (const JsonView one : all) {
            const std::string* column = one.is_object() ? text_in(one, "column") : one.text();
            if (column == nullptr) {
                return wrong("a stage is the name of a column, or {\"column\": ..., \"name\": ...}",
                             "stages");
            }
            const std::string* name = text_in(one, "name");
            out_.stages.push_back({clean(column), clean(name == nullptr ? column : name)});
        }
        return Done{};
    }

    Status date_formats() {
        const JsonView all = root_.member("date_format");
        if (const std::string* text = all.text()) {
            return date_format("", *text);
        }
        TL_TRY(const JsonView by_column, object("date_format"));
        for (const std::string& name : by_column.names()) {
            TL_CHECK(date_format(name, copy_of(by_column.member(name.c_str()).text())));
        }
        return Done{};
    }

    Status date_format(const std::string& column, const std::string& text) {
        if (!parse_date_format(text)) {
            return wrong("'" + text +
                             "' is no date format; write dd/mm/yyyy, mm/dd/yyyy, yyyy-mm-dd or "
                             "excel",
                         column.empty() ? "date_format" : "date_format." + column);
        }
        out_.date_formats[column] = text;
        return Done{};
    }

    Status values() {
        TL_TRY(const JsonView all, object("values"));
        for (const std::string& column : all.names()) {
            const JsonView map = all.member(column.c_str());
            model::TextMap& out = out_.values[column];
            for (const std::string& value : map.names()) {
                const std::string* meaning = text_in(map, value.c_str());
                if (meaning == nullptr) {
                    return wrong("this is no text", "values." + column + "." + value);
                }
                out[value] = clean(meaning);
            }
            if (!map.is_object()) {
                return wrong("this is no object: {\"value in the file\": \"value here\"}",
                             "values." + column);
            }
        }
        return Done{};
    }

    JsonView root_;
    CsvMapping out_;
};

}  // namespace

Result<CsvMapping> parse_mapping(std::string_view json) {
    if (trim(json).empty()) {
        return CsvMapping{};
    }
    const auto document = JsonDocument::parse(json);
    if (!document) {
        Error error = json_error(json);
        error.where = "mapping" + (error.where.empty() ? "" : ", " + error.where);
        return error;
    }
    if (!document->root().is_object()) {
        return Error{ErrorCode::Invalid, "a mapping is a JSON object", "mapping"};
    }
    return Parser(document->root()).parse();
}

std::string to_json(const CsvMapping& mapping) {
    nlohmann::ordered_json out = nlohmann::ordered_json::object();
    for (const auto& [column, field] : mapping.columns) {
        auto& value = out["columns"][column];
        if (field != CsvField::None) {
            value = model::name_of(field);
        }
    }
    for (const CsvStage& stage : mapping.stages) {
        out["stages"].push_back({{"column", stage.column}, {"name", stage.name}});
    }
    if (mapping.date_formats.size() == 1 && mapping.date_formats.contains("")) {
        out["date_format"] = mapping.date_formats.at("");
    } else if (!mapping.date_formats.empty()) {
        out["date_format"] = mapping.date_formats;
    }
    for (const auto& [column, values] : mapping.values) {
        out["values"][column] = values;
    }
    const auto put = [&out](const char* name, const auto& value) {
        if (!value.empty()) {
            out[name] = value;
        }
    };
    put("order", mapping.order);
    put("separator", mapping.separator);
    put("zone", mapping.zone);
    put("source", mapping.source);
    put("start", mapping.start);
    put("done", mapping.done);
    return out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

}  // namespace throughline::exchange
