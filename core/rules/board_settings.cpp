#include "core/base/text.h"
#include "core/base/zone.h"
#include "core/rules/acts.h"
#include "core/rules/board_check.h"
#include "core/rules/decide.h"
#include "core/rules/gates.h"
#include "core/rules/set_fields.h"

#include <algorithm>
#include <regex>

namespace throughline::rules {
namespace {

using model::Board;

bool is_pattern(const std::string& pattern) {
    try {
        const std::regex compiled(pattern);
        return true;
    } catch (const std::regex_error&) {
        return false;
    }
}

bool is_currency(std::string_view text) {
    return text.size() == 3 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

Verdict check_plan_settings(const Board& board) {
    if (!is_currency(board.currency)) {
        return refusal("bad_value", "'" + board.currency + "' is not a currency.",
                       "Write its three letters: EUR, USD, JPY.");
    }
    if (board.capacity_buffer < 0 || board.capacity_buffer > 90) {
        return refusal("bad_value", "The buffer is 0 to 90 percent of the capacity.",
                       "15 is usual.");
    }
    if (board.objectives_per_dri < 1) {
        return refusal("bad_value", "A DRI may answer for at least one objective.", "3 is usual.");
    }
    if (board.market_days && *board.market_days < 1) {
        return refusal("bad_value", "The time to market is at least a day.",
                       "Leave it empty for no target.");
    }
    return Done{};
}

}  // namespace

Verdict check_limit(const std::optional<int>& limit) {
    if (limit && (*limit < 0 || *limit > 100000)) {
        return refusal("bad_value", std::to_string(*limit) + " is not a limit.",
                       "Give 0 or more, or leave it empty for none.");
    }
    return Done{};
}

Verdict check_board(const Edit& edit, const Board& board) {
    if (trim(board.name).empty()) {
        return refusal("title_missing", "The board would have no name.", "Write a name.");
    }
    const bool prefix = !board.key_prefix.empty() && board.key_prefix.size() <= 8 &&
                        std::all_of(board.key_prefix.begin(), board.key_prefix.end(),
                                    [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!prefix) {
        return refusal("bad_value", "'" + board.key_prefix + "' is not a key prefix.",
                       "Use one to eight capital letters, for example MKT.");
    }
    if (auto zone = Zone::load(board.zone); !zone) {
        return refusal("bad_value", zone.error().message + ".", "");
    }
    if (board.weekdays < 1 || board.weekdays > 127 || board.day_begin_minute < 0 ||
        board.day_end_minute > 24 * 60 || board.day_begin_minute >= board.day_end_minute) {
        return refusal("bad_value", "The working calendar has no working time.",
                       "Choose at least one weekday, and a day that ends after it begins.");
    }
    for (const std::string& check : board.ready_checks) {
        const auto known = ready_checks();
        if (std::none_of(known.begin(), known.end(),
                         [&](const ReadyCheck& one) { return one.check == check; })) {
            return refusal("bad_value",
                           "'" + check + "' is not a check of the definition of ready.", "");
        }
    }
    if (!is_pattern(board.naming_pattern)) {
        return refusal("bad_value", "The naming pattern is not a regular expression.",
                       "Check its brackets, or leave it empty.");
    }
    if (board.weight_value < 0 || board.weight_urgency < 0 || board.weight_enablement < 0) {
        return refusal("bad_value", "A weight of the score cannot be below 0.", "");
    }
    if (board.load_low < 0 || board.load_high > 100 || board.load_low >= board.load_high) {
        return refusal("bad_value",
                       "The healthy band of load must be two percentages, the lower first.",
                       "For example 75 and 85.");
    }
    TL_CHECK(check_plan_settings(board));
    for (const auto& limit : {board.wip_limit, board.expedite_limit, board.person_limit}) {
        TL_CHECK(check_limit(limit));
    }
    const Workflow workflow = Workflow::of(edit);
    const auto commitment = workflow.index(board.commitment);
    const auto delivery = workflow.index(board.delivery);
    if ((board.commitment && !commitment) || (board.delivery && !delivery) ||
        (commitment && delivery && *commitment >= *delivery)) {
        return refusal("points",
                       "The commitment point must lie left of the delivery point, both on columns "
                       "of the board.",
                       "Choose other columns for the points.");
    }
    return Done{};
}

Verdict decide(const EditBoard& command, Edit& edit, const Context&) {
    const Board* found = edit.before().board();
    if (found == nullptr) {
        return not_found("board");
    }
    Board board = *found;
    TL_CHECK(set_fields(edit, board, command.set,
                        {"name",
                         "key_prefix",
                         "zone",
                         "commitment",
                         "delivery",
                         "wip_limit",
                         "expedite_limit",
                         "person_limit",
                         "weekdays",
                         "holidays",
                         "day_begin_minute",
                         "day_end_minute",
                         "weight_value",
                         "weight_urgency",
                         "weight_enablement",
                         "ready_checks",
                         "naming_pattern",
                         "load_low",
                         "load_high",
                         "currency",
                         "capacity_buffer",
                         "objectives_per_dri",
                         "market_days"}));
    TL_CHECK(check_board(edit, board));
    edit.put(std::move(board));
    return Done{};
}

}  // namespace throughline::rules
