#include "app/gui/settings/editor.h"

#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/notice.h"
#include "imgui.h"

#include <utility>

namespace throughline::gui::settings {

FieldText Editor::dressed(const std::string& key, FieldText look) const {
    look.read_only = look.read_only || !may_change_;
    look.error = refusal(key);
    return look;
}

void Editor::text(const std::string& key, const std::string& present, FieldText look,
                  const FromText& make) {
    Draft& draft = drafts_[key];
    if (!draft.active) draft.text = present;
    const FieldResult result = text_field(key.c_str(), draft.text, dressed(key, look));
    draft.active = result.active;
    if (result.changed) forget(key);
    if (result.committed && draft.text != present && may_change_) run(key, make(draft.text));
}

void Editor::area(const std::string& key, const std::string& present, FieldText look,
                  const FromText& make, int lines) {
    Draft& draft = drafts_[key];
    if (!draft.active) draft.text = present;
    const FieldResult result = text_area(key.c_str(), draft.text, dressed(key, look), lines, 8);
    draft.active = result.active;
    if (result.changed) forget(key);
    if (result.committed && draft.text != present && may_change_) run(key, make(draft.text));
}

void Editor::number(const std::string& key, std::optional<double> present, FieldText look,
                    const NumberFormat& format, const FromText& make) {
    Draft& draft = drafts_[key];
    if (!draft.active) draft.number = present;
    const FieldResult result = number_field(key.c_str(), draft.number, dressed(key, look), format);
    draft.active = result.active;
    if (result.changed) forget(key);
    if (result.committed && draft.number != present && may_change_) {
        run(key,
            make(draft.number ? format_number(*draft.number, {.decimals = format.decimals}) : ""));
    }
}

void Editor::choose(const std::string& key, int present, std::span<const ChoiceItem> items,
                    FieldText look, const std::function<rules::Command(int)>& make,
                    std::string_view none_label) {
    int chosen = present;
    look = dressed(key, look);
    look.disabled = look.read_only;
    if (choice(key.c_str(), chosen, items, look, none_label) && chosen != present && may_change_)
        run(key, make(chosen));
}

void Editor::toggle(const std::string& key, std::string_view label, bool present,
                    std::string_view help, const std::function<rules::Command(bool)>& make) {
    bool value = present;
    const std::string& why = refusal(key);
    ImGui::BeginDisabled(!may_change_);
    if (gui::toggle(key.c_str(), label, value, why.empty() ? help : std::string_view(why)) &&
        may_change_)
        run(key, make(value));
    ImGui::EndDisabled();
}

void Editor::run(const std::string& key, rules::Command command, std::function<void()> then) {
    pending_.push_back({key, std::move(command), std::move(then)});
}

const std::string& Editor::refusal(const std::string& key) const {
    static const std::string kNone;
    const auto found = refusals_.find(key);
    return found == refusals_.end() ? kNone : found->second;
}

bool Editor::show_refusal(const std::string& key) {
    const std::string& words = refusal(key);
    if (words.empty()) return false;
    if (notice(("refused/" + key).c_str(),
               {.tone = Tone::Warning, .text = words, .closable = true}) == kNoticeClosed)
        forget(key);
    return true;
}

void Editor::end(Context& context) {
    for (Pending& pending : std::exchange(pending_, {})) {
        const rules::Verdict verdict = context.run(pending.command, Context::At::Caller);
        if (!verdict) {
            refusals_[pending.key] = rules::to_text(verdict.error());
            continue;
        }
        forget(pending.key);
        if (pending.then) pending.then();
    }
}

}  // namespace throughline::gui::settings
