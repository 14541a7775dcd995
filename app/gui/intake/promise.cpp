#include "app/gui/intake/promise.h"

#include "app/gui/intake/words.h"
#include "core/flow/response.h"

#include <fmt/format.h>

namespace throughline::gui::intake {
namespace {

std::string used_words(const flow::Response& response) {
    return fmt::format("{} of {} working hours are gone", hours_words(response.worked),
                       hours_words(response.promised));
}

}  // namespace

Promise promise_of(const model::Workspace& workspace, const Zone& zone,
                   const model::Request& request, Instant now) {
    if (!request.is_open()) return {};
    const auto response = flow::response_of(workspace, zone, request.id, now);
    if (!response || response->promised <= Duration{}) return {};
    if (response->waiting) {
        return {PromiseState::Paused, "clock paused",
                "Waits for the requester; " + used_words(*response)};
    }
    if (response->breached) {
        return {PromiseState::Late, hours_words(response->worked - response->promised) + " late",
                "The promised time is over; " + used_words(*response)};
    }
    const Duration left = response->promised - response->worked;
    Promise promise;
    promise.state = left.us * 4 < response->promised.us ? PromiseState::Soon : PromiseState::Fine;
    promise.words = hours_words(left) + " left";
    promise.detail = used_words(*response);
    if (response->due) {
        promise.detail =
            "Answer by " + moment_words(zone, *response->due, now) + "; " + promise.detail;
    }
    return promise;
}

std::string answer_by(const model::Workspace& workspace, const Zone& zone,
                      model::TemplateVersionId version, Instant submitted, Instant now) {
    const model::TemplateVersion* row = workspace.find(version);
    const model::Board* board = workspace.board();
    if (row == nullptr || board == nullptr || row->sla_hours <= 0) return {};
    const Instant due = model::calendar_of(*board).after(zone, submitted, hours(row->sla_hours));
    return moment_words(zone, due, now);
}

}  // namespace throughline::gui::intake
