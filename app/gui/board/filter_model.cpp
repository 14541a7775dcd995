#include "app/gui/board/filter_model.h"

#include "core/base/text.h"

#include <algorithm>
#include <map>

namespace throughline::gui::board {
namespace {

// Terms as written, quotes kept together.
std::vector<std::string> terms_of(std::string_view query) {
    std::vector<std::string> terms;
    std::string term;
    bool quoted = false;
    for (const char letter : query) {
        if (letter == '"') quoted = !quoted;
        if (letter == ' ' && !quoted) {
            if (!term.empty()) terms.push_back(std::exchange(term, {}));
        } else {
            term += letter;
        }
    }
    if (!term.empty()) terms.push_back(term);
    return terms;
}

bool is_term_of(const std::string& term, std::string_view field) {
    return term.size() > field.size() && term.starts_with(field) && term[field.size()] == ':';
}

std::vector<std::string> values_of(const std::string& term, std::string_view field) {
    std::vector<std::string> values = split(std::string_view(term).substr(field.size() + 1), ',');
    std::erase(values, "");
    return values;
}

}  // namespace

bool has_term(std::string_view query, std::string_view field, std::string_view value) {
    for (const std::string& term : terms_of(query)) {
        if (!is_term_of(term, field)) continue;
        const auto values = values_of(term, field);
        if (std::find(values.begin(), values.end(), value) != values.end()) return true;
    }
    return false;
}

std::string toggle_term(std::string_view query, std::string_view field, std::string_view value) {
    std::vector<std::string> terms = terms_of(query);
    const bool on = has_term(query, field, value);
    bool placed = on;
    for (std::string& term : terms) {
        if (!is_term_of(term, field)) continue;
        std::vector<std::string> values = values_of(term, field);
        if (on) std::erase(values, std::string(value));
        if (!std::exchange(placed, true)) values.emplace_back(value);
        term = values.empty() ? "" : std::string(field) + ":" + join(values, ",");
    }
    std::erase(terms, "");
    if (!placed) terms.push_back(std::string(field) + ":" + std::string(value));
    return join(terms, " ");
}

std::vector<QuickChip> quick_chips(const model::Workspace& workspace, std::string_view query,
                                   std::size_t most_people) {
    std::vector<QuickChip> people;
    for (const model::Person& person : workspace.rows<model::Person>()) {
        int count = 0;
        for (const model::ColumnId column : workspace.columns())
            count += workspace.count(person.id, column);
        const bool on = has_term(query, "dri", person.handle);
        if (!on && (count == 0 || !person.active)) continue;
        people.push_back({.label = person.name,
                          .field = "dri",
                          .value = person.handle,
                          .on = on,
                          .person = true,
                          .category = static_cast<int>(person.id.value % 12),
                          .count = count});
    }
    std::sort(people.begin(), people.end(), [](const QuickChip& a, const QuickChip& b) {
        return a.on != b.on ? a.on : a.count != b.count ? a.count > b.count : a.label < b.label;
    });
    if (people.size() > most_people) people.resize(most_people);
    std::sort(people.begin(), people.end(),
              [](const QuickChip& a, const QuickChip& b) { return a.label < b.label; });
    for (const auto& [label, field, value] :
         {std::tuple{"Mine", "dri", "me"}, std::tuple{"Blocked", "is", "blocked"},
          std::tuple{"Overdue", "is", "overdue"}, std::tuple{"Expedite", "class", "expedite"},
          std::tuple{"Fixed date", "class", "fixed-date"}}) {
        people.push_back(
            {.label = label, .field = field, .value = value, .on = has_term(query, field, value)});
    }
    return people;
}

std::vector<ViewRow> saved_views(const model::Workspace& workspace, model::PersonId me,
                                 std::string_view query, std::string_view lanes) {
    std::vector<ViewRow> rows;
    for (const model::SavedView& view : workspace.rows<model::SavedView>()) {
        if (view.owner && view.owner != me) continue;
        rows.push_back({.id = view.id,
                        .name = view.name,
                        .query = view.query,
                        .lanes = view.lanes,
                        .shared = !view.owner,
                        .mine = view.owner == me,
                        .current = view.query == query && view.lanes == lanes});
    }
    std::sort(rows.begin(), rows.end(),
              [](const ViewRow& a, const ViewRow& b) { return a.name < b.name; });
    return rows;
}

}  // namespace throughline::gui::board
