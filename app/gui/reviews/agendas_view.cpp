// The agendas, each to be changed in place and kept as a whole.
#include "app/gui/reviews/reviews_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/field.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "core/report/monthly.h"
#include "core/rules/agendas.h"
#include "imgui.h"

#include <array>
#include <cmath>

namespace throughline::gui::reviews {
namespace {

using model::MeetingKind;

constexpr std::array kKinds{MeetingKind::Replenishment, MeetingKind::WeeklySync,
                            MeetingKind::MonthlyReview, MeetingKind::QuarterlyPlanning,
                            MeetingKind::AnnualStrategy};
constexpr float kMinutesWidth = 110.0f;  // unscaled
constexpr float kContentWidth = 280.0f;

std::string why_not_configure(Context& context) {
    const model::Person* person = context.workspace().find(context.desk().actor());
    if (person == nullptr) return "Choose who you are first: nobody is acting.";
    if (rules::may(person->role, rules::Right::Configure)) return "";
    return "Ask a lead: agendas belong to the settings of the team.";
}

std::vector<ChoiceItem> contents() {
    std::vector<ChoiceItem> items;
    for (std::size_t i = 0; i < model::Names<model::AgendaContent>::kAll.size(); ++i)
        items.push_back({.label = title_of(static_cast<model::AgendaContent>(i))});
    return items;
}

}  // namespace

// True when the parts themselves were changed: the rest is drawn in the next frame.
bool ReviewsView::State::draw_agenda_part(std::size_t at, bool may) {
    const Sizes& s = sizes();
    model::AgendaPart& row = agenda.parts()[at];
    ImGui::PushID(static_cast<int>(at));
    begin_panel("part", {0, 0}, theme().card);
    const float buttons = 3.0f * (s.control + s.xs);
    const float fixed = (kMinutesWidth + kContentWidth) * s.scale + 3.0f * s.md + buttons;
    text_field("title", row.title,
               {.placeholder = "Title of the part",
                .name = "Title",
                .read_only = !may,
                .width = std::max(160.0f * s.scale, width_left() - fixed)});
    ImGui::SameLine(0.0f, s.md);
    std::optional<double> minutes = row.minutes;
    if (number_field("minutes", minutes,
                     {.name = "Minutes", .read_only = !may, .width = kMinutesWidth * s.scale},
                     {.unit = "min", .min = 1, .max = 480}))
        row.minutes = static_cast<int>(std::lround(minutes.value_or(row.minutes)));
    ImGui::SameLine(0.0f, s.md);
    const std::vector<ChoiceItem> items = contents();
    int shows = static_cast<int>(row.content);
    if (choice("content", shows, items,
               {.name = "What it shows", .disabled = !may, .width = kContentWidth * s.scale}) &&
        shows >= 0)
        row.content = static_cast<model::AgendaContent>(shows);
    ImGui::SameLine(0.0f, s.md);
    const bool is_last = at + 1 == agenda.parts().size();
    const bool up = icon_button("up", icons::kArrowUp, "Earlier",
                                {.kind = ButtonKind::Ghost, .disabled = !may || at == 0});
    ImGui::SameLine(0.0f, s.xs);
    const bool down = icon_button("down", icons::kArrowDown, "Later",
                                  {.kind = ButtonKind::Ghost, .disabled = !may || is_last});
    ImGui::SameLine(0.0f, s.xs);
    const bool remove = icon_button("remove", icons::kDelete, "Remove the part",
                                    {.kind = ButtonKind::Ghost, .disabled = !may});
    text_field(
        "help", row.help,
        {.placeholder = "What to do in it, in a sentence", .name = "Help", .read_only = !may});
    end_panel();
    ImGui::PopID();
    gap(s.xs);
    if (up) agenda.move(at, -1);
    if (down) agenda.move(at, 1);
    if (remove) agenda.remove(at);
    return up || down || remove;
}

void ReviewsView::State::draw_agendas(Context& context) {
    const Sizes& s = sizes();
    const model::Workspace& workspace = context.workspace();
    if (agenda_revision == ~std::uint64_t{0}) agenda.take(workspace, kKinds[1]);
    if (agenda_revision != context.desk().revision()) agenda.follow(workspace);
    agenda_revision = context.desk().revision();
    std::vector<ChoiceItem> items;
    int kind = 0;
    for (std::size_t i = 0; i < kKinds.size(); ++i) {
        items.push_back({.label = report::title_of(kKinds[i])});
        if (kKinds[i] == agenda.kind()) kind = static_cast<int>(i);
    }
    if (segmented("kind", kind, items, {.name = "Kind of meeting"})) {
        agenda.take(workspace, kKinds[static_cast<std::size_t>(kind)]);
        agenda_refusal.reset();
    }
    gap(s.md);
    const std::string why = why_not_configure(context);
    ImGui::AlignTextToFramePadding();
    text(std::to_string(agenda.minutes()) + " minutes, " +
             (agenda.is_shipped() ? "as shipped" : "as this team wants it") +
             (agenda.is_changed() ? "; not saved yet" : ""),
         muted_style());
    const ButtonOptions reset{
        .icon = icons::kUndo,
        .disabled = !why.empty() || agenda.is_shipped(),
        .disabled_why = why.empty() ? "It is the shipped one." : std::string_view(why)};
    const ButtonOptions save{
        .kind = ButtonKind::Primary,
        .icon = icons::kSave,
        .disabled = !why.empty() || !agenda.is_changed(),
        .disabled_why = why.empty() ? "Nothing was changed." : std::string_view(why)};
    align_right(button_width("Reset to shipped", reset) + s.sm + button_width("Save agenda", save));
    if (button("reset-agenda", "Reset to shipped", reset)) {
        later.emplace_back([this, of = agenda.kind()](Context& c) {
            if (c.run_with_undo(rules::SetAgenda{of, {}}, "The shipped agenda is back"))
                agenda.take(c.workspace(), of);
        });
    }
    ImGui::SameLine(0.0f, s.sm);
    if (button("save-agenda", "Save agenda", save)) {
        later.emplace_back([this](Context& c) {
            const rules::Command command = agenda.command();
            const rules::Verdict verdict = c.desk().preview(command);
            agenda_refusal = verdict ? std::nullopt : std::optional(verdict.error());
            if (verdict && c.run_with_undo(command, "Agenda saved"))
                agenda.take(c.workspace(), agenda.kind());
        });
    }
    if (agenda.is_overtaken())
        (void)notice("overtaken",
                     {.tone = Tone::Warning,
                      .title = "Somebody else changed this agenda meanwhile.",
                      .remedy = "Saving puts yours in its place; another kind and back shows "
                                "theirs."});
    if (agenda_refusal)
        (void)notice("refusal", {.tone = Tone::Danger,
                                 .title = agenda_refusal->reason,
                                 .remedy = agenda_refusal->remedy});
    gap(s.md);
    for (std::size_t i = 0; i < agenda.parts().size(); ++i) {
        if (draw_agenda_part(i, why.empty())) break;
    }
    if (button("add-part", "Add a part",
               {.icon = icons::kPlus, .disabled = !why.empty(), .disabled_why = why}))
        agenda.add();
}

}  // namespace throughline::gui::reviews
