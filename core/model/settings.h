// Taxonomy, service levels, saved views, counters, import runs.
#pragma once

#include "core/model/card.h"
#include "core/model/fields.h"
#include "core/model/ids.h"

namespace throughline::model {

// A value that is chosen, not typed. Kinds: channel, region, audience, product, or the team's own.
struct Term {
    TermId id;
    std::string kind;
    std::string value;
    bool retired = false;

    friend bool operator==(const Term&, const Term&) = default;
};

template <>
struct Fields<Term> {
    static constexpr std::string_view kName = "term";
    static constexpr auto kList = std::tuple{
        field("id", &Term::id),
        field("kind", &Term::kind),
        field("value", &Term::value),
        field("retired", &Term::retired),
    };
};

// SLE of a class of service: `probability` percent of cards stay within `days`. Adopted by a person
// and kept until changed.
struct ServiceLevel {
    ServiceLevelId id;
    ServiceClass service_class = ServiceClass::Standard;
    int probability = 85;
    int days = 10;

    friend bool operator==(const ServiceLevel&, const ServiceLevel&) = default;
};

template <>
struct Fields<ServiceLevel> {
    static constexpr std::string_view kName = "service_level";
    static constexpr auto kList = std::tuple{
        field("id", &ServiceLevel::id),
        field("service_class", &ServiceLevel::service_class),
        field("probability", &ServiceLevel::probability),
        field("days", &ServiceLevel::days),
    };
};

// A named filter with its swimlanes. Without an owner everybody sees it.
struct SavedView {
    SavedViewId id;
    PersonId owner;
    std::string name;
    std::string query;
    std::string lanes;  // "", "objective", "dri", "class", "type", "bet"

    friend bool operator==(const SavedView&, const SavedView&) = default;
};

template <>
struct Fields<SavedView> {
    static constexpr std::string_view kName = "saved_view";
    static constexpr auto kList = std::tuple{
        field("id", &SavedView::id),       field("owner", &SavedView::owner),
        field("name", &SavedView::name),   field("query", &SavedView::query),
        field("lanes", &SavedView::lanes),
    };
};

// The last number given out, per kind ("card", "request", "objective", "bet"). Never taken back,
// not even by undo: a key names one thing for ever.
struct Counter {
    CounterId id;
    std::string name;
    std::int64_t last = 0;

    friend bool operator==(const Counter&, const Counter&) = default;
};

template <>
struct Fields<Counter> {
    static constexpr std::string_view kName = "counter";
    static constexpr auto kList = std::tuple{
        field("id", &Counter::id),
        field("name", &Counter::name),
        field("last", &Counter::last),
    };
};

// One finished import, so that the next one of the same source knows what is new.
struct ImportRun {
    ImportRunId id;
    std::string format;
    std::string source;  // board id or file name there
    Instant at;
    PersonId by;
    std::string mapping;  // JSON text of the options used

    friend bool operator==(const ImportRun&, const ImportRun&) = default;
};

template <>
struct Fields<ImportRun> {
    static constexpr std::string_view kName = "import_run";
    static constexpr auto kList = std::tuple{
        field("id", &ImportRun::id),         field("format", &ImportRun::format),
        field("source", &ImportRun::source), field("at", &ImportRun::at),
        field("by_person", &ImportRun::by),  field("mapping", &ImportRun::mapping),
    };
};

}  // namespace throughline::model
