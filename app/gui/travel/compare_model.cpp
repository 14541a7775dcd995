#include "app/gui/travel/compare_model.h"
#include "core/base/words.h"

#include <array>

namespace throughline::gui::travel {
namespace {

void add_group(CompareTable& table, const char* heading, std::vector<CompareLine> lines) {
    if (lines.empty()) {
        return;
    }
    table.lines.push_back(
        {.heading = std::string(heading) + " (" + std::to_string(lines.size()) + ")"});
    for (CompareLine& line : lines) {
        table.lines.push_back(std::move(line));
    }
}

std::vector<CompareLine> lines_of(const std::vector<desk::RowDifference>& rows) {
    std::vector<CompareLine> lines;
    for (const desk::RowDifference& row : rows) {
        lines.push_back({.text = desk::to_text(row)});
    }
    return lines;
}

}  // namespace

CompareTable compare_table(const desk::Comparison& comparison, Instant from, Instant to,
                           const Zone& zone) {
    CompareTable table{.from = from, .to = to};
    constexpr std::array<std::pair<desk::CardFate, const char*>, 4> kGroups{
        {{desk::CardFate::Came, "Came"},
         {desk::CardFate::Left, "Left"},
         {desk::CardFate::Moved, "Moved"},
         {desk::CardFate::Changed, "Changed"}}};
    for (const auto& [fate, heading] : kGroups) {
        std::vector<CompareLine> lines;
        for (const desk::CardDifference& card : comparison.cards) {
            if (card.fate == fate) {
                lines.push_back({.text = desk::to_text(card),
                                 .card = card.card,
                                 .left = fate == desk::CardFate::Left});
            }
        }
        add_group(table, heading, std::move(lines));
    }
    add_group(table, "Requests", lines_of(comparison.requests));
    add_group(table, "Board", lines_of(comparison.setup));
    table.text = "From " + moment_words(zone, from) + " to " + moment_words(zone, to) + "\n";
    for (const CompareLine& line : table.lines) {
        table.text += line.heading.empty() ? "  " + line.text + "\n" : "\n" + line.heading + "\n";
    }
    if (table.lines.empty()) {
        table.text += "\nNothing differs.\n";
    }
    table.command =
        "throughline diff " + throughline::to_text(from) + " " + throughline::to_text(to);
    return table;
}

}  // namespace throughline::gui::travel
