#pragma once
// Dialogs for what is written down in a meeting: a note, a commitment, the answer to an earlier
// commitment. Standup and reviews share them; each owns one and draws it every frame.

#include "app/gui/context/context.h"

#include <chrono>
#include <optional>
#include <string>

namespace throughline::gui::palette {

// What a note or a commitment is about.
struct MeetingSubject {
    model::MeetingId meeting;
    std::string part = {};        // of the agenda; a column's handle in a standup
    model::CardId card = {};      // 0 for none
    model::PersonId person = {};  // 0 for nobody; who is proposed for a commitment
    model::ObjectiveId objective = {};
    Day due = {};  // proposed for a commitment
};

class MeetingActs {
public:
    // `scope` keeps the dialogs of two owners apart.
    explicit MeetingActs(std::string scope) : scope_(std::move(scope)) {}

    // Each opens its dialog with the next draw.
    void ask_note(MeetingSubject about);
    void edit_note(const model::Note& note);
    void ask_commitment(MeetingSubject about);
    void edit_commitment(const model::Commitment& commitment);
    void ask_answer(model::CommitmentId commitment,
                    model::CommitmentState answer);  // with a reason

    void draw(Context& context);

private:
    enum class Kind { Note, EditNote, Commitment, EditCommitment, Answer };
    void ask(Kind kind);
    void draw_note(Context& context);
    void draw_note_edit(Context& context);
    void draw_commitment_edit(Context& context);
    void draw_commitment(Context& context);
    void draw_answer(Context& context);
    void carry_out(Context& context, const rules::Command& command, Kind kind);
    std::string about_words(Context& context, std::string_view what) const;
    std::string id(Kind kind) const;

    std::string scope_;
    std::optional<Kind> wanted_;
    MeetingSubject about_;
    std::string text_;
    std::string failure_;
    int person_ = -1;  // index of the list offered
    std::optional<std::chrono::year_month_day> due_;
    model::NoteId note_;
    model::CommitmentId commitment_;
    model::CommitmentState answer_ = model::CommitmentState::Missed;
};

}  // namespace throughline::gui::palette
