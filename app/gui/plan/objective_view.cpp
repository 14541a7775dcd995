// One objective: its line, and opened its key results, steps, needs, risks and cards.
#include "app/gui/plan/plan_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/progress.h"
#include "app/gui/widgets/text.h"
#include "imgui.h"

namespace throughline::gui::plan {
namespace {

constexpr float kBarWidth = 180.0f;  // unscaled
constexpr float kNameWidth = 360.0f;

// A heading of a part with its add button.
bool draw_part_head(Context& context, const char* id, std::string_view title,
                    std::string_view table) {
    const std::string why = records::why_not(context, *rules::record_kind(table));
    gap(sizes().sm);
    text(title,
         {.size = text_size::kSmall, .weight = Weight::Semibold, .colour = theme().text_muted});
    ImGui::SameLine(0.0f, sizes().sm);
    return icon_button(id, icons::kPlus, "Add to " + std::string(title),
                       {.kind = ButtonKind::Ghost,
                        .size = ButtonSize::Small,
                        .disabled = !why.empty(),
                        .disabled_why = why});
}

void draw_status(const ObjectiveLine& line) {
    chip(line.status, line.is_closed ? ChipStyle{.icon = icons::kLock} : chip_of(line.status_mood));
    if (!line.pace.empty()) {
        ImGui::SameLine(0.0f, sizes().xs);
        ChipStyle style = chip_of(line.pace_mood);
        style.outlined = true;
        chip("Pace: " + line.pace, style);
    }
}

}  // namespace

void PlanView::State::draw_objective(Context& context, const ObjectiveLine& line) {
    const bool is_open = opened.contains(line.id);
    begin_panel(("objective:" + line.key).c_str(), {0, 0}, theme().card);
    if (icon_button(("unfold:" + line.key).c_str(),
                    is_open ? icons::kChevronDown : icons::kChevronRight,
                    (is_open ? "Fold " : "Unfold ") + line.key,
                    {.kind = ButtonKind::Ghost, .size = ButtonSize::Small})) {
        if (is_open) {
            opened.erase(line.id);
        } else {
            opened.insert(line.id);
        }
    }
    ImGui::SameLine(0.0f, sizes().xs);
    category_dot(static_cast<std::size_t>(std::max(line.colour, 0)));
    ImGui::SameLine(0.0f, sizes().sm);
    text(line.key, {.weight = Weight::Semibold, .colour = theme().text_muted});
    ImGui::SameLine(0.0f, sizes().sm);
    if (link(("open:" + line.key).c_str(), line.title, "Open the objective"))
        context.open_objective(line.id);
    ImGui::Indent(sizes().xxl);
    draw_status(line);
    ImGui::SameLine(0.0f, sizes().md);
    progress_bar(static_cast<float>(line.score.value_or(0)), tone_of(line.pace_mood),
                 kBarWidth * sizes().scale);
    ImGui::SameLine(0.0f, sizes().sm);
    text(line.score_words, {.weight = Weight::Semibold});
    ImGui::SameLine(0.0f, sizes().lg);
    avatar({.name = line.dri_name,
            .colour = static_cast<std::size_t>(records::colour_of(line.dri)),
            .size = sizes().avatar_small});
    ImGui::SameLine(0.0f, sizes().xs);
    text(line.dri_name + ", " + line.quarter, muted_style());
    flow(text_width(line.cards_words, body_style()) + sizes().sm);
    if (link(("cards:" + line.key).c_str(), line.cards_words, "Show its cards on the board")) {
        context.filter().query = "objective:" + line.key;
        context.go(Screen::Board);
    }
    if (!line.reason.empty()) paragraph(line.reason, tone_style(tone_of(line.status_mood)));
    if (is_open) {
        if (!line.raci.empty()) paragraph(line.raci, muted_style());
        draw_results(context, line);
        draw_sides(context, line);
        draw_cards(context, line);
    }
    ImGui::Unindent(sizes().xxl);
    end_panel();
}

void PlanView::State::draw_results(Context& context, const ObjectiveLine& line) {
    if (draw_part_head(context, ("add-result:" + line.key).c_str(), "Key results", "key_result"))
        editor.add("key_result", {}, {{"objective", line.key}});
    for (const ResultLine& result : line.results) {
        if (link(("result:" + result.key).c_str(), result.key + " " + result.title, "Change it"))
            editor.edit("key_result", result.id.value);
        ImGui::SameLine(0.0f, sizes().sm);
        text_ellipsis(result.range + ", " + result.owner, muted_style(),
                      kNameWidth * sizes().scale);
        progress_bar(static_cast<float>(result.shown.value_or(0)),
                     result.shown ? Tone::Accent : Tone::Neutral, kBarWidth * sizes().scale);
        ImGui::SameLine(0.0f, sizes().sm);
        const std::string share = result.shown ? percent_words(result.shown) + ", " : "";
        text(share + result.current, result.shown ? body_style() : tone_style(Tone::Warning));
        if (!result.remark.empty()) {
            ImGui::SameLine(0.0f, sizes().sm);
            text(result.remark, muted_style());
        }
        ImGui::SameLine(0.0f, sizes().md);
        if (!result.kpi.empty()) {
            const model::KeyResult* row = context.workspace().find(result.id);
            if (link(("kpi:" + result.key).c_str(), "measured by " + result.kpi) && row != nullptr)
                context.open_kpi(row->kpi);
        } else if (result.is_counted) {
            text("counted from the milestones", muted_style());
        } else if (!line.is_closed && button(("measure:" + result.key).c_str(), "Measure",
                                             {.size = ButtonSize::Small, .icon = icons::kGauge})) {
            measure.toggle(result.key, context.zone().day(context.now()));
        }
        const model::KeyResult* stored = context.workspace().find(result.id);
        if (stored != nullptr) measure.draw(context, result.key, stored->unit);
    }
    if (line.results.empty()) text("No key result yet: two or three.", muted_style());
}

void PlanView::State::draw_sides(Context& context, const ObjectiveLine& line) {
    const auto draw = [&](const char* title, const char* table,
                          const std::vector<SideLine>& sides) {
        const std::string name(table);
        if (draw_part_head(context, ("add-" + name + ":" + line.key).c_str(), title, table))
            editor.add(table, {{"objective", line.key}});
        for (const SideLine& side : sides) {
            begin_chip_line();
            if (name == "milestone") {
                bool done = side.done;
                if (checkbox(("done:" + side.key).c_str(), "", done)) {
                    later.emplace_back([id = side.id, done](Context& c) {
                        (void)c.run_with_undo(
                            rules::EditRecord{"milestone", id, {{"done", done ? "true" : "false"}}},
                            done ? "Milestone done" : "Milestone open again");
                    });
                }
                ImGui::SameLine(0.0f, sizes().xs);
            }
            if (link((name + ":" + side.key).c_str(), side.text, "Change it"))
                editor.edit(table, side.id);
            ImGui::SameLine(0.0f, sizes().sm);
            chip(side.note, chip_of(side.mood));
        }
    };
    draw("Milestones", "milestone", line.milestones);
    draw("Needed from others", "dependency", line.dependencies);
    draw("Top risks", "risk", line.risks);
}

void PlanView::State::draw_cards(Context& context, const ObjectiveLine& line) {
    gap(sizes().sm);
    text("Cards to be delivered",
         {.size = text_size::kSmall, .weight = Weight::Semibold, .colour = theme().text_muted});
    for (const CardLine& card : line.cards) {
        if (link(("card:" + card.key).c_str(), card.key + " " + card.title))
            context.open_card(card.id);
        ImGui::SameLine(0.0f, sizes().sm);
        text(card.column, muted_style());
    }
    if (line.cards.empty()) text("None.", muted_style());
    if (line.more_cards > 0)
        text("and " + std::to_string(line.more_cards) + " more on the board", muted_style());
}

}  // namespace throughline::gui::plan
