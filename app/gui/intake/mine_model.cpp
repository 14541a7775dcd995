#include "app/gui/intake/mine_model.h"

#include "app/gui/intake/words.h"
#include "core/base/text.h"
#include "core/flow/finish.h"
#include "core/flow/sle.h"
#include "core/model/column_name.h"
#include "core/report/chart_parts.h"

#include <fmt/format.h>

#include <algorithm>

namespace throughline::gui::intake {
namespace {

std::string ago(Instant at, Instant now) {
    const std::string age = age_words(now - at);
    return age == "just now" ? age : age + " ago";
}

std::string card_words(const model::Workspace& workspace, const model::Card& card) {
    const std::string key = model::key_of(workspace, card);
    const model::Column* column = workspace.find(card.column);
    switch (card.state) {
        case model::CardState::OnBoard: break;
        case model::CardState::TradedOut: return key + " left the board for now";
        case model::CardState::Discarded: return key + " was discarded";
        case model::CardState::Archived: return key + " is archived";
        case model::CardState::Void: return key + " was made by mistake";
    }
    return column != nullptr ? key + " in " + model::column_name(workspace, *column) : key;
}

std::string where_words(const model::Workspace& workspace, const model::Request& request) {
    if (request.state == model::RequestState::Accepted) {
        const model::Card* card = workspace.find(request.card);
        return card != nullptr ? card_words(workspace, *card) : "Accepted";
    }
    if (request.state == model::RequestState::Merged) {
        const model::Request* into = workspace.find(request.merged_into);
        return into != nullptr ? "Merged into " + model::key_of(*into) : "Merged";
    }
    return std::string(state_words(request.state));
}

std::string next_words(const model::Request& request) {
    switch (request.state) {
        case model::RequestState::Submitted:
            return request.reason.empty()
                       ? "Triage reads it, and accepts it, asks you something or declines it."
                       : "It went back to the queue: " + request.reason;
        case model::RequestState::NeedsInfo: return "Your answer sends it back to triage.";
        case model::RequestState::Accepted: return {};
        case model::RequestState::Declined: return "Declined: " + request.reason;
        case model::RequestState::Merged: return request.reason;
    }
    return {};
}

std::string_view step_words(model::RequestStep step) {
    switch (step) {
        case model::RequestStep::Submitted: return "submitted it";
        case model::RequestStep::Asked: return "asked";
        case model::RequestStep::Answered: return "answered";
        case model::RequestStep::Accepted: return "accepted it";
        case model::RequestStep::Declined: return "declined it";
        case model::RequestStep::Merged: return "merged it";
        case model::RequestStep::TradedOut: return "traded it out";
        case model::RequestStep::Edited: return "changed the brief";
    }
    return {};
}

std::vector<StepRow> steps_of(const model::Workspace& workspace, const Zone& zone,
                              model::RequestId request, Instant now) {
    std::vector<StepRow> steps;
    for (const model::RequestEvent* event : workspace.of<model::RequestEvent>(request)) {
        steps.push_back(
            {event->step,
             fmt::format("{} {}", name_of(workspace, event->by), step_words(event->step)),
             event->text, moment_words(zone, event->at, now)});
    }
    return steps;
}

// "85% of standard cards take 18 days or less"; "" without a service level.
std::string measure_words(const flow::Slice& slice, model::ServiceClass service_class) {
    const flow::SleFigures sle = flow::sle_figures(slice, service_class);
    return sle.days ? fmt::format("{}% of {} cards take {} or less", sle.probability,
                                  fold(report::class_words(service_class)),
                                  plural(*sle.days, "day", "days"))
                    : std::string();
}

std::string range_words(const flow::FinishRange& range, model::ServiceClass service_class,
                        Day today) {
    constexpr int kPlanned = 85;  // the level that people plan by
    const auto at = std::ranges::find(range.levels, kPlanned, &flow::FinishRange::At::percent);
    if (at == range.levels.end()) {
        return fmt::format(
            "It is {} old, older than any {} card finished in the last 12 weeks became: the past "
            "does not tell when it is done.",
            plural(range.age_days, "day", "days"), fold(report::class_words(service_class)));
    }
    return fmt::format("Likely done by {}: {}% of past {} cards that got as old took {} or less.",
                       day_words(at->day, today), kPlanned,
                       fold(report::class_words(service_class)),
                       plural(at->cycle_days, "day", "days"));
}

}  // namespace

std::string likely_words(const flow::Flow& flow, model::CardId card) {
    const auto index = flow.index_of(card);
    if (!index || !flow.workflow().is_set_up()) return {};
    const flow::Journey& journey = flow.journey(*index);
    if (journey.finished) return "It is delivered.";
    if (journey.column == flow::kNoColumn) return {};
    const flow::Slice slice(flow, flow::last_weeks(flow.zone(), flow.as_of()));
    const model::ServiceClass service_class = flow.card(*index).service_class;
    if (const auto range = flow::finish_range(slice, *index))
        return range_words(*range, service_class, flow.today());
    const std::string measure = measure_words(slice, service_class);
    return "Not started yet" + (measure.empty() ? "" : "; once started, " + measure) + ".";
}

std::vector<DraftRow> draft_rows(const model::Workspace& workspace, std::vector<CardDraft> drafts,
                                 Day today, Instant now) {
    std::stable_sort(drafts.begin(), drafts.end(), [](const CardDraft& a, const CardDraft& b) {
        return a.draft.changed_at > b.draft.changed_at;
    });
    std::vector<DraftRow> rows;
    for (const auto& [card_id, draft] : drafts) {
        DraftRow row;
        row.id = draft.id;
        row.title = draft.title.empty() ? "Untitled brief" : draft.title;
        row.what = template_name(workspace, draft.version);
        if (const model::Card* card = workspace.find(card_id)) {
            row.card = card_id;
            row.what = "Brief for " + model::key_of(workspace, *card);
        }
        row.changed = "changed " + ago(draft.changed_at, now);
        if (const model::TemplateVersion* version = workspace.find(draft.version)) {
            row.completeness = completeness_of(
                rules::fields_of(*version),
                rules::check_brief(workspace, *version, {draft.title, draft.answers}, today));
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<RequestRow> request_rows(const model::Workspace& workspace, model::PersonId requester,
                                     Instant now) {
    std::vector<const model::Request*> mine;
    for (const model::Request& request : workspace.rows<model::Request>()) {
        if (request.requester == requester) mine.push_back(&request);
    }
    const auto order = [](const model::Request* request) {
        const int group = request->state == model::RequestState::NeedsInfo ? 0
                          : request->is_open()                             ? 1
                                                                           : 2;
        return std::pair{group, -request->number};
    };
    std::sort(mine.begin(), mine.end(),
              [&](const auto* a, const auto* b) { return order(a) < order(b); });
    std::vector<RequestRow> rows;
    for (const model::Request* request : mine) {
        rows.push_back({request->id, model::key_of(*request), request->title, request->state,
                        where_words(workspace, *request), ago(request->submitted_at, now),
                        request->state == model::RequestState::NeedsInfo});
    }
    return rows;
}

std::optional<RequestDetail> request_detail(const model::Workspace& workspace, const Zone& zone,
                                            model::RequestId id, Instant now) {
    const model::Request* request = workspace.find(id);
    if (request == nullptr) return std::nullopt;
    RequestDetail detail;
    detail.id = id;
    detail.key = model::key_of(*request);
    detail.title = request->title;
    detail.template_name = template_name(workspace, request->version);
    detail.requester = name_of(workspace, request->requester);
    detail.requester_id = request->requester;
    detail.state = request->state;
    detail.where = where_words(workspace, *request);
    detail.next = next_words(*request);
    if (request->state == model::RequestState::NeedsInfo) detail.question = request->reason;
    detail.promise = promise_of(workspace, zone, *request, now);
    detail.merged_into = request->merged_into;
    if (const model::Card* card = workspace.find(request->card)) {
        detail.card = card->id;
        detail.card_key = model::key_of(workspace, *card);
    }
    detail.answers = brief_rows(workspace, *request, zone.day(now));
    detail.steps = steps_of(workspace, zone, id, now);
    return detail;
}

}  // namespace throughline::gui::intake
