// How a kind of record is registered. Its area's file specialises RecordRules<T>:
//
//     template <>
//     struct RecordRules<model::GlossaryWord> {
//         static constexpr RecordKind kKind{"glossary_word", "word", "glossary", Right::Work,
//         kFields}; static Verdict check(const Edit&, const Context&, GlossaryWord& row,
//                              const GlossaryWord* before);
//     };
//
// check() is asked of every row that a command adds or changes (`before` is null for a new one); it
// refuses, or fills in what follows from the rest (who wrote it, when it was closed).
#pragma once

#include "core/rules/acts.h"
#include "core/rules/edit.h"
#include "core/rules/records.h"
#include "core/rules/set_fields.h"

#include <type_traits>

namespace throughline::rules {

template <class T>
struct RecordRules;

// A day or a number has no value of its own that says "nothing": it is there when it was given.
template <class M>
inline constexpr bool kIsNeverEmpty = std::is_same_v<M, Day> ||
                                      (std::is_arithmetic_v<M> && !std::is_same_v<M, bool>);

// Every required field that the row has nothing in, by name, as a form shows them. `set` is what
// was given to a new row.
template <class T>
Verdict need_required(const T& row, bool is_new, const model::TextMap& set) {
    std::vector<FieldProblem> missing;
    std::string labels;
    for (const RecordField& wanted : RecordRules<T>::kKind.fields) {
        model::for_each_field<T>([&]<class M>(const model::Field<T, M>& f) {
            if (!wanted.required || f.name != wanted.name) {
                return;
            }
            const model::Value value = model::Codec<M>::encode(row.*f.member);
            const auto* text = std::get_if<std::string>(&value);
            const bool is_empty =
                model::is_null(value) || (text != nullptr && (text->empty() || *text == "[]"));
            const bool is_left_out =
                is_new && kIsNeverEmpty<M> && !set.contains(std::string(f.name));
            if (is_empty || is_left_out) {
                missing.push_back(
                    {std::string(wanted.name), std::string(wanted.label), "is missing"});
                labels += (labels.empty() ? "" : ", ") + std::string(wanted.label);
            }
        });
    }
    if (missing.empty()) {
        return Done{};
    }
    Refusal no =
        refusal("field_missing",
                "The " + std::string(RecordRules<T>::kKind.title) + " lacks: " + labels + ".",
                "Fill in what is missing.");
    no.fields = std::move(missing);
    return no;
}

// Sets, asks and stores. `row` is the row before the command, or a new one.
template <class T>
Verdict put_record(Edit& edit, const Context& context, T row, const T* before,
                   const model::TextMap& set) {
    std::vector<std::string_view> names;
    for (const RecordField& field : RecordRules<T>::kKind.fields) {
        names.push_back(field.name);
    }
    TL_CHECK(set_fields(edit, row, set, names));
    TL_CHECK(need_required(row, before == nullptr, set));
    TL_CHECK(RecordRules<T>::check(edit, context, row, before));
    edit.put(std::move(row));
    return Done{};
}

template <class T>
RecordKind make_record_kind() {
    using Id = decltype(T::id);
    RecordKind kind = RecordRules<T>::kKind;
    kind.add = [](Edit& edit, const Context& context, const model::TextMap& set) -> Verdict {
        T row;
        row.id = edit.new_id<Id>();
        if constexpr (model::Numbered<T>) {
            row.number = edit.next_number(model::Fields<T>::kName);
        }
        return put_record<T>(edit, context, std::move(row), nullptr, set);
    };
    kind.change = [](Edit& edit, const Context& context, std::int64_t id,
                     const model::TextMap& set) -> Verdict {
        const T* found = edit.get(Id{id});
        if (found == nullptr) {
            return not_found(RecordRules<T>::kKind.title);
        }
        const T before = *found;
        return put_record<T>(edit, context, before, &before, set);
    };
    kind.remove = [](Edit& edit, std::int64_t id) -> Verdict {
        const T* found = edit.get(Id{id});
        if (found == nullptr) {
            return not_found(RecordRules<T>::kKind.title);
        }
        if constexpr (requires { RecordRules<T>::may_remove(edit, *found); }) {
            TL_CHECK(RecordRules<T>::may_remove(edit, *found));
        }
        edit.remove(Id{id});
        return Done{};
    };
    return kind;
}

// The kinds of one area's file.
std::vector<RecordKind> plan_records();
std::vector<RecordKind> kpi_records();
std::vector<RecordKind> cadence_records();
std::vector<RecordKind> learning_records();
std::vector<RecordKind> register_records();

// A refusal about one field, as a form shows it: "bad_value".
Refusal wrong_field(std::string field, std::string reason, std::string remedy);

// Rows of T, other than `row`, for which match(T) holds.
template <class T, class F>
int count_others(const Edit& edit, const T& row, F&& match) {
    int count = 0;
    edit.each<T>([&](const T& other) { count += other.id != row.id && match(other) ? 1 : 0; });
    return count;
}

}  // namespace throughline::rules
