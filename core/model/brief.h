// Request types (templates), their fields, and requests: briefs on their way in.
#pragma once

#include "core/model/card.h"
#include "core/model/fields.h"
#include "core/model/ids.h"

namespace throughline::model {

enum class AnswerKind {
    ShortText,
    LongText,
    Choice,
    MultiChoice,
    Number,
    Money,
    Date,
    Link,
    Person,
    Objective,
    Term
};
template <>
struct Names<AnswerKind> {
    static constexpr std::array<std::string_view, 11> kAll{
        "short-text", "long-text", "choice", "multi-choice", "number", "money",
        "date",       "link",      "person", "objective",    "term"};
};

// One question of a template. Limits that are absent do not hold. Answers are stored as text:
// numbers in plain decimal, dates as YYYY-MM-DD, multi-choice as lines, persons by handle,
// objectives by key (O-3), terms by value.
struct BriefField {
    std::string handle;  // unique in the template; stored with the answers
    std::string label;
    AnswerKind kind = AnswerKind::ShortText;
    std::string help;
    std::string example;
    bool required = false;
    std::optional<int> min_length;  // code points
    std::optional<int> max_length;
    std::optional<double> min_value;
    std::optional<double> max_value;
    std::string pattern;       // ECMAScript regular expression over the whole answer; "" for none
    std::string pattern_help;  // the pattern in words
    bool not_in_past = false;  // dates
    TextList choices;          // choice and multi-choice
    std::string term_kind;     // term: "channel", "region" ...

    friend bool operator==(const BriefField&, const BriefField&) = default;
};

std::string encode_json(const std::vector<BriefField>& fields);
bool decode_json(std::string_view text, std::vector<BriefField>& fields);
template <>
struct Codec<std::vector<BriefField>> : JsonCodec<std::vector<BriefField>> {};

// A request type. What it asks is in its versions; a change makes a new version and never rewrites
// old briefs.
struct Template {
    TemplateId id;
    std::string handle;  // "campaign-launch"
    std::string name;
    TemplateVersionId current;
    bool retired = false;

    friend bool operator==(const Template&, const Template&) = default;
};

template <>
struct Fields<Template> {
    static constexpr std::string_view kName = "template";
    static constexpr auto kList = std::tuple{
        field("id", &Template::id),           field("handle", &Template::handle),
        field("name", &Template::name),       field("current_version", &Template::current),
        field("retired", &Template::retired),
    };
};

struct TemplateVersion {
    TemplateVersionId id;
    TemplateId form;
    int number = 1;
    std::string description;
    int sla_hours = 16;  // working hours from submitted to accepted, declined or merged
    ServiceClass service_class = ServiceClass::Standard;
    TextList checklist;              // put on the card when accepted
    std::vector<BriefField> fields;  // beyond those that every brief has
    Instant at;
    PersonId by;
    std::string why;

    friend bool operator==(const TemplateVersion&, const TemplateVersion&) = default;
};

template <>
struct Fields<TemplateVersion> {
    static constexpr std::string_view kName = "template_version";
    static constexpr auto kList = std::tuple{
        field("id", &TemplateVersion::id),
        field("template", &TemplateVersion::form),
        field("number", &TemplateVersion::number),
        field("description", &TemplateVersion::description),
        field("sla_hours", &TemplateVersion::sla_hours),
        field("service_class", &TemplateVersion::service_class),
        field("checklist", &TemplateVersion::checklist),
        field("fields", &TemplateVersion::fields),
        field("at", &TemplateVersion::at),
        field("by_person", &TemplateVersion::by),
        field("why", &TemplateVersion::why),
    };
};

enum class RequestState { Submitted, NeedsInfo, Accepted, Declined, Merged };
template <>
struct Names<RequestState> {
    static constexpr std::array<std::string_view, 5> kAll{"submitted", "needs-information",
                                                          "accepted", "declined", "merged"};
};

// A complete brief after submission. What every brief has stands in own fields or under the fixed
// handles of brief_fields.h; the rest in answers by the template's handles.
struct Request {
    RequestId id;
    std::int64_t number = 0;  // shown as R-number, for life
    TemplateVersionId version;
    PersonId requester;
    std::string title;
    TextMap answers;
    ObjectiveId objective;  // 0: triage decides
    std::optional<Day> needed_by;
    std::string needed_by_reason;

    RequestState state = RequestState::Submitted;
    Instant submitted_at;
    Instant clock_from;                    // the SLA clock's start: submitted, or traded out
    std::optional<Instant> waiting_since;  // asked and not yet answered: the clock stands still
    std::optional<Instant> touched_at;     // first answer of any kind by triage
    std::optional<Instant> decided_at;
    std::string reason;  // why declined, merged or traded out; the open question while waiting
    CardId card;         // accepted as, or traded out from
    RequestId merged_into;

    // Triage's, on 1 2 3 5 8 13.
    std::optional<int> value;
    std::optional<int> urgency;
    std::optional<int> enablement;
    std::optional<int> size;

    bool is_open() const {
        return state == RequestState::Submitted || state == RequestState::NeedsInfo;
    }

    friend bool operator==(const Request&, const Request&) = default;
};

template <>
struct Fields<Request> {
    static constexpr std::string_view kName = "request";
    static constexpr auto kList = std::tuple{
        field("id", &Request::id),
        field("number", &Request::number),
        field("template_version", &Request::version),
        field("requester", &Request::requester),
        field("title", &Request::title),
        field("answers", &Request::answers),
        field("objective", &Request::objective),
        field("needed_by", &Request::needed_by),
        field("needed_by_reason", &Request::needed_by_reason),
        field("state", &Request::state),
        field("submitted_at", &Request::submitted_at),
        field("clock_from", &Request::clock_from),
        field("waiting_since", &Request::waiting_since),
        field("touched_at", &Request::touched_at),
        field("decided_at", &Request::decided_at),
        field("reason", &Request::reason),
        field("card", &Request::card),
        field("merged_into", &Request::merged_into),
        field("value", &Request::value),
        field("urgency", &Request::urgency),
        field("enablement", &Request::enablement),
        field("size", &Request::size),
    };
};

enum class RequestStep {
    Submitted,
    Asked,
    Answered,
    Accepted,
    Declined,
    Merged,
    TradedOut,
    Edited
};
template <>
struct Names<RequestStep> {
    static constexpr std::array<std::string_view, 8> kAll{
        "submitted", "asked", "answered", "accepted", "declined", "merged", "traded-out", "edited"};
};

// What happened to a request; numbered 1, 2, 3. Response figures read these rows.
struct RequestEvent {
    RequestEventId id;
    RequestId request;
    RequestStep step = RequestStep::Submitted;
    Instant at;
    PersonId by;
    std::string text;  // question, answer, reason

    friend bool operator==(const RequestEvent&, const RequestEvent&) = default;
};

template <>
struct Fields<RequestEvent> {
    static constexpr std::string_view kName = "request_event";
    static constexpr auto kList = std::tuple{
        field("id", &RequestEvent::id),        field("request", &RequestEvent::request),
        field("step", &RequestEvent::step),    field("at", &RequestEvent::at),
        field("by_person", &RequestEvent::by), field("text", &RequestEvent::text),
    };
};

// A brief being written: private, outside the journal, until it is submitted.
struct BriefDraft {
    std::int64_t id = 0;
    PersonId owner;
    TemplateVersionId version;
    std::string title;
    TextMap answers;  // with needed_by, needed_by_reason, objective under their fixed handles
    Instant changed_at;

    friend bool operator==(const BriefDraft&, const BriefDraft&) = default;
};

template <>
struct Fields<BriefDraft> {
    static constexpr std::string_view kName = "brief_draft";
    static constexpr auto kList = std::tuple{
        field("id", &BriefDraft::id),
        field("owner", &BriefDraft::owner),
        field("template_version", &BriefDraft::version),
        field("title", &BriefDraft::title),
        field("answers", &BriefDraft::answers),
        field("changed_at", &BriefDraft::changed_at),
    };
};

}  // namespace throughline::model
