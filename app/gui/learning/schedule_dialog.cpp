#include "app/gui/learning/schedule_dialog.h"

#include "app/gui/records/form_view.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/dialog.h"
#include "app/gui/widgets/layout.h"
#include "core/base/text.h"
#include "core/rules/record_text.h"
#include "imgui.h"

#include <algorithm>
#include <array>
#include <utility>

namespace throughline::gui::learning {
namespace {

constexpr const char* kDialog = "schedule-dialog";
constexpr float kWidth = 660.0f;  // unscaled
// Follow from the day on which it files.
constexpr std::array kWithout{rules::kNeededBy, rules::kNeededByReason};

}  // namespace

void ScheduleDialog::begin(Context& context) {
    id_ = *std::exchange(wanted_, std::nullopt);
    const model::Workspace& workspace = context.workspace();
    when_ = records::record_form(workspace, *rules::record_kind("schedule"), id_.value,
                                 {.today = context.zone().day(context.now()),
                                  .actor = context.desk().actor(),
                                  .preset = {},
                                  .fixed = {}});
    std::erase_if(when_.fields, [](const auto& field) { return field.info->name == "answers"; });
    const model::Schedule* schedule = workspace.find(id_);
    start_ = schedule == nullptr ? model::TextMap{{std::string(rules::kObjective), "triage"}}
                                 : schedule->answers;
    form_handle_.clear();
    brief_ = {};
    refusal_.reset();
    take_template(context);
    open_dialog(kDialog);
}

// The questions of the template that is chosen now; what was written stays.
void ScheduleDialog::take_template(Context& context) {
    const auto field = std::ranges::find(when_.fields, std::string_view("template"),
                                         [](const auto& one) { return one.info->name; });
    if (field == when_.fields.end() || field->value == form_handle_) return;
    form_handle_ = field->value;
    for (const auto& [handle, answer] : brief_.answers())
        start_[handle] = answer;
    const model::Template* form = context.workspace().template_by_handle(form_handle_);
    const model::TemplateVersion* version =
        form == nullptr ? nullptr : context.workspace().find(form->current);
    brief_ = version == nullptr ? BriefForm{}
                                : BriefForm(context.workspace(), *version, start_, kWithout);
}

void ScheduleDialog::save(Context& context) {
    rules::Command command = records::command_of(when_);
    const std::string answers = join(rules::map_lines(brief_.answers()), "\n");
    if (auto* add = std::get_if<rules::AddRecord>(&command)) add->set["answers"] = answers;
    if (auto* edit = std::get_if<rules::EditRecord>(&command)) edit->set["answers"] = answers;
    if (const rules::Verdict verdict = context.desk().preview(command); !verdict) {
        refusal_ = verdict.error();
        when_.refuse(verdict.error());
        brief_.show(verdict.error());
        keep_dialog_open(kDialog);
        return;
    }
    (void)context.run_with_undo(command, id_ ? "Schedule changed" : "Schedule added");
}

void ScheduleDialog::draw(Context& context) {
    if (wanted_) begin(context);
    if (!is_dialog_open(kDialog)) return;
    if (!begin_dialog(kDialog, {.title = id_ ? "Change schedule" : "Add schedule",
                                .text = "It files this brief once in each period, from any window "
                                        "that is open. Triage treats it like any other request.",
                                .icon = icons::kSync,
                                .confirm = id_ ? "Save" : "Add",
                                .width = kWidth})) {
        return;
    }
    const Day today = context.zone().day(context.now());
    records::draw_form(when_, today);
    take_template(context);
    if (!brief_.form().fields.empty()) {
        gap(sizes().lg);
        section_header("The brief", {}, "The needed-by date follows from the day it is filed.");
        gap(sizes().sm);
        ImGui::PushID("brief");
        records::draw_form(brief_.form(), today);
        ImGui::PopID();
    }
    if (refusal_) {
        (void)notice("refusal",
                     {.tone = Tone::Danger, .title = refusal_->reason, .remedy = refusal_->remedy});
    }
    if (end_dialog() == DialogResult::Confirmed) save(context);
}

}  // namespace throughline::gui::learning
