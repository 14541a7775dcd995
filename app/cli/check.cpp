#include "app/cli/json.h"
#include "app/cli/session.h"
#include "app/cli/text_table.h"
#include "app/cli/verbs.h"
#include "core/base/text.h"

#include <ostream>

namespace throughline::cli {

namespace {

Ending check(Session& session) {
    TL_TRY(auto* desk, session.desk());
    TL_TRY(const desk::CheckReport report, lift(desk->check()));
    const bool ok = report.findings.empty();
    if (session.json()) {
        Json findings = Json::array();
        for (const desk::Finding& finding : report.findings) {
            findings.push_back({{"what", finding.what}, {"where", finding.where}});
        }
        session.print({{"ok", ok},
                       {"entries", report.entries},
                       {"head", text_or_null(report.head)},
                       {"store", desk->describe_store()},
                       {"findings", std::move(findings)}});
    } else {
        session.out() << plural(report.entries, "entry", "entries") << ", head " << report.head
                      << "\n"
                      << desk->describe_store() << "\n";
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
         plural(static_cast<std::int64_t>(report.findings.size()), "finding", "findings") +
             ". Tables that differ from the journal are mended by: throughline rebuild",
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
