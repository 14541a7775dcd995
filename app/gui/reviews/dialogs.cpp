// Starting a meeting, dropping a decision or an action, publishing.
#include "app/gui/context/text_file.h"
#include "app/gui/reviews/reviews_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/dialog.h"
#include "app/gui/widgets/field.h"
#include "app/gui/widgets/layout.h"
#include "core/base/text.h"
#include "core/report/monthly.h"
#include "imgui.h"

#include <algorithm>
#include <filesystem>

namespace throughline::gui::reviews {
namespace {

constexpr const char* kStart = "review-start";
constexpr const char* kDrop = "review-drop";
constexpr const char* kPublish = "review-publish";

void say_refused(const std::optional<rules::Refusal>& refusal) {
    if (refusal)
        (void)notice("refusal",
                     {.tone = Tone::Danger, .title = refusal->reason, .remedy = refusal->remedy});
}

}  // namespace

void ReviewsView::State::ask_start(Context& context, model::MeetingKind kind,
                                   const std::string& period) {
    if (const model::Meeting* running = running_meeting(context.workspace(), kind)) {
        meeting = running->id;
        cursor = 0;
        return;
    }
    start = start_form(context.workspace(), kind, period, context.zone().day(context.now()));
    refusal.reset();
    wants_dialog = kStart;
}

void ReviewsView::State::ask_drop(Target target) {
    subject = target;
    reason.clear();
    refusal.reset();
    wants_dialog = kDrop;
}

void ReviewsView::State::draw_dialogs(Context& context) {
    if (wants_dialog != nullptr) open_dialog(std::exchange(wants_dialog, nullptr));
    draw_start(context);
    draw_drop(context);
    draw_publish(context);
}

void ReviewsView::State::draw_start(Context& context) {
    const std::string title = "Start: " + std::string(report::title_of(start.kind));
    if (!is_dialog_open(kStart) ||
        !begin_dialog(kStart, {.title = title,
                               .text = "Its clock runs from the start. The agenda can be changed "
                                       "under Agendas.",
                               .icon = icons::kPlay,
                               .confirm = "Start"}))
        return;
    std::vector<std::string> words;
    for (const std::string& one : start.periods)
        words.push_back(report::period_words(one));
    std::vector<ChoiceItem> items;
    for (const std::string& one : words)
        items.push_back({.label = one});
    choice("period", start.period, items, {.label = "About"});
    text("Who is here", caption_style());
    for (const model::PersonId id : start.people) {
        const model::Person* person = context.workspace().find(id);
        bool here = !start.away.contains(id);
        if (person == nullptr || !checkbox(("here:" + person->handle).c_str(), person->name, here))
            continue;
        if (here) {
            start.away.erase(id);
        } else {
            start.away.insert(id);
        }
    }
    say_refused(refusal);
    if (end_dialog() != DialogResult::Confirmed) return;
    const rules::StartMeeting command = start.command();
    const rules::Verdict verdict = context.run(command, Context::At::Caller);
    if (!verdict) {
        refusal = verdict.error();
        keep_dialog_open(kStart);
        return;
    }
    if (const model::Meeting* running = running_meeting(context.workspace(), command.kind))
        meeting = running->id;
    cursor = 0;
}

void ReviewsView::State::draw_drop(Context& context) {
    const bool is_decision = subject.kind == Target::Kind::Decision;
    if (!begin_dialog(kDrop,
                      {.title = is_decision ? "Why it is dropped" : "Why the action is dropped",
                       .confirm = "Drop",
                       .confirm_enabled = !trim(reason).empty(),
                       .confirm_disabled_why = "Say why first.",
                       .width = 480.0f}))
        return;
    text_field("reason", reason, {.label = "Reason", .required = true});
    say_refused(refusal);
    if (end_dialog() != DialogResult::Confirmed) return;
    const rules::EditRecord command{is_decision ? "decision" : "action_item",
                                    subject.id,
                                    {{"state", "dropped"}, {"outcome", reason}}};
    if (const rules::Verdict verdict = context.desk().preview(command); !verdict) {
        refusal = verdict.error();
        keep_dialog_open(kDrop);
        return;
    }
    (void)context.run_with_undo(command, is_decision ? "Decision dropped" : "Action dropped");
}

void ReviewsView::State::draw_publish(Context& context) {
    const model::Meeting* held = opened(context);
    if (held == nullptr || !is_dialog_open(kPublish)) return;
    if (!begin_dialog(kPublish, {.title = "Publish what was decided",
                                 .text = "Copied as Markdown, to be pasted where the team reads, "
                                         "and noted as sent round.",
                                 .icon = icons::kSend,
                                 .confirm = "Copy and publish"}))
        return;
    text_field("folder", folder,
               {.label = "Also save as Markdown and HTML in",
                .help = "A folder; empty saves nothing.",
                .error = refusal ? std::string_view(refusal->reason) : std::string_view(),
                .optional_mark = true});
    if (end_dialog() != DialogResult::Confirmed) return;
    const report::Document document =
        report::meeting_report(context.workspace(), *held, context.zone());
    const std::string words = report::to_markdown(document);
    const std::string key = model::key_of(*held);
    const std::filesystem::path base = std::filesystem::path(std::string(trim(folder)));
    if (!base.empty() &&
        !(write_text_file((base / (key + ".md")).string(), words) &&
          write_text_file((base / (key + ".html")).string(), report::to_html(document)))) {
        refusal = rules::Refusal{.reason =
                                     "The files cannot be written there. Name a folder that "
                                     "is there and may be written to."};
        keep_dialog_open(kPublish);
        return;
    }
    context.copy_text(words);
    (void)context.run_with_undo(rules::PublishMeeting{held->id},
                                key + " is copied and noted as published");
}

}  // namespace throughline::gui::reviews
