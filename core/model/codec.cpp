#include "core/model/codec.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace throughline::model {
namespace {

using nlohmann::json;

// Users' text may hold broken UTF-8 only through our own mistake; it is then shown, not thrown.
std::string dump(const json& value) {
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

template <class Out, class Check>
bool parse(std::string_view text, Out& out, Check&& fits) {
    if (text == "[]" || text == "{}") {  // by far the most frequent; no parser needed
        out.clear();
        return (text == "{}") == std::is_same_v<Out, TextMap>;
    }
    const json value = json::parse(text, nullptr, false);
    if (value.is_discarded() || !fits(value)) {
        return false;
    }
    out = value.get<Out>();
    return true;
}

template <class Fits>
bool all(const json& value, Fits&& fits) {
    return std::all_of(value.begin(), value.end(), fits);
}

}  // namespace

std::string encode_json(const TextList& list) {
    return dump(json(list));
}
std::string encode_json(const TextMap& map) {
    return dump(json(map));
}
std::string encode_json(const std::vector<std::int64_t>& numbers) {
    return dump(json(numbers));
}

bool decode_json(std::string_view text, TextList& list) {
    return parse(text, list, [](const json& v) {
        return v.is_array() && all(v, [](const json& one) { return one.is_string(); });
    });
}

bool decode_json(std::string_view text, TextMap& map) {
    return parse(text, map, [](const json& v) {
        return v.is_object() && all(v, [](const json& one) { return one.is_string(); });
    });
}

bool decode_json(std::string_view text, std::vector<std::int64_t>& numbers) {
    return parse(text, numbers, [](const json& v) {
        return v.is_array() && all(v, [](const json& one) { return one.is_number_integer(); });
    });
}

}  // namespace throughline::model
