// Lines of the work: blockers, risks, the queue of requests, flow.
#include "app/gui/reviews/content_model.h"

#include "app/gui/context/face_model.h"
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/model/column_name.h"
#include "core/rules/limits.h"
#include "core/rules/score.h"

#include <algorithm>

namespace throughline::gui::reviews {
namespace {

using Kind = Target::Kind;

constexpr int kLongBlocked = 5;  // days
constexpr int kGraveRisk = 15;   // of 25
constexpr int kWatchedRisk = 9;

std::string places_words(const model::Workspace& workspace) {
    const rules::Fill ready = rules::governing_fill(workspace, rules::ready_column(workspace));
    if (!ready.room()) return ready.name + " has no limit.";
    return *ready.room() == 0
               ? ready.name + " is full: one leaves for each that enters."
               : plural(*ready.room(), "place is", "places are") + " free in " + ready.name + ".";
}

}  // namespace

Section blocker_section(const ReadingInputs& in, model::PersonId dri) {
    Section section{.title = "Blocked"};
    std::vector<const model::Block*> open;
    for (const model::Block& block : in.workspace.rows<model::Block>()) {
        if (!block.is_open()) continue;
        const model::Card* card = in.workspace.find(block.card);
        if (card != nullptr && card->on_board() && (!dri || card->dri == dri))
            open.push_back(&block);
    }
    std::ranges::sort(open, [](const auto* a, const auto* b) {
        return std::tie(a->since, a->id) < std::tie(b->since, b->id);
    });
    for (const model::Block* block : open) {
        const model::Card& card = *in.workspace.find(block->card);
        const int age = in.today() - in.zone.day(block->since) + 1;
        const std::string& why = block->reason.empty() ? block->cause : block->reason;
        const std::string clears = block->clearer
                                       ? person_name(in.workspace, block->clearer) + " clears it"
                                       : "nobody is named to clear it";
        section.lines.push_back({.target = {Kind::Card, card.id.value},
                                 .key = model::key_of(in.workspace, card),
                                 .title = card.title,
                                 .detail = (why.empty() ? "" : why + "; ") + clears,
                                 .state = "Blocked " + std::to_string(age) + " d",
                                 .mood = age >= kLongBlocked ? Mood::Bad : Mood::Watch});
    }
    if (section.lines.empty()) section.words = "Nothing is blocked.";
    keep_most(section, kMostLines);
    return section;
}

Section risk_section(const ReadingInputs& in, model::PersonId owner) {
    Section section{.title = "Risks"};
    std::vector<const model::Risk*> open;
    for (const model::Risk& risk : in.workspace.rows<model::Risk>()) {
        if (risk.state != model::RiskState::Open) continue;
        const model::Objective* objective = in.workspace.find(risk.objective);
        if (objective != nullptr && objective->closed) continue;
        if (!owner || risk.owner == owner || (objective != nullptr && objective->dri == owner))
            open.push_back(&risk);
    }
    std::ranges::sort(open, [](const auto* a, const auto* b) {
        return a->score() != b->score() ? a->score() > b->score() : a->number < b->number;
    });
    for (const model::Risk* risk : open) {
        const int score = risk->score();
        section.lines.push_back(
            {.target = {Kind::Risk, risk->id.value},
             .key = model::key_of(*risk),
             .title = risk->title,
             .detail = person_name(in.workspace, risk->owner) +
                       (risk->mitigation.empty() ? ": no mitigation yet" : ": " + risk->mitigation),
             .state = "Score " + std::to_string(score),
             .mood = score >= kGraveRisk     ? Mood::Bad
                     : score >= kWatchedRisk ? Mood::Watch
                                             : Mood::Neutral});
    }
    if (section.lines.empty()) section.words = "No risk is open. What could go wrong?";
    keep_most(section, owner ? 5 : kMostLines);
    return section;
}

Section request_section(const ReadingInputs& in) {
    Section section{.title = "The queue by score"};
    for (const model::Request* request : rules::triage_queue(in.workspace)) {
        const auto score = rules::score(in.workspace, *request);
        Line line{.target = {Kind::Request, request->id.value},
                  .key = model::key_of(*request),
                  .title = request->title,
                  .detail = person_name(in.workspace, request->requester),
                  .state = score ? "Score " + number_words(score) : "No score"};
        if (request->needed_by)
            line.detail += ", needed " + due_words(*request->needed_by, in.today());
        if (request->state == model::RequestState::NeedsInfo) {
            line.state = "Asked";
            line.mood = Mood::Watch;
        }
        section.lines.push_back(std::move(line));
    }
    section.words = section.lines.empty()
                        ? "No request waits. " + places_words(in.workspace)
                        : places_words(in.workspace) + " Enter opens one in triage to accept it.";
    keep_most(section, kMostLines);
    return section;
}

std::vector<Section> flow_sections(const ReadingInputs& in) {
    Section pace{.title = "Flow"};
    const auto fact = [&](Section& section, std::string title, std::string detail,
                          Mood mood = Mood::Neutral, std::string state = {}) {
        section.lines.push_back({.target = {Kind::Flow, 0},
                                 .title = std::move(title),
                                 .detail = std::move(detail),
                                 .state = std::move(state),
                                 .mood = mood});
    };
    if (in.figures == nullptr) {
        pace.words = "The figures are being computed.";
    } else if (!in.figures->flow.is_set_up) {
        pace.words =
            "The board has no commitment and delivery point yet: set them in the settings.";
    } else {
        const FlowFacts& now = in.figures->flow;
        const auto days = [](std::optional<double> value) { return number_words(value, "d"); };
        fact(pace, plural(now.delivered, "card", "cards") + " delivered",
             std::to_string(now.delivered_before) + " in the period before; " +
                 std::to_string(now.started) + " started");
        fact(pace, "Cycle time: half within " + days(now.cycle.p50),
             "85% within " + days(now.cycle.p85) + ", 95% within " + days(now.cycle.p95));
        const auto attained = now.sle.attained.value();
        if (now.sle.days && attained) {
            const bool is_met = *attained * 100 >= now.sle.probability;
            fact(pace,
                 "SLE: " + std::to_string(now.sle.probability) + "% within " +
                     std::to_string(*now.sle.days) + " d",
                 number_words(*attained * 100, "%") + " in the last 12 weeks",
                 is_met ? Mood::Good : Mood::Bad, is_met ? "Met" : "Missed");
        }
        fact(pace, plural(now.in_process, "card", "cards") + " in process", "now");
    }
    Section places{.title = "Free places", .words = places_words(in.workspace)};
    for (const model::ColumnId id : in.workspace.columns()) {
        const model::Column* column = in.workspace.find(id);
        const rules::Fill fill = rules::governing_fill(in.workspace, id);
        if (!fill.limit || column->kind == model::ColumnKind::Done) continue;
        const std::string counted =
            std::to_string(fill.count) + " of " + std::to_string(*fill.limit);
        if (!places.lines.empty() && places.lines.back().title == fill.name) continue;
        fact(places, fill.name, counted, fill.is_over() ? Mood::Bad : Mood::Neutral,
             fill.is_over()   ? "Over its limit"
             : fill.is_full() ? "Full"
                              : plural(*fill.room(), "place free", "places free"));
    }
    return {std::move(pace), std::move(places)};
}

}  // namespace throughline::gui::reviews
