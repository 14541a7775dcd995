#include "app/gui/records/record_editor.h"

#include "app/gui/records/form_view.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/dialog.h"
#include "app/gui/widgets/layout.h"
#include "core/rules/record_text.h"

#include <algorithm>
#include <utility>

namespace throughline::gui::records {
namespace {

constexpr const char* kDialog = "record-dialog";
constexpr float kWidth = 620.0f;  // unscaled

std::string done_words(const rules::RecordKind& kind, const std::string& key,
                       std::string_view act) {
    return choice_words(kind.title) + (key.empty() ? "" : " " + key) + " " + std::string(act);
}

}  // namespace

std::string why_not(Context& context, const rules::RecordKind& kind) {
    const model::Person* person = context.workspace().find(context.desk().actor());
    if (person == nullptr) return "Choose who you are first: nobody is acting.";
    if (!person->active) return person->name + " is not active any more.";
    if (rules::may(person->role, kind.right)) return "";
    return "To " + std::string(rules::describe(kind.right)) + ", ask somebody with the role " +
           std::string(model::name_of(rules::least_role(kind.right))) + " or above.";
}

void RecordEditor::add(std::string_view table, model::TextMap preset, model::TextMap fixed) {
    wish_ = Wish{
        .kind = rules::record_kind(table), .preset = std::move(preset), .fixed = std::move(fixed)};
}

void RecordEditor::edit(std::string_view table, std::int64_t id) {
    wish_ = Wish{.kind = rules::record_kind(table), .id = id};
}

void RecordEditor::remove(std::string_view table, std::int64_t id) {
    wish_ = Wish{.kind = rules::record_kind(table), .id = id, .removes = true};
}

void RecordEditor::open(Context& context) {
    const Wish wish = *std::exchange(wish_, std::nullopt);
    const model::Workspace& workspace = context.workspace();
    if (wish.removes) {
        const std::string key =
            rules::reference(workspace, *model::table_by_name(wish.kind->table), wish.id);
        (void)context.run_with_undo(rules::RemoveRecord{std::string(wish.kind->table), wish.id},
                                    done_words(*wish.kind, key, "removed"));
        return;
    }
    form_ = record_form(workspace, *wish.kind, wish.id,
                        {.today = context.zone().day(context.now()),
                         .actor = context.desk().actor(),
                         .preset = wish.preset,
                         .fixed = wish.fixed});
    open_dialog(kDialog);
}

void RecordEditor::save(Context& context) {
    const rules::Command command = command_of(form_);
    const rules::Verdict verdict = context.desk().preview(command);
    if (!verdict) {
        form_.refuse(verdict.error());
        keep_dialog_open(kDialog);
        return;
    }
    (void)context.run_with_undo(
        command, done_words(*form_.kind, form_.key, form_.id == 0 ? "added" : "changed"));
}

void RecordEditor::draw(Context& context) {
    if (wish_) open(context);
    if (!is_dialog_open(kDialog)) return;
    const std::string title = form_.title();
    if (!begin_dialog(kDialog, {.title = title,
                                .icon = form_.id == 0 ? icons::kPlus : icons::kEdit,
                                .confirm = form_.id == 0 ? "Add" : "Save",
                                .width = kWidth})) {
        return;
    }
    draw_form(form_, context.zone().day(context.now()));
    if (form_.refusal) {
        (void)notice("refusal", {.tone = Tone::Danger,
                                 .title = form_.refusal->reason,
                                 .remedy = form_.refusal->remedy});
    }
    if (end_dialog() == DialogResult::Confirmed) save(context);
}

}  // namespace throughline::gui::records
