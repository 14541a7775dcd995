// What is written down at the standup, each by one key.
#include "app/gui/standup/state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/dialog.h"
#include "app/gui/widgets/field.h"
#include "core/base/text.h"
#include "imgui.h"

#include <filesystem>
#include <fstream>

namespace throughline::gui::standup {
namespace {

std::chrono::year_month_day calendar_date(Day day) {
    const CivilDate date = civil(day);
    return {std::chrono::year(date.year), std::chrono::month(static_cast<unsigned>(date.month)),
            std::chrono::day(static_cast<unsigned>(date.day))};
}

Day day_of(std::chrono::year_month_day date) {
    return day_from_civil(static_cast<int>(date.year()),
                          static_cast<int>(static_cast<unsigned>(date.month())),
                          static_cast<int>(static_cast<unsigned>(date.day())));
}

std::vector<const model::Person*> active_people(const model::Workspace& workspace) {
    std::vector<const model::Person*> people;
    for (const model::Person& person : workspace.rows<model::Person>()) {
        if (person.active) people.push_back(&person);
    }
    return people;
}

}  // namespace

bool StandupView::State::carry_out(Context& context, const rules::Command& command,
                                   const char* dialog) {
    const rules::Verdict verdict = context.run(command, Context::At::Caller);
    if (verdict) return true;
    capture.failure = rules::to_text(verdict.error());
    keep_dialog_open(dialog);
    return false;
}

void StandupView::State::draw_dialogs(Context& context) {
    if (wants_dialog != nullptr) {
        if (std::string_view(wants_dialog) == "standup-save") {
            std::error_code unknown;
            const std::string day = to_text(context.zone().day(find_meeting(context)->started_at));
            save_path =
                (std::filesystem::current_path(unknown) / ("standup-" + day + ".md")).string();
        }
        open_dialog(std::exchange(wants_dialog, nullptr));
    }
    draw_note(context);
    draw_commitment(context);
    draw_answer(context);
    draw_present(context);
    draw_save(context);
}

void StandupView::State::draw_note(Context& context) {
    const model::Card* about = context.workspace().find(card());
    const std::string title =
        about == nullptr ? "Note" : "Note on " + model::key_of(context.workspace(), *about);
    if (!begin_dialog("standup-note", {.title = title,
                                       .icon = icons::kComment,
                                       .confirm = "Write down",
                                       .confirm_enabled = !trim(capture.text).empty(),
                                       .confirm_disabled_why = "Write something first.",
                                       .width = 560.0f}))
        return;
    text_field("text", capture.text, {.label = "Note", .error = capture.failure});
    if (end_dialog() != DialogResult::Confirmed) return;
    const std::string part = stop() == nullptr ? "" : walk.columns[stop()->column].handle;
    (void)carry_out(context, rules::AddNote{meeting, part, card(), {}, capture.text},
                    "standup-note");
}

void StandupView::State::draw_commitment(Context& context) {
    const model::Workspace& workspace = context.workspace();
    const model::Card* about = workspace.find(card());
    const Day today = context.zone().day(context.now());
    const std::string title =
        about == nullptr ? "Commitment" : "Commitment on " + model::key_of(workspace, *about);
    const auto people = active_people(workspace);
    if (!begin_dialog(
            "standup-commitment",
            {.title = title,
             .icon = icons::kFlag,
             .confirm = "Commit",
             .confirm_enabled = !trim(capture.text).empty() && capture.due && !people.empty(),
             .confirm_disabled_why = "Say what will be done, and by when.",
             .width = 560.0f}))
        return;
    if (ImGui::IsWindowAppearing() || !capture.due) {
        const model::PersonId usual =
            about != nullptr && about->dri ? about->dri : context.desk().actor();
        for (std::size_t i = 0; i < people.size(); ++i) {
            if (people[i]->id == usual) capture.person = static_cast<int>(i);
        }
        if (!capture.due)
            capture.due =
                calendar_date(next_working_day(model::calendar_of(*workspace.board()), today));
    }
    text_field("text", capture.text,
               {.label = "What will be done", .error = capture.failure, .required = true});
    std::vector<ChoiceItem> items;
    for (const model::Person* person : people)
        items.push_back({.label = person->name,
                         .category = static_cast<int>(person->id.value % 12),
                         .person = true});
    choice("person", capture.person, items, {.label = "Who"});
    date_field("due", capture.due, {.label = "By"}, calendar_date(today));
    if (end_dialog() != DialogResult::Confirmed || capture.person < 0) return;
    const model::PersonId who = people[static_cast<std::size_t>(capture.person)]->id;
    (void)carry_out(
        context, rules::AddCommitment{meeting, who, card(), {}, capture.text, day_of(*capture.due)},
        "standup-commitment");
}

void StandupView::State::draw_answer(Context& context) {
    const bool missed = capture.answer == model::CommitmentState::Missed;
    if (!begin_dialog("standup-answer",
                      {.title = missed ? "Why it was missed" : "Why it is dropped",
                       .confirm = missed ? "Missed" : "Dropped",
                       .confirm_enabled = !trim(capture.text).empty(),
                       .confirm_disabled_why = "Say why first.",
                       .width = 480.0f}))
        return;
    text_field("text", capture.text, {.label = "Reason", .error = capture.failure});
    if (end_dialog() != DialogResult::Confirmed) return;
    (void)carry_out(context, rules::CloseCommitment{capture.promise, capture.answer, capture.text},
                    "standup-answer");
}

void StandupView::State::draw_present(Context& context) {
    if (!begin_dialog("standup-present", {.title = "Who is here", .cancel = "", .width = 420.0f}))
        return;
    for (const LoadRow& row : loads(context.workspace())) {
        if (!context.workspace().find(row.person)->active) continue;
        bool here = !away.contains(row.person);
        const std::string id = "here:" + std::to_string(row.person.value);
        if (!checkbox(id.c_str(), row.name, here)) continue;
        if (here) {
            away.erase(row.person);
        } else {
            away.insert(row.person);
        }
    }
    end_dialog();
}

void StandupView::State::draw_save(Context& context) {
    if (!begin_dialog("standup-save", {.title = "Save the summary as Markdown",
                                       .icon = icons::kSave,
                                       .confirm = "Save",
                                       .confirm_enabled = !trim(save_path).empty(),
                                       .confirm_disabled_why = "Name a file."}))
        return;
    text_field("path", save_path, {.label = "File", .error = capture.failure});
    if (end_dialog() != DialogResult::Confirmed) return;
    const std::string file(trim(save_path));
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out << to_text(summary(context), SummaryForm::Markdown);
    out.close();
    if (!out) {
        capture.failure = "The file cannot be written.";
        keep_dialog_open("standup-save");
        return;
    }
    context.toast({.tone = ToastRequest::Tone::Success,
                   .text = "Saved: " + file,
                   .action = {},
                   .on_action = {}});
}

}  // namespace throughline::gui::standup
