#include "app/gui/card/finish_view.h"

#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/text.h"
#include "imgui.h"

namespace throughline::gui::card {
namespace {

struct Look {
    const char* words;
    AgeState state;
    const char* icon;
};

std::optional<Look> look_of(flow::AgeState state) {
    switch (state) {
        case flow::AgeState::Unknown: return std::nullopt;
        case flow::AgeState::Fresh: return Look{"fresh", AgeState::Fresh, icons::kCheckCircle};
        case flow::AgeState::Watch: return Look{"watch", AgeState::Watch, icons::kEye};
        case flow::AgeState::AtRisk: return Look{"at risk", AgeState::AtRisk, icons::kAlert};
        case flow::AgeState::BeyondSle:
            return Look{"beyond SLE", AgeState::Beyond, icons::kAlertCircle};
    }
    return std::nullopt;
}

ChipStyle style_of(const Look& look) {
    return {.icon = look.icon, .colours = &theme().age(look.state)};
}

}  // namespace

bool draw_age_word(const Finish& finish) {
    const auto look = look_of(finish.state);
    if (look) chip(look->words, style_of(*look));
    return look.has_value();
}

float age_word_width(const Finish& finish) {
    const auto look = look_of(finish.state);
    return look ? chip_size(look->words, style_of(*look)).x + sizes().sm : 0.0f;
}

bool draw_finish(const Finish& finish) {
    if (!finish.in_process) return false;
    section_header("When it will be done", {}, finish.age);
    paragraph(finish.says);
    for (const std::string& level : finish.levels)
        text(level, muted_style());
    if (!finish.basis.empty()) paragraph(finish.basis, caption_style());
    const bool told =
        finish.record &&
        button("tell-finish", "Tell this forecast",
               {.size = ButtonSize::Small,
                .icon = icons::kComment,
                .tooltip = "Keep it as told to you, and score it when the card is done"});
    gap(sizes().sm);
    return told;
}

}  // namespace throughline::gui::card
