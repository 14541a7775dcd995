#include "core/rules/set_fields.h"

#include "core/base/text.h"
#include "core/model/tables.h"

#include <cmath>

namespace throughline::rules::text_value {
namespace {

// Rows are looked up in the state before the command; a command never refers to what it makes
// itself.
const model::Workspace& ws(const Edit& edit) {
    return edit.before();
}

template <class Row, class Id>
bool found(const Row* row, const std::string& text, std::string_view what, Id& out,
           std::string& problem) {
    if (text.empty()) {
        out = {};
        return true;
    }
    if (row == nullptr) {
        problem = "names no " + std::string(what) + ": '" + text + "'";
        return false;
    }
    out = row->id;
    return true;
}

template <class Id>
bool found_by_key(const Edit& edit, const std::string& text, std::string_view what, Id& out,
                  std::string& problem) {
    const auto& table = model::table_of<model::Stored<Id>>();
    const auto* row = edit.before().find(Id{model::id_by_key(edit.before(), table, text)});
    return found(row, text, what, out, problem);
}

// One name a line.
template <class Id>
bool read_each(const Edit& edit, const std::string& text, std::vector<Id>& out,
               std::string& problem) {
    model::TextList lines;
    if (!read(edit, text, lines, problem)) {
        return false;
    }
    out.clear();
    for (const std::string& line : lines) {
        Id one;
        if (!read(edit, line, one, problem)) {
            return false;
        }
        out.push_back(one);
    }
    return true;
}

}  // namespace

bool read(const Edit&, const std::string& text, std::string& out, std::string& problem) {
    if (!is_valid_utf8(text)) {
        problem = "is not valid UTF-8 text";
        return false;
    }
    out = std::string(trim(text));
    return true;
}

bool read(const Edit&, const std::string& text, int& out, std::string& problem) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (error != std::errc{} || end != text.data() + text.size()) {
        problem = "must be a whole number, not '" + text + "'";
        return false;
    }
    return true;
}

bool read(const Edit&, const std::string& text, double& out, std::string& problem) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(out)) {
        problem = "must be a number, not '" + text + "'";
        return false;
    }
    return true;
}

bool read(const Edit&, const std::string& text, bool& out, std::string& problem) {
    if (text != "true" && text != "false") {
        problem = "must be true or false, not '" + text + "'";
        return false;
    }
    out = text == "true";
    return true;
}

bool read(const Edit&, const std::string& text, Day& out, std::string& problem) {
    const auto day = parse_day(text);
    if (!day) {
        problem = "must be a date: " + day.error().message;
        return false;
    }
    out = *day;
    return true;
}

bool read(const Edit& edit, const std::string& text, model::TextList& out, std::string& problem) {
    out.clear();
    std::string line;
    for (const std::string& one : split(text, '\n')) {
        if (!read(edit, one, line, problem)) {
            return false;
        }
        if (!line.empty()) {
            out.push_back(line);
        }
    }
    return true;
}

bool read(const Edit& edit, const std::string& text, std::vector<Day>& out, std::string& problem) {
    model::TextList lines;
    read(edit, text, lines, problem);
    out.clear();
    for (const std::string& line : lines) {
        Day day;
        if (!read(edit, line, day, problem)) {
            return false;
        }
        out.push_back(day);
    }
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return true;
}

bool read(const Edit& edit, const std::string& text, std::vector<model::PersonId>& out,
          std::string& problem) {
    return read_each(edit, text, out, problem);
}
bool read(const Edit& edit, const std::string& text, std::vector<model::KpiId>& out,
          std::string& problem) {
    return read_each(edit, text, out, problem);
}

// A line that begins with white space goes on with the text of the line before.
bool read(const Edit&, const std::string& text, model::TextMap& out, std::string& problem) {
    out.clear();
    std::string* last = nullptr;
    for (const std::string& line : split(text, '\n')) {
        const bool goes_on = !line.empty() && (line.front() == ' ' || line.front() == '\t');
        if (goes_on && last != nullptr) {
            *last += "\n" + std::string(trim(line));
            continue;
        }
        if (trim(line).empty()) {
            continue;
        }
        const std::size_t colon = line.find(':');
        if (colon == std::string::npos || colon == 0) {
            problem = "must be lines of 'handle: text', not '" + line + "'";
            return false;
        }
        last = &out[std::string(trim(line.substr(0, colon)))];
        *last = trim(line.substr(colon + 1));
    }
    return true;
}

bool read(const Edit& edit, const std::string& text, model::PersonId& out, std::string& problem) {
    if (text.find_first_of(",;\n&") != std::string::npos) {
        problem = "takes exactly one person, not '" + text + "'";
        return false;
    }
    return found(ws(edit).person_by_handle(text), text, "person", out, problem);
}
bool read(const Edit& edit, const std::string& text, model::ObjectiveId& out,
          std::string& problem) {
    return found(model::objective_by_key(ws(edit), text), text, "objective", out, problem);
}
bool read(const Edit& edit, const std::string& text, model::BetId& out, std::string& problem) {
    return found(model::bet_by_key(ws(edit), text), text, "big bet", out, problem);
}
bool read(const Edit& edit, const std::string& text, model::CardId& out, std::string& problem) {
    return found(model::card_by_key(ws(edit), text), text, "card", out, problem);
}
bool read(const Edit& edit, const std::string& text, model::ColumnId& out, std::string& problem) {
    return found(ws(edit).column_by_handle(text), text, "column", out, problem);
}

bool read(const Edit& edit, const std::string& text, model::TemplateId& out, std::string& problem) {
    return found(ws(edit).template_by_handle(text), text, "template", out, problem);
}
bool read(const Edit& edit, const std::string& text, model::KpiId& out, std::string& problem) {
    return found_by_key(edit, text, "KPI", out, problem);
}
bool read(const Edit& edit, const std::string& text, model::KeyResultId& out,
          std::string& problem) {
    return found_by_key(edit, text, "key result", out, problem);
}
bool read(const Edit& edit, const std::string& text, model::MeetingId& out, std::string& problem) {
    return found_by_key(edit, text, "meeting", out, problem);
}

}  // namespace throughline::rules::text_value
