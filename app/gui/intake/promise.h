// How a request stands against the promised response time, in words and as one of five states; each
// state has its own shape on screen, so that colour is never the only sign.
#pragma once

#include "core/model/workspace.h"

#include <cstdint>
#include <string>

namespace throughline::gui::intake {

enum class PromiseState : std::uint8_t {
    None,  // the template promises nothing, or it is decided
    Fine,
    Soon,  // less than a quarter of the promised time is left
    Late,
    Paused,  // waits for the requester
};

struct Promise {
    PromiseState state = PromiseState::None;
    std::string words;   // "6 h left", "3 h late", "clock paused"
    std::string detail;  // "Answer by Thu 14:00; 10 of 16 working hours are gone"
};

Promise promise_of(const model::Workspace& workspace, const Zone& zone,
                   const model::Request& request, Instant now);
// "Thu 14:00": when a brief submitted now is answered at the latest; "" without a promise.
std::string answer_by(const model::Workspace& workspace, const Zone& zone,
                      model::TemplateVersionId version, Instant submitted, Instant now);

}  // namespace throughline::gui::intake
