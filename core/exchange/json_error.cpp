#include "core/exchange/json_error.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>

namespace throughline::exchange {
namespace {

using Json = nlohmann::json;

// Only listens for the place of the error.
struct ErrorFinder : nlohmann::json_sax<Json> {
    std::size_t at = 0;
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }
    bool start_object(std::size_t) override { return true; }
    bool key(string_t&) override { return true; }
    bool end_object() override { return true; }
    bool start_array(std::size_t) override { return true; }
    bool end_array() override { return true; }
    bool parse_error(std::size_t position, const std::string&, const Json::exception&) override {
        at = position;
        return false;
    }
};

std::string place(std::string_view bytes, std::size_t at) {
    const std::string_view before = bytes.substr(0, at == 0 ? 0 : std::min(at, bytes.size()) - 1);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const auto last = before.rfind('\n');
    const std::size_t column =
        last == std::string_view::npos ? before.size() + 1 : before.size() - last;
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

}  // namespace

Error json_error(std::string_view bytes) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        return {ErrorCode::Corrupt, "this is UTF-16 text; save it as UTF-8", "byte 1"};
    }
    ErrorFinder finder;
    Json::sax_parse(bytes.begin(), bytes.end(), &finder);
    const bool is_cut = finder.at >= bytes.size();
    return {ErrorCode::Corrupt,
            is_cut ? "the file ends in the middle of its JSON; it was cut off"
                   : "this is not valid JSON",
            place(bytes, finder.at)};
}

}  // namespace throughline::exchange
