// Writing a brief: the form with its footer, what is missing, work that looks alike, and the
// confirmation after it was submitted.
#pragma once

#include "app/gui/intake/acts.h"
#include "app/gui/intake/card_draft.h"
#include "app/gui/intake/field_choices.h"
#include "app/gui/intake/form_model.h"
#include "app/gui/intake/similar_watch.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace throughline::gui::intake {

// What the confirmation speaks of.
struct SentBrief {
    FormKind kind = FormKind::New;
    model::RequestId request;
    model::CardId card;
};

struct FormScreen {
    FormModel model;
    FieldChoices choices;
    SimilarWatch similar;
    std::string focus;   // handle of the field that takes the keyboard in the next frame
    std::string active;  // the field that has it
    std::optional<rules::Refusal> refusal;  // of the last try, when it names no field
    std::optional<SentBrief> sent;
    // The draft is kept. Shared with the question to the desk that is still under way.
    std::shared_ptr<bool> draft_kept;
    std::vector<CardDraft>
        card_drafts;  // of all persons and cards; outlives the brief being written

    // Puts another brief in the place of this one; the caller saved it before.
    void reset();
    // Of this person for this card; null when none was begun.
    const CardDraft* card_draft(model::CardId card, model::PersonId owner) const;
    void remove_card_draft(std::int64_t draft);
};

enum class FormEvent : std::uint8_t { None, Left, WriteAnother, ShowMine, ShowTriage };

// The form, in what is left of the window.
FormEvent draw_form(FormScreen& screen, Context& context, Acts& acts);
// After submitting.
FormEvent draw_sent(const FormScreen& screen, Context& context);

// Checks and submits, or puts the keyboard on the first field that is missing or wrong.
void submit(FormScreen& screen, Context& context);
// Saves the draft if it is due (or, `now_or_never`, if it has anything unsaved).
void save_draft(FormScreen& screen, Context& context, bool now_or_never);
// Gives the brief up, with a toast that brings it back.
void discard(FormScreen& screen, Context& context);

}  // namespace throughline::gui::intake
