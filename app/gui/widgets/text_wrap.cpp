#include <algorithm>
#include <cmath>

#include "app/gui/widgets/item.h"
#include "app/gui/widgets/testing.h"
#include "app/gui/widgets/text.h"
#include "imgui_internal.h"

namespace throughline::gui {
namespace {

float paragraph_step(const TextStyle& style) {
    return std::round(text_px(style.size) * 1.13f);
}

// A number is not broken behind its comma or point: then the line ends before it.
const char* before_number(const char* at, const char* stop, const char* hard) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const bool is_within = stop < hard && stop - at >= 2 && is_digit(*stop) &&
                           (stop[-1] == ',' || stop[-1] == '.') && is_digit(stop[-2]);
    if (!is_within) return stop;
    const std::string_view line(at, static_cast<std::size_t>(stop - at));
    const std::size_t space = line.find_last_of(' ');
    return space == std::string_view::npos || space == 0 ? stop : at + space;
}

// Calls fn(line, cut) for each line; `cut` on the last one if more would follow. Result: lines.
template <class Fn>
int for_each_line(std::string_view words, const TextStyle& style, float width, int max_lines,
                  Fn&& fn) {
    ImFont* font = font_of(style.weight);
    const float px = text_px(style.size);
    int lines = 0;
    const char* end = words.data() + words.size();
    const char* at = words.data();
    while (at <= end) {
        const char* hard = std::find(at, end, '\n');
        do {
            const char* stop = font->CalcWordWrapPosition(px, at, hard, std::max(width, 1.0f));
            if (stop == at && at < hard) stop = at + 1;
            while (stop < hard && (static_cast<unsigned char>(*stop) & 0xC0u) == 0x80u)
                ++stop;
            stop = before_number(at, stop, hard);
            const char* next = stop;
            while (next < hard && *next == ' ')
                ++next;
            ++lines;
            const bool last = lines == max_lines;
            const bool more = next < hard || hard < end;
            fn(std::string_view(at, static_cast<std::size_t>((last ? hard : stop) - at)),
               last && more);
            if (last) return lines;
            at = next;
        } while (at < hard);
        at = hard + 1;
    }
    return lines;
}

}  // namespace

float wrap_height(std::string_view words, const TextStyle& style, float width, int max_lines) {
    if (words.empty()) return 0.0f;
    const int lines = for_each_line(words, style, width, max_lines, [](std::string_view, bool) {});
    return static_cast<float>(lines) * paragraph_step(style);
}

float draw_wrapped(ImDrawList& list, ImVec2 pos, std::string_view words, const TextStyle& style,
                   float width, int max_lines) {
    if (words.empty()) return 0.0f;
    const float step = paragraph_step(style);
    const float px = text_px(style.size);
    test_text(words, pos, {pos.x + width, pos.y + step});
    ImFont* font = font_of(style.weight);
    const ImU32 colour = text_colour(style);
    ImVec2 at{std::round(pos.x), std::round(pos.y + (step - px) * 0.5f)};
    bool is_cut = false;
    const int lines =
        for_each_line(words, style, width, max_lines, [&](std::string_view line, bool cut) {
            if (cut || text_width(line, style) > width + 1.0f) {
                std::string whole(line);
                if (cut && text_width(line, style) <= width) whole += "…";
                const std::string shown = ellipsize(whole, style, width);
                is_cut = true;
                list.AddText(font, px, at, colour, shown.data(), shown.data() + shown.size());
            } else {
                list.AddText(font, px, at, colour, line.data(), line.data() + line.size());
            }
            at.y += step;
        });
    if (is_cut) whole_for_keyboard(words, {pos.x + 1.0f, pos.y + step * 0.5f});
    return static_cast<float>(lines) * step;
}

void draw_wrapped_centred(ImDrawList& list, ImVec2 pos, std::string_view words,
                          const TextStyle& style, float width) {
    const float step = paragraph_step(style);
    test_text(words, pos, {pos.x + width, pos.y + step});
    (void)for_each_line(words, style, width, 0, [&](std::string_view line, bool) {
        draw_text_centred(list, pos, {pos.x + width, pos.y + step}, line, style);
        pos.y += step;
    });
}

float WrapCache::height(std::uint64_t key, std::uint64_t text_version, std::string_view words,
                        const TextStyle& style, float width, int max_lines) {
    const auto part = [](float value) { return static_cast<std::uint64_t>(value * 8.0f); };
    const std::uint64_t stamp = 1 + part(width) + (part(style.size * sizes().scale) << 20u) +
                                (static_cast<std::uint64_t>(style.weight) << 40u) +
                                (static_cast<std::uint64_t>(max_lines) << 44u);
    Entry& entry = entries_[key];
    if (entry.stamp != stamp || entry.version != text_version) {
        entry = {.version = text_version,
                 .stamp = stamp,
                 .height = wrap_height(words, style, width, max_lines)};
    }
    return entry.height;
}

}  // namespace throughline::gui
