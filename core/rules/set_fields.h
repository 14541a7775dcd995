// Sets fields of a row from text, by the type's field list. One way in for every edit command.
#pragma once

#include "core/rules/acts.h"

#include <algorithm>
#include <charconv>
#include <span>

namespace throughline::rules {

// What people write for each member type, as a member. Refusals name the problem only; the caller
// adds the field.
namespace text_value {

bool read(const Edit& edit, const std::string& text, std::string& out, std::string& problem);
bool read(const Edit& edit, const std::string& text, int& out, std::string& problem);
bool read(const Edit& edit, const std::string& text, double& out, std::string& problem);
bool read(const Edit& edit, const std::string& text, bool& out, std::string& problem);
bool read(const Edit& edit, const std::string& text, Day& out, std::string& problem);
bool read(const Edit& edit, const std::string& text, model::TextList& out, std::string& problem);
bool read(const Edit& edit, const std::string& text, std::vector<Day>& out, std::string& problem);
bool read(const Edit& edit, const std::string& text, std::vector<model::PersonId>& out,
          std::string& problem);
// Keys and handles; "" is none.
bool read(const Edit& edit, const std::string& text, model::PersonId& out, std::string& problem);
bool read(const Edit& edit, const std::string& text, model::ObjectiveId& out, std::string& problem);
bool read(const Edit& edit, const std::string& text, model::BetId& out, std::string& problem);
bool read(const Edit& edit, const std::string& text, model::CardId& out, std::string& problem);
bool read(const Edit& edit, const std::string& text, model::ColumnId& out, std::string& problem);
bool read(const Edit& edit, const std::string& text, model::TemplateId& out, std::string& problem);
bool read(const Edit& edit, const std::string& text, model::KpiId& out, std::string& problem);
bool read(const Edit& edit, const std::string& text, model::KeyResultId& out, std::string& problem);
bool read(const Edit& edit, const std::string& text, model::MeetingId& out, std::string& problem);
bool read(const Edit& edit, const std::string& text, std::vector<model::KpiId>& out,
          std::string& problem);
// "handle: text", one a line.
bool read(const Edit& edit, const std::string& text, model::TextMap& out, std::string& problem);

template <model::Named E>
bool read(const Edit&, const std::string& text, E& out, std::string& problem) {
    if (const auto found = model::from_name<E>(text)) {
        out = *found;
        return true;
    }
    problem = "must be one of:";
    for (const std::string_view name : model::Names<E>::kAll) {
        problem += " " + std::string(name);
    }
    return false;
}

template <class M>
requires requires(const Edit& edit, const std::string& text, M& out, std::string& problem) {
    read(edit, text, out, problem);
}
bool read(const Edit& edit, const std::string& text, std::optional<M>& out, std::string& problem) {
    if (text.empty()) {
        out.reset();
        return true;
    }
    M value{};
    if (!read(edit, text, value, problem)) {
        return false;
    }
    out = std::move(value);
    return true;
}

}  // namespace text_value

// Refused: a name that is not among `allowed`, a value that does not fit; both are named. Nothing
// is set then.
template <model::Listed T>
Verdict set_fields(const Edit& edit, T& row, const model::TextMap& set,
                   std::span<const std::string_view> allowed) {
    T changed = row;
    std::vector<FieldProblem> problems;
    for (const auto& wanted : set) {  // no structured binding: clang before 16 cannot capture one
        const std::string& name = wanted.first;
        const std::string& text = wanted.second;
        if (std::find(allowed.begin(), allowed.end(), name) == allowed.end()) {
            std::string known;
            for (const std::string_view one : allowed) {
                known += (known.empty() ? "" : ", ") + std::string(one);
            }
            return refusal("unknown_field", "There is no field '" + name + "' to change here.",
                           "Known fields: " + known + ".");
        }
        std::string problem;
        model::for_each_field<T>([&]<class M>(const model::Field<T, M>& f) {
            if constexpr (requires(M & member) { text_value::read(edit, text, member, problem); }) {
                if (f.name == name && !text_value::read(edit, text, changed.*f.member, problem)) {
                    problems.push_back({name, name, problem});
                }
            }
        });
    }
    if (!problems.empty()) {
        Refusal no = refusal(
            "bad_value", "'" + problems.front().field + "' " + problems.front().problem + ".", "");
        no.fields = std::move(problems);
        return no;
    }
    row = std::move(changed);
    return Done{};
}

template <model::Listed T>
Verdict set_fields(const Edit& edit, T& row, const model::TextMap& set,
                   std::initializer_list<std::string_view> allowed) {
    return set_fields(edit, row, set, std::span(allowed.begin(), allowed.size()));
}

}  // namespace throughline::rules
