// The three parts of the screen: what each remembers, and how each is drawn.
#pragma once

#include "app/gui/context/promise_model.h"
#include "app/gui/objectives/acts.h"
#include "app/gui/objectives/bets_model.h"
#include "app/gui/objectives/forms.h"
#include "app/gui/objectives/objectives_model.h"
#include "app/gui/objectives/people_model.h"

#include <optional>
#include <string>
#include <vector>

namespace throughline::gui::objectives {

// A dialog with the form in it; a refusal is shown inside and keeps it open.
template <class Form>
struct FormDialog {
    Form form;
    bool open = false;  // to be opened in the next frame
    std::optional<rules::Refusal> refusal;

    void begin(Form filled) {
        form = std::move(filled);
        refusal.reset();
        open = true;
    }
};

struct ObjectivesScreen {
    ObjectivesModel model;
    model::ObjectiveId selected;
    bool reveal = false;  // scroll to the chosen one
    bool show_past = false;
    FormDialog<ObjectiveForm> dialog;
    Promises promises;
    PlanFiguresModel figures;
};

struct BetsScreen {
    std::vector<BetYear> years;
    std::uint64_t revision = ~std::uint64_t{0};
    FormDialog<BetForm> dialog;
};

struct PeopleScreen {
    PeopleModel model;
    bool show_inactive = false;
    FormDialog<PersonForm> dialog;
};

void draw_objectives(ObjectivesScreen& screen, Context& context, Acts& acts);
void draw_bets(BetsScreen& screen, Context& context, Acts& acts);
void draw_people(PeopleScreen& screen, Context& context, Acts& acts);

// Opens the dialog to add (id 0) or to edit.
void edit_objective(ObjectivesScreen& screen, Context& context, model::ObjectiveId id);

void draw_objective_dialog(ObjectivesScreen& screen, Context& context, Acts& acts);
void draw_bet_dialog(BetsScreen& screen, Context& context, Acts& acts);
void draw_person_dialog(PeopleScreen& screen, Context& context, Acts& acts);

// Why the acting person may not do this; "" when allowed.
std::string why_not_now(Context& context, rules::Right right);
// Tries the command first: a refusal stays with the caller. True when it was carried out.
bool run_in_dialog(Context& context, const char* dialog, const rules::Command& command,
                   const std::string& done, std::optional<rules::Refusal>& refusal);
// The refusal inside a dialog.
void draw_refusal(const std::optional<rules::Refusal>& refusal);

}  // namespace throughline::gui::objectives
