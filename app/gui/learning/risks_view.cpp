// The risk register: the grid, the chosen risk beside it, and the table under both.
#include "app/gui/learning/learning_state.h"
#include "app/gui/learning/table_parts.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/dialog.h"
#include "app/gui/widgets/field.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/menu.h"
#include "app/gui/widgets/table.h"
#include "app/gui/widgets/text.h"
#include "core/base/text.h"
#include "imgui.h"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace throughline::gui::learning {
namespace {

constexpr const char* kEnding = "risk-ending-dialog";
constexpr float kCell = 52.0f;  // unscaled
constexpr float kAxis = 26.0f;
constexpr float kTop = 318.0f;
constexpr float kSearchWidth = 220.0f;

enum Column { kRisk, kObjective, kOwner, kScore, kState, kReview };
constexpr std::array kColumns{
    TableColumn{.title = "Risk", .weight = 1.0f, .sortable = false},
    TableColumn{.title = "Objective", .width = 78, .sortable = false},
    TableColumn{.title = "Owner", .width = 124, .sortable = false},
    TableColumn{.title = "Score",
                .width = 128,
                .sortable = false,
                .help = "Probability times impact, 1 to 25"},
    TableColumn{.title = "State", .width = 86, .sortable = false},
    TableColumn{.title = "Look again on", .width = 122, .sortable = false}};

// One cell of the grid: how many open risks stand there.
bool draw_cell(const RisksModel& risks, int probability, int impact, bool chosen) {
    const int count = risks.count(probability, impact);
    const int score = probability * impact;
    const std::string id = fmt::format("cell:{}x{}", probability, impact);
    const std::string name = fmt::format("Probability {}, impact {}", probability, impact);
    const float side = kCell * sizes().scale;
    const Pressable item = press_item(id.c_str(), name, {side, side});
    if (!item.visible) return item.pressed;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ToneColours& tone = theme().tone(tone_of(report::mood_of_risk(score)));
    const float inset = sizes().xxs;
    const ImVec2 min{item.min.x + inset, item.min.y + inset};
    const ImVec2 max{item.max.x - inset, item.max.y - inset};
    list.AddRectFilled(min, max, tone.soft, sizes().radius_sm);
    if (chosen || item.hovered)
        list.AddRect(min, max, chosen ? theme().focus : theme().border_strong, sizes().radius_sm, 0,
                     (chosen ? 2.0f : 1.0f) * sizes().scale);
    if (count > 0) {
        draw_text_centred(list, min, max, std::to_string(count),
                          {.size = text_size::kTitle, .weight = Weight::Bold, .colour = tone.ink});
    }
    draw_text(list, {min.x + sizes().xs, min.y + sizes().xxs}, std::to_string(score),
              {.size = text_size::kCaption, .colour = theme().text_muted});
    focus_ring_of(item, sizes().radius_sm);
    tooltip(fmt::format("{}: score {}, {}. {}.", name, score, score_words(score),
                        plural(count, "open risk", "open risks")));
    return item.pressed;
}

void draw_axis(float width, std::string_view words) {
    const ImVec2 at = place({width, kAxis * sizes().scale * 0.8f});
    draw_text_centred(*ImGui::GetWindowDrawList(), at,
                      {at.x + width, at.y + kAxis * sizes().scale * 0.8f}, words, caption_style());
}

// Result: the cell that was pressed.
std::optional<RiskCell> draw_grid(const RisksModel& risks, const std::optional<RiskCell>& chosen) {
    std::optional<RiskCell> pressed;
    const float axis = kAxis * sizes().scale;
    ImGui::BeginGroup();
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    text("Probability, from rare (1) to almost certain (5)", caption_style());
    for (int probability = kScale; probability >= 1; --probability) {
        const ImVec2 at = place({axis, kCell * sizes().scale});
        draw_text_middle(*ImGui::GetWindowDrawList(), {at.x, at.y + kCell * sizes().scale * 0.5f},
                         std::to_string(probability), caption_style());
        for (int impact = 1; impact <= kScale; ++impact) {
            ImGui::SameLine(0, 0);
            const RiskCell cell{probability, impact};
            if (draw_cell(risks, probability, impact, chosen == cell)) pressed = cell;
        }
    }
    (void)place({axis, axis * 0.8f});
    for (int impact = 1; impact <= kScale; ++impact) {
        ImGui::SameLine(0, 0);
        draw_axis(kCell * sizes().scale, std::to_string(impact));
    }
    draw_axis(axis + kScale * kCell * sizes().scale, "Impact, from slight (1) to lost (5)");
    ImGui::PopStyleVar();
    ImGui::EndGroup();
    return pressed;
}

// Those that tell most come first when the window is narrow.
constexpr std::array<int, 6> kWide{kRisk, kObjective, kOwner, kScore, kState, kReview};
constexpr std::array<int, 4> kFew{kRisk, kObjective, kScore, kReview};

void draw_table_cell(const RiskRow& row, int column) {
    switch (static_cast<Column>(column)) {
        case kRisk: table_text(row.key + " " + row.title); return;
        case kObjective: table_text(row.objective_key.empty() ? "all" : row.objective_key); return;
        case kOwner: table_text(row.owner); return;
        case kScore:
            table_chip(fmt::format("{} · {}", row.score, score_words(row.score)),
                       chip_of(report::mood_of_risk(row.score)));
            return;
        case kState: table_text(row.state_words); return;
        case kReview: break;
    }
    if (row.is_overdue) {
        table_chip(row.review, {.tone = Tone::Danger, .icon = icons::kClock});
    } else {
        table_text(row.state == model::RiskState::Open ? row.review : "");
    }
}

}  // namespace

void LearningView::State::draw_risk(Context& context, const RiskRow& row) {
    const std::string why = records::why_not(context, *rules::record_kind("risk"));
    const ButtonOptions small{
        .size = ButtonSize::Small, .disabled = !why.empty(), .disabled_why = why};
    ButtonOptions change = small;
    change.icon = icons::kEdit;
    paragraph(row.key + " " + row.title, {.weight = Weight::Semibold});
    chip(fmt::format("{} x {} = {} · {}", row.probability, row.impact, row.score,
                     score_words(row.score)),
         chip_of(report::mood_of_risk(row.score)));
    ImGui::SameLine(0.0f, sizes().xs);
    chip(row.state_words, {.outlined = true});
    ImGui::SameLine(0.0f, sizes().sm);
    text(row.owner, muted_style());
    if (row.is_overdue)
        text("It was to be looked at on " + row.review + ".", tone_style(Tone::Danger));
    if (row.objective) {
        if (link("open-objective", row.objective_key + " " + row.objective_title))
            context.open_objective(row.objective);
    }
    const auto fact = [](std::string_view label, const std::string& words) {
        if (words.empty()) return;
        gap(sizes().xs);
        text(label, caption_style());
        paragraph(words);
    };
    fact("Mitigation", row.mitigation);
    fact("One sees it by", row.trigger);
    fact("Outcome", row.outcome);
    gap(sizes().sm);
    if (button("change-risk", "Change", change)) editor.edit("risk", row.id.value);
    const auto end = [&](const char* id, const char* label, const char* icon,
                         model::RiskState state) {
        ImGui::SameLine(0.0f, sizes().sm);
        ButtonOptions options = small;
        options.icon = icon;
        if (button(id, label, options))
            ending = {.state = state, .outcome = row.outcome, .open = true};
    };
    if (row.state != model::RiskState::Happened)
        end("risk-happened", "It happened", icons::kAlert, model::RiskState::Happened);
    if (row.state != model::RiskState::Closed)
        end("close-risk", "Close", icons::kCheck, model::RiskState::Closed);
    if (row.state != model::RiskState::Open) {
        ImGui::SameLine(0.0f, sizes().sm);
        if (button("reopen-risk", "Open again", small)) {
            later.emplace_back([id = row.id, key = row.key](Context& c) {
                (void)c.run_with_undo(rules::EditRecord{"risk", id.value, {{"state", "open"}}},
                                      key + " is open again");
            });
        }
    }
}

void LearningView::State::draw_risk_table(Context& context) {
    search_box("search:risks", risk_question.words, "Filter", {}, kSearchWidth * sizes().scale);
    ImGui::SameLine(0.0f, sizes().md);
    const std::string overdue = std::to_string(risks.overdue()) + " overdue";
    if (risks.overdue() > 0 &&
        chip_button("only-overdue", overdue, risk_question.only_overdue,
                    {.tone = Tone::Danger, .icon = icons::kClock}, "Show only those"))
        risk_question.only_overdue = !risk_question.only_overdue;
    if (risks.overdue() == 0) risk_question.only_overdue = false;
    ImGui::SameLine(0.0f, sizes().sm);
    if (chip_button("with-ended", "Also closed ones", risk_question.with_ended))
        risk_question.with_ended = !risk_question.with_ended;
    if (risk_question.cell) {
        ImGui::SameLine(0.0f, sizes().sm);
        if (removable_chip("cell-filter",
                           fmt::format("Probability {}, impact {}", risk_question.cell->probability,
                                       risk_question.cell->impact)))
            risk_question.cell.reset();
    }
    const std::string why = records::why_not(context, *rules::record_kind("risk"));
    const ButtonOptions add{.kind = ButtonKind::Primary,
                            .icon = icons::kPlus,
                            .disabled = !why.empty(),
                            .disabled_why = why};
    align_right(button_width("Add risk", add));
    if (button("add:risk", "Add risk", add)) editor.add("risk");
    gap(sizes().sm);
    const std::vector<RiskRow>& rows = risks.rows();
    TableSort sort;
    const std::span<const int> shown = is_narrow() ? std::span<const int>(kFew) : kWide;
    const std::vector<TableColumn> columns = chosen_columns(kColumns, shown);
    const TableEvents events = table(
        "risks", columns, static_cast<int>(rows.size()), sort,
        [&](int r, int column) {
            draw_table_cell(rows[static_cast<std::size_t>(r)],
                            shown[static_cast<std::size_t>(column)]);
        },
        [&](int r) { return "risk:" + rows[static_cast<std::size_t>(r)].key; },
        {.selected = risks.index_of(risk),
         .empty_text = risks.all() == 0 ? "No risks yet. Write down what may keep an objective "
                                          "from being reached, and what is done against it."
                                        : "No risk is like this. Take a filter away to see more."});
    if (events.clicked >= 0) risk = rows[static_cast<std::size_t>(events.clicked)].id;
    if (events.activated >= 0 && why.empty())
        editor.edit("risk", rows[static_cast<std::size_t>(events.activated)].id.value);
}

void LearningView::State::draw_risks(Context& context) {
    const Day today = context.zone().day(context.now());
    risks.refresh(context.workspace(), context.desk().revision(), today, risk_question);
    if (risks.find(risk) == nullptr && !risks.rows().empty()) risk = risks.rows().front().id;
    ImGui::BeginChild("risks-top", {0, kTop * sizes().scale}, ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_NoSavedSettings);
    if (const auto pressed = draw_grid(risks, risk_question.cell))
        risk_question.cell = risk_question.cell == pressed ? std::nullopt : pressed;
    ImGui::SameLine(0.0f, sizes().xl);
    ImGui::BeginChild("risk", {0, 0}, ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_NoSavedSettings);
    if (const RiskRow* row = risks.find(risk)) {
        draw_risk(context, *row);
    } else {
        paragraph(
            "Each risk has an owner, what is done against it, and a day on which somebody "
            "looks at it again. An overdue one raises an alert.",
            muted_style());
    }
    ImGui::EndChild();
    ImGui::EndChild();
    gap(sizes().md);
    draw_risk_table(context);
}

void LearningView::State::draw_risk_ending(Context& context) {
    if (std::exchange(ending.open, false)) open_dialog(kEnding);
    const model::Risk* row = context.workspace().find(risk);
    if (!is_dialog_open(kEnding) || row == nullptr) return;
    const bool happened = ending.state == model::RiskState::Happened;
    const std::string key = model::key_of(*row);
    const std::string title = key + (happened ? " happened" : " is closed");
    const std::string words = row->title;
    if (!begin_dialog(kEnding,
                      {.title = title, .text = words, .icon = icons::kShield, .confirm = "Save"})) {
        return;
    }
    text_area("risk-outcome", ending.outcome,
              {.label = happened ? "What happened, and what is done about it" : "Why it is over",
               .required = true},
              2, 6);
    if (ending.refusal) {
        (void)notice("refusal", {.tone = Tone::Danger,
                                 .title = ending.refusal->reason,
                                 .remedy = ending.refusal->remedy});
    }
    if (end_dialog() != DialogResult::Confirmed) return;
    const rules::EditRecord command{
        "risk",
        risk.value,
        {{"state", happened ? "happened" : "closed"}, {"outcome", ending.outcome}}};
    if (const rules::Verdict verdict = context.desk().preview(command); !verdict) {
        ending.refusal = verdict.error();
        keep_dialog_open(kEnding);
        return;
    }
    (void)context.run_with_undo(command, title);
}

}  // namespace throughline::gui::learning
