#include "app/gui/learning/action_dialog.h"

#include "app/gui/records/form_view.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/dialog.h"
#include "app/gui/widgets/field.h"
#include "app/gui/widgets/layout.h"
#include "core/base/text.h"

#include <utility>

namespace throughline::gui::learning {
namespace {

constexpr const char* kDialog = "action-request-dialog";
constexpr float kWidth = 620.0f;  // unscaled

std::string first_characters(const std::string& text, std::size_t most) {
    std::size_t end = 0;
    for (std::size_t count = 0; end < text.size() && count < most; ++count) {
        ++end;
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
            ++end;
    }
    return text.substr(0, end);
}

}  // namespace

void ActionDialog::choose(Context& context, model::TemplateId form) {
    const model::Template* row = context.workspace().find(form);
    const model::TemplateVersion* version =
        row == nullptr ? nullptr : context.workspace().find(row->current);
    if (version == nullptr) return;
    for (const auto& [handle, answer] : form_.answers())
        start_[handle] = answer;  // what was written stays
    form_id_ = form;
    form_ = BriefForm(context.workspace(), *version, start_, {});
    refusal_.reset();
}

void ActionDialog::begin(Context& context) {
    action_ = *std::exchange(wanted_, std::nullopt);
    const model::Workspace& workspace = context.workspace();
    const model::ActionItem* action = workspace.find(action_);
    if (action == nullptr) return;
    title_ = first_characters(action->text, rules::kLongestTitle);
    title_problem_.clear();
    form_ = {};
    start_ = {{std::string(rules::kWhat), action->text},
              {std::string(rules::kWhyNow),
               "It follows from " + action->source.substr(action->source.find(':') + 1) + "."},
              {std::string(rules::kObjective), "triage"},
              {std::string(rules::kNeededBy), to_text(action->due)},
              {std::string(rules::kNeededByReason), "The action is due then."}};
    for (const model::Template& form : workspace.rows<model::Template>()) {
        if (!form.retired) {
            choose(context, form.id);
            break;
        }
    }
    open_dialog(kDialog);
}

void ActionDialog::draw_template(Context& context) {
    std::vector<ChoiceItem> items;
    std::vector<model::TemplateId> ids;
    int selected = kNoChoice;
    for (const model::Template& form : context.workspace().rows<model::Template>()) {
        if (form.retired) continue;
        if (form.id == form_id_) selected = static_cast<int>(ids.size());
        items.push_back({.label = form.name});
        ids.push_back(form.id);
    }
    if (choice("action-template", selected, items, {.label = "Template", .required = true}) &&
        selected >= 0)
        choose(context, ids[static_cast<std::size_t>(selected)]);
}

void ActionDialog::file(Context& context) {
    const model::Template* form = context.workspace().find(form_id_);
    if (form == nullptr) return;
    const rules::FileAction command{action_, form->current, title_, form_.answers()};
    if (const rules::Verdict verdict = context.desk().preview(command); !verdict) {
        refusal_ = verdict.error();
        const std::string elsewhere = form_.show(verdict.error());
        title_problem_ = elsewhere;
        keep_dialog_open(kDialog);
        return;
    }
    if (!context.run_with_undo(command, "The action is a request now")) return;
    if (const model::ActionItem* action = context.workspace().find(action_))
        context.open_request(action->request);
}

void ActionDialog::draw(Context& context) {
    if (wanted_) begin(context);
    if (!is_dialog_open(kDialog)) return;
    if (!begin_dialog(kDialog, {.title = "Make a request of it",
                                .text = "It goes to triage like any other request.",
                                .icon = icons::kSend,
                                .confirm = "Submit",
                                .width = kWidth})) {
        return;
    }
    draw_template(context);
    text_field("action-title", title_,
               {.label = "Title", .error = title_problem_, .required = true});
    records::draw_form(form_.form(), context.zone().day(context.now()));
    if (refusal_) {
        (void)notice("refusal",
                     {.tone = Tone::Danger, .title = refusal_->reason, .remedy = refusal_->remedy});
    }
    if (end_dialog() == DialogResult::Confirmed) file(context);
}

}  // namespace throughline::gui::learning
