// The logs of decisions and actions: a table, and what can be done with the chosen row.
#include "app/gui/reviews/reviews_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/report/chart_ticks.h"
#include "core/report/monthly.h"
#include "imgui.h"

namespace throughline::gui::reviews {
namespace {

constexpr float kDetail = 200.0f;  // unscaled height of what is told of the chosen row

ButtonOptions act_options(const char* icon, std::string_view shortcut, const std::string& why) {
    return {.icon = icon, .shortcut = shortcut, .disabled = !why.empty(), .disabled_why = why};
}

// Why it cannot be done with a row that is no longer open.
std::string closed_words(bool is_open, const std::string& why) {
    return !why.empty() ? why : is_open ? "" : "It is closed already. Change opens it again.";
}

// The first of the overdue rows by key, each chosen by a press.
template <class Id>
void draw_overdue(Context& context, const std::vector<Id>& overdue, records::RecordTable& rows) {
    constexpr std::size_t kShown = 6;
    for (std::size_t i = 0; i < std::min(kShown, overdue.size()); ++i) {
        const auto* one = context.workspace().find(overdue[i]);
        if (one == nullptr) continue;
        const std::string key = model::key_of(*one);
        ImGui::SameLine(0.0f, sizes().sm);
        if (link(("overdue:" + key).c_str(), key, one->text)) rows.select(one->id.value);
    }
}

const model::Meeting* meeting_of(const model::Workspace& workspace, const std::string& source) {
    for (const model::Meeting& one : workspace.rows<model::Meeting>()) {
        if (rules::source_of(one) == source) return &one;
    }
    return nullptr;
}

}  // namespace

void ReviewsView::State::draw_decision_acts(Context& context, const model::Decision& one) {
    const Sizes& s = sizes();
    const model::Workspace& workspace = context.workspace();
    const Day today = context.zone().day(context.now());
    const Line line = decision_line(workspace, one, today);
    begin_chip_line();
    text(line.key, {.weight = Weight::Semibold, .colour = theme().text_muted});
    ImGui::SameLine(0.0f, s.sm);
    chip(line.state, chip_of(line.mood));
    ImGui::SameLine(0.0f, s.sm);
    text_ellipsis("Decided by " + person_name(workspace, one.decider) + " on " +
                      short_date(context.zone().day(one.at)) + ", carried out by " +
                      person_name(workspace, one.executor) + " by " + short_date(one.due),
                  muted_style());
    paragraph(one.text, {.weight = Weight::Semibold});
    paragraph("Why: " + one.rationale);
    if (!one.outcome.empty()) paragraph("Outcome: " + one.outcome);
    const std::string why = records::why_not(context, *rules::record_kind("decision"));
    const bool is_open = one.state == model::DecisionState::Open;
    const std::string closed = closed_words(is_open, why);
    const Target target{Target::Kind::Decision, one.id.value};
    gap(s.sm);
    if (button("execute", "Executed", act_options(icons::kCheck, "E", closed)))
        close_record(context, target);
    ImGui::SameLine(0.0f, s.sm);
    if (button("drop", "Drop", act_options(icons::kClose, "X", closed))) ask_drop(target);
    ImGui::SameLine(0.0f, s.sm);
    if (button("as-then", "Board as it was then", act_options(icons::kHistory, "T", "")))
        context.travel_to(one.at);
    if (const model::Meeting* held = workspace.find(one.meeting)) {
        ImGui::SameLine(0.0f, s.sm);
        if (button("its-meeting",
                   model::key_of(*held) + " " + std::string(report::title_of(held->kind)),
                   act_options(icons::kPeople, "M", "")))
            context.open_meeting(held->id);
    }
}

void ReviewsView::State::draw_action_acts(Context& context, const model::ActionItem& one) {
    const Sizes& s = sizes();
    const model::Workspace& workspace = context.workspace();
    const Line line = action_line(workspace, one, context.zone().day(context.now()));
    begin_chip_line();
    text(line.key, {.weight = Weight::Semibold, .colour = theme().text_muted});
    ImGui::SameLine(0.0f, s.sm);
    chip(line.state, chip_of(line.mood));
    ImGui::SameLine(0.0f, s.sm);
    text_ellipsis(line.detail, muted_style());
    paragraph(one.text, {.weight = Weight::Semibold});
    if (!one.outcome.empty()) paragraph("Outcome: " + one.outcome);
    const std::string why = records::why_not(context, *rules::record_kind("action_item"));
    const bool is_open = one.state == model::ActionState::Open;
    const std::string closed = closed_words(is_open, why);
    const Target target{Target::Kind::Action, one.id.value};
    gap(s.sm);
    if (button("execute", "Done", act_options(icons::kCheck, "E", closed)))
        close_record(context, target);
    ImGui::SameLine(0.0f, s.sm);
    if (button("drop", "Drop", act_options(icons::kClose, "X", closed))) ask_drop(target);
    ImGui::SameLine(0.0f, s.sm);
    if (const model::Request* drafted = workspace.find(one.request)) {
        if (button("its-request", "Request " + model::key_of(*drafted),
                   act_options(icons::kInbox, "R", "")))
            context.open_request(drafted->id);
    } else if (button("make-request", "Make a request of it",
                      act_options(icons::kInbox, "R", closed))) {
        request.ask(one.id);
    }
    if (const model::Template* changed = workspace.find(one.form)) {
        ImGui::SameLine(0.0f, s.sm);
        if (button("its-template", "Template " + changed->name,
                   act_options(icons::kDocument, "", "")))
            context.open_settings("templates");
    }
    if (const model::Meeting* held = meeting_of(workspace, one.source)) {
        ImGui::SameLine(0.0f, s.sm);
        if (button("its-meeting",
                   model::key_of(*held) + " " + std::string(report::title_of(held->kind)),
                   act_options(icons::kPeople, "M", "")))
            context.open_meeting(held->id);
    }
}

void ReviewsView::State::draw_decisions(Context& context) {
    const Sizes& s = sizes();
    if (!overdue_decisions.empty()) {
        text(plural(std::ssize(overdue_decisions), "decision is", "decisions are") +
                 " overdue: decided, and not carried out by its day.",
             tone_style(Tone::Danger));
        draw_overdue(context, overdue_decisions, decisions);
        gap(s.sm);
    }
    const float detail = kDetail * s.scale;
    const float tools = s.control + s.sm;
    const float height =
        std::max(6.0f * s.row, ImGui::GetContentRegionAvail().y - tools - detail - s.md);
    decisions.draw(context, editor,
                   {.preset = {{"due", to_text(context.zone().day(context.now()) + 14)}},
                    .height = height,
                    .chooses_first = true,
                    .empty = "What was decided, by whom, why, who carries it out and by when. "
                             "Reviews write them here; open ones stay in sight."});
    gap(s.md);
    const model::Decision* one = context.workspace().find(model::DecisionId{decisions.selected()});
    begin_panel("chosen", {0, detail});
    if (one != nullptr) {
        draw_decision_acts(context, *one);
    } else {
        text("Choose a decision to see why it was taken and what to do about it.", muted_style());
    }
    end_panel();
}

void ReviewsView::State::draw_actions(Context& context) {
    const Sizes& s = sizes();
    if (!overdue_actions.empty()) {
        text(plural(std::ssize(overdue_actions), "action is", "actions are") + " overdue.",
             tone_style(Tone::Danger));
        draw_overdue(context, overdue_actions, action_items);
        gap(s.sm);
    }
    const float detail = kDetail * s.scale;
    const float tools = s.control + s.sm;
    const float height =
        std::max(6.0f * s.row, ImGui::GetContentRegionAvail().y - tools - detail - s.md);
    action_items.draw(context, editor,
                      {.preset = {{"due", to_text(context.zone().day(context.now()) + 14)}},
                       .height = height,
                       .chooses_first = true,
                       .empty = "What somebody does after a meeting, a retro or an alert. It "
                                "stays in sight until it is done, or becomes a request."});
    gap(s.md);
    const model::ActionItem* one =
        context.workspace().find(model::ActionItemId{action_items.selected()});
    begin_panel("chosen", {0, detail});
    if (one != nullptr) {
        draw_action_acts(context, *one);
    } else {
        text("Choose an action to close it, or to make a request of it.", muted_style());
    }
    end_panel();
}

}  // namespace throughline::gui::reviews
