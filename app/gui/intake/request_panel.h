// Parts of an opened request that triage and the requests list share: answers, talk, promise.
#pragma once

#include "app/gui/intake/brief_model.h"
#include "app/gui/intake/mine_model.h"
#include "app/gui/intake/promise.h"

#include <vector>

struct ImDrawList;
struct ImVec2;

namespace throughline::gui::intake {

// Questions over answers, in the order of the form.
void draw_answers(const std::vector<AnswerRow>& answers);
// What happened to it, oldest first.
void draw_steps(const std::vector<StepRow>& steps);
// The promise as a chip with its own shape and words; nothing without a promise.
void promise_chip(const Promise& promise);
// The same on a list, ending at `right`; the width drawn.
float draw_promise(ImDrawList& list, ImVec2 right_middle, const Promise& promise);

}  // namespace throughline::gui::intake
