#include "app/gui/monthly/written_model.h"

#include "app/gui/monthly/months_model.h"
#include "core/report/document_reader.h"

#include <atomic>

namespace throughline::gui::monthly {
namespace {

std::uint64_t next_version() {
    static std::atomic<std::uint64_t> last = 0;
    return ++last;
}

Written draft(const report::ReportRows& rows, const flow::Flow& flow, const std::string& month,
              const std::string& head) {
    Written made{.month = month, .document = report::monthly_report(rows, flow, month, head)};
    made.markdown = report::to_markdown(made.document);
    made.html = report::to_html(made.document);
    made.figures = report::figures_of(made.document);
    made.seq = rows.plan.seq;
    made.head = head;
    made.version = next_version();
    return made;
}

// What cannot be read back is shown as the text that was sent.
Written read_back(model::Report report) {
    Written made{.month = report.period, .is_issued = true, .version = next_version()};
    if (auto document = report::read_html(report.html)) {
        made.document = std::move(*document);
    } else {
        made.document.title = "Marketing report, " + report::period_words(report.period);
        made.document.sections.push_back(
            {"summary", "As it was sent", report::paragraphs_of(report.markdown), 0});
    }
    made.markdown = std::move(report.markdown);
    made.html = std::move(report.html);
    made.figures = std::move(report.figures);
    return made;
}

}  // namespace

void WrittenModel::refresh(Context& context, const std::string& month, const std::string& head) {
    month_ = month;
    const model::Report* report = report_of(context.workspace(), month);
    wants_issued_ = report != nullptr && report->issued_at.has_value();
    if (wants_issued_) {
        refresh_issued(context, *report);
        return;
    }
    draft_.refresh(context, Question{month, head}, [&]() -> FlowAnswer<Question, Written>::Work {
        return [rows = report::report_rows_of(context.workspace()), month,
                head](const flow::Flow& flow) { return draft(rows, flow, month, head); };
    });
}

// Nothing about an issued report changes: it is read once.
void WrittenModel::refresh_issued(Context& context, const model::Report& report) {
    if (auto read = reading_.take()) {
        issued_ = std::move(read);
    }
    if ((!issued_ || issued_->month != report.period) && !reading_.is_running()) {
        reading_.start([report] { return read_back(report); }, context.waker());
    }
}

const Written* WrittenModel::written() const {
    const Written* made = wants_issued_ ? (issued_ ? &*issued_ : nullptr) : draft_.answer();
    return made != nullptr && made->month == month_ ? made : nullptr;
}

}  // namespace throughline::gui::monthly
