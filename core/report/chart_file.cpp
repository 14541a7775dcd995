#include "core/report/chart_file.h"

#include "core/report/chart_draw.h"

#include <algorithm>
#include <charconv>

namespace throughline::report {
namespace {

bool is_number(std::string_view text) {
    double value = 0;
    const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
    return result.ec == std::errc() && result.ptr == text.data() + text.size();
}

std::string cell(const std::string& text) {
    constexpr std::string_view kFormula = "=+-@\t\r";
    const bool runs =
        !text.empty() && kFormula.find(text.front()) != std::string_view::npos && !is_number(text);
    const std::string safe = (runs ? "'" : "") + text;
    if (safe.find_first_of(",\"\r\n") == std::string::npos) {
        return safe;
    }
    std::string quoted = "\"";
    for (const char c : safe) {
        quoted += c == '"' ? "\"\"" : std::string(1, c);
    }
    return quoted + "\"";
}

std::string line_of(const std::vector<std::string>& cells) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        line += (i == 0 ? "" : ",") + cell(cells[i]);
    }
    return line + "\r\n";
}

}  // namespace

double page_scale(Size size) {
    return std::max(1.0, std::min(size.width / 900, size.height / 560));
}

std::string chart_svg(const Chart& chart, Size size, SvgTheme theme) {
    const double scale = page_scale(size);
    SvgCanvas canvas({size.width / scale, size.height / scale}, theme, chart.title,
                     chart.says.empty() ? chart.verdict.rule : chart.says, scale);
    draw_page(canvas, chart);
    return canvas.svg();
}

std::string chart_csv(const Chart& chart) {
    std::string text = chart.table.head.empty() ? "" : line_of(chart.table.head);
    for (const std::vector<std::string>& row : chart.table.rows) {
        text += line_of(row);
    }
    return text;
}

}  // namespace throughline::report
