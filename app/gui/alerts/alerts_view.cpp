#include "app/gui/alerts/alerts_view.h"

#include "app/gui/alerts/alerts_state.h"
#include "app/gui/palette/actions.h"
#include "app/gui/records/form_view.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/dialog.h"
#include "app/gui/widgets/field.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/text.h"
#include "imgui.h"

#include <algorithm>
#include <array>
#include <utility>

namespace throughline::gui::alerts {
namespace {

constexpr float kWidest = 1200.0f;  // unscaled; rows longer than this are hard to follow

EmptyState nothing(Shown shown) {
    switch (shown) {
        case Shown::Open:
            return {.icon = icons::kCheckCircle,
                    .title = "Nothing needs a look",
                    .text =
                        "The rules are asked once a minute and after every change. What they "
                        "find is raised here once, and stays until somebody has said what "
                        "follows."};
        case Shown::Acknowledged:
            return {.icon = icons::kBell,
                    .title = "Nothing was acknowledged yet",
                    .text = "An alert comes here when somebody has said what follows from it."};
        case Shown::All:
            return {.icon = icons::kBell,
                    .title = "No alert was ever raised",
                    .text = "They are raised by themselves as soon as a rule holds."};
    }
    return {};
}

// The button that leads to what an alert is about; without a label there is none.
struct Lead {
    std::string label;
    ButtonOptions options;
};

Lead lead_of(const AlertRow& row) {
    const auto lead = [](const std::string& label, const char* icon, const char* help) {
        return Lead{
            label,
            {.kind = ButtonKind::Ghost, .size = ButtonSize::Small, .icon = icon, .tooltip = help}};
    };
    if (row.card) return lead(row.subject, icons::kDocument, "Open the card");
    if (row.request) return lead(row.subject, icons::kInbox, "Show the request");
    if (row.kpi) return lead(row.subject, icons::kDashboard, "Open the KPI");
    if (!row.part.empty()) return lead(row.subject, icons::kShield, "Show it, to look at it");
    if (!row.column.empty()) return lead(row.subject, icons::kBoard, "Show its cards");
    if (row.subject == "team") return lead("Flow", icons::kChart, "Show the load per person");
    return {};
}

void follow(Context& context, const AlertRow& row) {
    if (row.card) {
        context.open_card(row.card);
    } else if (row.request) {
        context.open_request(row.request);
    } else if (row.kpi) {
        context.open_kpi(row.kpi);
    } else if (!row.part.empty()) {
        context.open_learning(row.part, row.record);
    } else if (!row.column.empty()) {
        context.filter().query = row.column;
        context.go(Screen::Board);
    } else {
        context.go(Screen::Flow);
    }
}

ButtonOptions objective_link() {
    return {.kind = ButtonKind::Ghost,
            .size = ButtonSize::Small,
            .icon = icons::kTarget,
            .tooltip = "Show the objective it serves"};
}

// Why the acting person may not; "" when allowed.
std::string why_not(Context& context, const rules::Command& command) {
    const rules::Verdict verdict = context.desk().preview(command);
    return verdict ? "" : rules::to_text(verdict.error());
}

}  // namespace

AlertsView::AlertsView() : state_(std::make_unique<State>()) {}
AlertsView::~AlertsView() = default;

void AlertsView::draw(Context& context) {
    State& state = *state_;
    state.model.refresh(context);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {sizes().md, sizes().md});
    screen_header("Alerts");
    const std::string badge = state.model.open() > 0 ? std::to_string(state.model.open()) : "";
    const std::array items{TabItem{.id = "tab:alerts",
                                   .label = "Alerts",
                                   .icon = icons::kBell,
                                   .badge = badge,
                                   .badge_tone = Tone::Warning},
                           TabItem{.id = "tab:rules", .label = "Rules", .icon = icons::kShield}};
    tabs("alerts-tabs", state.tab, items);
    const float widest = kWidest * sizes().scale;
    ImGui::BeginChild("alerts", {std::min(widest, ImGui::GetContentRegionAvail().x), 0},
                      ImGuiChildFlags_NavFlattened, ImGuiWindowFlags_NoSavedSettings);
    if (state.tab == 0) {
        state.draw_list(context);
    } else {
        state.draw_rules(context);
    }
    ImGui::EndChild();
    state.draw_acknowledge(context);
    ImGui::PopStyleVar();
    for (const auto& act : std::exchange(state.later, {}))
        act(context);
}

void AlertsView::add_actions(palette::Actions& actions) {
    actions.add({.id = "alerts.rules",
                 .title = "Rules of the alerts",
                 .section = "Alerts",
                 .icon = icons::kShield,
                 .keywords = "threshold switch off",
                 .run = [state = state_.get()](Context& context) {
                     state->tab = 1;
                     context.go(Screen::Alerts);
                 }});
}

void AlertsView::State::draw_list(Context& context) {
    const Sizes& s = sizes();
    const std::array<ChoiceItem, 3> choices{
        {{.label = "Open"}, {.label = "Acknowledged"}, {.label = "Whole history"}}};
    int chosen = static_cast<int>(shown);
    if (segmented("shown", chosen, choices, {.name = "Shown", .width = 380.0f * s.scale})) {
        shown = static_cast<Shown>(chosen);
        most = kPage;
    }
    const std::vector<const AlertRow*> rows = model.rows(shown);
    if (rows.empty()) {
        (void)empty_state("no-alerts", nothing(shown));
        return;
    }
    // The right is the same for every one of them.
    const auto open = std::ranges::find(rows, false, &AlertRow::acknowledged);
    const std::string why =
        open == rows.end() ? "" : why_not(context, rules::AcknowledgeAlert{(*open)->id, ""});
    for (std::size_t i = 0; i < std::min(rows.size(), most); ++i) {
        const AlertRow& row = *rows[i];
        if (shown == Shown::Open && (i == 0 || rows[i - 1]->of != row.of)) {
            const auto count = std::ranges::count(rows, row.of, &AlertRow::of);
            if (i > 0) gap(s.md);
            section_header(row.rule, std::to_string(count), row.to_do);
        }
        draw_row(context, row, why);
    }
    if (rows.size() > most && button("more", "Show more", {.icon = icons::kChevronDown}))
        most += kPage;
    gap(s.lg);
}

void AlertsView::State::draw_row(Context& context, const AlertRow& row, const std::string& why) {
    const Sizes& s = sizes();
    ButtonOptions acknowledge{.size = ButtonSize::Small, .icon = icons::kCheck};
    acknowledge.disabled = !why.empty();
    acknowledge.disabled_why = why;
    const Lead lead = lead_of(row);
    float buttons = row.acknowledged ? 0.0f : button_width("Acknowledge", acknowledge) + s.xs;
    if (!lead.label.empty()) buttons += button_width(lead.label, lead.options) + s.xs;
    if (row.objective) buttons += button_width(row.objective_key, objective_link()) + s.xs;
    begin_panel(("alert:" + row.key).c_str(), {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {s.sm, s.xs});
    const float room = width_left() - buttons - text_px(text_size::kIcon) - 2.0f * s.sm;
    icon(row.acknowledged ? icons::kCheckCircle : icons::kAlert,
         theme().tone(row.acknowledged ? Tone::Neutral : Tone::Warning).ink);
    ImGui::SameLine(0, s.sm);
    ImGui::BeginGroup();
    paragraph(row.text, {.weight = Weight::Semibold}, room);
    paragraph(
        row.key + ", " + row.since + (shown == Shown::Open ? "." : ". Rule: " + row.rule + "."),
        caption_style(), room);
    if (row.acknowledged) paragraph("Acknowledged by " + row.answer, muted_style(), room);
    ImGui::EndGroup();
    ImGui::SameLine(0, s.sm);
    align_right(buttons);
    ImGui::BeginGroup();
    if (!lead.label.empty()) {
        if (button(("lead:" + row.key).c_str(), lead.label, lead.options)) follow(context, row);
        ImGui::SameLine(0, s.xs);
    }
    if (row.objective) {
        if (button(("objective:" + row.key).c_str(), row.objective_key, objective_link()))
            context.open_objective(row.objective);
        ImGui::SameLine(0, s.xs);
    }
    if (!row.acknowledged && button(("acknowledge:" + row.key).c_str(), "Acknowledge", acknowledge))
        begin_acknowledging(context, row);
    ImGui::EndGroup();
    ImGui::PopStyleVar();
    end_panel();
}

// The action of its rule, with what a person decides about it; the rest is the record's own.
void AlertsView::State::begin_acknowledging(Context& context, const AlertRow& row) {
    acknowledging = row.id;
    about = row.text;
    note.clear();
    failure.clear();
    wants_dialog = true;
    makes_action = row.drafts_action;
    const model::Workspace& workspace = context.workspace();
    const model::Alert* alert = workspace.find(row.id);
    if (alert == nullptr) return;
    const Day today = context.zone().day(context.now());
    const flow::ActionDraft draft = flow::action_draft(workspace, *alert, today);
    const model::PersonId actor = context.desk().actor();
    const model::Person* owner = workspace.find(draft.owner ? draft.owner : actor);
    action = records::record_form(workspace, *rules::record_kind("action_item"), 0,
                                  {.today = today,
                                   .actor = actor,
                                   .preset = {{"text", draft.text},
                                              {"owner", owner == nullptr ? "" : owner->handle},
                                              {"due", to_text(draft.due)}},
                                   .fixed = {}});
    std::erase_if(action.fields, [](const records::FormField& field) {
        return field.field->name != "text" && field.field->name != "owner" &&
               field.field->name != "due";
    });
}

void AlertsView::State::acknowledge(Context& context) {
    rules::AcknowledgeAlert command{acknowledging, note};
    if (makes_action) {
        for (const records::FormField& field : action.fields)
            command.action[std::string(field.field->name)] = field.value;
    }
    const rules::Verdict verdict = context.run(command, Context::At::Caller);
    if (verdict) return;
    if (makes_action) {
        action.refuse(verdict.error());
    }
    failure = rules::to_text(verdict.error());
    keep_dialog_open("acknowledge");
}

void AlertsView::State::draw_acknowledge(Context& context) {
    if (std::exchange(wants_dialog, false)) open_dialog("acknowledge");
    if (!begin_dialog("acknowledge", {.title = "Acknowledge",
                                      .text = about,
                                      .icon = icons::kBell,
                                      .confirm = "Acknowledge"}))
        return;
    text_area("note", note,
              {.label = "What follows from it",
               .placeholder = "We swarm on it today",
               .error = failure,
               .optional_mark = true},
              2, 6);
    toggle("makes-action", "Make an action of it", makes_action,
           "It stays in sight of its owner until it is done.");
    if (makes_action) records::draw_form(action, context.zone().day(context.now()));
    if (end_dialog() == DialogResult::Confirmed) acknowledge(context);
}

}  // namespace throughline::gui::alerts
