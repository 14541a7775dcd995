#include "core/base/text.h"
#include "core/exchange/export.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <tuple>
#include <vector>

namespace throughline::exchange {
namespace {

using model::Card;
using model::Workspace;

class CsvWriter {
public:
    explicit CsvWriter(std::ostream& out) : out_(out) {}

    // As it is: keys, numbers, times.
    CsvWriter& put(std::string_view value) {
        out_ << (first_ ? "" : ",");
        first_ = false;
        if (value.find_first_of(",\"\r\n") == std::string_view::npos) {
            out_ << value;
            return *this;
        }
        out_ << '"';
        for (const char c : value) {
            out_ << c;
            if (c == '"') {
                out_ << c;
            }
        }
        out_ << '"';
        return *this;
    }
    // Words of people, which may look like a formula.
    CsvWriter& put_text(const std::string& text) {
        const bool is_formula = !text.empty() && std::string_view("=+-@\t\r").find(text.front()) !=
                                                     std::string_view::npos;
        return put(is_formula ? "'" + text : text);
    }
    CsvWriter& put(std::optional<int> number) {
        return put(number ? std::to_string(*number) : std::string());
    }
    CsvWriter& put(Instant instant) { return put(to_text(instant)); }
    CsvWriter& put(std::optional<Instant> instant) {
        return put(instant ? to_text(*instant) : std::string());
    }
    CsvWriter& put(bool flag) { return put(std::string_view(flag ? "true" : "false")); }
    CsvWriter& put(const char* text) { return put(std::string_view(text)); }
    CsvWriter& put(const std::string& text) { return put(std::string_view(text)); }
    void end_line() {
        out_ << "\r\n";
        first_ = true;
    }

    template <std::size_t N>
    void header(const std::array<const char*, N>& names) {
        for (const char* name : names) {
            put(name);
        }
        end_line();
    }

private:
    std::ostream& out_;
    bool first_ = true;
};

std::string handle_of(const Workspace& workspace, model::PersonId id) {
    const auto* person = workspace.find(id);
    return person == nullptr ? "" : person->handle;
}
std::string handle_of(const Workspace& workspace, model::ColumnId id) {
    const auto* column = workspace.find(id);
    return column == nullptr ? "" : column->handle;
}
template <class Id>
std::string key_if(const Workspace& workspace, Id id) {
    const auto* row = workspace.find(id);
    return row == nullptr ? "" : key_of(*row);
}

Status done(std::ostream& out) {
    out.flush();
    return out ? Status(Done{}) : Error{ErrorCode::Io, "the export could not be written", ""};
}

// Rows of a type by a number, ascending.
template <class T, class By>
std::vector<const T*> sorted(const Workspace& workspace, By&& by) {
    std::vector<const T*> rows;
    for (const T& row : workspace.rows<T>()) {
        rows.push_back(&row);
    }
    std::sort(rows.begin(), rows.end(), [&](const T* a, const T* b) { return by(*a) < by(*b); });
    return rows;
}

}  // namespace

Status write_cards_csv(const Workspace& workspace, std::ostream& out) {
    CsvWriter csv(out);
    csv.header(std::array{"key",        "title",      "type",        "dri",       "objective",
                          "class",      "state",      "column",      "blocked",   "due",
                          "created_at", "entered_at", "value",       "urgency",   "enablement",
                          "size",       "labels",     "request",     "has_brief", "parent",
                          "source",     "source_id",  "description", "result"});
    for (const Card* card : sorted<Card>(workspace, [](const Card& one) { return one.number; })) {
        csv.put(key_of(workspace, *card)).put_text(card->title).put_text(card->type);
        csv.put(handle_of(workspace, card->dri)).put(key_if(workspace, card->objective));
        csv.put(name_of(card->service_class))
            .put(name_of(card->state))
            .put(handle_of(workspace, card->column));
        csv.put(workspace.is_blocked(card->id))
            .put(card->due ? to_text(*card->due) : std::string());
        csv.put(card->created_at).put(card->entered_at);
        csv.put(card->value).put(card->urgency).put(card->enablement).put(card->size);
        csv.put_text(join(card->labels, "; "))
            .put(key_if(workspace, card->request))
            .put(card->has_brief());
        const Card* parent = workspace.find(card->parent);
        csv.put(parent == nullptr ? std::string() : key_of(workspace, *parent));
        csv.put(card->source)
            .put_text(card->source_id)
            .put_text(card->description)
            .put_text(card->result_actual);
        csv.end_line();
    }
    return done(out);
}

Status write_transitions_csv(const Workspace& workspace, std::ostream& out) {
    using model::Transition;
    CsvWriter csv(out);
    csv.header(std::array{"id", "card", "from", "to", "kind", "at", "known_at", "by", "voided_at",
                          "day_precision"});
    for (const Transition* row :
         sorted<Transition>(workspace, [](const Transition& one) { return one.id; })) {
        const Card* card = workspace.find(row->card);
        csv.put(std::to_string(row->id.value))
            .put(card == nullptr ? std::string() : key_of(workspace, *card));
        csv.put(handle_of(workspace, row->from))
            .put(handle_of(workspace, row->to))
            .put(name_of(row->kind));
        csv.put(row->at)
            .put(row->known_at)
            .put(handle_of(workspace, row->by))
            .put(row->voided_at)
            .put(row->day_precision);
        csv.end_line();
    }
    return done(out);
}

Status write_measurements_csv(const Workspace& workspace, std::ostream& out) {
    CsvWriter csv(out);
    csv.header(
        std::array{"kpi", "date", "value", "unit", "note", "name", "source", "by", "known_at"});
    const auto order = [](const model::Measurement& one) {
        return std::tuple(one.kpi, one.key_result, one.day, one.known_at, one.id);
    };
    for (const model::Measurement* one : sorted<model::Measurement>(workspace, order)) {
        const model::Kpi* kpi = workspace.find(one->kpi);
        const model::KeyResult* result = workspace.find(one->key_result);
        csv.put(kpi != nullptr ? key_if(workspace, one->kpi) : key_if(workspace, one->key_result));
        csv.put(to_text(one->day)).put(fmt::format("{}", one->value));
        csv.put_text(kpi != nullptr ? kpi->unit : result != nullptr ? result->unit : "");
        csv.put_text(one->note);
        csv.put_text(kpi != nullptr ? kpi->name : result != nullptr ? result->title : "");
        csv.put(one->source).put(handle_of(workspace, one->by)).put(one->known_at);
        csv.end_line();
    }
    return done(out);
}

}  // namespace throughline::exchange
