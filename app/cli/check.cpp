#include "app/cli/care.h"
#include "app/cli/json.h"
#include "app/cli/session.h"
#include "app/cli/text_table.h"
#include "app/cli/verbs.h"
#include "core/base/text.h"

#include <algorithm>
#include <ostream>

namespace throughline::cli {

namespace {

// The report of the open board; of one whose tables cannot be read, from its file and journal.
Fallible<desk::ClosedCheck> report_of(Session& session) {
    auto opened = session.desk();
    if (!opened) {
        if (opened.error().error.code != ErrorCode::Corrupt) {
            return std::move(opened).error();
        }
        TL_TRY(const std::string where, session.board_path());
        auto closed = desk::check_closed(where, care_options(session.environment(), true));
        // What is said of a file that is damaged itself is said by opening it.
        return closed ? Fallible<desk::ClosedCheck>(std::move(closed).value())
                      : Fallible<desk::ClosedCheck>(std::move(opened).error());
    }
    TL_TRY(desk::CheckReport report, lift((*opened)->check()));
    return desk::ClosedCheck{std::move(report), (*opened)->describe_store()};
}

// What helps: tables come from the journal, a journal from a backup only.
std::string remedy(const std::vector<desk::Finding>& findings) {
    const bool journal = std::ranges::any_of(
        findings, [](const desk::Finding& one) { return one.where.starts_with("journal "); });
    return journal ? "The journal itself was changed outside the program: put a backup back with "
                     "throughline restore FILE; backups lie in the folder BOARD.backups"
                   : "Tables that differ from the journal are mended by: throughline rebuild";
}

Ending check(Session& session) {
    TL_TRY(const desk::ClosedCheck checked, report_of(session));
    const desk::CheckReport& report = checked.report;
    const bool ok = report.findings.empty();
    if (session.json()) {
        Json findings = Json::array();
        for (const desk::Finding& finding : report.findings) {
            findings.push_back({{"what", finding.what}, {"where", finding.where}});
        }
        session.print({{"ok", ok},
                       {"entries", report.entries},
                       {"head", text_or_null(report.head)},
                       {"store", checked.store},
                       {"findings", std::move(findings)}});
    } else {
        session.out() << plural(report.entries, "entry", "entries") << ", head " << report.head
                      << "\n"
                      << checked.store << "\n";
        for (const desk::Finding& finding : report.findings) {
            session.out() << "WRONG  " << printable(finding.where) << ": "
                          << printable(finding.what) << "\n";
        }
        session.out() << (ok ? "Everything is in order." : "Something is wrong.") << "\n";
    }
    if (ok) {
        return Done{};
    }
    return Failure{
        Exit::Store,
        {ErrorCode::Corrupt,
         plural(static_cast<std::int64_t>(report.findings.size()), "finding", "findings") + ". " +
             remedy(report.findings),
         ""},
        std::nullopt,
        true};
}

}  // namespace

void add_check(Verb& program) {
    program
        .verb("check",
              "Verify the board: storage, chain of the journal, rows against replay, every rule")
        .example("throughline check --json")
        .does(&check);
}

}  // namespace throughline::cli
