#include "core/report/chart.h"

#include <algorithm>
#include <utility>

namespace throughline::report {

Axis day_axis(Day from, Day to) {
    return {.kind = Axis::Kind::Days,
            .name = "",
            .from = static_cast<double>(from.number),
            .to = static_cast<double>(std::max(from, to).number)};
}

Axis number_axis(std::string name, double highest, double lowest) {
    return {.kind = Axis::Kind::Numbers,
            .name = std::move(name),
            .from = std::min(0.0, lowest),
            .to = highest};
}

Axis name_axis(std::vector<std::string> names) {
    return {.kind = Axis::Kind::Names, .name = "", .names = std::move(names)};
}

std::string_view to_text(Verdict::Call call) {
    switch (call) {
        case Verdict::Call::None: return "no verdict";
        case Verdict::Call::Fine: return "fine";
        case Verdict::Call::Watch: return "watch";
        case Verdict::Call::Act: return "act";
    }
    return "";
}

}  // namespace throughline::report
