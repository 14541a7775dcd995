#include "core/flow/response.h"

#include "core/model/workspace.h"

#include <algorithm>
#include <unordered_map>

namespace throughline::flow {
namespace {

using model::RequestStep;

// The SLA clock of one request: runs, stands still, starts anew.
class Clock {
public:
    Clock(const Zone& zone, const WorkingCalendar& calendar, Response& response)
        : zone_(zone), calendar_(calendar), response_(response) {}

    void restart(Instant at) {
        response_.clock_from = at;
        response_.worked = {};
        response_.first_touch.reset();
        response_.decided_at.reset();
        response_.waiting = false;
        runs_since_ = at;
    }

    void stop(Instant at) {
        if (runs_since_) {
            response_.worked += calendar_.working_time(zone_, *runs_since_, at);
            runs_since_.reset();
        }
    }

    void touch(Instant at) {
        if (!response_.first_touch) {
            response_.first_touch = calendar_.working_time(zone_, response_.clock_from, at);
        }
    }

    void step(const model::RequestEvent& event) {
        switch (event.step) {
            case RequestStep::Submitted:
            case RequestStep::TradedOut: restart(event.at); break;
            case RequestStep::Asked:
                touch(event.at);
                stop(event.at);
                response_.waiting = true;
                break;
            case RequestStep::Answered:
                if (response_.waiting) {
                    response_.waiting = false;
                    runs_since_ = event.at;
                }
                break;
            case RequestStep::Accepted:
            case RequestStep::Declined:
            case RequestStep::Merged:
                touch(event.at);
                stop(event.at);
                response_.waiting = false;
                response_.decided_at = event.at;
                break;
            case RequestStep::Edited: break;
        }
    }

private:
    const Zone& zone_;
    const WorkingCalendar& calendar_;
    Response& response_;
    std::optional<Instant> runs_since_;
};

Duration promise_of(const model::TemplateVersion* version) {
    return version == nullptr ? Duration{} : hours(version->sla_hours);
}

}  // namespace

std::optional<Response> response_of(const model::Request& request,
                                    std::span<const model::RequestEvent* const> events,
                                    Duration promised, const Zone& zone,
                                    const WorkingCalendar& calendar, Instant as_of) {
    if (request.submitted_at > as_of) {
        return std::nullopt;
    }
    Response response{.request = request.id, .promised = promised};
    Clock clock(zone, calendar, response);
    clock.restart(request.submitted_at);
    std::vector<const model::RequestEvent*> ordered(events.begin(), events.end());
    std::sort(ordered.begin(), ordered.end(), [](const auto* a, const auto* b) {
        return a->at != b->at ? a->at < b->at : a->id < b->id;
    });
    for (const model::RequestEvent* event : ordered) {
        if (event->at <= as_of) {
            clock.step(*event);
        }
    }
    clock.stop(as_of);
    response.breached = promised.us > 0 && response.worked > promised;
    if (!response.decided_at && !response.waiting && promised.us > 0 && !response.breached) {
        response.due = calendar.after(zone, as_of, promised - response.worked);
    }
    return response;
}

std::optional<Response> response_of(const model::Workspace& workspace, const Zone& zone,
                                    model::RequestId request, Instant as_of) {
    const model::Request* row = workspace.find(request);
    const model::Board* board = workspace.board();
    if (row == nullptr || board == nullptr) {
        return std::nullopt;
    }
    return response_of(*row, workspace.of<model::RequestEvent>(request),
                       promise_of(workspace.find(row->version)), zone, calendar_of(*board), as_of);
}

ResponseFigures response_figures(const Slice& slice) {
    const FlowRows& rows = slice.flow().rows();
    std::unordered_map<model::TemplateVersionId, Duration> promises;
    for (const model::TemplateVersion& version : rows.template_versions) {
        promises[version.id] = promise_of(&version);
    }
    std::unordered_map<model::RequestId, std::vector<const model::RequestEvent*>> events;
    for (const model::RequestEvent& event : rows.request_events) {
        events[event.request].push_back(&event);
    }
    // A period that is over is read as it ended: what is late today was not late in it.
    const Instant end =
        std::min(slice.flow().as_of(), rows.zone.start_of(slice.to() + 1) - Duration{1});
    ResponseFigures result;
    std::vector<double> worked_hours;
    std::vector<double> touch_hours;
    for (const model::Request& request : rows.requests) {
        const auto promise = promises.find(request.version);
        const auto response = response_of(request, events[request.id],
                                          promise == promises.end() ? Duration{} : promise->second,
                                          rows.zone, rows.calendar, end);
        if (!response ||
            (response->decided_at && !slice.in_period(rows.zone.day(*response->decided_at)))) {
            continue;
        }
        if (response->decided_at) {
            worked_hours.push_back(response->worked.hours());
        }
        if (response->first_touch) {
            touch_hours.push_back(response->first_touch->hours());
        }
        if (response->promised.us > 0 && (response->decided_at || response->breached)) {
            ++result.within_sla.whole;
            result.within_sla.part += response->breached ? 0 : 1;
        }
        result.breaches_open += !response->decided_at && response->breached ? 1 : 0;
        result.requests.push_back(*response);
    }
    std::sort(result.requests.begin(), result.requests.end(),
              [](const Response& a, const Response& b) { return a.request < b.request; });
    result.hours = percentiles_of(std::move(worked_hours));
    result.first_touch_hours = percentiles_of(std::move(touch_hours));
    return result;
}

}  // namespace throughline::flow
