// One value of one field, as tables, the journal and exports hold it. Null means "not there".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace throughline::model {

using Value = std::variant<std::monostate, std::int64_t, double, std::string>;
using Row = std::vector<Value>;  // one Value per field, in the order of the field list

inline bool is_null(const Value& value) {
    return value.index() == 0;
}

// A value looked at where it lies, in a Value or in a buffer of the database: nothing is copied.
// Valid as long as what it looks at.
class ValueView {
public:
    ValueView() = default;  // null
    ValueView(std::int64_t integer) : held_(integer) {}
    ValueView(double real) : held_(real) {}
    ValueView(std::string_view text) : held_(text) {}
    ValueView(const std::string& text) : held_(std::string_view(text)) {}
    // Implicit: whatever takes a view takes a Value.
    ValueView(const Value& value)
        : held_(std::visit([](const auto& held) { return Held(look(held)); }, value)) {}

    bool is_null() const { return held_.index() == 0; }
    // Null when it holds something else.
    const std::int64_t* integer() const { return std::get_if<std::int64_t>(&held_); }
    const double* real() const { return std::get_if<double>(&held_); }
    const std::string_view* text() const { return std::get_if<std::string_view>(&held_); }

    Value copy() const {
        return std::visit(
            []<class V>(const V& held) {
                if constexpr (std::is_same_v<V, std::string_view>) {
                    return Value(std::string(held));
                } else {
                    return Value(held);
                }
            },
            held_);
    }

private:
    using Held = std::variant<std::monostate, std::int64_t, double, std::string_view>;
    template <class V>
    static const V& look(const V& held) {
        return held;
    }
    static std::string_view look(const std::string& held) { return held; }

    Held held_;
};

// What a field means; decides its SQL type and how JSON and CSV write it.
enum class FieldKind {
    Integer,
    Real,
    Text,
    Flag,     // stored as 0 or 1
    Instant,  // stored as microseconds since 1970 UTC, exported as ISO 8601
    Day,      // stored and exported as YYYY-MM-DD
    Id,       // a row of another table; null for none
    Choice,   // one of a fixed set of names, kebab-case
    List,     // JSON text: an array or an object
};

}  // namespace throughline::model
