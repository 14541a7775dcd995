#include "app/gui/learning/names_model.h"

namespace throughline::gui::learning {
namespace {

NameRow row_of(const model::Workspace& workspace, const rules::NameFinding& found) {
    NameRow row{.card = found.card,
                .request = found.request,
                .is_pattern = found.fault == rules::NameFault::Pattern,
                .kind = found.kind,
                .value = found.value,
                .is_retired = found.fault == rules::NameFault::Retired};
    if (const model::Card* card = workspace.find(found.card)) {
        row.key = model::key_of(workspace, *card);
        row.title = card->title;
    } else if (const model::Request* request = workspace.find(found.request)) {
        row.key = model::key_of(*request);
        row.title = request->title;
    }
    if (row.is_pattern) {
        row.fault = "The title does not fit the pattern";
        row.remedy = found.card ? "Rename the card." : "Rename the request.";
    } else {
        row.fault = found.field + ": '" + found.value + "' is " +
                    (row.is_retired ? "retired" : "not in the taxonomy");
        row.remedy = row.is_retired ? "Bring the value back, or leave the brief as it is."
                                    : "Add the value to the taxonomy.";
    }
    return row;
}

}  // namespace

void NamesModel::refresh(Context& context) {
    if (const auto found = work_.take()) {
        rows_.clear();
        for (const rules::NameFinding& one : *found) {
            NameRow row = row_of(context.workspace(), one);
            if (!row.key.empty()) {  // not removed meanwhile
                rows_.push_back(std::move(row));
            }
        }
        is_known_ = true;
    }
    if (asked_ != context.desk().revision() && !work_.is_running()) {
        asked_ = context.desk().revision();
        work_.start([rows = rules::name_rows(context.workspace())] { return check_names(rows); },
                    context.waker());
    }
}

}  // namespace throughline::gui::learning
