#include "app/gui/card/detail_model.h"

#include "app/gui/context/length_words.h"
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/flow/card_figures.h"
#include "core/model/column_name.h"
#include "core/rules/brief.h"
#include "core/rules/gates.h"
#include "core/rules/limits.h"
#include "core/rules/score.h"

#include <algorithm>

namespace throughline::gui::card {
namespace {

std::string days_text(int days) {
    return std::to_string(days) + " d";
}

std::string name_of(const model::Workspace& workspace, model::PersonId person) {
    const model::Person* row = workspace.find(person);
    return row != nullptr ? row->name : "";
}

std::string who_words(const DetailInputs& in, model::PersonId person, Instant at) {
    const std::string name = name_of(in.workspace, person);
    return (name.empty() ? std::string("the program") : name) + ", " +
           when_words(in.zone, at, in.now);
}

// An answer as people read it: handles and keys become names.
std::string answer_words(const DetailInputs& in, const model::BriefField& field,
                         const std::string& answer) {
    const Day today = in.zone.day(in.now);
    switch (field.kind) {
        case model::AnswerKind::Person: {
            const model::Person* person = in.workspace.person_by_handle(answer);
            return person != nullptr ? person->name : answer;
        }
        case model::AnswerKind::Objective: {
            if (answer == "triage") return "triage decides";
            const model::Objective* objective = model::objective_by_key(in.workspace, answer);
            return objective != nullptr ? answer + " " + objective->title : answer;
        }
        case model::AnswerKind::Date: {
            if (answer == "none") return "no date";
            const Result<Day> day = parse_day(answer);
            return day ? short_date(*day, today) : answer;
        }
        case model::AnswerKind::MultiChoice: return join(split(answer, '\n'), ", ");
        case model::AnswerKind::ShortText:
        case model::AnswerKind::LongText:
        case model::AnswerKind::Choice:
        case model::AnswerKind::Number:
        case model::AnswerKind::Money:
        case model::AnswerKind::Link:
        case model::AnswerKind::Term: return answer;
    }
    return answer;
}

void describe_brief(const DetailInputs& in, const model::Card& card, CardDetail& detail) {
    const model::Request* request = in.workspace.find(card.request);
    detail.has_brief = request != nullptr;
    if (request == nullptr) return;
    detail.request = model::key_of(*request);
    detail.request_id = request->id;
    const model::TemplateVersion* version = rules::version_of(in.workspace, *request);
    const rules::BriefText brief = rules::brief_text(in.workspace, *request);
    if (version != nullptr) {
        const model::Template* form = in.workspace.find(version->form);
        detail.brief_version = (form != nullptr ? form->name : "Brief") + ", version " +
                               std::to_string(version->number);
        for (const model::BriefField& field : rules::fields_of(*version)) {
            const auto answer = brief.answers.find(field.handle);
            const std::string words =
                answer != brief.answers.end() ? answer_words(in, field, answer->second) : "";
            if (words.empty() && !field.required) continue;
            detail.brief.push_back({.label = field.label, .answer = words});
        }
    }
    detail.brief_version += ", by " + who_words(in, request->requester, request->submitted_at);
    const auto answer = [&](std::string_view handle) {
        const auto found = brief.answers.find(std::string(handle));
        return found != brief.answers.end() ? found->second : std::string();
    };
    detail.measure = answer(rules::kMeasure);
    if (const std::string baseline = answer(rules::kBaseline); !baseline.empty())
        detail.measure += ", from " + baseline;
    if (const std::string target = answer(rules::kTarget); !target.empty())
        detail.measure += ", target " + target;
}

GateRow gate_row(const DetailInputs& in, const rules::GateState& gate) {
    GateRow row{.item = gate.item->id,
                .title = gate.item->title,
                .approval = gate.item->kind == model::GateKind::Approval};
    if (gate.mark != nullptr) {
        row.state = gate.passed() ? GateMarkState::Passed : GateMarkState::Rejected;
        row.who = who_words(in, gate.mark->by, gate.mark->at);
        row.note = gate.mark->note;
    }
    return row;
}

void describe_gates(const DetailInputs& in, const model::Card& card, CardDetail& detail) {
    if (!card.on_board()) return;
    for (const rules::GateState& gate : rules::gate_of(in.workspace, card.id, card.column))
        detail.gate.push_back(gate_row(in, gate));
    if (const model::Column* column = in.workspace.find(card.column))
        detail.gate_column = model::column_name(in.workspace, *column);
    const auto points = rules::points_of(in.workspace);
    const auto at = rules::column_index(in.workspace, card.column);
    if (!at || *at >= points.commitment) return;
    for (const rules::ReadyState& ready : rules::readiness(in.workspace, card))
        detail.ready.push_back({ready.words, ready.passed});
    for (const rules::GateState& gate : rules::gate_of(in.workspace, card.id, {}))
        detail.ready_manual.push_back(gate_row(in, gate));
}

void describe_checklist(const DetailInputs& in, const model::Card& card, CardDetail& detail) {
    const Day today = in.zone.day(in.now);
    auto items = in.workspace.of<model::ChecklistItem>(card.id);
    std::stable_sort(items.begin(), items.end(),
                     [](const auto* a, const auto* b) { return a->rank < b->rank; });
    for (const model::ChecklistItem* item : items) {
        ChecklistRow row{.id = item->id, .title = item->title, .done = item->done};
        if (item->due) {
            row.due = short_date(*item->due, today);
            row.late = !item->done && *item->due < today;
        }
        if (item->done && item->done_at) row.who = who_words(in, item->done_by, *item->done_at);
        detail.checklist_done += item->done ? 1 : 0;
        detail.checklist.push_back(std::move(row));
    }
}

std::string card_words(const model::Workspace& workspace, const model::Card& card) {
    return model::key_of(workspace, card) + " " + card.title;
}

void describe_blocks(const DetailInputs& in, const model::Card& card, CardDetail& detail) {
    const Day today = in.zone.day(in.now);
    for (const model::Block* block : in.workspace.of<model::Block>(card.id)) {
        BlockRow row{.id = block->id,
                     .open = block->is_open(),
                     .reason = block->reason,
                     .cause = block->cause,
                     .clearer = name_of(in.workspace, block->clearer),
                     .waits_for = block->waits_for};
        const Day from = in.zone.day(block->since);
        const Instant end = block->ended_at.value_or(in.now);
        const Day to = in.zone.day(end);
        const std::string length = " (" + length_words(end - block->since) + ")";
        row.since = block->is_open()
                        ? "since " + short_date(from, today) + length
                        : short_date(from, today) + " to " + short_date(to, today) + length;
        if (const model::Card* other = in.workspace.find(block->waits_for))
            row.waits_for_words = card_words(in.workspace, *other);
        if (row.reason.empty())
            row.reason = row.cause.empty()
                             ? (row.waits_for_words.empty() ? "No reason given"
                                                            : "Waits for " + row.waits_for_words)
                             : row.cause;
        detail.blocks.push_back(std::move(row));
    }
    std::reverse(detail.blocks.begin(), detail.blocks.end());
    std::stable_sort(detail.blocks.begin(), detail.blocks.end(),
                     [](const BlockRow& a, const BlockRow& b) { return a.open && !b.open; });
}

void describe_links(const DetailInputs& in, const model::Card& card, CardDetail& detail) {
    const auto to_card = [&](const model::Card* other, std::string relation, model::LinkId id) {
        if (other == nullptr) return;
        detail.links.push_back({.id = id,
                                .kind = model::LinkKind::DependsOn,
                                .title = card_words(in.workspace, *other),
                                .other = other->id,
                                .relation = std::move(relation)});
    };
    to_card(in.workspace.find(card.parent), "parent", {});
    for (const model::Link* link : in.workspace.of<model::Link>(card.id)) {
        if (link->kind == model::LinkKind::DependsOn) {
            to_card(in.workspace.find(link->other), "depends on", link->id);
        } else {
            detail.links.push_back({.id = link->id,
                                    .kind = link->kind,
                                    .title = link->title.empty() ? link->target : link->title,
                                    .target = link->target,
                                    .relation = std::string(model::name_of(link->kind))});
        }
    }
    for (const model::Link& link : in.workspace.rows<model::Link>()) {
        if (link.kind == model::LinkKind::DependsOn && link.other == card.id)
            to_card(in.workspace.find(link.card), "is waited for by", {});
    }
    for (const model::Card& child : in.workspace.rows<model::Card>()) {
        if (child.parent == card.id) to_card(&child, "child", {});
    }
}

void describe_comments(const DetailInputs& in, const model::Card& card, CardDetail& detail) {
    for (const model::Comment* comment : in.workspace.of<model::Comment>(card.id)) {
        const std::string name = name_of(in.workspace, comment->by);
        detail.comments.push_back({.id = comment->id,
                                   .who = name.empty() ? "imported" : name,
                                   .colour = static_cast<int>(comment->by.value % 12),
                                   .when = when_words(in.zone, comment->at, in.now) +
                                           (comment->edited_at ? ", edited" : ""),
                                   .text = comment->text,
                                   .mine = comment->by == in.me && in.me});
    }
}

void describe_time(const DetailInputs& in, const model::Card& card, CardDetail& detail) {
    const flow::Workflow workflow(in.workspace);
    const auto figures = flow::card_figures(in.workspace, workflow, in.zone, card.id, in.now);
    if (!figures) return;
    const model::ServiceLevel* level = in.workspace.service_level(card.service_class);
    if (figures->age_days) {
        detail.age = days_text(*figures->age_days) + " in process";
        if (level != nullptr) {
            detail.age += *figures->age_days > level->days
                              ? ", beyond the SLE of " + days_text(level->days)
                              : ", SLE " + days_text(level->days);
        }
    } else if (figures->cycle_time_days) {
        detail.age = "took " + days_text(*figures->cycle_time_days);
        if (level != nullptr)
            detail.age += *figures->cycle_time_days <= level->days
                              ? ", within the SLE"
                              : ", beyond the SLE of " + days_text(level->days);
    } else if (figures->journey.finished) {
        detail.age = "delivered, without a known start";
    } else if (card.on_board()) {
        detail.age = "waiting " +
                     days_text(in.zone.day(in.now) - in.zone.day(card.created_at) + 1) +
                     ", not started";
    }
    if (figures->blocked.us > 0) detail.blocked_time = length_words(figures->blocked);
    Duration longest;
    for (const Duration time : figures->time_in_columns)
        longest = std::max(longest, time);
    for (std::size_t i = 0; i < figures->time_in_columns.size(); ++i) {
        const Duration time = figures->time_in_columns[i];
        const flow::Stage& stage = workflow.stages()[i];
        const bool here =
            card.on_board() && stage.column == card.column && !figures->journey.finished;
        if (time.us <= 0 && !here) continue;
        detail.times.push_back({.column = stage.name,
                                .words = length_words(time),
                                .share = longest.us > 0 ? static_cast<double>(time.us) /
                                                              static_cast<double>(longest.us)
                                                        : 0,
                                .is_here = here});
    }
}

}  // namespace

std::optional<CardDetail> make_detail(const DetailInputs& in, model::CardId id) {
    const model::Card* card = in.workspace.find(id);
    if (card == nullptr) return std::nullopt;
    CardDetail detail{
        .id = id, .key = model::key_of(in.workspace, *card), .on_board = card->on_board()};
    const model::Column* column = in.workspace.find(card->column);
    detail.state = column != nullptr ? model::column_name(in.workspace, *column)
                                     : std::string(model::name_of(card->state));
    detail.delivered = rules::is_delivered(in.workspace, *card) ||
                       (card->state == model::CardState::Archived && !card->result_actual.empty());
    const model::Template* form = in.workspace.template_by_handle(card->type);
    detail.type = form != nullptr ? form->name : card->type;
    describe_brief(in, *card, detail);
    describe_gates(in, *card, detail);
    describe_checklist(in, *card, detail);
    describe_blocks(in, *card, detail);
    describe_links(in, *card, detail);
    describe_comments(in, *card, detail);
    describe_time(in, *card, detail);
    if (const model::Board* board = in.workspace.board())
        detail.score =
            rules::score_words(*board, card->value, card->urgency, card->enablement, card->size);
    return detail;
}

std::string when_words(const Zone& zone, Instant at, Instant now) {
    const Day day = zone.day(at);
    const Day today = zone.day(now);
    return (day == today ? std::string("today") : short_date(day, today)) + " " +
           clock_time(zone, at);
}

}  // namespace throughline::gui::card
