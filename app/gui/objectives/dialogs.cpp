#include "app/gui/objectives/plan_words.h"
#include "app/gui/objectives/screens.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/dialog.h"
#include "app/gui/widgets/field.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/notice.h"
#include "app/gui/widgets/text.h"

#include <algorithm>
#include <array>

namespace throughline::gui::objectives {
namespace {

constexpr const char* kObjective = "objective-dialog";
constexpr const char* kBet = "bet-dialog";
constexpr const char* kPerson = "person-dialog";
constexpr float kWidth = 540.0f;  // unscaled

int index_of(const std::vector<Option>& options, const std::string& value) {
    const auto found = std::find_if(options.begin(), options.end(),
                                    [&](const Option& one) { return one.value == value; });
    return found == options.end() ? kNoChoice : static_cast<int>(found - options.begin());
}

// A choice over options; the value follows.
void option_field(const char* id, std::string& value, const std::vector<Option>& options,
                  const FieldText& words, std::string_view none_label = {}, bool people = false) {
    std::vector<ChoiceItem> items;
    for (const Option& one : options)
        items.push_back(
            {.label = one.label, .note = one.note, .category = one.category, .person = people});
    int selected = index_of(options, value);
    if (choice(id, selected, items, words, none_label)) {
        value = selected == kNoChoice ? "" : options[static_cast<std::size_t>(selected)].value;
    }
}

// Several people; their handles follow, in the order of choosing.
void people_field(const char* id, std::vector<std::string>& handles,
                  const std::vector<Option>& people, const FieldText& words) {
    std::vector<ChoiceItem> items;
    for (const Option& one : people)
        items.push_back(
            {.label = one.label, .note = one.note, .category = one.category, .person = true});
    std::vector<int> selected;
    for (const std::string& handle : handles) {
        if (const int at = index_of(people, handle); at != kNoChoice) selected.push_back(at);
    }
    if (!multi_choice(id, selected, items, words)) return;
    handles.clear();
    for (const int at : selected)
        handles.push_back(people[static_cast<std::size_t>(at)].value);
}

// RACI: the DRI is accountable; these are the others.
void raci_fields(ObjectiveForm& form) {
    if (!form.id) return;
    people_field("field:responsible", form.responsible, form.people,
                 {.label = "Responsible, who do the work", .placeholder = "Nobody"});
    people_field("field:consulted", form.consulted, form.people,
                 {.label = "Consulted", .placeholder = "Nobody"});
    people_field("field:informed", form.informed, form.people,
                 {.label = "Informed", .placeholder = "Nobody"});
    text_field("field:stakeholders", form.stakeholders,
               {.label = "Stakeholders outside the team",
                .placeholder = "Head of sales, product",
                .optional_mark = true});
}

// Twelve shapes in their colours, and "by itself" while adding.
void colour_field(ObjectiveForm& form) {
    const FieldText words{
        .label = "Colour and shape",
        .help = form.colour < 0 ? "The least used one is taken unless you choose." : ""};
    begin_field(words);
    const float side = sizes().control_small;
    for (int i = 0; i < static_cast<int>(kCategoryCount); ++i) {
        if (i > 0) ImGui::SameLine(0.0f, sizes().xs);
        const std::string id = "colour:" + std::to_string(i);
        const Pressable item =
            press_item(id.c_str(), "Colour " + std::to_string(i + 1), {side, side});
        if (item.pressed) form.colour = i;
        if (!item.visible) continue;
        ImDrawList& list = *ImGui::GetWindowDrawList();
        if (form.colour == i)
            list.AddRectFilled(item.min, item.max, theme().selected, sizes().radius);
        if (form.colour == i)
            list.AddRect(item.min, item.max, theme().tone(Tone::Accent).edge, sizes().radius, 0,
                         sizes().hair);
        draw_category_dot(list, item.middle(), side * 0.26f, static_cast<std::size_t>(i));
        focus_ring_of(item, sizes().radius);
    }
    end_field(words);
}

void status_fields(ObjectiveForm& form) {
    if (!form.id) return;
    static constexpr std::array<ChoiceItem, 3> kStatus{
        ChoiceItem{.label = "On track", .icon = icons::kCheckCircle},
        ChoiceItem{.label = "At risk", .icon = icons::kAlert},
        ChoiceItem{.label = "Off track", .icon = icons::kAlertCircle}};
    int status = static_cast<int>(form.status);
    if (segmented("field:status", status, kStatus, {.label = "Status"}))
        form.status = static_cast<model::ObjectiveStatus>(status);
    const bool needed = form.status != model::ObjectiveStatus::OnTrack;
    text_field("field:reason", form.reason,
               {.label = "Why",
                .placeholder = "Two of five launches wait for legal",
                .required = needed,
                .optional_mark = !needed});
}

}  // namespace

std::string why_not_now(Context& context, rules::Right right) {
    return why_not(context.workspace().find(context.desk().actor()), right);
}

bool run_in_dialog(Context& context, const char* dialog, const rules::Command& command,
                   const std::string& done, std::optional<rules::Refusal>& refusal) {
    const rules::Verdict verdict = context.desk().preview(command);
    if (!verdict) {
        refusal = verdict.error();
        keep_dialog_open(dialog);
        return false;
    }
    refusal.reset();
    return context.run_with_undo(command, done).ok();
}

void draw_refusal(const std::optional<rules::Refusal>& refusal) {
    if (!refusal) return;
    (void)notice("refusal",
                 {.tone = Tone::Danger, .title = refusal->reason, .remedy = refusal->remedy});
}

void draw_objective_dialog(ObjectivesScreen& screen, Context&, Acts& acts) {
    FormDialog<ObjectiveForm>& dialog = screen.dialog;
    if (std::exchange(dialog.open, false)) open_dialog(kObjective);
    if (!is_dialog_open(kObjective)) return;
    ObjectiveForm& form = dialog.form;
    const std::string missing = form.missing();
    const std::string title = form.key.empty() ? "Add an objective" : "Edit " + form.key;
    if (!begin_dialog(kObjective, {.title = title,
                                   .icon = icons::kTarget,
                                   .confirm = form.key.empty() ? "Add objective" : "Save",
                                   .confirm_enabled = missing.empty(),
                                   .confirm_disabled_why = missing,
                                   .width = kWidth})) {
        return;
    }
    text_field("field:title", form.title,
               {.label = "Objective",
                .help = "One measurable sentence: what will be true at the end.",
                .placeholder = "120 enterprise trials from webinars by the end of the quarter",
                .required = true});
    const float half = (width_left() - sizes().lg) * 0.5f;
    option_field("field:quarter", form.quarter, form.quarters,
                 {.label = "Quarter", .placeholder = "Choose", .required = true, .width = half});
    ImGui::SameLine(0.0f, sizes().lg);
    option_field("field:dri", form.dri, form.people,
                 {.label = "DRI", .placeholder = "Choose", .required = true, .width = half}, {},
                 true);
    option_field("field:bet", form.bet, form.bets,
                 {.label = "Big bet", .placeholder = "No big bet"}, "No big bet");
    status_fields(form);
    raci_fields(form);
    colour_field(form);
    draw_refusal(dialog.refusal);
    if (end_dialog() != DialogResult::Confirmed) return;
    acts.add([&dialog](Context& c) {
        const rules::Command command = command_of(dialog.form, c.workspace());
        const std::string done =
            dialog.form.key.empty() ? "Objective added" : dialog.form.key + " changed";
        (void)run_in_dialog(c, kObjective, command, done, dialog.refusal);
    });
}

void draw_bet_dialog(BetsScreen& screen, Context&, Acts& acts) {
    FormDialog<BetForm>& dialog = screen.dialog;
    if (std::exchange(dialog.open, false)) open_dialog(kBet);
    if (!is_dialog_open(kBet)) return;
    BetForm& form = dialog.form;
    const std::string missing = form.missing();
    const std::string title =
        form.key.empty() ? "Add a big bet of " + std::to_string(form.year) : "Edit " + form.key;
    if (!begin_dialog(
            kBet, {.title = title,
                   .text = "A strategic shift of the year. At most three; a third needs a reason.",
                   .icon = icons::kRocket,
                   .confirm = form.key.empty() ? "Add big bet" : "Save",
                   .confirm_enabled = missing.empty(),
                   .confirm_disabled_why = missing,
                   .width = kWidth})) {
        return;
    }
    text_field("field:title", form.title,
               {.label = "Title", .placeholder = "Enterprise first", .required = true});
    text_area("field:sentence", form.sentence,
              {.label = "In one sentence",
               .placeholder = "Half of new revenue comes from companies with more than 500 seats.",
               .required = true},
              2, 4);
    if (form.others >= kMostBets - 1 || !form.reason.empty()) {
        text_area("field:reason", form.reason,
                  {.label = "Why a third one",
                   .help = "Two bets are easier to keep than three.",
                   .required = form.others == kMostBets - 1},
                  2, 4);
    }
    draw_refusal(dialog.refusal);
    if (end_dialog() != DialogResult::Confirmed) return;
    acts.add([&dialog](Context& c) {
        const std::string done =
            dialog.form.key.empty() ? "Big bet added" : dialog.form.key + " changed";
        (void)run_in_dialog(c, kBet, command_of(dialog.form), done, dialog.refusal);
    });
}

void draw_person_dialog(PeopleScreen& screen, Context&, Acts& acts) {
    FormDialog<PersonForm>& dialog = screen.dialog;
    if (std::exchange(dialog.open, false)) open_dialog(kPerson);
    if (!is_dialog_open(kPerson)) return;
    PersonForm& form = dialog.form;
    const std::string missing = form.missing();
    const std::string title = form.id ? "Edit " + form.name : "Add a person";
    if (!begin_dialog(kPerson, {.title = title,
                                .icon = icons::kPerson,
                                .confirm = form.id ? "Save" : "Add person",
                                .confirm_enabled = missing.empty(),
                                .confirm_disabled_why = missing,
                                .width = kWidth})) {
        return;
    }
    const float half = (width_left() - sizes().lg) * 0.5f;
    text_field("field:name", form.name,
               {.label = "Name", .placeholder = "Ana Lima", .required = true, .width = half});
    ImGui::SameLine(0.0f, sizes().lg);
    text_field("field:handle", form.handle,
               {.label = "Handle", .placeholder = "ana", .required = true, .width = half});
    std::vector<ChoiceItem> roles;
    for (std::size_t i = 0; i < model::Names<model::Role>::kAll.size(); ++i)
        roles.push_back({.label = role_words(static_cast<model::Role>(i))});
    int role = static_cast<int>(form.role);
    if (segmented("field:role", role, roles, {.label = "Role", .help = role_purpose(form.role)}))
        form.role = static_cast<model::Role>(role);
    std::optional<double> limit =
        form.wip_limit ? std::optional<double>(*form.wip_limit) : std::nullopt;
    if (number_field("field:limit", limit,
                     {.label = "WIP limit",
                      .help = "Cards in active columns as DRI. Empty: the board's.",
                      .optional_mark = true,
                      .width = half},
                     {.min = 0, .max = 99})) {
        form.wip_limit = limit ? std::optional(static_cast<int>(*limit)) : std::nullopt;
    }
    if (form.id)
        checkbox("field:active", "Active", form.active,
                 "People are never deleted: what they did stays theirs.");
    draw_refusal(dialog.refusal);
    if (end_dialog() != DialogResult::Confirmed) return;
    acts.add([&dialog](Context& c) {
        const PersonForm filled = dialog.form;
        if (!run_in_dialog(c, kPerson, command_of(filled),
                           filled.id ? filled.name + " changed" : filled.name + " added",
                           dialog.refusal))
            return;
        if (const auto limit_too = limit_command(filled, c.workspace())) (void)c.run(*limit_too);
    });
}

}  // namespace throughline::gui::objectives
