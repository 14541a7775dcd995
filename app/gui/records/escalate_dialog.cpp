#include "app/gui/records/escalate_dialog.h"

#include "app/gui/theme/icons.h"
#include "app/gui/widgets/dialog.h"
#include "app/gui/widgets/field.h"
#include "app/gui/widgets/notice.h"

#include <utility>

namespace throughline::gui::records {
namespace {

constexpr const char* kEscalation = "escalate-dialog";

}  // namespace

void EscalateDialog::begin(model::CardId card, model::KpiId kpi) {
    card_ = card;
    kpi_ = kpi;
    reason_.clear();
    wants_open_ = true;
}

rules::Escalate EscalateDialog::command(std::string reason) const {
    return {card_, kpi_, std::move(reason)};
}

void EscalateDialog::draw(Context& context) {
    if (std::exchange(wants_open_, false)) {
        // Without a path nobody should write a reason in vain.
        const rules::Verdict any = context.desk().preview(command("?"));
        refusal_ = any ? std::nullopt : std::optional(any.error());
        open_dialog(kEscalation);
    }
    if (!is_dialog_open(kEscalation)) return;
    if (!begin_dialog(kEscalation,
                      {.title = "Escalate",
                       .text = "It goes to the next person of the escalation path of its outcome.",
                       .icon = icons::kArrowUp,
                       .confirm = "Escalate"})) {
        return;
    }
    text_area("escalation-reason", reason_, {.label = "Why", .required = true}, 2, 5);
    if (refusal_) {
        (void)notice("refusal",
                     {.tone = Tone::Danger, .title = refusal_->reason, .remedy = refusal_->remedy});
    }
    if (end_dialog() != DialogResult::Confirmed) return;
    if (const rules::Verdict verdict = context.desk().preview(command(reason_)); !verdict) {
        refusal_ = verdict.error();
        keep_dialog_open(kEscalation);
        return;
    }
    (void)context.run_with_undo(command(reason_), "Escalated");
}

}  // namespace throughline::gui::records
