#include "app/gui/widgets/mood.h"

#include "app/gui/theme/icons.h"

namespace throughline::gui {

Tone tone_of(report::Mood mood) {
    switch (mood) {
        case report::Mood::Neutral: return Tone::Neutral;
        case report::Mood::Good: return Tone::Success;
        case report::Mood::Watch: return Tone::Warning;
        case report::Mood::Bad: return Tone::Danger;
    }
    return Tone::Neutral;
}

ChipStyle chip_of(report::Mood mood) {
    switch (mood) {
        case report::Mood::Neutral: return {};
        case report::Mood::Good: return {.tone = Tone::Success, .icon = icons::kCheckCircle};
        case report::Mood::Watch: return {.tone = Tone::Warning, .icon = icons::kAlert};
        case report::Mood::Bad: return {.tone = Tone::Danger, .icon = icons::kAlertCircle};
    }
    return {};
}

}  // namespace throughline::gui
