// Maturity: five areas, each with the stage that the data supports beside the one given by people.
#include "app/gui/learning/learning_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/progress.h"
#include "app/gui/widgets/text.h"
#include "core/base/words.h"
#include "core/report/chart_ticks.h"
#include "imgui.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace throughline::gui::learning {
namespace {

constexpr float kWhatWidth = 380.0f;  // unscaled
constexpr float kBarWidth = 170.0f;
constexpr int kHistoryRows = 6;

constexpr std::array kStages{"starting", "working", "leading"};

std::string stage_words(int stage) {
    return fmt::format("Stage {}, {}", stage,
                       kStages[static_cast<std::size_t>(std::clamp(stage, 1, 3) - 1)]);
}

ChipStyle stage_style(int stage) {
    return {.tone = stage >= 3   ? Tone::Success
                    : stage == 2 ? Tone::Info
                                 : Tone::Warning,
            .icon = stage >= 3   ? icons::kStar
                    : stage == 2 ? icons::kStarOutline
                                 : icons::kFlag};
}

// The latest one of the area; null when people gave none.
const model::Assessment* assessed(const model::Workspace& workspace, model::MaturityArea area) {
    const model::Assessment* latest = nullptr;
    for (const model::Assessment& one : workspace.rows<model::Assessment>()) {
        if (one.area == area && (latest == nullptr || one.at > latest->at)) latest = &one;
    }
    return latest;
}

void draw_evidence(const flow::Evidence& one) {
    const float left = ImGui::GetCursorPosX();
    text_ellipsis(one.what, {}, kWhatWidth * sizes().scale);
    ImGui::SameLine(left + (kWhatWidth + 8.0f) * sizes().scale);
    const auto share = one.share.value();
    const ChipStyle style = stage_style(one.stage());
    progress_bar(static_cast<float>(share.value_or(0)), share ? style.tone : Tone::Neutral,
                 kBarWidth * sizes().scale);
    ImGui::SameLine(0.0f, sizes().sm);
    text(share ? fmt::format("{}%, {} of {}", std::lround(*share * 100), one.share.part,
                             one.share.whole)
               : "no data yet",
         muted_style());
}

}  // namespace

void LearningView::State::draw_maturity(Context& context) {
    const LearningFigures* now = figures.figures();
    if (now == nullptr) {
        skeleton_lines(8);
        return;
    }
    paragraph(
        "An area stands where its weakest evidence stands: below 50% it supports stage 1, "
        "from 50% stage 2, from 80% stage 3.",
        muted_style());
    gap(sizes().md);
    const std::string why = records::why_not(context, *rules::record_kind("assessment"));
    const ButtonOptions assess{.size = ButtonSize::Small,
                               .icon = icons::kEdit,
                               .disabled = !why.empty(),
                               .disabled_why = why};
    for (const flow::AreaReading& area : now->maturity) {
        const std::string name(model::name_of(area.area));
        const model::Assessment* given = assessed(context.workspace(), area.area);
        begin_panel(("area:" + name).c_str(), {0, 0}, theme().card);
        begin_chip_line();
        text(records::choice_words(name), heading_style());
        ImGui::SameLine(0.0f, sizes().md);
        chip("Data: " + stage_words(area.proposed()), stage_style(area.proposed()));
        ImGui::SameLine(0.0f, sizes().xs);
        chip(given == nullptr ? "Not assessed" : "People: " + stage_words(given->stage),
             given == nullptr ? ChipStyle{.outlined = true} : stage_style(given->stage));
        align_right(button_width("Assess", assess));
        if (button(("assess:" + name).c_str(), "Assess", assess))
            editor.add("assessment", {{"stage", std::to_string(area.proposed())}},
                       {{"area", name}});
        gap(sizes().xs);
        for (const flow::Evidence& one : area.evidence)
            draw_evidence(one);
        gap(sizes().xs);
        if (const flow::Evidence* weakest = area.weakest();
            weakest != nullptr && area.proposed() < 3)
            paragraph("Next: " + weakest->mend, muted_style());
        if (given != nullptr) {
            const model::Person* by = context.workspace().find(given->by);
            paragraph(short_date(context.zone().day(given->at)) +
                          (by == nullptr ? "" : ", " + by->name) + ": " + given->note,
                      muted_style());
        }
        end_panel();
        gap(sizes().sm);
    }
    gap(sizes().lg);
    section_header("History", {}, "Assessments stay as they were given; a later one counts.");
    gap(sizes().sm);
    assessments.draw(context, editor,
                     {.most_rows = kHistoryRows,
                      .empty = "Once a quarter, say where each area stands, and why."});
}

}  // namespace throughline::gui::learning
