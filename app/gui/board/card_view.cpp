#include "app/gui/board/card_view.h"

#include <algorithm>
#include <cmath>

#include "app/gui/board/marks.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/text.h"

namespace throughline::gui::board {
namespace {

constexpr int kTitleLines = 3;

TextStyle title_style_of_card() {
    return {.size = text_size::kBody, .weight = Weight::Semibold};
}
TextStyle meta_style() {
    return {.size = text_size::kCaption, .colour = theme().text_muted};
}

float pad() {
    return sizes().md;
}
float meta_height() {
    return sizes().chip;
}
float banner_height() {
    return sizes().chip + sizes().xxs;
}

struct Box {
    float left = 0.0f;
    float right = 0.0f;
    float y = 0.0f;

    [[nodiscard]] float width() const { return right - left; }
};

void draw_ground(ImDrawList& list, ImVec2 min, ImVec2 max, const CardFace& face,
                 const CardLook& look) {
    const Theme& t = theme();
    const Sizes& s = sizes();
    const float rounding = s.radius_card;
    if (!look.away) draw_shadow(list, min, max, rounding, look.lifted ? 6 : look.hovered ? 3 : 2);
    ImU32 ground = look.hovered || look.lifted ? t.card_hover : t.card;
    if (look.selected) ground = flatten(t.selected, ground);
    list.AddRectFilled(min, max, look.away ? fade(ground, 0.35f) : ground, rounding);
    // The objective's stripe; a card without one has none.
    if (face.objective_colour >= 0 && !look.away) {
        const ImU32 fill = t.category(static_cast<std::size_t>(face.objective_colour)).fill;
        list.PushClipRect(min, {min.x + s.xs, max.y}, true);
        list.AddRectFilled(min, {min.x + 3.0f * rounding, max.y}, fill, rounding);
        list.PopClipRect();
    }
    ImU32 edge = t.border;
    if (look.over) edge = t.tone(Tone::Danger).edge;
    if (face.age_state == flow::AgeState::BeyondSle) edge = t.age(AgeState::Beyond).edge;
    if (look.hovered) edge = mix(edge, t.accent, 0.5f);
    if (look.selected || look.lifted) edge = t.accent;
    const float thick = look.selected || look.lifted ? s.focus_ring : s.hair;
    list.AddRect(min, max, look.away ? fade(edge, 0.6f) : edge, rounding, 0, thick);
    if (look.cursor) {
        const float ring = s.focus_ring + s.hair;
        list.AddRect({min.x - ring, min.y - ring}, {max.x + ring, max.y + ring}, t.focus,
                     rounding + ring, 0, s.focus_ring);
    }
}

TextStyle key_style() {
    return {.size = text_size::kCaption, .weight = Weight::Semibold, .colour = theme().text_muted};
}

// Class and due date at the right end; a class by its icon alone where key and objective need the
// room. Result: what is left.
float draw_class(ImDrawList& list, const Box& row, const CardFace& face) {
    const Sizes& s = sizes();
    float right = row.right;
    const float least = row.left + text_width(face.key, key_style()) + 2.0f * s.sm + s.md +
                        text_width(face.objective, meta_style());
    const auto put = [&](std::string_view label, const ChipStyle& style) {
        if (style.colours != nullptr && right - chip_size(label, style).x < least) label = {};
        const ImVec2 size = chip_size(label, style);
        if (right - size.x < row.left + s.xxl) return;
        right -= size.x;
        draw_chip(list, {right, row.y - size.y * 0.5f}, label, style);
        right -= s.xs;
    };
    if (!face.due.empty()) {
        const Tone tone = face.due_state == DueState::Late    ? Tone::Danger
                          : face.due_state == DueState::Today ? Tone::Warning
                          : face.due_state == DueState::Soon  ? Tone::Warning
                                                              : Tone::Neutral;
        const bool fixed = face.service_class == model::ServiceClass::FixedDate;
        put(face.due, {.tone = tone,
                       .icon = face.due_state == DueState::Late ? icons::kAlert
                               : fixed                          ? icons::kFixedDate
                                                                : icons::kCalendarBlank});
    }
    if (face.service_class == model::ServiceClass::Expedite) {
        put("Expedite",
            {.icon = icons::kExpedite, .colours = &theme().service_class(ServiceClass::Expedite)});
    } else if (face.service_class == model::ServiceClass::Intangible) {
        put("Intangible", {.icon = icons::kIntangible,
                           .colours = &theme().service_class(ServiceClass::Intangible)});
    } else if (face.service_class == model::ServiceClass::FixedDate && face.due.empty()) {
        put("Fixed date", {.icon = icons::kFixedDate,
                           .colours = &theme().service_class(ServiceClass::FixedDate)});
    }
    return right;
}

void draw_meta(ImDrawList& list, const Box& row, const CardFace& face, const CardLook& look) {
    const Sizes& s = sizes();
    const float right = draw_class(list, row, face);
    float x = row.left;
    x += draw_text_middle(list, {x, row.y}, face.key, key_style()) + s.sm;
    if (look.pending) {
        draw_pending_mark(list, {x + s.xs, row.y}, s.xs + s.hair);
        x += s.lg;
    }
    if (face.objective_colour >= 0 && right - x > s.xxl) {
        draw_category_dot(list, {x + s.xs, row.y}, s.xs,
                          static_cast<std::size_t>(face.objective_colour));
        x += s.md;
        x += draw_text_middle(list, {x, row.y}, face.objective, meta_style()) + s.sm;
    }
    if (right - x > s.xl) draw_text_middle(list, {x, row.y}, face.type, meta_style(), right - x);
}

void draw_banner(ImDrawList& list, const Box& row, const char* glyph, std::string_view words,
                 Tone tone) {
    const Sizes& s = sizes();
    const ToneColours& c = theme().tone(tone);
    const float half = banner_height() * 0.5f;
    const ImVec2 min{row.left, row.y - half};
    const ImVec2 max{row.right, row.y + half};
    list.AddRectFilled(min, max, c.soft, s.radius_sm + s.xxs);
    // The bar at the left is the shape that goes with the colour.
    list.AddRectFilled(min, {min.x + s.xxs + s.hair, max.y}, c.fill, s.radius_sm);
    draw_icon(list, {min.x + s.lg, row.y}, glyph, c.ink, text_size::kIconSmall);
    const float x = min.x + s.xl + s.xs;
    draw_text_middle(list, {x, row.y}, words,
                     {.size = text_size::kCaption, .weight = Weight::Semibold, .colour = c.ink},
                     max.x - s.xs - x);
}

float draw_count(ImDrawList& list, float right, float y, const char* glyph, std::string_view words,
                 ImU32 ink) {
    const TextStyle style{.size = text_size::kCaption, .colour = ink};
    const float width = text_width(words, style);
    draw_text_middle(list, {right - width, y}, words, style);
    const float px = text_px(text_size::kIconSmall);
    draw_icon(list, {right - width - sizes().xxs - px * 0.5f, y}, glyph, ink,
              text_size::kIconSmall);
    return right - width - px - sizes().xxs - sizes().sm;
}

void draw_foot(ImDrawList& list, const Box& row, const CardFace& face) {
    const Theme& t = theme();
    const Sizes& s = sizes();
    draw_avatar(list, {row.right - s.avatar_small * 0.5f, row.y},
                {.name = face.dri,
                 .colour = static_cast<std::size_t>(face.dri_colour),
                 .size = s.avatar_small});
    float right = row.right - s.avatar_small - s.sm;
    if (face.total > 0) {
        const bool whole = face.done == face.total;
        const ImU32 ink = face.rejected > 0 ? t.tone(Tone::Danger).ink
                          : whole           ? t.tone(Tone::Success).ink
                                            : t.text_muted;
        const char* glyph = face.rejected > 0 ? icons::kAlertCircle
                            : whole           ? icons::kCheckCircle
                                              : icons::kChecklist;
        right = draw_count(list, right, row.y, glyph,
                           std::to_string(face.done) + "/" + std::to_string(face.total), ink);
    }
    // Before the age in the column, which the tooltip tells too.
    if (face.comments > 0)
        right = draw_count(list, right, row.y, icons::kComment, std::to_string(face.comments),
                           t.text_muted);
    float x = row.left;
    if (!face.age.empty()) x += draw_age(list, {x, row.y}, face.age, face.age_state) + s.sm;
    const TextStyle style = meta_style();
    if (!face.column_age.empty() && x + text_width(face.column_age, style) < right) {
        x += draw_text_middle(list, {x, row.y}, face.column_age, style) + s.sm;
    }
}

void draw_next_tab(ImDrawList& list, ImVec2 min, ImVec2 max) {
    const Sizes& s = sizes();
    const TextStyle style{
        .size = text_size::kCaption - 1.0f, .weight = Weight::Bold, .colour = theme().accent_text};
    const float width = text_width("Pull next", style) + s.lg + s.sm;
    const float half = s.badge * 0.5f - s.hair;
    const ImVec2 centre{max.x - s.md - width * 0.5f, min.y};
    list.AddRectFilled({centre.x - width * 0.5f, centre.y - half},
                       {centre.x + width * 0.5f, centre.y + half}, theme().accent, half);
    draw_icon(list, {centre.x - width * 0.5f + s.sm + s.hair, centre.y}, icons::kArrowRight,
              theme().accent_text, text_size::kCaption - 2.0f);
    draw_text_middle(list, {centre.x - width * 0.5f + s.lg, centre.y}, "Pull next", style);
}

}  // namespace

float card_height(const std::string& title, bool blocked, bool flagged, float width) {
    const Sizes& s = sizes();
    float height = 2.0f * pad() - s.xxs + meta_height() + s.xs;
    height += wrap_height(title, title_style_of_card(), width - 2.0f * pad(), kTitleLines);
    if (blocked) height += s.sm + banner_height();
    if (flagged) height += s.sm + banner_height();
    return std::ceil(height + s.sm + s.avatar_small);
}

void draw_card(ImDrawList& list, ImVec2 min, ImVec2 max, const CardFace& face,
               const CardLook& look) {
    const Sizes& s = sizes();
    draw_ground(list, min, max, face, look);
    if (look.away) return;
    Box row{min.x + pad(), max.x - pad(), min.y + pad() - s.xxs + meta_height() * 0.5f};
    draw_meta(list, row, face, look);
    float y = min.y + pad() - s.xxs + meta_height() + s.xs;
    y += draw_wrapped(list, {row.left, y}, face.title, title_style_of_card(), row.width(),
                      kTitleLines);
    const float half = banner_height() * 0.5f;
    if (!face.blocked.empty()) {
        row.y = y + s.sm + half;
        draw_banner(list, row, icons::kBlocked, face.blocked, Tone::Danger);
        y += s.sm + banner_height();
    }
    if (face.flag != CardFlag::None) {
        row.y = y + s.sm + half;
        const char* glyph =
            face.flag == CardFlag::ObjectiveClosed ? icons::kLock : icons::kDocument;
        draw_banner(list, row, glyph, face.flag_words, Tone::Warning);
    }
    row.y = max.y - pad() - s.avatar_small * 0.5f;
    draw_foot(list, row, face);
    if (look.next) draw_next_tab(list, min, max);
}

std::string card_tooltip(const CardFace& face) {
    std::string words;
    const auto line = [&](std::string_view text) {
        if (text.empty()) return;
        if (!words.empty()) words += '\n';
        words += text;
    };
    line(face.dri.empty() ? "Nobody answers for it" : "DRI " + face.dri);
    if (!face.age_words.empty()) {
        line("Age " + face.age + ": " + face.age_words);
    } else if (!face.age.empty()) {
        line("Age: " + face.age);
    }
    if (face.total > 0)
        line(std::to_string(face.done) + " of " + std::to_string(face.total) +
             " gate and checklist items done");
    if (face.rejected > 0) line("A gate item was turned down");
    line(face.blocked);
    if (face.flag == CardFlag::NeedsBrief)
        line("It has no brief and cannot cross the commitment point");
    if (face.flag == CardFlag::ObjectiveClosed)
        line(face.flag_words + ": tie it to one that is open");
    if (!face.labels.empty()) line("Labels: " + face.labels);
    return words;
}

}  // namespace throughline::gui::board
