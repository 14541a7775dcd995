// Triage: the queue at the left, the chosen brief with its score at the right, and the dialogs that
// decide. Everything by keyboard; the keys are in the table of actions (triage_actions.cpp).
#pragma once

#include "app/gui/intake/accept_model.h"
#include "app/gui/intake/acts.h"
#include "app/gui/intake/score_model.h"
#include "app/gui/intake/triage_model.h"

#include <optional>
#include <string>
#include <vector>

namespace throughline::gui::palette {
class Actions;
}

namespace throughline::gui::intake {

enum class Decision : std::uint8_t { None, Accept, Ask, Decline, Merge };

struct TriageScreen {
    TriageModel model;
    ScoreModel score;
    float queue_width = 380.0f;  // unscaled
    int drawn_in = -1;           // ImGui frame in which it was drawn last: it has the keys

    Decision dialog = Decision::None;  // to be opened
    // What the open dialog is about; it stays so when the queue changes under it.
    model::RequestId subject;
    std::string subject_key;
    std::string subject_title;
    AcceptModel accept;
    std::string words;  // question or reason being written
    std::vector<MergeOption> merges;
    int merge_into = -1;
    std::string merge_query;
    std::optional<rules::Refusal> refusal;  // of the last try, shown in the dialog

    // Opens a dialog on the chosen request; nothing without one.
    void begin(Decision decision, Context& context);
    // Becomes an entry of the journal when it was changed.
    void save_score(Context& context);
    // "" when the acting person may triage.
    std::string why_not_triage(Context& context) const;
};

struct TriageEvents {
    bool new_brief = false;
};
TriageEvents draw_triage(TriageScreen& screen, Context& context, Acts& acts);

// --- parts, each in a file of its own ------------------------------------------------------------
void draw_queue(TriageScreen& screen);
void draw_score(TriageScreen& screen, Context& context);
void draw_accept_dialog(TriageScreen& screen, Context& context, Acts& acts);
void draw_ask_dialog(TriageScreen& screen, Context& context, Acts& acts);
void draw_decline_dialog(TriageScreen& screen, Context& context, Acts& acts);
void draw_merge_dialog(TriageScreen& screen, Context& context, Acts& acts);

// Keys of triage; the screen must outlive the table.
void add_triage_actions(TriageScreen& screen, palette::Actions& actions);

}  // namespace throughline::gui::intake
