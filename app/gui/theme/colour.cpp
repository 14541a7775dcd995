#include "app/gui/theme/colour.h"

#include <algorithm>
#include <cmath>

namespace throughline::gui {
namespace {

constexpr ImU32 kNearBlack = rgb(0x10141C);
constexpr ImU32 kWhite = rgb(0xFFFFFF);

unsigned channel(ImU32 colour, int shift) {
    return (colour >> shift) & 0xFFu;
}

float linear(unsigned value) {
    const float v = static_cast<float>(value) / 255.0f;
    return v <= 0.04045f ? v / 12.92f : std::pow((v + 0.055f) / 1.055f, 2.4f);
}

unsigned lerp_channel(unsigned a, unsigned b, float amount) {
    const float value =
        static_cast<float>(a) + (static_cast<float>(b) - static_cast<float>(a)) * amount;
    return static_cast<unsigned>(std::clamp(value + 0.5f, 0.0f, 255.0f));
}

}  // namespace

ImU32 fade(ImU32 colour, float alpha) {
    const auto a = static_cast<float>(channel(colour, IM_COL32_A_SHIFT));
    const auto scaled = static_cast<ImU32>(a * std::clamp(alpha, 0.0f, 1.0f) + 0.5f);
    return (colour & ~IM_COL32_A_MASK) | (scaled << IM_COL32_A_SHIFT);
}

ImU32 mix(ImU32 a, ImU32 b, float amount) {
    const float t = std::clamp(amount, 0.0f, 1.0f);
    ImU32 result = 0;
    for (const int shift : {0, 8, 16, 24}) {
        result |= lerp_channel(channel(a, shift), channel(b, shift), t) << shift;
    }
    return result;
}

ImU32 flatten(ImU32 top, ImU32 bottom) {
    const float alpha = static_cast<float>(channel(top, IM_COL32_A_SHIFT)) / 255.0f;
    return mix(bottom | IM_COL32_A_MASK, top | IM_COL32_A_MASK, alpha);
}

ImVec4 to_vec4(ImU32 colour) {
    return ImGui::ColorConvertU32ToFloat4(colour);
}

float luminance(ImU32 colour) {
    return 0.2126f * linear(channel(colour, IM_COL32_R_SHIFT)) +
           0.7152f * linear(channel(colour, IM_COL32_G_SHIFT)) +
           0.0722f * linear(channel(colour, IM_COL32_B_SHIFT));
}

float contrast_ratio(ImU32 a, ImU32 b) {
    const float la = luminance(a);
    const float lb = luminance(b);
    return (std::max(la, lb) + 0.05f) / (std::min(la, lb) + 0.05f);
}

ImU32 readable_on(ImU32 fill) {
    if (contrast_ratio(kWhite, fill) >= 4.5f) return kWhite;
    return contrast_ratio(kNearBlack, fill) >= 4.5f ? kNearBlack : rgb(0x000000);
}

}  // namespace throughline::gui
