// How each member type becomes a Value and comes back. One Codec per member type serves tables,
// journal, command arguments, exports and imports alike.
#pragma once

#include "core/base/ids.h"
#include "core/base/time.h"
#include "core/model/value.h"

#include <array>
#include <limits>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace throughline::model {

using TextList = std::vector<std::string>;
using TextMap = std::map<std::string, std::string>;

// The names of an enum's values, in their order; specialised beside each enum. Stored; a name is
// never given a new meaning.
template <class E>
struct Names;

template <class E>
concept Named = std::is_enum_v<E> && requires {
    Names<E>::kAll;
};

template <Named E>
std::string_view name_of(E value) {
    return Names<E>::kAll[static_cast<std::size_t>(value)];
}

template <Named E>
std::optional<E> from_name(std::string_view name) {
    for (std::size_t i = 0; i < Names<E>::kAll.size(); ++i) {
        if (Names<E>::kAll[i] == name) {
            return static_cast<E>(i);
        }
    }
    return std::nullopt;
}

template <Named E>
constexpr std::size_t count_of() {
    return Names<E>::kAll.size();
}

// JSON text of lists and maps; decoding says false on anything else.
std::string encode_json(const TextList& list);
std::string encode_json(const TextMap& map);
std::string encode_json(const std::vector<std::int64_t>& numbers);
bool decode_json(std::string_view text, TextList& list);
bool decode_json(std::string_view text, TextMap& map);
bool decode_json(std::string_view text, std::vector<std::int64_t>& numbers);

// Codec<M>: kKind, kNullable (null is a legal stored value), encode, decode (false: wrong type).
template <class M>
struct Codec;

// The values that a member may have when it is a choice; empty for other kinds.
template <class M>
struct Choices {
    static constexpr std::span<const std::string_view> kNames{};
};
template <Named E>
struct Choices<E> {
    static constexpr std::span<const std::string_view> kNames{Names<E>::kAll};
};
template <class M>
struct Choices<std::optional<M>> : Choices<M> {};

// The table whose rows a member names; "" when it names none.
template <class M>
struct Target {
    static constexpr std::string_view kTable{};
};
template <class Tag>
requires requires {
    Tag::kTable;
}
struct Target<StrongId<Tag>> {
    static constexpr std::string_view kTable = Tag::kTable;
};
template <class M>
struct Target<std::vector<M>> : Target<M> {};

template <>
struct Codec<std::int64_t> {
    static constexpr FieldKind kKind = FieldKind::Integer;
    static constexpr bool kNullable = false;
    static Value encode(std::int64_t member) { return member; }
    static bool decode(ValueView value, std::int64_t& member) {
        const auto* number = value.integer();
        return number != nullptr && (member = *number, true);
    }
};

template <>
struct Codec<int> {
    static constexpr FieldKind kKind = FieldKind::Integer;
    static constexpr bool kNullable = false;
    static Value encode(int member) { return std::int64_t{member}; }
    static bool decode(ValueView value, int& member) {
        const auto* number = value.integer();
        if (number == nullptr || *number < std::numeric_limits<int>::min() ||
            *number > std::numeric_limits<int>::max()) {
            return false;
        }
        member = static_cast<int>(*number);
        return true;
    }
};

template <>
struct Codec<double> {
    static constexpr FieldKind kKind = FieldKind::Real;
    static constexpr bool kNullable = false;
    static Value encode(double member) { return member; }
    static bool decode(ValueView value, double& member) {
        if (const auto* real = value.real()) {
            member = *real;
            return true;
        }
        const auto* number = value.integer();
        return number != nullptr && (member = static_cast<double>(*number), true);
    }
};

template <>
struct Codec<bool> {
    static constexpr FieldKind kKind = FieldKind::Flag;
    static constexpr bool kNullable = false;
    static Value encode(bool member) { return std::int64_t{member ? 1 : 0}; }
    static bool decode(ValueView value, bool& member) {
        const auto* number = value.integer();
        if (number == nullptr || (*number != 0 && *number != 1)) {
            return false;
        }
        member = *number == 1;
        return true;
    }
};

template <>
struct Codec<std::string> {
    static constexpr FieldKind kKind = FieldKind::Text;
    static constexpr bool kNullable = false;
    static Value encode(std::string member) { return member; }
    static bool decode(ValueView value, std::string& member) {
        const auto* text = value.text();
        return text != nullptr && (member = *text, true);
    }
};

template <>
struct Codec<Instant> {
    static constexpr FieldKind kKind = FieldKind::Instant;
    static constexpr bool kNullable = false;
    static Value encode(Instant member) { return member.us; }
    static bool decode(ValueView value, Instant& member) {
        return Codec<std::int64_t>::decode(value, member.us);
    }
};

template <>
struct Codec<Day> {
    static constexpr FieldKind kKind = FieldKind::Day;
    static constexpr bool kNullable = false;
    static Value encode(Day member) { return to_text(member); }
    static bool decode(ValueView value, Day& member) {
        const auto* text = value.text();
        if (text == nullptr) {
            return false;
        }
        const auto day = parse_day(*text);
        return day && (member = *day, true);
    }
};

template <class Tag>
struct Codec<StrongId<Tag>> {
    static constexpr FieldKind kKind = FieldKind::Id;
    static constexpr bool kNullable = true;  // null is "none", the id 0
    static Value encode(StrongId<Tag> member) { return member ? Value{member.value} : Value{}; }
    static bool decode(ValueView value, StrongId<Tag>& member) {
        if (value.is_null()) {
            member = {};
            return true;
        }
        return Codec<std::int64_t>::decode(value, member.value) && member.value > 0;
    }
};

template <Named E>
struct Codec<E> {
    static constexpr FieldKind kKind = FieldKind::Choice;
    static constexpr bool kNullable = false;
    static Value encode(E member) { return std::string(name_of(member)); }
    static bool decode(ValueView value, E& member) {
        const auto* text = value.text();
        if (text == nullptr) {
            return false;
        }
        const auto found = from_name<E>(*text);
        return found && (member = *found, true);
    }
};

template <class M>
struct Codec<std::optional<M>> {
    static constexpr FieldKind kKind = Codec<M>::kKind;
    static constexpr bool kNullable = true;
    static Value encode(const std::optional<M>& member) {
        return member ? Codec<M>::encode(*member) : Value{};
    }
    static bool decode(ValueView value, std::optional<M>& member) {
        if (value.is_null()) {
            member.reset();
            return true;
        }
        M inner{};
        return Codec<M>::decode(value, inner) && (member = std::move(inner), true);
    }
};

// Whatever encode_json and decode_json know.
template <class L>
struct JsonCodec {
    static constexpr FieldKind kKind = FieldKind::List;
    static constexpr bool kNullable = false;
    static Value encode(const L& member) { return encode_json(member); }
    static bool decode(ValueView value, L& member) {
        const auto* text = value.text();
        return text != nullptr && decode_json(*text, member);
    }
};

template <>
struct Codec<TextList> : JsonCodec<TextList> {};
template <>
struct Codec<TextMap> : JsonCodec<TextMap> {};

template <class Tag>
struct Codec<std::vector<StrongId<Tag>>> {
    static constexpr FieldKind kKind = FieldKind::List;
    static constexpr bool kNullable = false;
    static Value encode(const std::vector<StrongId<Tag>>& member) {
        std::vector<std::int64_t> numbers;
        numbers.reserve(member.size());
        for (const auto id : member) {
            numbers.push_back(id.value);
        }
        return encode_json(numbers);
    }
    static bool decode(ValueView value, std::vector<StrongId<Tag>>& member) {
        const auto* text = value.text();
        std::vector<std::int64_t> numbers;
        if (text == nullptr || !decode_json(*text, numbers)) {
            return false;
        }
        member.clear();
        for (const auto number : numbers) {
            member.push_back({number});
        }
        return true;
    }
};

template <>
struct Codec<std::vector<Day>> {
    static constexpr FieldKind kKind = FieldKind::List;
    static constexpr bool kNullable = false;
    static Value encode(const std::vector<Day>& member) {
        TextList texts;
        for (const Day day : member) {
            texts.push_back(to_text(day));
        }
        return encode_json(texts);
    }
    static bool decode(ValueView value, std::vector<Day>& member) {
        TextList texts;
        if (!Codec<TextList>::decode(value, texts)) {
            return false;
        }
        member.clear();
        for (const auto& text : texts) {
            const auto day = parse_day(text);
            if (!day) {
                return false;
            }
            member.push_back(*day);
        }
        return true;
    }
};

}  // namespace throughline::model
