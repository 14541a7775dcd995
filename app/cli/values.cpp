#include "app/cli/values.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace throughline::cli {

namespace {

// "0.5", "4": without needless digits.
std::string plain_number(double number) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
    return {text.data(), end};
}

std::string in_quotes(std::string_view text) {
    return "\"" + to_valid_utf8(text) + "\"";
}

template <class N>
bool read_whole(std::string_view text, N& number) {
    const auto result = std::from_chars(text.data(), text.data() + text.size(), number);
    return result.ec == std::errc() && result.ptr == text.data() + text.size();
}

std::string lines_of(std::string_view list) {
    std::vector<std::string> items;
    for (const std::string& item : split(list, ',')) {
        if (const auto trimmed = trim(item); !trimmed.empty()) {
            items.emplace_back(trimmed);
        }
    }
    return join(items, "\n");
}

std::string stored_value(const std::string& value, Written written) {
    switch (written) {
        case Written::Plain: return value;
        case Written::List: return lines_of(value);
        case Written::Flag: return value == "yes" ? "true" : value == "no" ? "false" : value;
    }
    return value;
}

}  // namespace

Fallible<std::int64_t> number_value(std::string_view text, std::string_view where,
                                    std::int64_t least, std::int64_t most) {
    std::int64_t number = 0;
    if (!read_whole(text, number) || number < least || number > most) {
        return bad_input(in_quotes(text) + " is not a whole number from " + std::to_string(least) +
                             " to " + std::to_string(most),
                         std::string(where));
    }
    return number;
}

Fallible<std::optional<int>> count_value(const std::optional<std::string>& text,
                                         std::string_view where, int least, int most) {
    if (!text) {
        return std::optional<int>();
    }
    TL_TRY(const std::int64_t number, number_value(*text, where, least, most));
    return std::optional<int>(static_cast<int>(number));
}

Fallible<double> real_value(std::string_view text, std::string_view where, double least,
                            double most) {
    double number = 0;
    if (!read_whole(text, number) || !std::isfinite(number) || number < least || number > most) {
        return bad_input(in_quotes(text) + " is not a number from " + plain_number(least) + " to " +
                             plain_number(most),
                         std::string(where));
    }
    return number;
}

Fallible<Day> day_value(std::string_view text, std::string_view where) {
    auto day = parse_day(text);
    if (!day) {
        return bad_input(std::move(day).error().message, std::string(where));
    }
    return *day;
}

Fallible<Instant> instant_value(std::string_view text, std::string_view where) {
    auto instant = parse_instant(text);
    if (!instant) {
        return bad_input(std::move(instant).error().message, std::string(where));
    }
    return *instant;
}

Fallible<model::TextMap> settings_value(const std::vector<std::string>& pairs,
                                        std::span<const Settable> settable) {
    model::TextMap set;
    for (const std::string& pair : pairs) {
        const std::size_t equals = pair.find('=');
        if (equals == std::string::npos) {
            return bad_input(in_quotes(pair) + " is not of the form FIELD=VALUE", "FIELD=VALUE");
        }
        const std::string field = pair.substr(0, equals);
        const std::string value = pair.substr(equals + 1);
        const auto known = std::ranges::find(settable, field, &Settable::field);
        if (known == settable.end()) {
            return bad_input("there is no such field to set; there are: " + field_names(settable),
                             field, ErrorCode::NotFound);
        }
        if (!is_valid_utf8(value)) {
            return bad_input("the value is not valid UTF-8 text", field);
        }
        const std::string stored(known->stored.empty() ? known->field : known->stored);
        if (!set.emplace(stored, stored_value(value, known->written)).second) {
            return bad_input("the field is set twice", field);
        }
    }
    return set;
}

std::string field_names(std::span<const Settable> settable) {
    std::vector<std::string> names;
    for (const Settable& one : settable) {
        names.emplace_back(one.field);
    }
    return join(names, ", ");
}

}  // namespace throughline::cli
