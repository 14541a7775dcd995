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
    bool approve = false;
    std::optional<std::string> action;
    std::optional<std::string> owner;
    std::optional<std::string> due;
};
struct SetArgs {
    std::string rule;
    bool on = false;
    bool off = false;
    bool drafts = false;
    bool no_drafts = false;
    std::optional<std::string> threshold;
};

std::vector<flow::Signal> due_signals(Session& session) {
    const flow::Flow digest(flow::rows_of(session.workspace(), session.zone()), session.now());
    return flow::due(digest, flow::alert_rows(session.workspace()));
}

bool drafts(const model::Workspace& workspace, const model::Alert& alert) {
    return !alert.acknowledged_at &&
           flow::limits_of(flow::alert_kinds()[static_cast<std::size_t>(alert.rule)],
                           flow::alert_rows(workspace).settings)
               .drafts_action;
}

Json draft_json(const model::Workspace& workspace, const model::Alert& alert, Day today) {
    if (!drafts(workspace, alert)) {
        return nullptr;
    }
    const flow::ActionDraft draft = flow::action_draft(workspace, alert, today);
    return {{"text", draft.text},
            {"owner", text_or_null(handle_of(workspace, draft.owner))},
            {"due", throughline::to_text(draft.due)}};
}

Json alert_json(const model::Workspace& workspace, const model::Alert& alert, Day today) {
    return {{"key", key_of(alert)},
            {"rule", model::name_of(alert.rule)},
            {"subject", alert.subject},
            {"period", alert.period},
            {"text", alert.text},
            {"raised_at", throughline::to_text(alert.raised_at)},
            {"acknowledged_by", text_or_null(handle_of(workspace, alert.acknowledged_by))},
            {"acknowledged_at",
             alert.acknowledged_at ? Json(throughline::to_text(*alert.acknowledged_at)) : Json()},
            {"note", text_or_null(alert.note)},
            {"drafted_action", draft_json(workspace, alert, today)}};
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
            {"note", nullptr},
            {"drafted_action", nullptr}};
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
            all.push_back(alert_json(workspace, *alert, session.today()));
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
                                        *inserted<model::Alert>(session.workspace(), *entry),
                                        session.today()));
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

// The drafted action, with what was said otherwise.
model::TextMap action_of(Session& session, const model::Alert& alert, const AcknowledgeArgs& args) {
    const model::Workspace& workspace = session.workspace();
    const flow::ActionDraft draft = flow::action_draft(workspace, alert, session.today());
    return {{"text", args.action.value_or(draft.text)},
            {"owner", args.owner.value_or(draft.owner ? handle_of(workspace, draft.owner)
                                                      : session.actor_handle())},
            {"due", args.due.value_or(throughline::to_text(draft.due))}};
}

Ending acknowledge(Session& session, const AcknowledgeArgs& args) {
    TL_CHECK(session.acting_desk());
    TL_TRY(const auto* alert, find_alert(session.workspace(), args.key));
    const model::AlertId id = alert->id;
    rules::AcknowledgeAlert command{id, args.note.value_or("")};
    if (args.approve || args.action) {
        command.action = action_of(session, *alert, args);
    } else if (args.owner || args.due) {
        return bad_input("--owner and --due are of an action; add --action or --approve",
                         args.owner ? "--owner" : "--due");
    }
    return carry_out(session, command, [&session, id](const journal::Entry& entry) {
        const model::Workspace& workspace = session.workspace();
        Json done{{"alert", alert_json(workspace, *workspace.find(id), session.today())}};
        if (const auto* action = inserted<model::ActionItem>(workspace, entry)) {
            done["action"] = key_of(*action);
        }
        return done;
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
        {{"rule", "on", "threshold", "drafts an action", "what"},
         [&](const auto& kind) {
             return std::vector<std::string>{
                 std::string(model::name_of(kind.rule)), limits(kind).on ? "yes" : "no",
                 kind.unit.empty() ? "" : fmt::format("{:g} {}", limits(kind).threshold, kind.unit),
                 limits(kind).drafts_action ? "yes" : "", std::string(kind.title)};
         },
         [&](const auto& kind) {
             return Json{{"rule", model::name_of(kind.rule)},
                         {"title", kind.title},
                         {"on", limits(kind).on},
                         {"drafts_action", limits(kind).drafts_action},
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
                                present == nullptr ? std::nullopt : present->threshold,
                                present != nullptr && present->drafts_action};
    if (args.drafts && args.no_drafts) {
        return bad_input("--drafts-action and --no-action cannot both be", "--no-action");
    }
    if (args.drafts || args.no_drafts) {
        command.drafts_action = args.drafts;
    }
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
        .flag("--approve", acknowledged->approve, "Make the drafted action of it")
        .option("--action", "TEXT", acknowledged->action, "Make this action of it")
        .option("--owner", "NAME", acknowledged->owner, "Who does it; else who answers for it")
        .option("--due", "DAY", acknowledged->due, "Until when; else within a week")
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
        .flag("--drafts-action", set->drafts, "An action is drafted, for a person to approve")
        .flag("--no-action", set->no_drafts, "None is drafted")
        .option("--threshold", "N", set->threshold, "In the rule's unit; empty: as shipped")
        .example("throughline alert set column-full --threshold 5")
        .does(set, &set_rule);
    alert.example("throughline alert list");
}

}  // namespace throughline::cli
