#include "core/model/query.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace throughline::model {
namespace {

constexpr std::array<QueryFieldInfo, 13> kFields{{
    {QueryField::Dri, "dri", "who answers for the card: a handle or name, none, me"},
    {QueryField::Person, "person", "anybody of the card's RACI: a handle or name, me"},
    {QueryField::Objective, "objective", "O-3, the beginning of its title, none"},
    {QueryField::Bet, "bet", "big bet: B-1, the beginning of its title, none"},
    {QueryField::Class, "class", "class of service: standard, fixed-date, expedite, intangible"},
    {QueryField::Type, "type", "request type, none"},
    {QueryField::Column, "column", "where it stands"},
    {QueryField::Label, "label", "one of its labels, none"},
    {QueryField::State, "state", "on-board, traded-out, discarded, archived, void"},
    {QueryField::Due, "due", "a day, <2026-03-01, 2026-03-01..2026-03-31, <14d, today, none"},
    {QueryField::Age, "age", "days on the board: 10, >10, <=5, 3..8"},
    {QueryField::Is, "is", "blocked, imported, overdue, done"},
    {QueryField::Has, "has",
     "brief, dri, objective, due, label, comment, checklist, link, parent, result"},
}};

constexpr std::array<std::string_view, 4> kIs{"blocked", "imported", "overdue", "done"};
constexpr std::array<std::string_view, 10> kHas{"brief",  "dri",     "objective", "due",
                                                "label",  "comment", "checklist", "link",
                                                "parent", "result"};

Error invalid(std::string message, std::size_t at) {
    return {ErrorCode::Invalid, std::move(message), "column " + std::to_string(at + 1)};
}

std::string names(std::span<const std::string_view> all) {
    std::string text;
    for (const auto name : all) {
        text += (text.empty() ? "" : ", ") + std::string(name);
    }
    return text;
}

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// A value out of a fixed list: exact, or the one beginning of it.
std::string complete(std::string_view text, std::span<const std::string_view> all) {
    if (std::find(all.begin(), all.end(), text) != all.end()) {
        return std::string(text);
    }
    std::string found;
    for (const auto name : all) {
        if (name.starts_with(text)) {
            if (!found.empty()) {
                return {};
            }
            found = name;
        }
    }
    return found;
}

// A whole number; for days also a date, or "14d" from today (relative is then set).
struct Bound {
    int value = 0;
    bool relative = false;
};
std::optional<Bound> bound_of(std::string_view text, QueryField field) {
    if (field == QueryField::Due) {
        if (text == "today") {
            return Bound{0, true};
        }
        if (const auto day = parse_day(text)) {
            return Bound{day->number, false};
        }
        if (!text.ends_with('d')) {
            return std::nullopt;
        }
        text.remove_suffix(1);
    }
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < -100'000 ||
        number > 100'000) {
        return std::nullopt;
    }
    return Bound{number, field == QueryField::Due};
}

// "<10", "<=10", ">10", ">=10", "10", "3..8".
std::optional<QueryRange> range_of(std::string_view text, QueryField field) {
    QueryRange range;
    if (const auto dots = text.find(".."); dots != std::string_view::npos) {
        const auto from = bound_of(text.substr(0, dots), field);
        const auto to = bound_of(text.substr(dots + 2), field);
        if (!from || !to || from->relative != to->relative) {
            return std::nullopt;
        }
        return QueryRange{from->value, to->value, from->relative};
    }
    const char sign = text.empty() ? ' ' : text.front();
    const bool compares = sign == '<' || sign == '>' || sign == '=';
    if (compares) {
        text.remove_prefix(1);
    }
    const bool equal = !compares || sign == '=' || text.starts_with('=');
    if (compares && text.starts_with('=')) {
        text.remove_prefix(1);
    }
    const auto bound = bound_of(text, field);
    if (!bound) {
        return std::nullopt;
    }
    range.relative = bound->relative;
    if (sign != '<') {
        range.from = bound->value + (equal ? 0 : 1);
    }
    if (sign != '>') {
        range.to = bound->value - (equal ? 0 : 1);
    }
    return range;
}

class Parser {
public:
    explicit Parser(std::string_view text) : text_(text) {}

    Result<std::vector<QueryTerm>> parse() {
        std::vector<QueryTerm> terms;
        for (skip_space(); at_ < text_.size(); skip_space()) {
            TL_TRY(std::optional<QueryTerm> term, parse_term());
            if (term) {
                terms.push_back(std::move(*term));
            }
        }
        return terms;
    }

private:
    void skip_space() {
        while (at_ < text_.size() && is_space(text_[at_])) {
            ++at_;
        }
    }

    // Nothing for a term that is not finished.
    Result<std::optional<QueryTerm>> parse_term() {
        QueryTerm term;
        if (text_[at_] == '-' && at_ + 1 < text_.size() && !is_space(text_[at_ + 1])) {
            term.negated = true;
            ++at_;
        }
        const std::size_t begin = at_;
        while (at_ < text_.size() && ((text_[at_] >= 'a' && text_[at_] <= 'z') ||
                                      (text_[at_] >= 'A' && text_[at_] <= 'Z'))) {
            ++at_;
        }
        const bool is_field = at_ > begin && at_ < text_.size() && text_[at_] == ':' &&
                              text_.substr(at_ + 1, 2) != "//";  // an address is a word
        if (!is_field) {
            at_ = begin;
            TL_TRY(std::string word, parse_value(false));
            word = fold(word);
            if (trim(word).empty()) {
                return std::optional<QueryTerm>{};
            }
            term.values.push_back({std::move(word), false, std::nullopt});
            return std::optional(std::move(term));
        }
        const std::string name = fold(text_.substr(begin, at_ - begin));
        const auto info = std::find_if(kFields.begin(), kFields.end(),
                                       [&](const auto& f) { return f.name == name; });
        if (info == kFields.end()) {
            std::array<std::string_view, kFields.size()> known;
            std::transform(kFields.begin(), kFields.end(), known.begin(),
                           [](const auto& f) { return f.name; });
            return invalid("there is no field '" + name + "'; fields are " + names(known), begin);
        }
        ++at_;
        term.field = info->field;
        TL_CHECK(parse_values(term));
        return term.values.empty() ? std::optional<QueryTerm>{} : std::optional(std::move(term));
    }

    Status parse_values(QueryTerm& term) {
        for (;;) {
            const std::size_t begin = at_;
            TL_TRY(std::string text, parse_value(true));
            QueryValue value{fold(trim(text)), false, std::nullopt};
            if (value.text.size() > 1 && value.text.ends_with('*')) {
                value.text.pop_back();
                value.prefix = true;
            }
            if (!value.text.empty()) {
                TL_CHECK(check(term.field, value, begin));
                term.values.push_back(std::move(value));
            }
            if (at_ >= text_.size() || text_[at_] != ',') {
                return Done{};
            }
            ++at_;
        }
    }

    // Up to a space (or a comma); parts in quotes are taken as they are.
    Result<std::string> parse_value(bool comma_ends) {
        std::string value;
        while (at_ < text_.size() && !is_space(text_[at_]) && !(comma_ends && text_[at_] == ',')) {
            if (text_[at_] != '"') {
                value.push_back(text_[at_++]);
                continue;
            }
            const std::size_t open = at_++;
            const std::size_t close = text_.find('"', at_);
            if (close == std::string_view::npos) {
                return invalid("the quote that opens here is not closed", open);
            }
            value += text_.substr(at_, close - at_);
            at_ = close + 1;
        }
        return value;
    }

    Status check(QueryField field, QueryValue& value, std::size_t at) const {
        const auto fixed = [&](std::string_view what,
                               std::span<const std::string_view> all) -> Status {
            std::string whole = complete(value.text, all);
            if (whole.empty()) {
                return invalid("there is no " + std::string(what) + " '" + value.text +
                                   "'; it is one of " + names(all),
                               at);
            }
            value = {std::move(whole), false, std::nullopt};
            return Done{};
        };
        switch (field) {
            case QueryField::Class: return fixed("class of service", Names<ServiceClass>::kAll);
            case QueryField::State: return fixed("state", Names<CardState>::kAll);
            case QueryField::Is: return fixed("'is'", kIs);
            case QueryField::Has: return fixed("'has'", kHas);
            case QueryField::Due:
                if (value.text == "none") {
                    return Done{};
                }
                value.range = range_of(value.text, field);
                return value.range ? Status(Done{})
                                   : invalid("'" + value.text +
                                                 "' is no day; write 2026-03-01, <2026-03-01, " +
                                                 "2026-03-01..2026-03-31, <14d, today or none",
                                             at);
            case QueryField::Age:
                value.range = range_of(value.text, field);
                return value.range
                           ? Status(Done{})
                           : invalid("'" + value.text +
                                         "' is no number of days; write 10, >10, <=5 or 3..8",
                                     at);
            case QueryField::Text:
            case QueryField::Dri:
            case QueryField::Person:
            case QueryField::Objective:
            case QueryField::Bet:
            case QueryField::Type:
            case QueryField::Column:
            case QueryField::Label: return Done{};
        }
        return Done{};
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

}  // namespace

Result<Query> Query::parse(std::string_view text) {
    TL_TRY(std::vector<QueryTerm> terms, Parser(text).parse());
    Query query;
    query.text_ = text;
    query.terms_ = std::move(terms);
    return query;
}

bool Query::asks(QueryField field) const {
    return std::any_of(terms_.begin(), terms_.end(),
                       [field](const QueryTerm& term) { return term.field == field; });
}

std::span<const QueryFieldInfo> query_fields() {
    return kFields;
}

}  // namespace throughline::model
