// The monthly reports of the team: each issued in the first days of the next month, with words of
// the CMO. The last one is left as a draft.
#include "app/demo/studio.h"
#include "core/base/period.h"
#include "core/report/monthly.h"

#include <array>

namespace throughline::demo {
namespace {

constexpr int kFirstDay = 4;  // of a month, on which its last one is reported

struct Written {
    const char* summary;
    const char* kpis;
    const char* next;
};
// Month by month, from the first again after the last.
constexpr std::array kWritten{
    Written{
        "A month of moving house: requests now come in as briefs, and what is not ready waits. "
        "The board shows how much we had begun at once.\n\nThe mid-market pages are live. Their "
        "numbers will tell next month whether the message carries.",
        "", ""},
    Written{
        "Fewer things begun, more things finished. Sales sees the dates and plans with them.\n\n"
        "Legal is where work waits longest. We agree claims before a brief is accepted from now "
        "on.",
        "Cost per opportunity stays above plan until the paid search budget has moved.", ""},
    Written{
        "Demo requests grow as planned. The win rate does not yet: battle cards reach sales, but "
        "half of them are not used.",
        "", "Two sellers review each battle card before it is published."},
    Written{"The quarter closed with its work done and two of its results short. We carry the "
            "activation goal on and ask for less at once.",
            "Branded search moves slowly, as brand does. We hold the course until the spring.", ""},
    Written{"A steady month. Cycle time is down because blocked cards are named every morning.\n\n"
            "The launches of the last week were spread over two, which the designers felt.",
            "", "The price page needs the approval of finance in the first week."},
    Written{"Demo requests are close to their target and activation is on pace. Being known in the "
            "category is the weak point; it is the first topic of the next review.",
            "Answers to requests took too long while two people were away.", ""},
};

}  // namespace

// On the first working day from the fourth on. `last_report_` is written and not issued.
void Studio::report_month(Day day) {
    const std::string month = next_month(month_of(day), -1);
    if (civil(day).day < kFirstDay || month < first_month_ || month > last_report_) {
        return;
    }
    for (const model::Report& one : ws().rows<model::Report>()) {
        if (one.period == month) {
            return;
        }
    }
    const Written& words = kWritten[static_cast<std::size_t>(reports_++) % kWritten.size()];
    model::TextMap texts{{"summary", words.summary}};
    if (*words.kpis != '\0') {
        texts["kpis"] = words.kpis;
    }
    if (*words.next != '\0') {
        texts["next"] = words.next;
    }
    run("sofia", rules::SaveReport{month, std::move(texts)});
    if (month < last_report_) {
        issue_report(month);
    }
}

void Studio::issue_report(const std::string& month) {
    const auto last = desk_.before(ws().seq() + 1, 1);
    const std::string head = last && !last->empty() ? last->front().hash : "";
    const flow::Flow flow(flow::rows_of(ws(), zone_), *clock_);
    const report::Document document =
        report::monthly_report(report::report_rows_of(ws()), flow, month, head);
    run("sofia",
        rules::IssueReport{month, report::figures_of(document), report::to_markdown(document),
                           report::to_html(document), head});
}

}  // namespace throughline::demo
