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

}  // namespace throughline::cli
