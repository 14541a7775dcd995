#include "app/cli/listing.h"
#include "app/cli/lookup.h"
#include "app/cli/outcome.h"
#include "app/cli/values.h"
#include "app/cli/verbs.h"
#include "core/base/text.h"
#include "core/rules/limits.h"

#include <algorithm>
#include <array>

namespace throughline::cli {

namespace {

struct NoArgs {};
struct SetArgs {
    std::vector<std::string> pairs;
};
struct LevelArgs {
    std::string service_class;
    std::string days;
    std::optional<std::string> probability;
};

constexpr std::array kSettable{
    Settable{"name"},
    Settable{"key_prefix"},
    Settable{"zone"},
    Settable{"commitment"},
    Settable{"delivery"},
    Settable{"wip_limit"},
    Settable{"expedite_limit"},
    Settable{"person_limit"},
    Settable{"weekdays"},
    Settable{"holidays", Written::List},
    Settable{"day_begin_minute"},
    Settable{"day_end_minute"},
    Settable{"weight_value"},
    Settable{"weight_urgency"},
    Settable{"weight_enablement"},
    Settable{"ready_checks", Written::List},
    Settable{"naming_pattern"},
    Settable{"load_low"},
    Settable{"load_high"},
    Settable{"currency"},
    Settable{"capacity_buffer"},
    Settable{"objectives_per_dri"},
    Settable{"market_days"},
};

constexpr std::array<std::string_view, 7> kWeekdays{"mon", "tue", "wed", "thu",
                                                    "fri", "sat", "sun"};

// "mon,tue,wed" of the bits that the board keeps (bit 0 = Monday).
std::string weekday_names(int bits) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < kWeekdays.size(); ++i) {
        if ((static_cast<unsigned>(bits) >> i & 1U) != 0) {
            names.emplace_back(kWeekdays[i]);
        }
    }
    return join(names, ",");
}

// The bits of "mon,tue", as the command takes them; a number stands as it is.
Fallible<std::string> weekday_bits(const std::string& text) {
    if (number_value(text, "", 0, 1000)) {
        return text;
    }
    unsigned bits = 0;
    for (const std::string& name : split(text, ',')) {
        const auto* const found = std::ranges::find(kWeekdays, fold(trim(name)).substr(0, 3));
        if (found == kWeekdays.end()) {
            return bad_input("\"" + to_valid_utf8(name) +
                                 "\" is no day of the week; write them as mon,tue,wed,thu,fri",
                             "weekdays");
        }
        bits |= 1U << static_cast<unsigned>(found - kWeekdays.begin());
    }
    return std::to_string(bits);
}

Json levels_json(const model::Workspace& workspace) {
    Json levels = Json::array();
    for (const model::ServiceLevel& level : workspace.rows<model::ServiceLevel>()) {
        levels.push_back({{"class", model::name_of(level.service_class)},
                          {"probability", level.probability},
                          {"days", level.days}});
    }
    return levels;
}

Json policy_json(const model::Workspace& workspace) {
    const model::Board& board = *workspace.board();
    Json holidays = Json::array();
    for (const Day day : board.holidays) {
        holidays.push_back(throughline::to_text(day));
    }
    Json ready = Json::array();
    for (const model::GateItem* item : gate_items(workspace, {})) {
        ready.push_back(item->title);
    }
    return {{"name", board.name},
            {"key_prefix", board.key_prefix},
            {"zone", board.zone},
            {"commitment", text_or_null(handle_of(workspace, board.commitment))},
            {"delivery", text_or_null(handle_of(workspace, board.delivery))},
            {"wip_limit", or_null(board.wip_limit)},
            {"expedite_limit", or_null(board.expedite_limit)},
            {"person_limit", or_null(board.person_limit)},
            {"weekdays", weekday_names(board.weekdays)},
            {"holidays", std::move(holidays)},
            {"day_begin_minute", board.day_begin_minute},
            {"day_end_minute", board.day_end_minute},
            {"weight_value", board.weight_value},
            {"weight_urgency", board.weight_urgency},
            {"weight_enablement", board.weight_enablement},
            {"ready_checks", board.ready_checks},
            {"definition_of_ready", std::move(ready)},
            {"naming_pattern", text_or_null(board.naming_pattern)},
            {"load_low", board.load_low},
            {"load_high", board.load_high},
            {"currency", board.currency},
            {"capacity_buffer", board.capacity_buffer},
            {"objectives_per_dri", board.objectives_per_dri},
            {"market_days", or_null(board.market_days)},
            {"service_levels", levels_json(workspace)}};
}

Ending show(Session& session, const NoArgs&) {
    TL_TRY(auto* desk, session.desk());
    print_one(session, policy_json(desk->workspace()));
    return Done{};
}

Ending list_changes(Session& session, const NoArgs&) {
    TL_TRY(auto* desk, session.desk());
    const model::Workspace& workspace = desk->workspace();
    std::vector<const model::WorkflowChange*> rows;
    for (const model::WorkflowChange& change : workspace.rows<model::WorkflowChange>()) {
        rows.push_back(&change);
    }
    print_list<model::WorkflowChange>(
        session, rows,
        {{"when", "who", "what", "of", "before", "after"},
         [&](const auto& row) {
             return std::vector<std::string>{session.zone().local_text(row.at),
                                             handle_of(workspace, row.by),
                                             row.what,
                                             row.subject,
                                             row.before,
                                             row.after};
         },
         [&](const auto& row) {
             return Json{{"when", throughline::to_text(row.at)},
                         {"who", text_or_null(handle_of(workspace, row.by))},
                         {"what", row.what},
                         {"subject", row.subject},
                         {"before", text_or_null(row.before)},
                         {"after", text_or_null(row.after)}};
         },
         "No changes yet."});
    return Done{};
}

Ending finish(Session& session, const rules::Command& command) {
    return carry_out(session, command, [&session](const journal::Entry&) {
        return Json{{"policy", policy_json(session.workspace())}};
    });
}

Ending set(Session& session, const SetArgs& args) {
    TL_CHECK(session.acting_desk());
    TL_TRY(model::TextMap fields, settings_value(args.pairs, kSettable));
    if (const auto days = fields.find("weekdays"); days != fields.end()) {
        TL_TRY(days->second, weekday_bits(days->second));
    }
    return finish(session, rules::EditBoard{fields});
}

Ending adopt(Session& session, const LevelArgs& args) {
    TL_CHECK(session.acting_desk());
    rules::SetServiceLevel command;
    TL_TRY(command.service_class, choice_value<model::ServiceClass>(args.service_class, "CLASS"));
    TL_TRY(const std::int64_t days, number_value(args.days, "--days", 1, 10'000));
    command.days = static_cast<int>(days);
    TL_TRY(const auto probability, count_value(args.probability, "--probability", 50, 99));
    command.probability = probability.value_or(command.probability);
    return finish(session, command);
}

}  // namespace

void add_policy(Verb& program) {
    Verb policy = program.verb(
        "policy", "Limits, points, definition of ready, calendar and service levels of the board");
    auto none = std::make_shared<NoArgs>();
    policy.verb("show", "All of them").example("throughline policy show").does(none, &show);
    policy.verb("list", "How they were changed, when and by whom")
        .example("throughline policy list --json")
        .does(none, &list_changes);
    auto changed = std::make_shared<SetArgs>();
    policy.verb("set", "Change policies; an empty limit is none")
        .list("FIELD=VALUE", changed->pairs, "Of: " + field_names(kSettable))
        .example(
            "throughline policy set wip_limit=12 person_limit=3 holidays=2026-12-25,2026-12-26")
        .does(changed, &set);
    auto level = std::make_shared<LevelArgs>();
    policy.verb("sle", "Adopt a service level: a share of cards is done within some days")
        .needs("CLASS", level->service_class, "standard, fixed-date, expedite or intangible")
        .must("--days", "N", level->days, "Calendar days, both ends counted")
        .option("--probability", "PERCENT", level->probability, "50 to 99 (default 85)")
        .example("throughline policy sle standard --days 11 --probability 85")
        .does(level, &adopt);
    policy.example("throughline policy show");
}

}  // namespace throughline::cli
