// The field list of a type: each member once, with its stored name. Table definition, reading and
// writing rows, journal diffs, JSON, CSV and audit wording all come from this list.
//
// A stored type specialises Fields<T> in its own file:
//
//     template <>
//     struct Fields<Bet> {
//         static constexpr std::string_view kName = "bet";  // table name; stored, never changed
//         static constexpr auto kList = std::tuple{field("id", &Bet::id), field("title",
//         &Bet::title)};
//     };
#pragma once

#include "core/model/codec.h"

#include <array>
#include <span>
#include <tuple>

namespace throughline::model {

template <class T, class M>
struct Field {
    std::string_view name;
    M T::*member;
};

template <class T, class M>
constexpr Field<T, M> field(std::string_view name, M T::*member) {
    return {name, member};
}

template <class T>
struct Fields;

template <class T>
concept Listed = requires {
    Fields<T>::kList;
};

template <Listed T>
constexpr std::size_t kFieldCount =
    std::tuple_size_v<std::remove_cvref_t<decltype(Fields<T>::kList)>>;

// What is known of a field without its type.
struct FieldInfo {
    std::string_view name;
    FieldKind kind = FieldKind::Text;
    bool nullable = false;
    bool (*fits)(ValueView value) = nullptr;      // could the field hold this value?
    std::span<const std::string_view> choices{};  // of a choice: its values
    std::string_view target{};                    // of an id or ids: the table of what they name
};

template <class M>
bool fits_codec(ValueView value) {
    M member{};
    return Codec<M>::decode(value, member);
}

template <Listed T>
std::span<const FieldInfo> field_infos() {
    static constexpr auto kInfos = std::apply(
        []<class... M>(const Field<T, M>&... fields) {
            return std::array<FieldInfo, sizeof...(M)>{
                FieldInfo{fields.name, Codec<M>::kKind, Codec<M>::kNullable, &fits_codec<M>,
                          Choices<M>::kNames, Target<M>::kTable}...};
        },
        Fields<T>::kList);
    return kInfos;
}

// Calls f(field) for each field, in order.
template <Listed T, class F>
constexpr void for_each_field(F&& f) {
    std::apply([&f](const auto&... fields) { (f(fields), ...); }, Fields<T>::kList);
}

template <Listed T>
Row to_row(const T& object) {
    Row row;
    row.reserve(kFieldCount<T>);
    for_each_field<T>(
        [&]<class M>(const Field<T, M>& f) { row.push_back(Codec<M>::encode(object.*f.member)); });
    return row;
}

// Reads field after field from `next(index)`, a Value or a ValueView. The name of the first field
// that does not fit, or "" when all do.
template <Listed T, class Next>
std::string_view read_fields(T& object, Next&& next) {
    std::string_view wrong;
    std::size_t index = 0;
    for_each_field<T>([&]<class M>(const Field<T, M>& f) {
        if (wrong.empty() && !Codec<M>::decode(next(index), object.*f.member)) {
            wrong = f.name;
        }
        ++index;
    });
    return wrong;
}

}  // namespace throughline::model
