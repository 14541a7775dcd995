// Risks, retros, experiments, how work is done, and the registers.
#pragma once

#include "core/model/fields.h"
#include "core/model/ids.h"

namespace throughline::model {

enum class RiskState { Open, Happened, Closed };
template <>
struct Names<RiskState> {
    static constexpr std::array<std::string_view, 3> kAll{"open", "happened", "closed"};
};

struct Risk {
    RiskId id;
    std::int64_t number = 0;  // shown as RK-number
    std::string title;
    ObjectiveId objective;  // what it threatens; 0 for the whole
    PersonId owner;
    int probability = 3;  // 1 .. 5
    int impact = 3;       // 1 .. 5
    std::string mitigation;
    std::string trigger;  // how one sees that it happens
    std::optional<Day> review_on;
    RiskState state = RiskState::Open;
    std::string outcome;

    int score() const { return probability * impact; }  // 1 .. 25

    friend bool operator==(const Risk&, const Risk&) = default;
};

template <>
struct Fields<Risk> {
    static constexpr std::string_view kName = "risk";
    static constexpr auto kList = std::tuple{
        field("id", &Risk::id),
        field("number", &Risk::number),
        field("title", &Risk::title),
        field("objective", &Risk::objective),
        field("owner", &Risk::owner),
        field("probability", &Risk::probability),
        field("impact", &Risk::impact),
        field("mitigation", &Risk::mitigation),
        field("trigger_sign", &Risk::trigger),
        field("review_on", &Risk::review_on),
        field("state", &Risk::state),
        field("outcome", &Risk::outcome),
    };
};

// Looking back at what was delivered: a card or an objective, exactly one of the two.
struct Retro {
    RetroId id;
    std::int64_t number = 0;  // shown as RT-number
    CardId card;
    ObjectiveId objective;
    std::string expected;
    std::string happened;
    std::string drove;    // what drove it
    std::string changes;  // what changes next
    TextList whys;        // at most five, each the reason of the one before
    PersonId by;
    Instant at;

    friend bool operator==(const Retro&, const Retro&) = default;
};

template <>
struct Fields<Retro> {
    static constexpr std::string_view kName = "retro";
    static constexpr auto kList = std::tuple{
        field("id", &Retro::id),
        field("number", &Retro::number),
        field("card", &Retro::card),
        field("objective", &Retro::objective),
        field("expected", &Retro::expected),
        field("happened", &Retro::happened),
        field("drove", &Retro::drove),
        field("changes", &Retro::changes),
        field("whys", &Retro::whys),
        field("by_person", &Retro::by),
        field("at", &Retro::at),
    };
};

enum class ExperimentState { Running, Confirmed, Refuted, Inconclusive };
template <>
struct Names<ExperimentState> {
    static constexpr std::array<std::string_view, 4> kAll{"running", "confirmed", "refuted",
                                                          "inconclusive"};
};

// Two ways of working compared by one figure over a period.
struct Experiment {
    ExperimentId id;
    std::int64_t number = 0;  // shown as E-number
    std::string title;
    std::string hypothesis;
    std::string measure;     // in words: "median cycle time"
    std::string usual_path;  // filter that names the cards of the usual path
    std::string other_path;  // filter that names the cards of the path that is tried
    Day from;
    std::optional<Day> to;
    PersonId owner;
    ExperimentState state = ExperimentState::Running;
    std::string result;

    friend bool operator==(const Experiment&, const Experiment&) = default;
};

template <>
struct Fields<Experiment> {
    static constexpr std::string_view kName = "experiment";
    static constexpr auto kList = std::tuple{
        field("id", &Experiment::id),
        field("number", &Experiment::number),
        field("title", &Experiment::title),
        field("hypothesis", &Experiment::hypothesis),
        field("measure", &Experiment::measure),
        field("usual_path", &Experiment::usual_path),
        field("other_path", &Experiment::other_path),
        field("from_day", &Experiment::from),
        field("to_day", &Experiment::to),
        field("owner", &Experiment::owner),
        field("state", &Experiment::state),
        field("result", &Experiment::result),
    };
};

// A step of a template's process map.
struct ProcessStep {
    ProcessStepId id;
    TemplateId form;
    int position = 1;  // from 1
    std::string title;
    std::string role;
    std::string inputs;
    std::string outputs;
    std::optional<int> hours;  // working hours allowed
    std::string decision_rule;

    friend bool operator==(const ProcessStep&, const ProcessStep&) = default;
};

template <>
struct Fields<ProcessStep> {
    static constexpr std::string_view kName = "process_step";
    static constexpr auto kList = std::tuple{
        field("id", &ProcessStep::id),
        field("template", &ProcessStep::form),
        field("position", &ProcessStep::position),
        field("title", &ProcessStep::title),
        field("role", &ProcessStep::role),
        field("inputs", &ProcessStep::inputs),
        field("outputs", &ProcessStep::outputs),
        field("hours", &ProcessStep::hours),
        field("decision_rule", &ProcessStep::decision_rule),
    };
};

// A word as this team uses it.
struct GlossaryWord {
    GlossaryWordId id;
    std::string word;
    std::string meaning;

    friend bool operator==(const GlossaryWord&, const GlossaryWord&) = default;
};

template <>
struct Fields<GlossaryWord> {
    static constexpr std::string_view kName = "glossary_word";
    static constexpr auto kList = std::tuple{
        field("id", &GlossaryWord::id),
        field("word", &GlossaryWord::word),
        field("meaning", &GlossaryWord::meaning),
    };
};

enum class MaturityArea { Measurement, WorkManagement, Standards, Governance, Cadence };
template <>
struct Names<MaturityArea> {
    static constexpr std::array<std::string_view, 5> kAll{"measurement", "work-management",
                                                          "standards", "governance", "cadence"};
};

// How far the team says it is in one area, at one time. The evidence is read from the data.
struct Assessment {
    AssessmentId id;
    MaturityArea area = MaturityArea::Measurement;
    int stage = 1;  // 1 .. 3
    std::string note;
    PersonId by;
    Instant at;

    friend bool operator==(const Assessment&, const Assessment&) = default;
};

template <>
struct Fields<Assessment> {
    static constexpr std::string_view kName = "assessment";
    static constexpr auto kList = std::tuple{
        field("id", &Assessment::id),        field("area", &Assessment::area),
        field("stage", &Assessment::stage),  field("note", &Assessment::note),
        field("by_person", &Assessment::by), field("at", &Assessment::at),
    };
};

// --- registers --------------------------------------------------------------------------------

struct Tool {
    ToolId id;
    std::string name;
    PersonId owner;
    std::optional<double> yearly_cost;  // of the board's currency
    std::optional<Day> review_on;
    std::string data_flows;  // what data goes where

    friend bool operator==(const Tool&, const Tool&) = default;
};

template <>
struct Fields<Tool> {
    static constexpr std::string_view kName = "tool";
    static constexpr auto kList = std::tuple{
        field("id", &Tool::id),
        field("name", &Tool::name),
        field("owner", &Tool::owner),
        field("yearly_cost", &Tool::yearly_cost),
        field("review_on", &Tool::review_on),
        field("data_flows", &Tool::data_flows),
    };
};

struct DataDomain {
    DataDomainId id;
    std::string name;
    PersonId owner;
    std::string contract;  // what its users may rely on
    std::string refresh;   // how often it is brought up to date
    std::optional<Day> review_on;

    friend bool operator==(const DataDomain&, const DataDomain&) = default;
};

template <>
struct Fields<DataDomain> {
    static constexpr std::string_view kName = "data_domain";
    static constexpr auto kList = std::tuple{
        field("id", &DataDomain::id),           field("name", &DataDomain::name),
        field("owner", &DataDomain::owner),     field("contract", &DataDomain::contract),
        field("refresh", &DataDomain::refresh), field("review_on", &DataDomain::review_on),
    };
};

struct Training {
    TrainingId id;
    std::string name;
    std::string role;  // whom it is for
    PersonId owner;
    std::vector<PersonId> people;  // who should have it
    std::vector<PersonId> done;    // who has
    std::optional<Day> review_on;

    friend bool operator==(const Training&, const Training&) = default;
};

template <>
struct Fields<Training> {
    static constexpr std::string_view kName = "training";
    static constexpr auto kList = std::tuple{
        field("id", &Training::id),
        field("name", &Training::name),
        field("role", &Training::role),
        field("owner", &Training::owner),
        field("people", &Training::people),
        field("done_people", &Training::done),
        field("review_on", &Training::review_on),
    };
};

}  // namespace throughline::model
