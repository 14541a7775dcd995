#include "app/cli/metrics_numbers.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace throughline::cli {

Json number_json(std::optional<double> value) {
    if (!value) {
        return {};
    }
    const double whole = std::round(*value);
    return std::abs(*value - whole) < 1e-12 && std::abs(whole) < 1e15
               ? Json(static_cast<std::int64_t>(whole))
               : Json(*value);
}

std::string number_text(double value) {
    std::array<char, 40> text{};
    std::snprintf(text.data(), text.size(), "%.10g", value);
    return text.data();
}

std::string rounded_text(double value) {
    std::array<char, 400> text{};
    const int length = std::snprintf(text.data(), text.size(), "%.2f", value);
    std::string result(text.data(), static_cast<std::size_t>(length));
    result.erase(result.find_last_not_of('0') + 1);
    return result.ends_with('.') ? result.substr(0, result.size() - 1) : result;
}

}  // namespace throughline::cli
