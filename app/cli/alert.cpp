#include "app/cli/listing.h"
#include "app/cli/lookup.h"
#include "app/cli/outcome.h"
#include "app/cli/values.h"
#include "app/cli/verbs.h"
#include "core/flow/alerts.h"

#include <fmt/format.h>

#include <algorithm>

namespace throughline::cli {

namespace {

struct ListArgs {
    bool all = false;
};
struct NoArgs {};
struct AcknowledgeArgs {
    std::string key;
    std::optional<std::string> note;
};
struct SetArgs {
    std::string rule;
    bool on = false;
    bool off = false;
    std::optional<std::string> threshold;
};

std::vector<flow::Signal> due_signals(Session& session) {
    const flow::Flow digest(flow::rows_of(session.workspace(), session.zone()), session.now());
    return flow::due(digest, flow::alert_rows(session.workspace()));
}

Json alert_json(const model::Workspace& workspace, const model::Alert& alert) {
    return {{"key", key_of(alert)},
            {"rule", model::name_of(alert.rule)},
            {"subject", alert.subject},
            {"period", alert.period},
            {"text", alert.text},
            {"raised_at", throughline::to_text(alert.raised_at)},
            {"acknowledged_by", text_or_null(handle_of(workspace, alert.acknowledged_by))},
            {"acknowledged_at",
             alert.acknowledged_at ? Json(throughline::to_text(*alert.acknowledged_at)) : Json()},
            {"note", text_or_null(alert.note)}};
}

// What stands and is not yet raised has no key.
Json signal_json(const flow::Signal& signal) {
    return {{"key", nullptr},
            {"rule", model::name_of(signal.rule)},
            {"subject", signal.subject},
            {"period", signal.period},
            {"text", signal.text},
            {"raised_at", nullptr},
            {"acknowledged_by", nullptr},
            {"acknowledged_at", nullptr},
            {"note", nullptr}};
}

Ending list(Session& session, const ListArgs& args) {
    TL_CHECK(session.desk());
    const model::Workspace& workspace = session.workspace();
    std::vector<const model::Alert*> rows;
    for (const model::Alert& alert : workspace.rows<model::Alert>()) {
        if (args.all || !alert.acknowledged_at) {
            rows.push_back(&alert);
        }
    }
    std::ranges::sort(rows, std::greater(), &model::Alert::number);
    const std::vector<flow::Signal> due = due_signals(session);
    if (session.json()) {
        Json all = Json::array();
        for (const flow::Signal& signal : due) {
            all.push_back(signal_json(signal));
        }
        for (const model::Alert* alert : rows) {
            all.push_back(alert_json(workspace, *alert));
        }
        session.print(all);
        return Done{};
    }
    if (rows.empty() && due.empty()) {
        session.out() << "No alerts.\n";
        return Done{};
    }
    TextTable table;
    table.head({"alert", "rule", "what", "acknowledged"});
    for (const flow::Signal& signal : due) {
        table.row({"new", std::string(model::name_of(signal.rule)), signal.text, ""});
    }
    for (const model::Alert* alert : rows) {
        table.row({key_of(*alert), std::string(model::name_of(alert->rule)), alert->text,
                   handle_of(workspace, alert->acknowledged_by)});
    }
    table.print(session.out(), session.terminal());
    return Done{};
}

Ending raise(Session& session, const NoArgs&) {
    TL_TRY(auto* desk, session.acting_desk());
    Json raised = Json::array();
    for (const flow::Signal& signal : due_signals(session)) {
        const auto entry =
            desk->run(rules::RaiseAlert{signal.rule, signal.subject, signal.period, signal.text},
                      desk::Desk::Record::No);
        if (!entry && entry.error().error) {
            return failure_of(entry.error());
        }
        if (entry) {  // refused: somebody else's desk was faster
            raised.push_back(alert_json(session.workspace(),
                                        *inserted<model::Alert>(session.workspace(), *entry)));
        }
    }
    if (session.json()) {
        session.print(raised);
        return Done{};
    }
    for (const Json& alert : raised) {
        session.out() << alert["key"].get<std::string>() << "  " << alert["text"].get<std::string>()
                      << "\n";
    }
    if (raised.empty()) {
        session.out() << "Nothing new to raise.\n";
    }
    return Done{};
}

Fallible<const model::Alert*> find_alert(const model::Workspace& workspace, std::string_view key) {
    for (const model::Alert& alert : workspace.rows<model::Alert>()) {
        if (key_of(alert) == key || std::to_string(alert.number) == key) {
            return &alert;
        }
    }
    return bad_input("there is no alert \"" + std::string(key) + "\"; see: throughline alert list",
                     "ALERT");
}

Ending acknowledge(Session& session, const AcknowledgeArgs& args) {
    TL_CHECK(session.acting_desk());
    TL_TRY(const auto* alert, find_alert(session.workspace(), args.key));
    const model::AlertId id = alert->id;
    return carry_out(
        session, rules::AcknowledgeAlert{id, args.note.value_or("")},
        [&session, id](const journal::Entry&) {
            return Json{{"alert", alert_json(session.workspace(), *session.workspace().find(id))}};
        });
}

const model::AlertSetting* setting_of(const model::Workspace& workspace, model::AlertRule rule) {
    for (const model::AlertSetting& setting : workspace.rows<model::AlertSetting>()) {
        if (setting.rule == rule) {
            return &setting;
        }
    }
    return nullptr;
}

Ending rules_list(Session& session, const NoArgs&) {
    TL_CHECK(session.desk());
    std::vector<const flow::AlertKind*> rows;
    for (const flow::AlertKind& kind : flow::alert_kinds()) {
        rows.push_back(&kind);
    }
    const auto settings = flow::alert_rows(session.workspace()).settings;
    const auto limits = [&](const flow::AlertKind& kind) {
        return flow::limits_of(kind, settings);
    };
    print_list<flow::AlertKind>(
        session, rows,
        {{"rule", "on", "threshold", "what"},
         [&](const auto& kind) {
             return std::vector<std::string>{
                 std::string(model::name_of(kind.rule)), limits(kind).on ? "yes" : "no",
                 kind.unit.empty() ? "" : fmt::format("{:g} {}", limits(kind).threshold, kind.unit),
                 std::string(kind.title)};
         },
         [&](const auto& kind) {
             return Json{{"rule", model::name_of(kind.rule)},
                         {"title", kind.title},
                         {"on", limits(kind).on},
                         {"threshold", kind.unit.empty() ? Json() : Json(limits(kind).threshold)},
                         {"unit", text_or_null(std::string(kind.unit))},
                         {"to_do", kind.to_do}};
         },
         "No rules."});
    return Done{};
}

Ending set_rule(Session& session, const SetArgs& args) {
    TL_CHECK(session.acting_desk());
    TL_TRY(const auto rule, choice_value<model::AlertRule>(args.rule, "RULE"));
    if (args.on && args.off) {
        return bad_input("--on and --off cannot both be", "--on");
    }
    const auto* present = setting_of(session.workspace(), rule);
    rules::SetAlertRule command{rule, present == nullptr || present->on,
                                present == nullptr ? std::nullopt : present->threshold};
    if (args.on || args.off) {
        command.on = args.on;
    }
    if (args.threshold && args.threshold->empty()) {
        command.threshold.reset();
    } else if (args.threshold) {
        TL_TRY(command.threshold, real_value(*args.threshold, "--threshold", 0.01, 10000));
    }
    return carry_out(session, command);
}

}  // namespace

void add_alert(Verb& program) {
    Verb alert = program.verb("alert", "What the figures say somebody should look at");
    auto listed = std::make_shared<ListArgs>();
    alert.verb("list", "Alerts that nobody has acknowledged, newest first")
        .flag("--all", listed->all, "Acknowledged ones too")
        .example("throughline alert list --json")
        .does(listed, &list);
    auto none = std::make_shared<NoArgs>();
    alert.verb("raise", "Raise what is due; an open window does so by itself")
        .example("throughline alert raise")
        .does(none, &raise);
    auto acknowledged = std::make_shared<AcknowledgeArgs>();
    alert.verb("acknowledge", "Say that you have seen it, and what follows")
        .needs("ALERT", acknowledged->key, "Its key: A-7")
        .option("--note", "TEXT", acknowledged->note, "What you do about it")
        .example("throughline alert acknowledge A-7 --note \"We swarm on it today\"")
        .does(acknowledged, &acknowledge);
    alert.verb("rules", "The rules, with their thresholds")
        .example("throughline alert rules")
        .does(none, &rules_list);
    auto set = std::make_shared<SetArgs>();
    alert.verb("set", "Change a rule")
        .needs("RULE", set->rule, "Its name: column-full")
        .flag("--on", set->on, "Switch it on")
        .flag("--off", set->off, "Switch it off")
        .option("--threshold", "N", set->threshold, "In the rule's unit; empty: as shipped")
        .example("throughline alert set column-full --threshold 5")
        .does(set, &set_rule);
    alert.example("throughline alert list");
}

}  // namespace throughline::cli
