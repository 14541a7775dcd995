#include "app/gui/palette/meeting_acts.h"

#include "app/gui/context/civil_dates.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/dialog.h"
#include "app/gui/widgets/field.h"
#include "core/base/text.h"
#include "imgui.h"

#include <utility>
#include <vector>

namespace throughline::gui::palette {
namespace {

constexpr float kWidth = 560.0f;  // unscaled

std::vector<const model::Person*> active_people(const model::Workspace& workspace) {
    std::vector<const model::Person*> people;
    for (const model::Person& person : workspace.rows<model::Person>()) {
        if (person.active) people.push_back(&person);
    }
    return people;
}

}  // namespace

std::string MeetingActs::id(Kind kind) const {
    switch (kind) {
        case Kind::Note: return scope_ + "-note";
        case Kind::EditNote: return scope_ + "-edit-note";
        case Kind::Commitment: return scope_ + "-commitment";
        case Kind::EditCommitment: return scope_ + "-edit-commitment";
        case Kind::Answer: return scope_ + "-answer";
    }
    return scope_;
}

void MeetingActs::ask(Kind kind) {
    wanted_ = kind;
    text_.clear();
    failure_.clear();
    due_.reset();
}

void MeetingActs::ask_note(MeetingSubject about) {
    about_ = std::move(about);
    ask(Kind::Note);
}

void MeetingActs::edit_note(const model::Note& note) {
    ask(Kind::EditNote);
    note_ = note.id;
    text_ = note.text;
}

void MeetingActs::ask_commitment(MeetingSubject about) {
    about_ = std::move(about);
    ask(Kind::Commitment);
    due_ = to_ymd(about_.due);
}

void MeetingActs::edit_commitment(const model::Commitment& commitment) {
    ask(Kind::EditCommitment);
    commitment_ = commitment.id;
    text_ = commitment.text;
    due_ = to_ymd(commitment.due);
}

void MeetingActs::ask_answer(model::CommitmentId commitment, model::CommitmentState answer) {
    ask(Kind::Answer);
    commitment_ = commitment;
    answer_ = answer;
}

void MeetingActs::draw(Context& context) {
    if (wanted_) open_dialog(id(*std::exchange(wanted_, std::nullopt)).c_str());
    draw_note(context);
    draw_note_edit(context);
    draw_commitment(context);
    draw_commitment_edit(context);
    draw_answer(context);
}

void MeetingActs::carry_out(Context& context, const rules::Command& command, Kind kind) {
    const rules::Verdict verdict = context.run(command, Context::At::Caller);
    if (verdict) return;
    failure_ = rules::to_text(verdict.error());
    keep_dialog_open(id(kind).c_str());
}

// "Note on MKT-4", "Commitment of Ana Lima".
std::string MeetingActs::about_words(Context& context, std::string_view what) const {
    const model::Workspace& workspace = context.workspace();
    if (const model::Card* card = workspace.find(about_.card))
        return std::string(what) + " on " + model::key_of(workspace, *card);
    if (const model::Person* person = workspace.find(about_.person))
        return std::string(what) + " of " + person->name;
    return std::string(what);
}

void MeetingActs::draw_note(Context& context) {
    const std::string dialog = id(Kind::Note);
    const model::Person* person = context.workspace().find(about_.person);
    const std::string title = about_.card || person == nullptr
                                  ? about_words(context, "Note")
                                  : "Note in the round of " + person->name;
    if (!begin_dialog(dialog.c_str(), {.title = title,
                                       .icon = icons::kComment,
                                       .confirm = "Write down",
                                       .confirm_enabled = !trim(text_).empty(),
                                       .confirm_disabled_why = "Write something first.",
                                       .width = kWidth}))
        return;
    text_field("text", text_, {.label = "Note", .error = failure_});
    if (end_dialog() != DialogResult::Confirmed) return;
    carry_out(context,
              rules::AddNote{about_.meeting, about_.part, about_.card, about_.person, text_},
              Kind::Note);
}

void MeetingActs::draw_note_edit(Context& context) {
    const std::string dialog = id(Kind::EditNote);
    if (!begin_dialog(dialog.c_str(), {.title = "Change the note",
                                       .icon = icons::kEdit,
                                       .confirm = "Save",
                                       .confirm_enabled = !trim(text_).empty(),
                                       .confirm_disabled_why = "A note has words.",
                                       .width = kWidth}))
        return;
    text_field("text", text_, {.label = "Note", .error = failure_});
    if (end_dialog() != DialogResult::Confirmed) return;
    carry_out(context, rules::EditNote{note_, text_}, Kind::EditNote);
}

void MeetingActs::draw_commitment_edit(Context& context) {
    const std::string dialog = id(Kind::EditCommitment);
    if (!begin_dialog(dialog.c_str(),
                      {.title = "Change the commitment",
                       .icon = icons::kEdit,
                       .confirm = "Save",
                       .confirm_enabled = !trim(text_).empty() && due_,
                       .confirm_disabled_why = "Say what will be done, and by when.",
                       .width = kWidth}))
        return;
    text_field("text", text_, {.label = "What will be done", .error = failure_, .required = true});
    date_field("due", due_, {.label = "By"}, to_ymd(context.zone().day(context.now())));
    if (end_dialog() != DialogResult::Confirmed) return;
    carry_out(context, rules::EditCommitment{commitment_, text_, to_day(*due_)},
              Kind::EditCommitment);
}

void MeetingActs::draw_commitment(Context& context) {
    const std::string dialog = id(Kind::Commitment);
    const auto people = active_people(context.workspace());
    const Day today = context.zone().day(context.now());
    const std::string title = about_words(context, "Commitment");
    if (!begin_dialog(dialog.c_str(),
                      {.title = title,
                       .icon = icons::kFlag,
                       .confirm = "Commit",
                       .confirm_enabled = !trim(text_).empty() && due_ && !people.empty(),
                       .confirm_disabled_why = "Say what will be done, and by when.",
                       .width = kWidth}))
        return;
    if (ImGui::IsWindowAppearing()) {
        const model::Card* card = context.workspace().find(about_.card);
        const model::PersonId usual = about_.person                  ? about_.person
                                      : card != nullptr && card->dri ? card->dri
                                                                     : context.desk().actor();
        person_ = -1;
        for (std::size_t i = 0; i < people.size(); ++i) {
            if (people[i]->id == usual) person_ = static_cast<int>(i);
        }
    }
    text_field("text", text_, {.label = "What will be done", .error = failure_, .required = true});
    std::vector<ChoiceItem> items;
    for (const model::Person* person : people)
        items.push_back({.label = person->name,
                         .category = static_cast<int>(static_cast<std::size_t>(person->id.value) %
                                                      kCategoryCount),
                         .person = true});
    choice("person", person_, items, {.label = "Who"});
    date_field("due", due_, {.label = "By"}, to_ymd(today));
    if (end_dialog() != DialogResult::Confirmed || person_ < 0) return;
    const model::PersonId who = people[static_cast<std::size_t>(person_)]->id;
    carry_out(context,
              rules::AddCommitment{about_.meeting, who, about_.card, about_.objective, text_,
                                   to_day(*due_)},
              Kind::Commitment);
}

void MeetingActs::draw_answer(Context& context) {
    const bool missed = answer_ == model::CommitmentState::Missed;
    const std::string dialog = id(Kind::Answer);
    if (!begin_dialog(dialog.c_str(), {.title = missed ? "Why it was missed" : "Why it is dropped",
                                       .confirm = missed ? "Missed" : "Dropped",
                                       .confirm_enabled = !trim(text_).empty(),
                                       .confirm_disabled_why = "Say why first.",
                                       .width = 480.0f}))
        return;
    text_field("text", text_, {.label = "Reason", .error = failure_});
    if (end_dialog() != DialogResult::Confirmed) return;
    carry_out(context, rules::CloseCommitment{commitment_, answer_, text_}, Kind::Answer);
}

}  // namespace throughline::gui::palette
