#include "app/cli/brief_file.h"
#include "app/cli/json.h"
#include "app/cli/listing.h"
#include "app/cli/lookup.h"
#include "app/cli/metrics_scope.h"
#include "app/cli/outcome.h"
#include "app/cli/verbs.h"
#include "core/base/period.h"
#include "core/report/monthly.h"
#include "core/rules/record_text.h"

#include <algorithm>
#include <memory>
#include <ostream>

namespace throughline::cli {

namespace {

struct MonthArgs {
    std::string month;
    std::optional<std::string> out;
    bool issue = false;
};
struct ReviewArgs {
    std::string key;
    std::optional<std::string> out;
    bool publish = false;
};
struct WordsArgs {
    std::string month;
    std::string section;
    std::string text;
};
struct NoArgs {};

struct Written {
    std::string markdown;
    std::string html;
    model::TextMap figures;
    std::optional<Instant> issued_at;
};

Fallible<std::string> month_value(const std::string& text) {
    if (!is_month(text)) {
        return bad_input("\"" + text + "\" is not a month; write it as 2026-10", "YYYY-MM");
    }
    return text;
}

const model::Report* report_of(const model::Workspace& workspace, const std::string& month) {
    for (const model::Report& one : workspace.rows<model::Report>()) {
        if (one.period == month) {
            return &one;
        }
    }
    return nullptr;
}

// As it was issued, else drafted now; with the journal's head at its foot when it is to be issued.
Fallible<Written> written_report(Session& session, const std::string& month,
                                 const std::string& head = {}) {
    TL_TRY(auto* desk, session.desk());
    const model::Workspace& workspace = desk->workspace();
    if (const model::Report* one = report_of(workspace, month); one != nullptr && one->issued_at) {
        return Written{one->markdown, one->html, one->figures, one->issued_at};
    }
    TL_TRY(const Instant now, asked_moment(session, std::nullopt));
    if (parse_period(month)->first > session.zone().day(now)) {
        return bad_input(month + " has not begun: there is nothing to report yet", "YYYY-MM");
    }
    TL_TRY(const flow::Flow flow, flow_at(session, now));
    const report::Document document =
        report::monthly_report(report::report_rows_of(workspace), flow, month, head);
    return Written{report::to_markdown(document), report::to_html(document),
                   report::figures_of(document), std::nullopt};
}

// NAME.md and NAME.html in the folder.
Ending write_files(Session& session, const std::string& folder, const std::string& name,
                   const std::string& markdown, const std::string& html) {
    const std::string base = folder + "/" + name;
    TL_CHECK(make_folder_of(base));
    TL_CHECK(write_text_file(base + ".md", markdown));
    TL_CHECK(write_text_file(base + ".html", html));
    if (session.json()) {
        session.print(Json{{"files", Json::array({base + ".md", base + ".html"})}});
    } else {
        session.out() << base << ".md\n" << base << ".html\n";
    }
    return Done{};
}

Fallible<std::string> journal_head(desk::Desk& desk) {
    auto last = desk.before(desk.workspace().seq() + 1, 1);
    if (!last) {
        return store_failure(std::move(last).error());
    }
    return last->empty() ? std::string() : last->front().hash;
}

Ending month(Session& session, const MonthArgs& args) {
    TL_TRY(const std::string asked, month_value(args.month));
    if (args.issue) {
        TL_TRY(auto* desk, session.acting_desk());
        TL_TRY(std::string head, journal_head(*desk));
        TL_TRY(Written draft, written_report(session, asked, head));
        TL_TRY([[maybe_unused]] const journal::Entry entry,
               commit(session, rules::IssueReport{asked, draft.figures, draft.markdown, draft.html,
                                                  std::move(head)}));
    }
    TL_TRY(const Written report, written_report(session, asked));
    if (args.out) {
        return write_files(session, *args.out, asked, report.markdown, report.html);
    }
    if (session.json()) {
        Json figures = Json::object();
        for (const auto& [name, value] : report.figures) {
            figures[name] = value;
        }
        session.print(
            Json{{"month", asked},
                 {"issued_at", report.issued_at ? Json(to_text(*report.issued_at)) : Json()},
                 {"figures", std::move(figures)},
                 {"markdown", report.markdown}});
    } else {
        session.out() << report.markdown;
    }
    return Done{};
}

Ending review(Session& session, const ReviewArgs& args) {
    TL_TRY(auto* desk, session.desk());
    const model::Workspace& workspace = desk->workspace();
    const model::MeetingId id{
        rules::referred(workspace, model::table_of<model::Meeting>(), args.key)};
    const model::Meeting* meeting = workspace.find(id);
    if (meeting == nullptr) {
        return bad_input("there is no meeting \"" + args.key + "\"", "KEY", ErrorCode::NotFound);
    }
    const std::string key = model::key_of(*meeting);
    if (args.publish) {
        TL_CHECK(session.acting_desk());
        TL_TRY([[maybe_unused]] const journal::Entry entry,
               commit(session, rules::PublishMeeting{id}));
        meeting = session.workspace().find(id);
    }
    const report::Document document =
        report::meeting_report(session.workspace(), *meeting, session.zone());
    if (args.out) {
        return write_files(session, *args.out, key, report::to_markdown(document),
                           report::to_html(document));
    }
    if (session.json()) {
        session.print(Json{{"meeting", key}, {"markdown", report::to_markdown(document)}});
    } else {
        session.out() << report::to_markdown(document);
    }
    return Done{};
}

Ending words(Session& session, const WordsArgs& args) {
    TL_TRY(const std::string asked, month_value(args.month));
    TL_TRY(auto* desk, session.acting_desk());
    const auto sections = report::report_sections();
    if (std::ranges::find(sections, args.section, &report::SectionName::handle) == sections.end()) {
        std::string names;
        for (const report::SectionName& one : sections) {
            names += (names.empty() ? "" : ", ") + std::string(one.handle);
        }
        return bad_input("\"" + args.section + "\" is none of: " + names, "SECTION");
    }
    const model::Report* present = report_of(desk->workspace(), asked);
    model::TextMap texts = present != nullptr ? present->texts : model::TextMap{};
    texts[args.section] = args.text;
    return carry_out(session, rules::SaveReport{asked, std::move(texts)});
}

Ending list(Session& session, const NoArgs&) {
    TL_TRY(auto* desk, session.desk());
    std::vector<const model::Report*> rows;
    for (const model::Report& one : desk->workspace().rows<model::Report>()) {
        rows.push_back(&one);
    }
    std::ranges::sort(rows, {}, &model::Report::period);
    print_list<model::Report>(
        session, rows,
        {{"month", "issued", "by"},
         [&](const model::Report& row) {
             return std::vector<std::string>{
                 row.period, row.issued_at ? session.zone().local_text(*row.issued_at) : "draft",
                 handle_of(session.workspace(), row.issued_by)};
         },
         [&](const model::Report& row) {
             return Json{{"month", row.period},
                         {"issued_at", row.issued_at ? Json(to_text(*row.issued_at)) : Json()},
                         {"by", text_or_null(handle_of(session.workspace(), row.issued_by))},
                         {"head", text_or_null(row.head)}};
         },
         "No report is drafted or issued yet."});
    return Done{};
}

}  // namespace

void add_report(Verb& program) {
    Verb report = program.verb("report", "The monthly report, and what a meeting decided");
    auto monthly = std::make_shared<MonthArgs>();
    report.verb("month", "The report of a month: drafted now, or as it was issued")
        .needs("YYYY-MM", monthly->month, "2026-10")
        .option("--out", "DIR", monthly->out, "Write Markdown and HTML into this folder")
        .flag("--issue", monthly->issue, "Freeze it as it is sent; once, after the month's end")
        .example("throughline report month 2026-10 --out reports")
        .does(monthly, &month);
    auto worded = std::make_shared<WordsArgs>();
    report.verb("words", "Your words for a section of a month's draft")
        .needs("YYYY-MM", worded->month, "2026-10")
        .needs("SECTION", worded->section,
               "summary, kpis, objectives, flow, risks, decisions, next")
        .needs("TEXT", worded->text,
               "Replaces what was written before; an empty text takes it back")
        .example("throughline report words 2026-10 summary \"Our best month so far.\"")
        .does(worded, &words);
    auto reviewed = std::make_shared<ReviewArgs>();
    report.verb("review", "Decisions, actions, commitments and notes of one meeting")
        .needs("KEY", reviewed->key, "M-3")
        .option("--out", "DIR", reviewed->out, "Write Markdown and HTML into this folder")
        .flag("--publish", reviewed->publish, "Say that its decisions were sent round")
        .example("throughline report review M-3 --out reports")
        .does(reviewed, &review);
    report.verb("list", "Reports drafted and issued")
        .example("throughline report list")
        .does(std::make_shared<NoArgs>(), &list);
    report.example("throughline report month 2026-10");
}

}  // namespace throughline::cli
