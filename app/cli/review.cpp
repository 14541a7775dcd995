// Meetings from the command line: what is due, start, write down, answer, end, publish, agendas.
#include "app/cli/brief_file.h"
#include "app/cli/json.h"
#include "app/cli/listing.h"
#include "app/cli/lookup.h"
#include "app/cli/metrics_scope.h"
#include "app/cli/outcome.h"
#include "app/cli/values.h"
#include "app/cli/verbs.h"
#include "core/report/monthly.h"
#include "core/rules/agendas.h"
#include "core/rules/due_meetings.h"
#include "core/rules/record_text.h"

#include <algorithm>
#include <memory>
#include <ostream>

namespace throughline::cli {

namespace {

struct NoArgs {};
struct KeyArgs {
    std::string key;
};
struct StartArgs {
    std::string kind;
    std::optional<std::string> period;
    std::vector<std::string> present;
};
struct NoteArgs {
    std::string key;
    std::string text;
    std::optional<std::string> part;
    std::optional<std::string> card;
    std::optional<std::string> person;
};
struct CommitArgs {
    std::string key;
    std::string who;
    std::string text;
    std::optional<std::string> due;
    std::optional<std::string> card;
    std::optional<std::string> objective;
};
struct AnswerArgs {
    std::string key;
    std::string state;
    std::optional<std::string> reason;
};
struct ChangeArgs {
    std::string key;
    std::optional<std::string> text;
    std::optional<std::string> due;
};
struct AgendaArgs {
    std::string kind;
    std::optional<std::string> from;
    bool reset = false;
};

constexpr std::string_view kKindHelp =
    "replenishment, weekly-sync, monthly-review, quarterly-plan, annual-strategy, standup";

Fallible<const model::Meeting*> find_meeting(const model::Workspace& workspace,
                                             const std::string& key) {
    const model::MeetingId id{rules::referred(workspace, model::table_of<model::Meeting>(), key)};
    const model::Meeting* meeting = workspace.find(id);
    if (meeting == nullptr) {
        return bad_input("there is no meeting \"" + key + "\"", "KEY", ErrorCode::NotFound);
    }
    return meeting;
}

Json instant_or_null(const std::optional<Instant>& at) {
    return at ? Json(to_text(*at)) : Json();
}

Json meeting_json(Session& session, const model::Meeting& meeting) {
    const model::Workspace& workspace = session.workspace();
    Json present = Json::array();
    for (const model::PersonId id : meeting.present) {
        present.push_back(handle_of(workspace, id));
    }
    return {{"key", model::key_of(meeting)},
            {"kind", model::name_of(meeting.kind)},
            {"period", text_or_null(meeting.period)},
            {"started_at", to_text(meeting.started_at)},
            {"ended_at", instant_or_null(meeting.ended_at)},
            {"led_by", text_or_null(handle_of(workspace, meeting.led_by))},
            {"present", std::move(present)},
            {"published_at", instant_or_null(meeting.published_at)},
            {"publishing_late", rules::is_publishing_late(workspace, meeting, session.now())}};
}

std::string state_of(Session& session, const model::Meeting& meeting) {
    if (!meeting.ended_at) {
        return "running";
    }
    const bool is_late = rules::is_publishing_late(session.workspace(), meeting, session.now());
    if (meeting.published_at) {
        return is_late ? "published late" : "published";
    }
    return is_late ? "not published within 24 hours" : "";
}

Ending list(Session& session, const NoArgs&) {
    TL_TRY(auto* desk, session.desk());
    std::vector<const model::Meeting*> rows;
    for (const model::Meeting& one : desk->workspace().rows<model::Meeting>()) {
        rows.push_back(&one);
    }
    std::ranges::sort(rows, {}, &model::Meeting::number);
    print_list<model::Meeting>(
        session, rows,
        {{"key", "meeting", "started", "state"},
         [&](const model::Meeting& row) {
             return std::vector<std::string>{model::key_of(row), report::title_of(row),
                                             session.zone().local_text(row.started_at),
                                             state_of(session, row)};
         },
         [&](const model::Meeting& row) { return meeting_json(session, row); },
         "No meeting was held yet. throughline review start weekly-sync begins one."});
    return Done{};
}

Ending due(Session& session, const NoArgs&) {
    TL_TRY(auto* desk, session.desk());
    const model::Workspace& workspace = desk->workspace();
    const Day today = session.today();
    const auto all = rules::due_meetings(workspace, session.zone(), today);
    std::vector<const rules::DueMeeting*> rows;
    for (const rules::DueMeeting& one : all) {
        rows.push_back(&one);
    }
    const auto state = [&](const rules::DueMeeting& one) -> std::string {
        return one.running          ? "running"
               : one.is_late(today) ? "late"
               : one.is_due(today)  ? "due"
                                    : "";
    };
    print_list<rules::DueMeeting>(session, rows,
                                  {{"kind", "about", "from", "by", "state"},
                                   [&](const rules::DueMeeting& row) {
                                       return std::vector<std::string>{
                                           std::string(model::name_of(row.kind)), row.period,
                                           to_text(row.from), to_text(row.by), state(row)};
                                   },
                                   [&](const rules::DueMeeting& row) {
                                       return Json{{"kind", model::name_of(row.kind)},
                                                   {"period", row.period},
                                                   {"from", to_text(row.from)},
                                                   {"by", to_text(row.by)},
                                                   {"state", text_or_null(state(row))}};
                                   },
                                   "Nothing is due."});
    return Done{};
}

Ending show(Session& session, const KeyArgs& args) {
    TL_TRY(auto* desk, session.desk());
    const model::Workspace& workspace = desk->workspace();
    TL_TRY(const auto* meeting, find_meeting(workspace, args.key));
    if (!session.json()) {
        session.out() << report::to_markdown(
            report::meeting_report(workspace, *meeting, session.zone()));
        return Done{};
    }
    Json json = meeting_json(session, *meeting);
    Json notes = Json::array();
    for (const model::Note& one : workspace.rows<model::Note>()) {
        if (one.meeting == meeting->id) {
            notes.push_back({{"part", text_or_null(one.part)},
                             {"text", one.text},
                             {"by", text_or_null(handle_of(workspace, one.by))},
                             {"at", to_text(one.at)}});
        }
    }
    Json commitments = Json::array();
    for (const model::Commitment& one : workspace.rows<model::Commitment>()) {
        if (one.meeting == meeting->id) {
            commitments.push_back(
                {{"key",
                  rules::reference(workspace, model::table_of<model::Commitment>(), one.id.value)},
                 {"person", text_or_null(handle_of(workspace, one.person))},
                 {"text", one.text},
                 {"due", to_text(one.due)},
                 {"state", model::name_of(one.state)},
                 {"reason", text_or_null(one.reason)}});
        }
    }
    Json decisions = Json::array();
    for (const model::Decision& one : workspace.rows<model::Decision>()) {
        if (one.meeting == meeting->id) {
            decisions.push_back(model::key_of(one));
        }
    }
    Json actions = Json::array();
    for (const model::ActionItem& one : workspace.rows<model::ActionItem>()) {
        if (one.source == rules::source_of(*meeting)) {
            actions.push_back(model::key_of(one));
        }
    }
    json["notes"] = std::move(notes);
    json["commitments"] = std::move(commitments);
    json["decisions"] = std::move(decisions);
    json["actions"] = std::move(actions);
    session.print(json);
    return Done{};
}

Ending finish(Session& session, const rules::Command& command, model::MeetingId id) {
    return carry_out(session, command, [&session, id](const journal::Entry& entry) {
        const auto* row = id ? session.workspace().find(id)
                             : inserted<model::Meeting>(session.workspace(), entry);
        return Json{{"review", row != nullptr ? meeting_json(session, *row) : Json()}};
    });
}

Ending start(Session& session, const StartArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    rules::StartMeeting command;
    TL_TRY(command.kind, choice_value<model::MeetingKind>(args.kind, "KIND"));
    command.period = args.period.value_or(rules::usual_period(command.kind, session.today()));
    for (const std::string& name : args.present) {
        TL_TRY(const auto* person, find_person(desk->workspace(), name));
        command.present.push_back(person->id);
    }
    return finish(session, command, {});
}

Ending end(Session& session, const KeyArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    TL_TRY(const auto* meeting, find_meeting(desk->workspace(), args.key));
    return finish(session, rules::EndMeeting{meeting->id}, meeting->id);
}

Ending publish(Session& session, const KeyArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    TL_TRY(const auto* meeting, find_meeting(desk->workspace(), args.key));
    return finish(session, rules::PublishMeeting{meeting->id}, meeting->id);
}

Ending note(Session& session, const NoteArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    const model::Workspace& workspace = desk->workspace();
    TL_TRY(const auto* meeting, find_meeting(workspace, args.key));
    rules::AddNote command{
        .meeting = meeting->id, .part = args.part.value_or(""), .text = args.text};
    if (args.card) {
        TL_TRY(const auto* card, find_card(workspace, *args.card));
        command.card = card->id;
    }
    if (args.person) {
        TL_TRY(const auto* person, find_person(workspace, *args.person));
        command.person = person->id;
    }
    return finish(session, command, meeting->id);
}

Ending commitment(Session& session, const CommitArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    const model::Workspace& workspace = desk->workspace();
    TL_TRY(const auto* meeting, find_meeting(workspace, args.key));
    TL_TRY(const auto* person, find_person(workspace, args.who));
    rules::AddCommitment command{
        .meeting = meeting->id,
        .person = person->id,
        .text = args.text,
        .due = rules::usual_due(meeting->kind, meeting->period, session.today())};
    if (args.due) {
        TL_TRY(command.due, day_value(*args.due, "--due"));
    }
    if (args.card) {
        TL_TRY(const auto* card, find_card(workspace, *args.card));
        command.card = card->id;
    }
    if (args.objective) {
        TL_TRY(const auto* objective, find_objective(workspace, *args.objective));
        command.objective = objective->id;
    }
    return finish(session, command, meeting->id);
}

Fallible<const model::Commitment*> find_commitment(const model::Workspace& workspace,
                                                   const std::string& key) {
    const model::CommitmentId id{
        rules::referred(workspace, model::table_of<model::Commitment>(), key)};
    if (const model::Commitment* found = workspace.find(id)) {
        return found;
    }
    return bad_input("there is no commitment \"" + key + "\"", "KEY", ErrorCode::NotFound);
}

Ending answer(Session& session, const AnswerArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    TL_TRY(const auto* commitment, find_commitment(desk->workspace(), args.key));
    rules::CloseCommitment command{.commitment = commitment->id,
                                   .reason = args.reason.value_or("")};
    TL_TRY(command.state, choice_value<model::CommitmentState>(args.state, "STATE"));
    return carry_out(session, command);
}

Ending change(Session& session, const ChangeArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    TL_TRY(const auto* commitment, find_commitment(desk->workspace(), args.key));
    rules::EditCommitment command{commitment->id, args.text.value_or(commitment->text),
                                  commitment->due};
    if (args.due) {
        TL_TRY(command.due, day_value(*args.due, "--due"));
    }
    return carry_out(session, command);
}

// The list that `review agenda KIND --json` prints, changed.
Fallible<std::vector<model::AgendaPart>> read_agenda(Session& session, const std::string& file) {
    TL_TRY(const Json list, read_json_file(session, file));
    std::vector<model::AgendaPart> parts;
    for (std::size_t i = 0; list.is_array() && i < list.size(); ++i) {
        const Json& one = list[i];
        const std::string where = file + ": $[" + std::to_string(i) + "]";
        const auto text = [&](const char* name) {
            const bool is_there = one.is_object() && one.contains(name) && one[name].is_string();
            return is_there ? one[name].get<std::string>() : std::string();
        };
        if (!one.is_object() || !one.contains("minutes") || !one["minutes"].is_number_integer()) {
            return bad_input("a part is an object with part, title, minutes and shows", where);
        }
        model::AgendaPart part{
            .handle = text("part"), .title = text("title"), .help = text("help")};
        TL_TRY(const std::int64_t minutes,
               number_value(one["minutes"].dump(), where + ".minutes", 1, 480));
        part.minutes = static_cast<int>(minutes);
        TL_TRY(part.content, choice_value<model::AgendaContent>(text("shows"), where + ".shows"));
        if (part.handle.empty()) {
            return bad_input("name the part in small letters, as in \"context\"", where + ".part");
        }
        parts.push_back(std::move(part));
    }
    if (parts.empty()) {
        return bad_input("this is no list of parts; begin with what --json prints", file);
    }
    return parts;
}

Ending agenda(Session& session, const AgendaArgs& args) {
    TL_TRY(const auto kind, choice_value<model::MeetingKind>(args.kind, "KIND"));
    if (args.reset) {
        TL_CHECK(session.acting_desk());
        return carry_out(session, rules::SetAgenda{kind, {}});
    }
    if (args.from) {
        TL_CHECK(session.acting_desk());
        TL_TRY(auto wanted, read_agenda(session, *args.from));
        return carry_out(session, rules::SetAgenda{kind, std::move(wanted)});
    }
    TL_TRY(auto* desk, session.desk());
    const auto parts = rules::agenda_of(desk->workspace(), kind);
    std::vector<const model::AgendaPart*> rows;
    for (const model::AgendaPart& one : parts) {
        rows.push_back(&one);
    }
    print_list<model::AgendaPart>(session, rows,
                                  {{"part", "title", "minutes", "shows", "help"},
                                   [](const model::AgendaPart& row) {
                                       return std::vector<std::string>{
                                           row.handle, row.title, std::to_string(row.minutes),
                                           std::string(model::name_of(row.content)), row.help};
                                   },
                                   [](const model::AgendaPart& row) {
                                       return Json{{"part", row.handle},
                                                   {"title", row.title},
                                                   {"minutes", row.minutes},
                                                   {"shows", model::name_of(row.content)},
                                                   {"help", text_or_null(row.help)}};
                                   },
                                   "No parts."});
    return Done{};
}

void add_reading(Verb& review) {
    review.verb("list", "Every meeting, the first one first")
        .example("throughline review list")
        .does(std::make_shared<NoArgs>(), &list);
    review.verb("due", "Which review is due when")
        .example("throughline review due")
        .does(std::make_shared<NoArgs>(), &due);
    auto shown = std::make_shared<KeyArgs>();
    review.verb("show", "What was decided, agreed, promised and noted in one meeting")
        .needs("KEY", shown->key, "M-3")
        .example("throughline review show M-3")
        .does(shown, &show);
    auto agendas = std::make_shared<AgendaArgs>();
    review.verb("agenda", "The parts of a kind of meeting")
        .needs("KIND", agendas->kind, std::string(kKindHelp))
        .option("--from", "FILE", agendas->from,
                "The parts it has from now on, as --json prints them")
        .flag("--reset", agendas->reset, "Back to the shipped one")
        .example("throughline review agenda monthly-review")
        .does(agendas, &agenda);
}

void add_writing(Verb& review) {
    auto noted = std::make_shared<NoteArgs>();
    review.verb("note", "Write something down in a running meeting")
        .needs("KEY", noted->key, "M-3")
        .needs("TEXT", noted->text, "What was said")
        .option("--part", "PART", noted->part, "Of the agenda")
        .option("--card", "KEY", noted->card, "The card it is about")
        .option("--person", "NAME", noted->person, "Whose round it is about")
        .example("throughline review note M-3 \"Two launches in one week\" --part context")
        .does(noted, &note);
    auto promised = std::make_shared<CommitArgs>();
    review.verb("commit", "What somebody promises in a running meeting")
        .needs("KEY", promised->key, "M-3")
        .needs("NAME", promised->who, "Who promises it")
        .needs("TEXT", promised->text, "What will be done")
        .option("--due", "DAY", promised->due, "Else the usual day of the kind of meeting")
        .option("--card", "KEY", promised->card, "The card it is about")
        .option("--objective", "KEY", promised->objective, "The objective it is about")
        .example("throughline review commit M-3 ana \"Two case studies\" --due 2026-10-31")
        .does(promised, &commitment);
    auto changed = std::make_shared<ChangeArgs>();
    review.verb("change", "Put a commitment that is open into other words, or on another day")
        .needs("KEY", changed->key, "As in review show --json")
        .option("--text", "TEXT", changed->text, "What will be done")
        .option("--due", "DAY", changed->due, "By when")
        .example("throughline review change \"#17\" --due 2026-11-07")
        .does(changed, &change);
    auto answered = std::make_shared<AnswerArgs>();
    review.verb("answer", "Whether a commitment was kept")
        .needs("KEY", answered->key, "As in review show --json")
        .needs("STATE", answered->state, "kept, missed, dropped, open")
        .option("--reason", "TEXT", answered->reason, "Missed and dropped need one")
        .example("throughline review answer \"#17\" missed --reason \"the venue was closed\"")
        .does(answered, &answer);
}

}  // namespace

void add_review(Verb& program) {
    Verb review =
        program.verb("review", "Meetings at fixed times: start, write down, end, publish");
    add_reading(review);
    auto started = std::make_shared<StartArgs>();
    review.verb("start", "Start a meeting; its clock runs from now")
        .needs("KIND", started->kind, std::string(kKindHelp))
        .option("--period", "PERIOD", started->period,
                "What it is about: 2026-W41, 2026-10, 2026-Q4, 2026; else the usual one")
        .repeated("--present", "NAME", started->present, "Who is there; once for each")
        .example("throughline review start monthly-review --period 2026-10 --present ana")
        .does(started, &start);
    add_writing(review);
    auto ended = std::make_shared<KeyArgs>();
    review.verb("end", "End a meeting")
        .needs("KEY", ended->key, "M-3")
        .example("throughline review end M-3")
        .does(ended, &end);
    auto published = std::make_shared<KeyArgs>();
    review.verb("publish", "Say that what was decided in it was sent round")
        .needs("KEY", published->key, "M-3")
        .example("throughline review publish M-3")
        .does(published, &publish);
    review.example("throughline review due");
}

}  // namespace throughline::cli
