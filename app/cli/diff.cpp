#include "app/cli/json.h"
#include "app/cli/lookup.h"
#include "app/cli/moment.h"
#include "app/cli/text_table.h"
#include "app/cli/values.h"
#include "app/cli/verbs.h"
#include "core/desk/compare.h"

#include <algorithm>
#include <array>
#include <memory>
#include <ostream>

namespace throughline::cli {

namespace {

struct DiffArgs {
    std::string from;
    std::string to;
};

enum class End { From, To };

// A moment as it was written: an instant, a day, an entry of the journal, or "now".
struct Moment {
    std::optional<Instant> at;  // absent for an entry
    model::Workspace board;
};

bool is_number(const std::string& text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

Fallible<Moment> moment_of(Session& session, desk::Desk& desk, const std::string& text, End end) {
    const std::string where = end == End::From ? "FROM" : "TO";
    Moment moment;
    if (is_number(text)) {
        TL_TRY(const auto seq, number_value(text, where, 1, desk.workspace().seq()));
        TL_TRY(moment.board, lift(desk::after_entry(desk, seq)));
    } else {
        TL_TRY(const Instant at,
               past_moment(session, text, where, end == End::From ? DayEdge::Begin : DayEdge::End));
        moment.at = at;
        TL_TRY(moment.board, lift(desk.at(at)));
    }
    if (moment.board.board() == nullptr) {
        return bad_input("the board was not there yet at that moment", where, ErrorCode::NotFound);
    }
    return moment;
}

Ending check_order(const Moment& from, const Moment& to) {
    const Instant begin = from.at.value_or(from.board.last_when());
    const Instant end = to.at.value_or(to.board.last_when());
    if (begin > end || (!from.at && !to.at && from.board.seq() > to.board.seq())) {
        return bad_input("the first moment lies after the second", "FROM");
    }
    return Done{};
}

Json fields_json(const std::vector<desk::FieldDifference>& fields) {
    Json list = Json::array();
    for (const desk::FieldDifference& one : fields) {
        list.push_back({{"field", one.field}, {"before", one.before}, {"after", one.after}});
    }
    return list;
}

Json moment_json(const Moment& moment) {
    return {{"at", moment.at ? Json(throughline::to_text(*moment.at)) : Json()},
            {"seq", moment.board.seq()}};
}

Json card_json(const desk::CardDifference& card, const Moment& from, const Moment& to) {
    Json json{{"key", card.key},
              {"title", card.title},
              {"from", text_or_null(handle_of(from.board, card.from))},
              {"to", text_or_null(handle_of(to.board, card.to))}};
    if (!card.how.empty()) {
        json["how"] = card.how;
    }
    if (card.fate == desk::CardFate::Moved) {
        json["backward"] = card.backward;
    }
    json["changes"] = fields_json(card.fields);
    json["text"] = desk::to_text(card);
    return json;
}

Json rows_json(const std::vector<desk::RowDifference>& rows) {
    Json list = Json::array();
    for (const desk::RowDifference& row : rows) {
        list.push_back({{"what", row.what},
                        {"name", row.name},
                        {"fate", desk::to_text(row.fate)},
                        {"changes", fields_json(row.fields)},
                        {"text", desk::to_text(row)}});
    }
    return list;
}

constexpr std::array kFates{desk::CardFate::Came, desk::CardFate::Left, desk::CardFate::Moved,
                            desk::CardFate::Changed};

Json comparison_json(const desk::Comparison& comparison, const Moment& from, const Moment& to) {
    Json json{{"from", moment_json(from)}, {"to", moment_json(to)}};
    for (const desk::CardFate fate : kFates) {
        Json& list = json[std::string(desk::to_text(fate))] = Json::array();
        for (const desk::CardDifference& card : comparison.cards) {
            if (card.fate == fate) {
                list.push_back(card_json(card, from, to));
            }
        }
    }
    json["requests"] = rows_json(comparison.requests);
    json["setup"] = rows_json(comparison.setup);
    return json;
}

std::string moment_text(Session& session, const Moment& moment) {
    return moment.at ? session.zone().local_text(*moment.at)
                     : "entry " + std::to_string(moment.board.seq());
}

void print_lines(Session& session, const char* heading, const std::vector<std::string>& lines) {
    if (lines.empty()) {
        return;
    }
    session.out() << "\n"
                  << painted(heading, Paint::Bold, session.terminal()) << " (" << lines.size()
                  << ")\n";
    for (const std::string& line : lines) {
        session.out() << "  " << printable(line) << "\n";
    }
}

void print_comparison(Session& session, const desk::Comparison& comparison, const Moment& from,
                      const Moment& to) {
    session.out() << "From " << moment_text(session, from) << " to " << moment_text(session, to)
                  << "\n";
    if (comparison.is_empty()) {
        session.out() << "\nNothing differs.\n";
        return;
    }
    static constexpr std::array kHeadings{"Came", "Left", "Moved", "Changed"};
    for (const desk::CardFate fate : kFates) {
        std::vector<std::string> lines;
        for (const desk::CardDifference& card : comparison.cards) {
            if (card.fate == fate) {
                lines.push_back(desk::to_text(card));
            }
        }
        print_lines(session, kHeadings[static_cast<std::size_t>(fate)], lines);
    }
    const auto print_rows = [&](const char* heading, const auto& rows) {
        std::vector<std::string> lines;
        for (const desk::RowDifference& row : rows) {
            lines.push_back(desk::to_text(row));
        }
        print_lines(session, heading, lines);
    };
    print_rows("Requests", comparison.requests);
    print_rows("Board", comparison.setup);
}

Ending diff(Session& session, const DiffArgs& args) {
    TL_TRY(auto* desk, session.desk());
    TL_TRY(const Moment from, moment_of(session, *desk, args.from, End::From));
    TL_TRY(const Moment to, moment_of(session, *desk, args.to, End::To));
    TL_CHECK(check_order(from, to));
    const desk::Comparison comparison = desk::compare(from.board, to.board);
    if (session.json()) {
        session.print(comparison_json(comparison, from, to));
    } else {
        print_comparison(session, comparison, from, to);
    }
    return Done{};
}

}  // namespace

void add_diff(Verb& program) {
    auto args = std::make_shared<DiffArgs>();
    program.verb("diff", "What moved, came, left and changed between two moments")
        .needs("FROM", args->from, "An instant, a day (from its begin), or an entry's number")
        .needs("TO", args->to, "The same (a day: to its end), or: now")
        .example("throughline diff 2026-05-04 2026-05-08")
        .example("throughline diff 2026-05-04T09:00:00Z now --json")
        .does(args, &diff);
}

}  // namespace throughline::cli
