#include "core/exchange/export.h"

#include <nlohmann/json.hpp>

namespace throughline::exchange {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kBatch = 256;

std::string quoted(const std::string& text) {
    return Json(text).dump(-1, ' ', false, Json::error_handler_t::replace);
}

// One value as people read it; lists are JSON text already.
std::string readable(const model::FieldInfo& field, const model::Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        if (field.kind == model::FieldKind::Instant) {
            return quoted(to_text(Instant{*number}));
        }
        if (field.kind == model::FieldKind::Flag) {
            return *number == 0 ? "false" : "true";
        }
        return std::to_string(*number);
    }
    if (const auto* real = std::get_if<double>(&value)) {
        return Json(*real).dump();
    }
    if (const auto* text = std::get_if<std::string>(&value)) {
        return field.kind == model::FieldKind::List ? *text : quoted(*text);
    }
    return "null";
}

void write_row(const model::Table& table, const model::Row& row, std::ostream& out) {
    out << '{';
    for (std::size_t i = 0; i < row.size(); ++i) {
        out << (i == 0 ? "" : ", ") << '"' << table.fields[i].name
            << "\": " << readable(table.fields[i], row[i]);
    }
    out << '}';
}

void write_tables(const model::Workspace& workspace, std::ostream& out) {
    out << "\"tables\": {";
    const char* between_tables = "\n";
    for (const model::Table& table : model::tables()) {
        out << between_tables << '"' << table.name << "\": [";
        between_tables = ",\n";
        const char* between_rows = "\n";
        table.each(workspace, [&](const model::Row& row) {
            out << between_rows;
            between_rows = ",\n";
            write_row(table, row, out);
        });
        out << ']';
    }
    out << "\n}";
}

Status write_entries(desk::Desk& desk, std::int64_t last, std::ostream& out) {
    out << "\"entries\": [";
    for (std::int64_t seq = 0; seq < last;) {
        TL_TRY(const auto entries, desk.since(seq, kBatch));
        if (entries.empty()) {
            return Error{ErrorCode::Corrupt, "entry " + std::to_string(seq + 1) + " is missing",
                         "journal"};
        }
        for (const journal::Entry& entry : entries) {
            if (entry.seq > last) {  // committed by somebody else just now
                break;
            }
            out << (entry.seq == 1 ? "\n" : ",\n")
                << journal::encode_payload(entry.draft, entry.seq);
            seq = entry.seq;
        }
        if (!out) {
            return Error{ErrorCode::Io, "the export could not be written", ""};
        }
    }
    out << "\n]";
    return Done{};
}

}  // namespace

Status write_throughline(desk::Desk& desk, std::ostream& out) {
    TL_TRY([[maybe_unused]] const bool had_news, desk.refresh());
    const std::int64_t last = desk.workspace().seq();
    TL_TRY(const auto newest, desk.before(last + 1, 1));
    if (last == 0 || newest.empty() || newest.front().seq != last) {
        return Error{ErrorCode::NotFound, "there is no board in this file yet", ""};
    }
    out << "{\"throughline\": 1,\n\"head\": {\"seq\": " << last << ", \"when\": \""
        << to_text(newest.front().draft.when) << "\", \"hash\": \"" << newest.front().hash
        << "\"},\n";
    TL_CHECK(write_entries(desk, last, out));
    out << ",\n";
    write_tables(desk.workspace(), out);
    out << "}\n";
    out.flush();
    return out ? Status(Done{}) : Error{ErrorCode::Io, "the export could not be written", ""};
}

}  // namespace throughline::exchange
