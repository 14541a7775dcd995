// Recurring work: a brief that files itself, and what each person has seen.
#pragma once

#include "core/model/fields.h"
#include "core/model/ids.h"
#include "core/model/kpi.h"

namespace throughline::model {

// A brief that becomes a request once in each period. Any open desk files what is due.
struct Schedule {
    ScheduleId id;
    std::int64_t number = 0;  // shown as S-number
    TemplateId form;
    std::string title;
    TextMap answers;  // as in a brief; must be complete
    Cadence every = Cadence::Monthly;
    int on_day = 1;      // from 1: of the week (1 = Monday), the month or the quarter
    int lead_days = 14;  // needed by this many days after it is filed
    PersonId requester;
    Day starts;
    std::optional<Day> last_filed;  // the day it was last due
    bool paused = false;

    friend bool operator==(const Schedule&, const Schedule&) = default;
};

template <>
struct Fields<Schedule> {
    static constexpr std::string_view kName = "schedule";
    static constexpr auto kList = std::tuple{
        field("id", &Schedule::id),
        field("number", &Schedule::number),
        field("template", &Schedule::form),
        field("title", &Schedule::title),
        field("answers", &Schedule::answers),
        field("every", &Schedule::every),
        field("on_day", &Schedule::on_day),
        field("lead_days", &Schedule::lead_days),
        field("requester", &Schedule::requester),
        field("starts", &Schedule::starts),
        field("last_filed", &Schedule::last_filed),
        field("paused", &Schedule::paused),
    };
};

// A person has seen one thing of their inbox ("comment:17", "question:R-7").
struct InboxMark {
    InboxMarkId id;
    PersonId person;
    std::string item;
    Instant at;

    friend bool operator==(const InboxMark&, const InboxMark&) = default;
};

template <>
struct Fields<InboxMark> {
    static constexpr std::string_view kName = "inbox_mark";
    static constexpr auto kList = std::tuple{
        field("id", &InboxMark::id),
        field("person", &InboxMark::person),
        field("item", &InboxMark::item),
        field("at", &InboxMark::at),
    };
};

}  // namespace throughline::model
