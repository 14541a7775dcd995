// A chart as a page of its own.
#include "core/report/chart_draw.h"
#include "core/report/chart_frame.h"

#include <algorithm>

namespace throughline::report {
namespace {

constexpr double kPad = 16;

// Words of one size in wrapped lines from `at` on; the y below them.
double draw_words(Canvas& canvas, Point at, double width, std::string_view words,
                  const TextLook& look) {
    if (words.empty()) {
        return at.y;
    }
    const double step = text_height(look.size) * 1.4;
    for (const std::string& line : wrapped(canvas, words, look.size, width)) {
        canvas.text(at, line, look);
        at.y += step;
    }
    return at.y + 2;
}

// At the right end of the title's line; its width.
double draw_verdict(Canvas& canvas, Verdict::Call call, Point right) {
    const std::string_view words = to_text(call);
    const double width = canvas.text_width(words, TextSize::Small, true) + 30;
    const Box chip{right.x - width, right.y, width, 22};
    canvas.fill_rect(chip, {.ink = ink_of(call), .opacity = 0.16}, 11);
    draw_glyph(canvas, {chip.x + 13, chip.y + 11}, 4.5, glyph_of(call), {ink_of(call)});
    canvas.text(
        {chip.x + 22, chip.y + 11}, words,
        {.ink = Ink::Text, .size = TextSize::Small, .strong = true, .level = Level::Middle});
    return width;
}

}  // namespace

void draw_page(Canvas& canvas, const Chart& chart) {
    const Size size = canvas.size();
    const double width = size.width - 2 * kPad;
    const double chip = draw_verdict(canvas, chart.verdict.call, {size.width - kPad, kPad - 2});
    canvas.text({kPad, kPad}, fitted(canvas, chart.title, TextSize::Title, width - chip - 12),
                {.size = TextSize::Title, .strong = true, .level = Level::Top});
    double y = kPad + 26;
    y = draw_words(canvas, {kPad, y}, width, chart.says,
                   {.size = TextSize::Small, .level = Level::Top});
    const TextLook quiet{.ink = Ink::TextMuted, .level = Level::Top};
    if (!chart.missing) {
        y = draw_words(canvas, {kPad, y}, width, chart.verdict.rule, quiet);
    }
    y = draw_words(canvas, {kPad, y}, width, chart.tells, quiet);
    std::string foot = chart.period;
    if (!chart.note.empty()) {
        foot += (foot.empty() ? "" : ". ") + chart.note;
    }
    const auto lines = wrapped(canvas, foot, TextSize::Caption, width);
    const double below = kPad + 15 * static_cast<double>(lines.size());
    draw_words(canvas, {kPad, size.height - below + 2}, width, foot, quiet);
    y += 8;
    draw_chart(canvas, chart, {kPad, y, width, std::max(60.0, size.height - y - below - 6)});
}

}  // namespace throughline::report
