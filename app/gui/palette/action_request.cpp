#include "app/gui/palette/action_request.h"

#include "app/gui/theme/icons.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/dialog.h"
#include "core/base/ids.h"
#include "core/rules/action_brief.h"

#include <algorithm>
#include <utility>

namespace throughline::gui::palette {

void ActionRequest::begin(Context& context) {
    const model::Workspace& workspace = context.workspace();
    const model::ActionItem* action = workspace.find(*std::exchange(wanted_, std::nullopt));
    if (action == nullptr) return;
    if (action->request) return context.open_request(action->request);
    action_ = action->id;
    forms_.clear();
    for (const model::Template& one : workspace.rows<model::Template>()) {
        if (!one.retired) forms_.push_back(one.current);
    }
    // The shortest first: an action is seldom a campaign.
    std::ranges::stable_sort(forms_, {}, [&](model::TemplateVersionId id) {
        const model::TemplateVersion* version = workspace.find(id);
        return version == nullptr
                   ? 0
                   : std::ranges::count(version->fields, true, &model::BriefField::required);
    });
    form_ = forms_.empty() ? kNoChoice : 0;
    open_dialog(dialog_.c_str());
}

void ActionRequest::write(Context& context, const model::ActionItem& action) {
    const rules::BriefText brief = rules::brief_of_action(context.workspace(), action);
    const model::BriefDraft draft{IdSource(context.desk().new_nonce()).next_raw(),
                                  context.desk().actor(),
                                  forms_[static_cast<std::size_t>(form_)],
                                  brief.title,
                                  brief.answers,
                                  context.now()};
    context.desk().save_draft(draft);
    context.open_draft(draft.id);
}

void ActionRequest::draw(Context& context) {
    if (wanted_) begin(context);
    const model::Workspace& workspace = context.workspace();
    const model::ActionItem* action = workspace.find(action_);
    if (action == nullptr || !is_dialog_open(dialog_.c_str())) return;
    const std::string title = "Make a request of " + model::key_of(*action);
    if (!begin_dialog(dialog_.c_str(),
                      {.title = title,
                       .text = "The brief opens with what is known of the action. It takes the "
                               "same way as every request.",
                       .icon = icons::kInbox,
                       .confirm = "Write the brief",
                       .confirm_enabled = form_ >= 0,
                       .confirm_disabled_why = "Choose what kind of request it is."}))
        return;
    std::vector<ChoiceItem> items;
    for (const model::TemplateVersionId id : forms_) {
        const model::TemplateVersion* version = workspace.find(id);
        const model::Template* its = version == nullptr ? nullptr : workspace.find(version->form);
        items.push_back({.label = its == nullptr ? std::string_view("?") : its->name});
    }
    choice("form", form_, items, {.label = "Kind of request"});
    if (end_dialog() == DialogResult::Confirmed && form_ >= 0) write(context, *action);
}

}  // namespace throughline::gui::palette
