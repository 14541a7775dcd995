// Completion while typing: names of fields, then values of the field.
#include "core/base/text.h"
#include "core/model/query.h"

#include <algorithm>
#include <array>
#include <set>

namespace throughline::model {
namespace {

// The term around the cursor; its last value begins at `value` (after the colon or the last comma).
struct Spot {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t value = 0;
    std::string field;  // folded; "" before a colon
};

Spot spot_at(std::string_view text, std::size_t cursor) {
    Spot spot;
    bool quoted = false;
    for (std::size_t i = 0; i < cursor; ++i) {
        const char c = text[i];
        if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && (c == ' ' || c == '\t')) {
            spot = {i + 1, 0, i + 1, {}};
        } else if (!quoted && c == '-' && i == spot.begin) {
            spot.begin = spot.value = i + 1;
        } else if (!quoted && c == ':' && spot.field.empty()) {
            spot.field = fold(text.substr(spot.begin, i - spot.begin));
            spot.value = i + 1;
        } else if (!quoted && c == ',' && !spot.field.empty()) {
            spot.value = i + 1;
        }
    }
    spot.end = cursor;
    while (spot.end < text.size() && text[spot.end] != ' ' && text[spot.end] != ',') {
        ++spot.end;
    }
    return spot;
}

std::string quoted(std::string_view value) {
    const bool plain = value.find_first_of(" ,\t") == std::string_view::npos;
    return plain ? std::string(value) : "\"" + std::string(value) + "\"";
}

struct Choice {
    std::string value;
    std::string label;
};

template <std::size_t N>
void add_names(std::vector<Choice>& out, const std::array<std::string_view, N>& names) {
    for (const auto name : names) {
        out.push_back({std::string(name), {}});
    }
}

void add_words(std::vector<Choice>& out, QueryField field, const QueryContext& context) {
    if (field == QueryField::Label && context.cache != nullptr) {
        for (const auto& [label, count] : context.cache->labels()) {
            out.push_back({label, plural(count, "card", "cards")});
        }
        return;
    }
    std::set<std::string_view> words;
    for (const Card& card : context.workspace.rows<Card>()) {
        if (field == QueryField::Type) {
            words.insert(card.type);
        } else {
            words.insert(card.labels.begin(), card.labels.end());
        }
    }
    words.erase("");
    for (const auto word : words) {
        out.push_back({std::string(word), {}});
    }
}

std::vector<Choice> choices_of(QueryField field, const QueryContext& context) {
    const Workspace& ws = context.workspace;
    std::vector<Choice> out;
    switch (field) {
        case QueryField::Text: break;
        case QueryField::Dri: out = {{"none", "nobody"}}; [[fallthrough]];
        case QueryField::Person:
            if (context.me) {
                out.insert(out.begin(), {"me", "yourself"});
            }
            for (const Person& one : ws.rows<Person>()) {
                if (one.active) {
                    out.push_back({one.handle, one.name});
                }
            }
            break;
        case QueryField::Objective:
            for (const Objective& one : ws.rows<Objective>()) {
                if (!one.closed) {
                    out.push_back({key_of(one), one.title});
                }
            }
            out.push_back({"none", "no objective"});
            break;
        case QueryField::Bet:
            for (const Bet& one : ws.rows<Bet>()) {
                if (!one.closed) {
                    out.push_back({key_of(one), one.title});
                }
            }
            out.push_back({"none", "below no bet"});
            break;
        case QueryField::Class: add_names(out, Names<ServiceClass>::kAll); break;
        case QueryField::State: add_names(out, Names<CardState>::kAll); break;
        case QueryField::Column:
            for (const ColumnId id : ws.columns()) {
                out.push_back({ws.find(id)->handle, ws.find(id)->name});
            }
            break;
        case QueryField::Type:
        case QueryField::Label:
            add_words(out, field, context);
            out.push_back({"none", {}});
            break;
        case QueryField::Due:
            out = {
                {"today", {}}, {"<7d", "within a week"}, {"<today", "past"}, {"none", "no date"}};
            break;
        case QueryField::Age: out = {{">10", "more than ten days"}}; break;
        case QueryField::Is:
            out = {{"blocked", {}}, {"imported", {}}, {"overdue", {}}, {"done", {}}};
            break;
        case QueryField::Has:
            add_names(out, std::array<std::string_view, 10>{"brief", "dri", "objective", "due",
                                                            "label", "comment", "checklist", "link",
                                                            "parent", "result"});
            break;
    }
    return out;
}

// 0: does not fit; higher is better.
int fit(const Choice& choice, std::string_view typed) {
    const std::string value = fold(choice.value);
    const std::string label = fold(choice.label);
    return value.starts_with(typed)                             ? 3
           : label.starts_with(typed)                           ? 2
           : label.find(" " + std::string(typed)) != label.npos ? 1
                                                                : 0;
}

}  // namespace

std::vector<QuerySuggestion> suggest(std::string_view text, std::size_t cursor,
                                     const QueryContext& context, std::size_t limit) {
    cursor = std::min(cursor, text.size());
    const Spot spot = spot_at(text, cursor);
    std::string typed = fold(text.substr(spot.value, cursor - spot.value));
    typed.erase(std::remove(typed.begin(), typed.end(), '"'), typed.end());
    std::vector<std::pair<int, QuerySuggestion>> found;
    if (spot.field.empty()) {
        for (const auto& info : query_fields()) {
            if (info.name.starts_with(typed)) {
                found.push_back(
                    {3,
                     {std::string(info.name) + ":", std::string(info.help), spot.begin, spot.end}});
            }
        }
    } else {
        const auto fields = query_fields();
        const auto info = std::find_if(fields.begin(), fields.end(),
                                       [&](const auto& field) { return field.name == spot.field; });
        if (info == fields.end()) {
            return {};
        }
        for (const Choice& choice : choices_of(info->field, context)) {
            if (const int score = fit(choice, typed); score > 0) {
                const std::string before(text.substr(spot.begin, spot.value - spot.begin));
                found.push_back(
                    {score, {before + quoted(choice.value), choice.label, spot.begin, spot.end}});
            }
        }
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    std::vector<QuerySuggestion> result;
    for (std::size_t i = 0; i < std::min(limit, found.size()); ++i) {
        result.push_back(std::move(found[i].second));
    }
    return result;
}

}  // namespace throughline::model
