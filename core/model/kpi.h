// KPIs: what is measured, by which definition, towards which target, and what was measured.
#pragma once

#include "core/base/period.h"
#include "core/model/fields.h"
#include "core/model/ids.h"

namespace throughline::model {

enum class KpiCategory { Pipeline, Account, Content, Brand, Efficiency, Team };
template <>
struct Names<KpiCategory> {
    static constexpr std::array<std::string_view, 6> kAll{"pipeline", "account",    "content",
                                                          "brand",    "efficiency", "team"};
};

enum class Direction { Higher, Lower };  // which way is better
template <>
struct Names<Direction> {
    static constexpr std::array<std::string_view, 2> kAll{"higher", "lower"};
};

enum class Cadence { Weekly, Monthly, Quarterly };
template <>
struct Names<Cadence> {
    static constexpr std::array<std::string_view, 3> kAll{"weekly", "monthly", "quarterly"};
};

// The week (from Monday), calendar month or quarter that holds the day.
Period period_of(Cadence cadence, Day day);

// Where the values come from: people and files, or a figure of the board.
enum class BoardFigure {
    None,
    Throughput,
    CycleTimeP50,
    CycleTimeP85,
    LeadTimeP85,
    SleAttainment,
    FlowEfficiency,
    BlockedDays,
    RequestsOnTime,
    CompletionRate
};
template <>
struct Names<BoardFigure> {
    static constexpr std::array<std::string_view, 10> kAll{"none",
                                                           "throughput",
                                                           "cycle-time-p50",
                                                           "cycle-time-p85",
                                                           "lead-time-p85",
                                                           "sle-attainment",
                                                           "flow-efficiency",
                                                           "blocked-days",
                                                           "requests-on-time",
                                                           "completion-rate"};
};

struct Kpi {
    KpiId id;
    std::int64_t number = 0;  // shown as K-number
    std::string name;
    KpiCategory category = KpiCategory::Pipeline;
    std::string unit;  // "%", "EUR", "leads"
    Direction better = Direction::Higher;
    Cadence cadence = Cadence::Monthly;
    PersonId owner;
    bool leading = false;
    BoardFigure figure = BoardFigure::None;  // none: values are measured
    std::string source;                      // where people read it
    double amber_percent = 10;  // how far on the wrong side of the target is still amber
    bool retired = false;

    friend bool operator==(const Kpi&, const Kpi&) = default;
};

template <>
struct Fields<Kpi> {
    static constexpr std::string_view kName = "kpi";
    static constexpr auto kList = std::tuple{
        field("id", &Kpi::id),           field("number", &Kpi::number),
        field("name", &Kpi::name),       field("category", &Kpi::category),
        field("unit", &Kpi::unit),       field("better", &Kpi::better),
        field("cadence", &Kpi::cadence), field("owner", &Kpi::owner),
        field("leading", &Kpi::leading), field("figure", &Kpi::figure),
        field("source", &Kpi::source),   field("amber_percent", &Kpi::amber_percent),
        field("retired", &Kpi::retired),
    };
};

// What a KPI counts, from a day on. The one with the latest `from` is in force; earlier ones tell
// how older values were counted.
struct KpiDefinition {
    KpiDefinitionId id;
    KpiId kpi;
    Day from;
    std::string counts;       // what counts
    std::string stage;        // of the customer's life cycle
    std::string attribution;  // rule
    std::string why;          // it changed
    PersonId by;

    friend bool operator==(const KpiDefinition&, const KpiDefinition&) = default;
};

template <>
struct Fields<KpiDefinition> {
    static constexpr std::string_view kName = "kpi_definition";
    static constexpr auto kList = std::tuple{
        field("id", &KpiDefinition::id),         field("kpi", &KpiDefinition::kpi),
        field("from_day", &KpiDefinition::from), field("counts", &KpiDefinition::counts),
        field("stage", &KpiDefinition::stage),   field("attribution", &KpiDefinition::attribution),
        field("why", &KpiDefinition::why),       field("by_person", &KpiDefinition::by),
    };
};

// The value wanted from a day on, until the next one.
struct KpiTarget {
    KpiTargetId id;
    KpiId kpi;
    Day from;
    double value = 0;

    friend bool operator==(const KpiTarget&, const KpiTarget&) = default;
};

template <>
struct Fields<KpiTarget> {
    static constexpr std::string_view kName = "kpi_target";
    static constexpr auto kList = std::tuple{
        field("id", &KpiTarget::id),
        field("kpi", &KpiTarget::kpi),
        field("from_day", &KpiTarget::from),
        field("value", &KpiTarget::value),
    };
};

// One value of a KPI, or of a key result that has no KPI, as of a day: the last day of the period
// it stands for. A later row for the same day corrects an earlier one; both stay.
struct Measurement {
    MeasurementId id;
    KpiId kpi;  // exactly one of the two
    KeyResultId key_result;
    Day day;
    double value = 0;
    std::string note;
    std::string source;  // "" typed; else the importer
    PersonId by;
    Instant known_at;

    friend bool operator==(const Measurement&, const Measurement&) = default;
};

template <>
struct Fields<Measurement> {
    static constexpr std::string_view kName = "measurement";
    static constexpr auto kList = std::tuple{
        field("id", &Measurement::id),
        field("kpi", &Measurement::kpi),
        field("key_result", &Measurement::key_result),
        field("day", &Measurement::day),
        field("value", &Measurement::value),
        field("note", &Measurement::note),
        field("source", &Measurement::source),
        field("by_person", &Measurement::by),
        field("known_at", &Measurement::known_at),
    };
};

}  // namespace throughline::model
