// People's own words, written where they will stand. One entry for each edit, on leaving the field.
#include "app/gui/monthly/monthly_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/field.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/text.h"
#include "core/base/text.h"
#include "core/rules/command.h"
#include "imgui.h"

#include <array>
#include <utility>

namespace throughline::gui::monthly {

void MonthlyView::State::begin_editing(const std::string& section) {
    const auto present = texts.find(section);
    const std::string words = present == texts.end() ? std::string() : present->second;
    editing = Editing{section, words, words};
}

void MonthlyView::State::draw_editor() {
    Editing& now = *editing;
    const FieldResult field = text_area(
        "own-words", now.text,
        {.help =
             "Stands at the top of the section. An empty line begins a new paragraph. Kept when "
             "you leave the field.",
         .placeholder = now.section == "summary"
                            ? "What must the reader know of this month? This replaces the drafted "
                              "sentence."
                            : "What do these figures not say by themselves?",
         .name = "Your words",
         .focus = std::exchange(now.focus, false)},
        3, 14);
    if (field.committed)
        later.push_back([this, words = now](Context& context) { save_words(context, words); });
    if (button("words-done", "Done", {.size = ButtonSize::Small, .icon = icons::kCheck})) {
        later.push_back([this, words = now](Context& context) {
            editing.reset();
            refocus = words.section;
            save_words(context, words);
        });
    }
}

void MonthlyView::State::save_words(Context& context, const Editing& words) {
    const std::string wanted(trim(words.text));
    if (wanted == trim(words.base)) return;
    const model::Report* report = report_of(context.workspace(), month);
    model::TextMap all = report == nullptr ? model::TextMap{} : report->texts;
    const auto present = all.find(words.section);
    const std::string stands = present == all.end() ? std::string() : present->second;
    if (trim(stands) != trim(words.base) && trim(stands) != wanted) {
        conflict = words;
        conflict->base = stands;
        editing.reset();
        return;
    }
    if (wanted.empty()) {
        all.erase(words.section);
    } else {
        all[words.section] = wanted;
    }
    const rules::Verdict kept =
        context.run_with_undo(rules::SaveReport{month, std::move(all)}, "Words kept");
    if (kept && editing && editing->section == words.section) editing->base = words.text;
}

void MonthlyView::State::draw_conflict() {
    if (!conflict) return;
    constexpr std::array kActions{
        NoticeAction{.id = "keep-mine", .label = "Keep mine", .kind = ButtonKind::Primary},
        NoticeAction{.id = "keep-theirs", .label = "Keep theirs"}};
    const std::string words = "Theirs: " + (conflict->base.empty() ? "nothing" : conflict->base) +
                              "\nYours: " + (conflict->text.empty() ? "nothing" : conflict->text);
    const int pressed =
        notice("words-conflict", {.tone = Tone::Warning,
                                  .title = "Somebody else changed these words while you wrote",
                                  .text = words,
                                  .actions = kActions,
                                  .focus = false});
    if (pressed == 0) {
        later.push_back([this, mine = *conflict](Context& now) { save_words(now, mine); });
    }
    if (pressed >= 0 || pressed == kNoticeClosed) conflict.reset();
}

}  // namespace throughline::gui::monthly
