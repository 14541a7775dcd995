#include "app/gui/records/shipped_dialog.h"

#include "app/gui/records/record_model.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/dialog.h"
#include "app/gui/widgets/layout.h"
#include "core/base/text.h"
#include "core/rules/shipped_records.h"

#include <utility>
#include <vector>

namespace throughline::gui::records {
namespace {

constexpr const char* kTemplates = "shipped-dialog";
constexpr float kDialogWidth = 620.0f;  // unscaled

}  // namespace

bool has_templates(const model::Workspace& workspace, std::string_view table) {
    return !rules::missing_records(workspace, table).empty();
}

void ShippedDialog::open(std::string_view table) {
    wanted_ = table;
}

void ShippedDialog::begin(Context& context) {
    table_ = *std::exchange(wanted_, std::nullopt);
    chosen_.clear();
    person_ = context.desk().actor();
    refusal_.reset();
    open_dialog(kTemplates);
}

void ShippedDialog::draw_person(Context& context) {
    std::vector<ChoiceItem> items;
    std::vector<model::PersonId> ids;
    int selected = kNoChoice;
    for (const model::Person& one : context.workspace().rows<model::Person>()) {
        if (!one.active) continue;
        if (one.id == person_) selected = static_cast<int>(ids.size());
        items.push_back({.label = one.name, .category = colour_of(one.id), .person = true});
        ids.push_back(one.id);
    }
    const std::string_view label = table_ == "kpi" ? "Owner of them" : "DRI of them";
    if (choice("shipped-person", selected, items, {.label = label, .required = true}) &&
        selected >= 0)
        person_ = ids[static_cast<std::size_t>(selected)];
}

void ShippedDialog::add(Context& context) {
    const rules::AddShipped command{table_, {chosen_.begin(), chosen_.end()}, person_};
    if (const rules::Verdict verdict = context.desk().preview(command); !verdict) {
        refusal_ = verdict.error();
        keep_dialog_open(kTemplates);
        return;
    }
    const auto count = static_cast<std::int64_t>(chosen_.size());
    (void)context.run_with_undo(command, table_ == "kpi"
                                             ? plural(count, "KPI", "KPIs") + " added"
                                             : plural(count, "outcome", "outcomes") + " added");
}

void ShippedDialog::draw(Context& context) {
    if (wanted_) begin(context);
    if (!is_dialog_open(kTemplates)) return;
    if (!begin_dialog(kTemplates,
                      {.title = table_ == "kpi" ? "KPIs from templates" : "Outcomes from templates",
                       .text = "Each can be changed afterwards like one of your own.",
                       .icon = icons::kCopy,
                       .confirm = "Add",
                       .confirm_enabled = !chosen_.empty(),
                       .confirm_disabled_why = "Choose at least one.",
                       .width = kDialogWidth}))
        return;
    for (const rules::ShippedRecord* one : rules::missing_records(context.workspace(), table_)) {
        const std::string handle(one->handle);
        bool is_chosen = chosen_.contains(handle);
        if (!checkbox(("shipped:" + handle).c_str(), one->name, is_chosen, one->note)) continue;
        if (is_chosen) {
            chosen_.insert(handle);
        } else {
            chosen_.erase(handle);
        }
    }
    gap(sizes().sm);
    draw_person(context);
    if (refusal_) {
        (void)notice("refusal",
                     {.tone = Tone::Danger, .title = refusal_->reason, .remedy = refusal_->remedy});
    }
    if (end_dialog() == DialogResult::Confirmed) add(context);
}

}  // namespace throughline::gui::records
