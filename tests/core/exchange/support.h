// What the tests of this room share: fixtures, an empty board, plans read and applied.
#pragma once

#include "core/exchange/import.h"
#include "core/journal/change.h"

#include <doctest/doctest.h>

#include <fstream>
#include <sstream>
#include <string>

namespace throughline::exchange {

inline std::string read_bytes(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    return bytes.str();
}
inline std::string fixture(const std::string& name, const std::string& folder = "trello") {
    return read_bytes(std::string(TL_FIXTURES_DIR) + "/" + folder + "/" + name);
}
// A file of the shared data; "" where it is not at hand.
inline std::string shared_data(const std::string& name) {
    return read_bytes(std::string(TL_SOURCE_DIR) + "/../shared/data/" + name);
}
inline Instant instant(std::string_view text) {
    return parse_instant(text).value();
}

// A board without columns, and whatever is imported into it, applied straight to the workspace.
struct BoardOnly {
    model::Workspace ws;
    ImportOptions options;
    Instant now = instant("2026-03-01T12:00:00Z");
    std::uint64_t nonce = 1;

    BoardOnly() {
        model::Board board;
        board.id = {1};
        ws.put(board);
    }

    model::ColumnId add_column(std::int64_t id, std::string handle, std::string name,
                               model::ColumnKind kind) {
        model::Column row;
        row.id = {id};
        row.board = {1};
        row.handle = std::move(handle);
        row.name = std::move(name);
        row.kind = kind;
        row.rank = static_cast<double>(id) * 1024;
        ws.put(row);
        return row.id;
    }
    model::PersonId add_person(std::int64_t id, std::string handle, std::string name) {
        model::Person row;
        row.id = {id};
        row.handle = std::move(handle);
        row.name = std::move(name);
        ws.put(row);
        return row.id;
    }

    Result<ImportPlan> plan(std::string_view bytes, std::string_view format = "trello") {
        return import_format(format)->read({bytes, ws, options, now, IdSource(nonce++ * 1000)});
    }
    // Reads, applies, and gives the report.
    ImportReport take(std::string_view bytes, std::string_view format = "trello") {
        auto read = plan(bytes, format);
        REQUIRE_MESSAGE(read.ok(), (read ? "" : to_text(read.error())));
        const auto status = journal::apply(ws, read->command.changes);
        REQUIRE_MESSAGE(status.ok(), (status ? "" : to_text(status.error())));
        return read->report;
    }

    const model::Card& card(std::string_view title) {
        for (const model::Card& one : ws.rows<model::Card>()) {
            if (one.title == title) {
                return one;
            }
        }
        FAIL("no card " << title);
        return *ws.rows<model::Card>().begin();
    }
    std::string place(std::string_view title) {
        const model::Column* column = ws.find(card(title).column);
        return column == nullptr ? std::string(name_of(card(title).state)) : column->handle;
    }
    // "created>to-do 2026-01-02T09:00:00.500000Z" per row, in order of time.
    std::vector<std::string> history(std::string_view title) {
        std::vector<std::string> lines;
        for (const model::Transition* row : ws.of<model::Transition>(card(title).id)) {
            const model::Column* from = ws.find(row->from);
            const model::Column* to = ws.find(row->to);
            lines.push_back(
                std::string(name_of(row->kind)) + " " + (from == nullptr ? "" : from->handle) +
                ">" + (to == nullptr ? "" : to->handle) + " " + to_text(row->at).substr(0, 10));
        }
        return lines;
    }
    // "to-do doing* done!": handles from left to right, * the commitment and ! the delivery point.
    std::string columns() {
        std::string text;
        for (const model::ColumnId id : ws.columns()) {
            text += (text.empty() ? "" : " ") + ws.find(id)->handle;
            text += id == ws.board()->commitment ? "*" : "";
            text += id == ws.board()->delivery ? "!" : "";
        }
        return text;
    }
    static bool has_note(const ImportReport& report, std::string_view part) {
        for (const std::string& note : report.notes) {
            if (note.find(part) != std::string::npos) {
                return true;
            }
        }
        return false;
    }
    static std::string why_left_out(const ImportReport& report, std::string_view where) {
        for (const LeftOut& one : report.left_out) {
            if (one.where == where) {
                return one.why;
            }
        }
        return "";
    }
};

using Lines = std::vector<std::string>;

}  // namespace throughline::exchange
