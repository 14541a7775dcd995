#include "core/exchange/export.h"

#include <algorithm>
#include <array>

namespace throughline::exchange {
namespace {

// A new format is added here, once.
constexpr std::array kFormats{
    ExportFormat{"throughline", "Everything (JSON)",
                 "The whole board with its history, lossless; can be imported again.", ".json",
                 &write_throughline},
    ExportFormat{
        "cards-csv", "Cards (CSV)", "One line per card, of every state.", ".csv",
        [](desk::Desk& desk, std::ostream& out) { return write_cards_csv(desk.workspace(), out); }},
    ExportFormat{"transitions-csv", "Transitions (CSV)",
                 "One line per move of a card between columns.", ".csv",
                 [](desk::Desk& desk, std::ostream& out) {
                     return write_transitions_csv(desk.workspace(), out);
                 }},
    ExportFormat{"measurements-csv", "Measurements (CSV)",
                 "One line per value of a KPI or key result, corrected ones too.", ".csv",
                 [](desk::Desk& desk, std::ostream& out) {
                     return write_measurements_csv(desk.workspace(), out);
                 }},
};

}  // namespace

std::span<const ExportFormat> export_formats() {
    return kFormats;
}

const ExportFormat* export_format(std::string_view name) {
    const auto found = std::find_if(kFormats.begin(), kFormats.end(),
                                    [&](const auto& format) { return format.name == name; });
    return found == kFormats.end() ? nullptr : &*found;
}

}  // namespace throughline::exchange
