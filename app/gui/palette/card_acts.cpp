#include "app/gui/palette/card_acts.h"

#include "app/gui/palette/shortcut.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/dialog.h"
#include "app/gui/widgets/field.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/notice.h"
#include "app/gui/widgets/text.h"
#include "core/base/text.h"

#include <algorithm>

namespace throughline::gui::palette {
namespace {

const char* icon_of(CardAct act) {
    switch (act) {
        case CardAct::Move: return icons::kArrowRight;
        case CardAct::Block: return icons::kBlocked;
        case CardAct::Unblock: return icons::kCheckCircle;
        case CardAct::Return: return icons::kArrowLeft;
        case CardAct::Discard: return icons::kDelete;
        case CardAct::Archive: return icons::kArchive;
        case CardAct::TradeOut: return icons::kSwap;
        case CardAct::Void: return icons::kClose;
        case CardAct::Restore: return icons::kUndo;
    }
    return nullptr;
}

void show_refusal(const std::optional<rules::Refusal>& refusal) {
    if (!refusal) return;
    (void)notice("refusal",
                 {.tone = Tone::Danger, .title = refusal->reason, .text = refusal->remedy});
}

}  // namespace

void CardActs::ask(CardAct act, std::vector<model::CardId> cards) {
    if (cards.empty()) return;
    act_ = act;
    cards_ = std::move(cards);
    answers_ = {};
    refusal_.reset();
    target_query_.clear();
    target_ = 0;
    wants_open_ = true;
}

void CardActs::ask_override(rules::Command command, std::vector<model::CardId> cards,
                            const rules::Refusal& refusal) {
    overridden_ = std::move(command);
    cards_ = std::move(cards);
    refusal_ = refusal;
    answers_ = {};
    wants_override_ = true;
}

void CardActs::draw(Context& context) {
    if (std::exchange(wants_open_, false)) {
        if (act_ == CardAct::Unblock) {
            carry_out(context);
            if (refusal_)
                context.toast(
                    {.tone = ToastRequest::Tone::Warning, .text = rules::to_text(*refusal_)});
        } else if (act_ == CardAct::Move || act_ == CardAct::Restore) {
            targets_ = targets_of(context.desk(), cards_);
            open_dialog(id("target").c_str());
        } else if (act_ == CardAct::Block) {
            causes_ = known_causes(context.workspace());
            open_dialog(id("block").c_str());
        } else {
            open_dialog(id("reason").c_str());
        }
    }
    if (std::exchange(wants_override_, false)) open_dialog(id("override").c_str());
    draw_reason(context);
    draw_block(context);
    draw_targets(context);
    draw_override(context);
}

bool CardActs::run_all(Context& context, const std::vector<rules::Command>& commands) {
    for (std::size_t i = 0; i < commands.size(); ++i) {
        const bool last = i + 1 == commands.size();
        const std::string done =
            std::string(words_of(act_).done) + " " + name_cards(context.workspace(), cards_);
        // Tried silently first: the refusal belongs into the dialog, not into a toast.
        const rules::Verdict possible = context.desk().preview(commands[i]);
        const rules::Verdict verdict = !possible ? context.run(commands[i], Context::At::Caller)
                                       : last    ? context.run_with_undo(commands[i], done)
                                                 : context.run(commands[i], Context::At::Caller);
        if (!verdict) {
            refusal_ = verdict.error();
            return false;
        }
    }
    done_ = cards_;
    return true;
}

bool CardActs::carry_out(Context& context) {
    const auto commands = commands_of(context.workspace(), act_, cards_, answers_);
    if (commands.empty() && act_ == CardAct::Block) {
        refusal_ = rules::Refusal{.rule = "card_missing",
                                  .reason = "There is no card " + answers_.waits_for + ".",
                                  .remedy = "Write a key such as MKT-12, or leave it empty."};
        return false;
    }
    return run_all(context, commands);
}

void CardActs::draw_reason(Context& context) {
    const ActWords words = words_of(act_);
    const std::string title =
        std::string(words.title) + " " + name_cards(context.workspace(), cards_);
    const std::string dialog = id("reason");
    const bool can = !trim(answers_.reason).empty();
    if (!begin_dialog(dialog.c_str(), {.title = title,
                                       .text = words.explain,
                                       .icon = icon_of(act_),
                                       .tone = words.grave ? Tone::Danger : Tone::Neutral,
                                       .confirm = words.title,
                                       .confirm_enabled = can,
                                       .confirm_disabled_why = "Say why in a sentence first.",
                                       .width = 480.0f})) {
        return;
    }
    text_area("reason", answers_.reason,
              {.label = "Why",
               .placeholder = "The reason, for everyone who asks later",
               .required = true},
              2, 5);
    show_refusal(refusal_);
    if (end_dialog() == DialogResult::Confirmed && !carry_out(context))
        keep_dialog_open(dialog.c_str());
}

void CardActs::draw_block(Context& context) {
    const std::string title = "Block " + name_cards(context.workspace(), cards_);
    const std::string dialog = id("block");
    if (!begin_dialog(dialog.c_str(), {.title = title,
                                       .text = words_of(CardAct::Block).explain,
                                       .icon = icons::kBlocked,
                                       .tone = Tone::Warning,
                                       .confirm = "Block",
                                       .confirm_enabled = !trim(answers_.reason).empty(),
                                       .confirm_disabled_why = "Say what it waits for first.",
                                       .width = 520.0f})) {
        return;
    }
    text_area("reason", answers_.reason,
              {.label = "What stands in the way",
               .placeholder = "Legal has the claim since Tuesday",
               .required = true},
              2, 4);
    std::vector<ChoiceItem> causes;
    int cause = kNoChoice;
    for (std::size_t i = 0; i < causes_.size(); ++i) {
        causes.push_back({.label = causes_[i]});
        if (causes_[i] == answers_.cause) cause = static_cast<int>(i);
    }
    if (choice("cause", cause, causes,
               {.label = "Cause, for the blocker clusters",
                .placeholder = "Not known",
                .optional_mark = true},
               "Not known")) {
        answers_.cause = cause == kNoChoice ? "" : causes_[static_cast<std::size_t>(cause)];
    }
    std::vector<ChoiceItem> people;
    std::vector<model::PersonId> ids;
    int clearer = kNoChoice;
    for (const model::Person& person : context.workspace().rows<model::Person>()) {
        if (!person.active) continue;
        if (person.id == answers_.clearer) clearer = static_cast<int>(ids.size());
        ids.push_back(person.id);
        people.push_back({.label = person.name,
                          .note = person.handle,
                          .category = static_cast<int>(person.id.value % 12),
                          .person = true});
    }
    if (choice("clearer", clearer, people,
               {.label = "Who clears it", .placeholder = "Nobody named yet", .optional_mark = true},
               "Nobody named yet")) {
        answers_.clearer =
            clearer == kNoChoice ? model::PersonId{} : ids[static_cast<std::size_t>(clearer)];
    }
    text_field("waits-for", answers_.waits_for,
               {.label = "Waits for card", .placeholder = "MKT-12", .optional_mark = true});
    show_refusal(refusal_);
    if (end_dialog() == DialogResult::Confirmed && !carry_out(context))
        keep_dialog_open(dialog.c_str());
}

void CardActs::draw_targets(Context& context) {
    const std::string title =
        std::string(words_of(act_).title) + " " + name_cards(context.workspace(), cards_) + " to";
    const std::string dialog = id("target");
    if (!begin_dialog(dialog.c_str(),
                      {.title = title, .confirm = {}, .enter_confirms = false, .width = 520.0f}))
        return;
    const ImGuiID owner = ImGui::GetID("targets");
    own_key(ImGuiKey_UpArrow, owner);
    own_key(ImGuiKey_DownArrow, owner);
    if (text_field(
            "column", target_query_,
            {.placeholder = "Type the name of a column", .name = "Column", .icon = icons::kSearch})
            .changed)
        target_ = 0;
    std::vector<const TargetRow*> shown;
    for (const TargetRow& row : targets_) {
        if (matches_query(row.name, target_query_)) shown.push_back(&row);
    }
    if (!shown.empty()) {
        if (ImGui::IsKeyPressed(ImGuiKey_DownArrow)) target_ = (target_ + 1) % shown.size();
        if (ImGui::IsKeyPressed(ImGuiKey_UpArrow))
            target_ = (target_ + shown.size() - 1) % shown.size();
        target_ = std::min(target_, shown.size() - 1);
    }
    const TargetRow* taken = nullptr;
    if (ImGui::IsKeyPressed(ImGuiKey_Enter, false) && !shown.empty() && !ImGui::IsWindowAppearing())
        taken = shown[target_];
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, sizes().xxs});
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const TargetRow& row = *shown[i];
        const std::string row_id = "to:" + std::to_string(row.column.value);
        const RowState state = list_row(row_id.c_str(), row.name, i == target_);
        ImDrawList& list = *ImGui::GetWindowDrawList();
        const float y = (state.min.y + state.max.y) * 0.5f;
        const float x = state.min.x + sizes().md;
        draw_icon(list, {x + sizes().sm, y},
                  row.is_here    ? icons::kPin
                  : row.has_room ? icons::kArrowRight
                                 : icons::kLock,
                  row.has_room ? theme().text_muted : theme().tone(Tone::Danger).ink);
        const float name_x = x + sizes().xl;
        const float used =
            draw_text_middle(list, {name_x, y}, row.name, {.weight = Weight::Semibold},
                             (state.max.x - name_x) * 0.5f);
        const float note_x = name_x + used + sizes().md;
        draw_text_middle(
            list, {note_x, y}, row.note,
            {.size = text_size::kSmall,
             .colour = row.has_room ? theme().text_muted : theme().tone(Tone::Danger).ink},
            state.max.x - sizes().sm - note_x);
        if (state.pressed) taken = &row;
    }
    ImGui::PopStyleVar();
    if (shown.empty()) text("No column is called that.", muted_style());
    show_refusal(refusal_);
    if (taken != nullptr) {
        answers_.to = taken->column;
        if (carry_out(context)) {
            close_dialog();
        } else if (refusal_ && may_override(context.desk(), *refusal_)) {
            close_dialog();
            const rules::Refusal refusal = *refusal_;
            const auto commands = commands_of(context.workspace(), act_, cards_, answers_);
            if (!commands.empty()) ask_override(commands.front(), cards_, refusal);
        }
    }
    end_dialog();
}

void CardActs::draw_override(Context& context) {
    const std::string dialog = id("override");
    const std::string title = "Override the limit for " + name_cards(context.workspace(), cards_);
    if (!begin_dialog(dialog.c_str(),
                      {.title = title,
                       .text = refusal_ ? std::string_view(refusal_->reason) : std::string_view(),
                       .icon = icons::kShield,
                       .tone = Tone::Warning,
                       .confirm = "Override",
                       .confirm_enabled = !trim(answers_.reason).empty(),
                       .confirm_disabled_why = "An override needs a reason.",
                       .width = 480.0f})) {
        return;
    }
    text_area(
        "override-reason", answers_.reason,
        {.label = "Reason", .help = "It is recorded and counted in the metrics.", .required = true},
        2, 5);
    if (end_dialog() != DialogResult::Confirmed || !overridden_) return;
    rules::Command command = *overridden_;
    set_override_reason(command, std::string(trim(answers_.reason)));
    const rules::Verdict verdict = context.run(command, Context::At::Caller);
    if (verdict) {
        done_ = cards_;
        context.toast({.tone = ToastRequest::Tone::Warning,
                       .text = "Limit overridden for " + name_cards(context.workspace(), cards_)});
    } else {
        refusal_ = verdict.error();
        keep_dialog_open(dialog.c_str());
    }
}

}  // namespace throughline::gui::palette
