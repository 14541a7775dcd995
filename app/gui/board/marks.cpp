#include "app/gui/board/marks.h"

#include "app/gui/theme/icons.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/text.h"

namespace throughline::gui::board {
namespace {

void draw_age_shape(ImDrawList& list, ImVec2 c, float r, flow::AgeState state, ImU32 colour) {
    switch (state) {
        case flow::AgeState::Unknown: list.AddCircle(c, r - 0.5f, colour, 0, sizes().hair); return;
        case flow::AgeState::Fresh: list.AddCircleFilled(c, r, colour); return;
        case flow::AgeState::Watch:
            list.AddQuadFilled({c.x, c.y - r}, {c.x + r, c.y}, {c.x, c.y + r}, {c.x - r, c.y},
                               colour);
            return;
        case flow::AgeState::AtRisk:
            list.AddTriangleFilled({c.x, c.y - r}, {c.x + r, c.y + r * 0.8f},
                                   {c.x - r, c.y + r * 0.8f}, colour);
            return;
        case flow::AgeState::BeyondSle: {
            list.AddRectFilled({c.x - r, c.y - r}, {c.x + r, c.y + r}, colour, sizes().hair);
            const float bar = r * 0.34f;
            list.AddRectFilled({c.x - r * 0.55f, c.y - bar}, {c.x + r * 0.55f, c.y + bar},
                               theme().age(AgeState::Beyond).soft);
            return;
        }
    }
}

const ToneColours& age_colours(flow::AgeState state) {
    switch (state) {
        case flow::AgeState::Unknown: return theme().tone(Tone::Neutral);
        case flow::AgeState::Fresh: return theme().age(AgeState::Fresh);
        case flow::AgeState::Watch: return theme().age(AgeState::Watch);
        case flow::AgeState::AtRisk: return theme().age(AgeState::AtRisk);
        case flow::AgeState::BeyondSle: return theme().age(AgeState::Beyond);
    }
    return theme().tone(Tone::Neutral);
}

}  // namespace

float draw_age(ImDrawList& list, ImVec2 left_middle, std::string_view age, flow::AgeState state) {
    const Sizes& s = sizes();
    const ToneColours& c = age_colours(state);
    const bool loud = state == flow::AgeState::AtRisk || state == flow::AgeState::BeyondSle;
    const TextStyle style{.size = text_size::kCaption,
                          .weight = loud ? Weight::Semibold : Weight::Regular,
                          .colour = loud ? c.ink : theme().text_muted};
    const float r = s.xs + s.hair * 0.5f;
    const float inset = loud ? s.xs + s.xxs : 0.0f;
    const float words = text_width(age, style);
    const float width = inset + 2.0f * r + s.xs + s.xxs + words + inset;
    if (loud) {
        const float half = s.chip * 0.5f;
        list.AddRectFilled({left_middle.x, left_middle.y - half},
                           {left_middle.x + width, left_middle.y + half}, c.soft,
                           s.radius_sm + s.xxs);
    }
    draw_age_shape(list, {left_middle.x + inset + r, left_middle.y}, r, state, c.fill);
    draw_text_middle(list, {left_middle.x + inset + 2.0f * r + s.xs + s.xxs, left_middle.y}, age,
                     style);
    return width;
}

float draw_fill(ImDrawList& list, ImVec2 right_middle, const FillWords& fill) {
    ChipStyle style;
    switch (fill.state) {
        case FillState::NoLimit: break;
        case FillState::Room: break;
        case FillState::Near: style = {.tone = Tone::Warning, .icon = icons::kAlert}; break;
        case FillState::Full: style = {.tone = Tone::Info, .icon = icons::kLock}; break;
        case FillState::Over: style = {.tone = Tone::Danger, .icon = icons::kAlertCircle}; break;
    }
    const ImVec2 size = chip_size(fill.numbers, style);
    draw_chip(list, {right_middle.x - size.x, right_middle.y - size.y * 0.5f}, fill.numbers, style);
    return size.x;
}

const char* kind_icon(model::ColumnKind kind) {
    switch (kind) {
        case model::ColumnKind::Queue: return icons::kHourglass;
        case model::ColumnKind::Active: return icons::kPlay;
        case model::ColumnKind::Done: return icons::kCheckCircle;
    }
    return nullptr;
}

std::string_view kind_words(model::ColumnKind kind) {
    switch (kind) {
        case model::ColumnKind::Queue: return "Queue: work waits here";
        case model::ColumnKind::Active: return "Active: work is done here";
        case model::ColumnKind::Done: return "Done";
    }
    return {};
}

}  // namespace throughline::gui::board
