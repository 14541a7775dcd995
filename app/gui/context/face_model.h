// What the face of one card says, in words and flags; made for visible cards only. No drawing.
#pragma once

#include "app/gui/context/yardstick_model.h"
#include "core/base/zone.h"
#include "core/model/workspace.h"

#include <string>

namespace throughline::gui {

// The one thing that is missing or wrong about what a card needs, the gravest first.
enum class CardFlag { None, NeedsBrief, NeedsDri, NeedsObjective, ObjectiveClosed };
// A delivered card may serve a closed objective: that is how it was.
CardFlag flag_of(const model::Workspace& workspace, const model::Card& card);

enum class DueState { None, Later, Soon, Today, Late };

struct CardFace {
    model::CardId id;
    std::string key;
    std::string title;
    std::string type;       // name of its template
    std::string objective;  // "O-3"; "" for none
    int objective_colour = -1;
    std::string dri;  // name; "" for nobody
    int dri_colour = 0;
    model::ServiceClass service_class = model::ServiceClass::Standard;
    std::string due;  // "12 Mar", "today", "2 d late"
    DueState due_state = DueState::None;
    std::string age;         // "9 of 12 d" in process, "14 d waiting" before, "took 9 d" after
    std::string column_age;  // "3 d here"
    flow::AgeState age_state = flow::AgeState::Unknown;
    std::string age_words;  // "fresh", "at risk" ...: for the tooltip
    std::string blocked;    // "Blocked 3 d: legal has the claim"; "" when not
    CardFlag flag = CardFlag::None;
    std::string flag_words;  // "Objective O-3 is closed"; "" for none
    int done = 0;            // gate items and checklist items
    int total = 0;
    int rejected = 0;  // gate items turned down
    int comments = 0;
    std::string labels;  // joined; "" for none
};

struct FaceInputs {
    const model::Workspace& workspace;
    const flow::Workflow& workflow;
    const Zone& zone;
    const Yardsticks& yardsticks;
    Instant now;
};
CardFace make_face(const FaceInputs& inputs, const model::Card& card);

// A due date as people speak of it: "2 d late", "today", "tomorrow", "in 3 d", else the date.
std::string due_words(Day due, Day today);
DueState due_state(Day due, Day today);
// Days of a card in words: "9 of 12 d" with an SLE, "9 d" without.
std::string age_words(int days, const flow::AgeYardstick& yardstick);

}  // namespace throughline::gui
