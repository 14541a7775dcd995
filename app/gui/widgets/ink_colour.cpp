#include "app/gui/widgets/canvas_imgui.h"

namespace throughline::gui {
namespace {

using report::Ink;

ImU32 tone_ink(Ink ink) {
    const Theme& t = theme();
    switch (ink) {
        case Ink::Accent: return t.accent;
        case Ink::AccentSoft: return t.accent_soft;
        case Ink::Info: return t.info;
        case Ink::InfoSoft: return t.info_soft;
        case Ink::Success: return t.success;
        case Ink::SuccessSoft: return t.success_soft;
        case Ink::Warning: return t.warning;
        case Ink::WarningSoft: return t.warning_soft;
        case Ink::Danger: return t.danger;
        case Ink::DangerSoft: return t.danger_soft;
        case Ink::Neutral: return t.tone(Tone::Neutral).fill;
        default: return t.tone(Tone::Neutral).soft;
    }
}

}  // namespace

ImU32 ink_colour(Ink ink) {
    const Theme& t = theme();
    if (ink >= Ink::Series1)
        return t.category(static_cast<std::size_t>(ink) - static_cast<std::size_t>(Ink::Series1))
            .fill;
    switch (ink) {
        case Ink::Background: return t.surface;
        case Ink::Text: return t.text;
        case Ink::TextMuted: return t.text_muted;
        case Ink::TextFaint: return t.text_faint;
        case Ink::Grid: return t.line;
        case Ink::Axis: return t.border_strong;
        case Ink::AgeFresh: return t.age(AgeState::Fresh).fill;
        case Ink::AgeWatch: return t.age(AgeState::Watch).fill;
        case Ink::AgeAtRisk: return t.age(AgeState::AtRisk).fill;
        case Ink::AgeBeyond: return t.age(AgeState::Beyond).fill;
        default: return tone_ink(ink);
    }
}

}  // namespace throughline::gui
