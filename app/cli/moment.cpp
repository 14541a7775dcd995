#include "app/cli/moment.h"

#include "app/cli/values.h"

#include <algorithm>

namespace throughline::cli {

namespace {

// Of the board: its first entry, or what an import told of the time before it.
Fallible<Instant> first_moment(desk::Desk& desk) {
    TL_TRY(const auto entries, lift(desk.since(0, 1)));
    Instant first = entries.empty() ? desk.now() : entries.front().draft.when;
    for (const model::Transition& move : desk.workspace().rows<model::Transition>()) {
        first = std::min(first, move.known_at);
    }
    return first;
}

}  // namespace

Fallible<Instant> instant_or_day(Session& session, const std::string& text, std::string_view where,
                                 DayEdge edge) {
    TL_CHECK(session.desk());
    if (text == "now") {
        return session.now();
    }
    const auto day = parse_day(text);
    if (!day) {
        return instant_value(text, where);
    }
    if (edge == DayEdge::Begin) {
        return session.zone().start_of(*day);
    }
    return *day == session.today() ? session.now()
                                   : session.zone().start_of(*day + 1) - Duration{1};
}

Fallible<Instant> past_moment(Session& session, const std::string& text, std::string_view where,
                              DayEdge edge) {
    TL_TRY(auto* desk, session.desk());
    TL_TRY(const Instant at, instant_or_day(session, text, where, edge));
    if (at > session.now()) {
        return bad_input("nothing is known yet of a moment that is still to come",
                         std::string(where));
    }
    TL_TRY(const Instant first, first_moment(*desk));
    if (at < first) {
        return bad_input("the board was not there yet at that moment; it begins " +
                             session.zone().local_text(first),
                         std::string(where), ErrorCode::NotFound);
    }
    return at;
}

Fallible<Instant> asked_moment(Session& session, const std::optional<std::string>& as_of) {
    TL_CHECK(session.desk());
    if (!as_of) {
        return session.now();
    }
    return past_moment(session, *as_of, "--as-of");
}

}  // namespace throughline::cli
