#include "app/gui/theme/palette.h"

namespace throughline::gui {
namespace {

// Told apart under normal, protan, deutan and tritan vision (a test simulates all four).
constexpr std::array<unsigned, kCategoryCount> kLightCategories = {
    0x3563E9, 0xC4560A, 0x207B62, 0x7C2067, 0xCD5BA3, 0x44470F,
    0x9177D0, 0x292AB7, 0xA37446, 0xEA3175, 0x1E4337, 0x6E319A};
constexpr std::array<unsigned, kCategoryCount> kDarkCategories = {
    0x7FA2FF, 0xF0994A, 0x2F7E6D, 0xC148C9, 0xF8BAC6, 0x9D9E76,
    0x5D64F9, 0x86DC82, 0xD988B7, 0xAFC9EC, 0x617C30, 0x89679E};

struct Ground {
    ImU32 surface;
    ImU32 ink_towards;  // where ink is pushed until it reads: black on light, white on dark
    float soft;         // how much of the tone is in its quiet background
};

// Pushes `colour` towards the ground's ink until it reads on `on`.
ImU32 until_readable(ImU32 colour, ImU32 on, ImU32 towards, float ratio) {
    ImU32 result = colour;
    for (int step = 1; step <= 20 && contrast_ratio(result, on) < ratio; ++step) {
        result = mix(colour, towards, static_cast<float>(step) * 0.05f);
    }
    return result;
}

CategoryColours category_colours(unsigned hex, const Ground& ground) {
    CategoryColours c;
    c.fill = rgb(hex);
    c.on_fill = readable_on(c.fill);
    c.soft = mix(ground.surface, c.fill, ground.soft);
    c.ink = until_readable(c.fill, c.soft, ground.ink_towards, 5.0f);
    return c;
}

ToneColours tone(unsigned fill, unsigned on_fill, unsigned ink, unsigned soft, unsigned edge) {
    return {.fill = rgb(fill),
            .on_fill = rgb(on_fill),
            .ink = rgb(ink),
            .soft = rgb(soft),
            .edge = rgb(edge)};
}

void set_light_tones(Theme& t) {
    //                 fill      on fill   ink       soft      edge
    const auto neutral = tone(0x5C6678, 0xFFFFFF, 0x4A5365, 0xEBEEF3, 0x7B8494);
    const auto accent = tone(0x4353E0, 0xFFFFFF, 0x3947CB, 0xE9ECFD, 0x5B69E6);
    const auto info = tone(0x0C6FB8, 0xFFFFFF, 0x075D9D, 0xE2F1FB, 0x2A86C9);
    const auto success = tone(0x1A7F4B, 0xFFFFFF, 0x13693D, 0xE1F5EA, 0x2F9460);
    const auto warning = tone(0xB45A09, 0xFFFFFF, 0x8F4706, 0xFDF0DC, 0xC9700F);
    const auto danger = tone(0xCE2C3B, 0xFFFFFF, 0xB31F2E, 0xFDE8EA, 0xD9424F);
    t.tones = {neutral, accent, info, success, warning, danger};
    const auto watch = tone(0x8A6A00, 0xFFFFFF, 0x6E5500, 0xFAF3D3, 0x9A7B10);
    t.ages = {success, watch, warning, danger};
    const auto intangible = tone(0x7446B8, 0xFFFFFF, 0x6337A6, 0xF1EAFB, 0x8A62C6);
    t.classes = {neutral, info, danger, intangible};
}

void set_dark_tones(Theme& t) {
    const auto neutral = tone(0x8791A5, 0x0E1117, 0xB7BFCE, 0x262C38, 0x7F8AA0);
    const auto accent = tone(0x5462E6, 0xFFFFFF, 0xA9B3FF, 0x252B52, 0x7D89FA);
    const auto info = tone(0x4DA6E8, 0x06141F, 0x86C5F4, 0x14304A, 0x4DA6E8);
    const auto success = tone(0x3FBF7F, 0x04160C, 0x7EDBAC, 0x12372A, 0x3FBF7F);
    const auto warning = tone(0xE8A33D, 0x1C1000, 0xF3C27A, 0x3D2C12, 0xE8A33D);
    const auto danger = tone(0xF0616D, 0x1E0205, 0xFF9EA6, 0x46202A, 0xF0616D);
    t.tones = {neutral, accent, info, success, warning, danger};
    const auto watch = tone(0xD8C24A, 0x171300, 0xE4D57E, 0x35310F, 0xD8C24A);
    t.ages = {success, watch, warning, danger};
    const auto intangible = tone(0xB48CF2, 0x12061F, 0xCDB3F8, 0x2F2348, 0xB48CF2);
    t.classes = {neutral, info, danger, intangible};
}

}  // namespace

Theme light_palette() {
    Theme t;
    t.bg = rgb(0xF6F7FA);
    t.rail = rgb(0xEFF1F6);
    t.surface = rgb(0xFFFFFF);
    t.surface_raised = rgb(0xFFFFFF);
    t.column = rgb(0xEDF0F5);
    t.card = rgb(0xFFFFFF);
    t.card_hover = rgb(0xFAFBFD);
    t.field = rgb(0xFFFFFF);
    t.field_hover = rgb(0xFAFBFD);
    t.hover = IM_COL32(28, 40, 72, 16);
    t.pressed = IM_COL32(28, 40, 72, 30);
    t.selected = IM_COL32(67, 83, 224, 26);
    t.border = rgb(0xDDE1E9);
    t.border_strong = rgb(0x7F8898);
    t.line = rgb(0xE6E9EF);
    t.track = rgb(0xE0E4EB);
    t.focus = rgb(0x4353E0);
    t.shadow = IM_COL32(22, 32, 58, 13);
    t.dim = IM_COL32(18, 24, 40, 96);
    t.text = rgb(0x171C26);
    t.text_muted = rgb(0x4C5566);
    t.text_faint = rgb(0x5E687A);
    set_light_tones(t);
    const Ground ground{.surface = t.surface, .ink_towards = rgb(0x000000), .soft = 0.11f};
    for (std::size_t i = 0; i < kCategoryCount; ++i)
        t.categories[i] = category_colours(kLightCategories[i], ground);
    return t;
}

Theme dark_palette() {
    Theme t;
    t.bg = rgb(0x0E1015);
    t.rail = rgb(0x0B0D11);
    t.surface = rgb(0x15181F);
    t.surface_raised = rgb(0x1D212A);
    t.column = rgb(0x14171D);
    t.card = rgb(0x1C2029);
    t.card_hover = rgb(0x222733);
    t.field = rgb(0x101319);
    t.field_hover = rgb(0x141820);
    t.hover = IM_COL32(200, 214, 255, 18);
    t.pressed = IM_COL32(200, 214, 255, 34);
    t.selected = IM_COL32(125, 137, 250, 46);
    t.border = rgb(0x2A2F3B);
    t.border_strong = rgb(0x737D90);
    t.line = rgb(0x242934);
    t.track = rgb(0x292E39);
    t.focus = rgb(0x8C98FF);
    t.shadow = IM_COL32(0, 0, 0, 54);
    t.dim = IM_COL32(4, 6, 10, 150);
    t.text = rgb(0xE9ECF2);
    t.text_muted = rgb(0xA9B1C0);
    t.text_faint = rgb(0x8E97A8);
    set_dark_tones(t);
    const Ground ground{.surface = t.card, .ink_towards = rgb(0xFFFFFF), .soft = 0.20f};
    for (std::size_t i = 0; i < kCategoryCount; ++i)
        t.categories[i] = category_colours(kDarkCategories[i], ground);
    return t;
}

void raise_contrast(Theme& t) {
    const ImU32 towards = t.dark() ? rgb(0xFFFFFF) : rgb(0x000000);
    t.text = towards;
    t.text_muted = mix(t.text_muted, towards, 0.6f);
    t.text_faint = mix(t.text_faint, towards, 0.6f);
    t.border = t.border_strong = mix(t.border_strong, towards, 0.55f);
    t.line = mix(t.line, towards, 0.35f);
    t.focus = towards;
    t.track = t.dark() ? rgb(0x3A3F4B) : rgb(0xCBD1DB);
    if (t.dark()) {
        t.bg = t.rail = t.field = rgb(0x000000);
        t.surface = t.column = rgb(0x08090C);
        t.card = t.surface_raised = rgb(0x101217);
    } else {
        t.bg = t.rail = t.column = rgb(0xFFFFFF);
    }
    for (auto* group : {t.tones.data(), t.ages.data(), t.classes.data()}) {
        const std::size_t count = group == t.tones.data() ? t.tones.size() : t.ages.size();
        for (std::size_t i = 0; i < count; ++i) {
            group[i].ink = mix(group[i].ink, towards, 0.45f);
            group[i].edge = mix(group[i].edge, towards, 0.3f);
        }
    }
    for (CategoryColours& c : t.categories)
        c.ink = mix(c.ink, towards, 0.45f);
}

void fill_shortcuts(Theme& t) {
    const ToneColours& accent = t.tone(Tone::Accent);
    t.accent = accent.fill;
    t.accent_text = accent.on_fill;
    t.accent_soft = accent.soft;
    t.accent_hover =
        mix(accent.fill, t.dark() ? rgb(0xFFFFFF) : rgb(0x000000), t.dark() ? 0.04f : 0.12f);
    t.danger = t.tone(Tone::Danger).fill;
    t.danger_soft = t.tone(Tone::Danger).soft;
    t.warning = t.tone(Tone::Warning).fill;
    t.warning_soft = t.tone(Tone::Warning).soft;
    t.success = t.tone(Tone::Success).fill;
    t.success_soft = t.tone(Tone::Success).soft;
    t.info = t.tone(Tone::Info).fill;
    t.info_soft = t.tone(Tone::Info).soft;
}

}  // namespace throughline::gui
