#include "app/cli/json.h"
#include "app/cli/lookup.h"
#include "app/cli/views.h"
#include "core/flow/response.h"
#include "core/rules/brief.h"
#include "core/rules/score.h"

namespace throughline::cli {

namespace {

Json response_json(Session& session, const model::Request& request) {
    const auto response =
        flow::response_of(session.workspace(), session.zone(), request.id, session.now());
    if (!response) {
        return {};
    }
    const auto hours = [](Duration duration) { return tenths(duration.hours()); };
    return {
        {"worked_hours", hours(response->worked)},
        {"promised_hours", response->promised.us > 0 ? Json(hours(response->promised)) : Json()},
        {"first_touch_hours", response->first_touch ? Json(hours(*response->first_touch)) : Json()},
        {"breached", response->breached},
        {"due", response->due ? Json(throughline::to_text(*response->due)) : Json()}};
}

}  // namespace

Json request_row_json(Session& session, const model::Request& request) {
    const model::Workspace& workspace = session.workspace();
    return {
        {"key", model::key_of(request)},
        {"title", request.title},
        {"template", text_or_null(template_of(workspace, request))},
        {"requester", text_or_null(handle_of(workspace, request.requester))},
        {"state", model::name_of(request.state)},
        {"objective", text_or_null(key_of(workspace, request.objective))},
        {"needed_by", request.needed_by ? Json(throughline::to_text(*request.needed_by)) : Json()},
        {"score", or_null(rules::score(workspace, request))},
        {"submitted_at", throughline::to_text(request.submitted_at)},
        {"card", text_or_null(key_of(workspace, request.card))}};
}

Json request_json(Session& session, const model::Request& request) {
    const model::Workspace& workspace = session.workspace();
    Json json = request_row_json(session, request);
    json["fields"] = rules::brief_text(workspace, request).answers;
    json["value"] = or_null(request.value);
    json["urgency"] = or_null(request.urgency);
    json["enablement"] = or_null(request.enablement);
    json["size"] = or_null(request.size);
    json["reason"] = text_or_null(request.reason);
    json["merged_into"] = text_or_null(key_of(workspace, request.merged_into));
    json["response"] = response_json(session, request);
    Json& steps = json["steps"] = Json::array();
    for (const model::RequestEvent* event : workspace.of<model::RequestEvent>(request.id)) {
        steps.push_back({{"step", model::name_of(event->step)},
                         {"at", throughline::to_text(event->at)},
                         {"by", text_or_null(handle_of(workspace, event->by))},
                         {"text", text_or_null(event->text)}});
    }
    Json& comments = json["comments"] = Json::array();
    for (const model::Comment* comment : workspace.of<model::Comment>(request.id)) {
        comments.push_back({{"by", text_or_null(handle_of(workspace, comment->by))},
                            {"at", throughline::to_text(comment->at)},
                            {"text", comment->text}});
    }
    return json;
}

}  // namespace throughline::cli
