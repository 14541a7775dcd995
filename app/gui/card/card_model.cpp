#include "app/gui/card/card_model.h"

#include "app/gui/card/card_words.h"
#include "core/base/text.h"
#include "core/flow/card_figures.h"
#include "core/flow/workflow.h"
#include "core/rules/brief.h"
#include "core/rules/limits.h"
#include "core/rules/score.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace throughline::gui::card {
namespace {

constexpr std::array kActs{palette::CardAct::Move,    palette::CardAct::Block,    palette::CardAct::Unblock,
                           palette::CardAct::Return,  palette::CardAct::Discard,  palette::CardAct::Archive,
                           palette::CardAct::TradeOut, palette::CardAct::Void,    palette::CardAct::Restore};

std::string handle_of(const model::Workspace& workspace, model::PersonId id) {
    const model::Person* person = workspace.find(id);
    return person != nullptr ? person->handle : "";
}

std::string handles_of(const model::Workspace& workspace, const std::vector<model::PersonId>& people) {
    std::vector<std::string> handles;
    for (const model::PersonId id : people) handles.push_back(handle_of(workspace, id));
    return join(handles, "\n");
}

std::string number_text(const std::optional<int>& number) { return number ? std::to_string(*number) : ""; }

void add_values(CardDetail& d, const model::Workspace& workspace, const model::Card& card) {
    const model::Objective* objective = workspace.find(card.objective);
    const model::Card* parent = workspace.find(card.parent);
    d.values = {{"title", card.title},
                {"description", card.description},
                {"dri", handle_of(workspace, card.dri)},
                {"objective", objective != nullptr ? model::key_of(*objective) : ""},
                {"service_class", std::string(model::Names<model::ServiceClass>::kAll[static_cast<std::size_t>(card.service_class)])},
                {"due", card.due ? to_text(*card.due) : ""},
                {"due_reason", card.due_reason},
                {"value", number_text(card.value)},
                {"urgency", number_text(card.urgency)},
                {"enablement", number_text(card.enablement)},
                {"size", number_text(card.size)},
                {"labels", join(card.labels, "\n")},
                {"responsible", handles_of(workspace, card.responsible)},
                {"consulted", handles_of(workspace, card.consulted)},
                {"informed", handles_of(workspace, card.informed)},
                {"parent", parent != nullptr ? model::key_of(workspace, *parent) : ""},
                {"result_actual", card.result_actual},
                {"result_note", card.result_note}};
}

bool is_named(const model::Card& card, model::PersonId person) {
    const auto has = [person](const std::vector<model::PersonId>& list) { return std::find(list.begin(), list.end(), person) != list.end(); };
    return card.dri == person || has(card.responsible) || has(card.consulted) || has(card.informed);
}

void add_options(CardDetail& d, const model::Workspace& workspace, const model::Card& card) {
    for (const model::Person& person : workspace.rows<model::Person>()) {
        if (!person.active && !is_named(card, person.id)) continue;
        d.people.push_back({person.name, person.active ? person.handle : person.handle + ", not active", person.handle, colour_of(person.id)});
    }
    std::sort(d.people.begin(), d.people.end(), [](const Option& a, const Option& b) { return fold(a.label) < fold(b.label); });
    for (const model::Objective& objective : workspace.rows<model::Objective>()) {
        if (objective.closed && objective.id != card.objective) continue;
        const std::string key = model::key_of(objective);
        d.objectives.push_back({key + " " + objective.title, objective.is_standing() ? "standing" : objective.quarter, key, objective.colour});
    }
    for (std::size_t i = 0; i < model::count_of<model::ServiceClass>(); ++i) {
        d.classes.push_back({std::string(class_words(static_cast<model::ServiceClass>(i))), "", std::string(model::Names<model::ServiceClass>::kAll[i])});
    }
}

std::string answer_words(const model::Workspace& workspace, const model::BriefField& field, const std::string& answer, Day today) {
    if (answer.empty()) return {};
    if (field.kind == model::AnswerKind::Date) {
        if (answer == "none") return "No date";
        const Result<Day> day = parse_day(answer);
        return day ? day_words(*day, today) : answer;
    }
    if (field.kind == model::AnswerKind::Objective) {
        if (answer == "triage") return "Triage decides";
        const model::Objective* objective = model::objective_by_key(workspace, answer);
        return objective != nullptr ? answer + " " + objective->title : answer;
    }
    if (field.kind == model::AnswerKind::Person) {
        const model::Person* person = workspace.person_by_handle(answer);
        return person != nullptr ? person->name : answer;
    }
    if (field.kind == model::AnswerKind::Money) return answer + " EUR";
    if (field.kind == model::AnswerKind::MultiChoice) return join(split(answer, '\n'), ", ");
    return answer;
}

void add_brief(CardDetail& d, const model::Workspace& workspace, const model::Card& card, Day today) {
    d.needs_brief = !card.has_brief();
    const model::Request* request = workspace.find(card.request);
    if (request == nullptr) return;
    d.request = request->id;
    d.request_key = model::key_of(*request);
    const model::TemplateVersion* version = workspace.find(request->version);
    if (version == nullptr) return;
    const model::Template* form = workspace.find(version->form);
    d.brief_form = fmt::format("{}, version {}", form != nullptr ? form->name : "Brief", version->number);
    const rules::BriefText brief = rules::brief_text(workspace, *request);
    for (const model::BriefField& field : rules::fields_of(*version)) {
        const auto answer = brief.answers.find(field.handle);
        const std::string words = answer == brief.answers.end() ? "" : answer_words(workspace, field, answer->second, today);
        if (words.empty() && !field.required) continue;
        d.answers.push_back({field.label, words, field.kind == model::AnswerKind::Link});
    }
    const auto measure = [&](std::string_view handle, const char* label) {
        const auto answer = brief.answers.find(std::string(handle));
        d.measure.push_back({label, answer != brief.answers.end() && !answer->second.empty() ? answer->second : "not given"});
    };
    measure(rules::kMeasure, "Success measure");
    measure(rules::kBaseline, "Baseline");
    measure(rules::kTarget, "Target");
}

std::string age_word(flow::AgeState state) {
    switch (state) {
        case flow::AgeState::Unknown: return {};
        case flow::AgeState::Fresh: return "fresh";
        case flow::AgeState::Watch: return "watch";
        case flow::AgeState::AtRisk: return "at risk";
        case flow::AgeState::BeyondSle: return "beyond SLE";
    }
    return {};
}

void add_age(CardDetail& d, const model::Workspace& workspace, const model::Card& card, const flow::CardFigures& figures, const FlowFacts& facts) {
    if (figures.age_days) {
        flow::AgeYardstick yardstick;
        const auto index = static_cast<std::size_t>(card.service_class);
        if (index < facts.yardsticks.size()) {
            yardstick = facts.yardsticks[index];
        } else if (const model::ServiceLevel* level = workspace.service_level(card.service_class)) {
            yardstick.sle_days = level->days;
        }
        d.age_state = flow::age_state(*figures.age_days, figures.journey.column, yardstick);
        d.age_word = age_word(d.age_state);
        d.age = yardstick.sle_days ? fmt::format("{} of {} days", *figures.age_days, *yardstick.sle_days)
                                   : "age " + plural(*figures.age_days, "day", "days");
    } else if (figures.cycle_time_days) {
        d.age = "took " + plural(*figures.cycle_time_days, "day", "days");
    }
}

void add_figures(CardDetail& d, const model::Workspace& workspace, const Zone& zone, Instant now, const model::Card& card, const FlowFacts& facts) {
    const flow::Workflow workflow(workspace);
    const auto figures = flow::card_figures(workspace, workflow, zone, card.id, now);
    if (!figures) return;
    add_age(d, workspace, card, *figures, facts);
    Duration longest{1};
    for (const Duration& time : figures->time_in_columns) longest = std::max(longest, time);
    for (std::size_t i = 0; i < figures->time_in_columns.size() && i < workflow.stages().size(); ++i) {
        const Duration time = figures->time_in_columns[i];
        const flow::Stage& stage = workflow.stages()[i];
        if (stage.removed && time.us == 0) continue;
        const auto share = static_cast<float>(static_cast<double>(time.us) / static_cast<double>(longest.us));
        const bool here = card.on_board() && stage.column == card.column;
        d.times.push_back({stage.name, time.us == 0 && !here ? "not yet" : span_words(time), share, here});
    }
    std::vector<std::string> words;
    if (figures->lead_time_days) words.push_back("Lead time " + plural(*figures->lead_time_days, "day", "days"));
    if (figures->cycle_time_days) words.push_back("Cycle time " + plural(*figures->cycle_time_days, "day", "days"));
    if (figures->blocked.us > 0) words.push_back("Blocked for " + span_words(figures->blocked));
    d.time_words = join(words, ". ");
    if (facts.finish && figures->age_days) {
        const Day today = zone.day(now);
        std::vector<std::string> levels;
        for (const auto& level : facts.finish->levels) {
            if (level.percent == 50 || level.percent == 85) levels.push_back(fmt::format("{}% by {}", level.percent, day_words(level.day, today)));
        }
        if (!levels.empty()) d.forecast = "Finish: " + join(levels, ", ") + fmt::format(" (from {} past cards this old)", facts.finish->n);
    }
}

std::string column_name(const model::Workspace& workspace, model::ColumnId id) {
    const model::Column* column = workspace.find(id);
    if (column == nullptr) return {};
    const model::ColumnGroup* group = workspace.find(column->group);
    return group != nullptr && !group->removed && group->split ? group->name + ": " + column->name : column->name;
}

}  // namespace

const std::string& CardDetail::value(const std::string& field) const {
    static const std::string none;
    const auto at = values.find(field);
    return at == values.end() ? none : at->second;
}

CardDetail make_detail(const desk::LiveDesk& desk, const Zone& zone, Instant now, model::CardId id, const FlowFacts& facts) {
    CardDetail d;
    const model::Workspace& workspace = desk.workspace();
    const model::Card* card = workspace.find(id);
    if (card == nullptr) return d;
    d.found = true;
    d.id = id;
    d.key = model::key_of(workspace, *card);
    d.title = card->title;
    const model::Template* form = workspace.template_by_handle(card->type);
    d.type = form != nullptr ? form->name : card->type;
    d.state = state_words(card->state);
    d.on_board = card->on_board();
    d.column = d.on_board ? column_name(workspace, card->column) : "";
    d.pending = desk.is_pending(id.value);
    d.blocked = workspace.is_blocked(id);
    d.delivered = rules::is_delivered(workspace, *card);
    d.service_class = card->service_class;
    d.dri = name_of(workspace, card->dri);
    d.dri_colour = colour_of(card->dri);
    for (const palette::CardAct act : kActs) {
        const auto refusal = palette::why_not(desk, act, {id});
        d.acts.push_back({act, refusal ? rules::to_text(*refusal) : ""});
    }
    add_values(d, workspace, *card);
    add_options(d, workspace, *card);
    add_brief(d, workspace, *card, zone.day(now));
    if (const model::Board* board = workspace.board()) {
        d.score = rules::score_words(*board, card->value, card->urgency, card->enablement, card->size);
    }
    add_figures(d, workspace, zone, now, *card, facts);
    add_parts(d, desk, zone, now, *card);
    return d;
}

}  // namespace throughline::gui::card
