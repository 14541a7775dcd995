#include "app/gui/monthly/monthly_view.h"

#include "app/gui/context/context.h"
#include "app/gui/monthly/monthly_state.h"
#include "app/gui/palette/actions.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/progress.h"
#include "core/base/words.h"
#include "core/report/chart_ticks.h"
#include "core/rules/command.h"
#include "imgui.h"

#include <algorithm>
#include <utility>

namespace throughline::gui::monthly {
namespace {

std::string words_of(const rules::Verdict& verdict) {
    return verdict ? std::string() : verdict.error().reason + " " + verdict.error().remedy;
}

}  // namespace

MonthlyView::MonthlyView() : state_(std::make_unique<State>()) {}
MonthlyView::~MonthlyView() = default;

bool MonthlyView::is_busy() const {
    return state_->written.is_busy() || state_->writing.is_busy() || state_->issuing != nullptr;
}

void MonthlyView::open(const std::string& month) {
    state_->choose(month);
}

const MonthLine* MonthlyView::State::line() const {
    const auto found = std::ranges::find(lines, month, &MonthLine::month);
    return found == lines.end() ? nullptr : &*found;
}

void MonthlyView::State::read_board(Context& context) {
    const Day now = context.zone().day(context.now());
    if (revision == context.desk().revision() && today == now && made_for == month &&
        !month.empty())
        return;
    revision = context.desk().revision();
    today = now;
    const model::Workspace& workspace = context.workspace();
    lines = months(workspace, context.zone(), today);
    if (line() == nullptr) month = month_to_show(lines);
    made_for = month;
    const model::Report* report = report_of(workspace, month);
    texts = report == nullptr ? model::TextMap{} : report->texts;
    model::TextMap other = texts;  // the same again would be refused as no change
    other["summary"] += ".";
    why_not_write = words_of(context.desk().preview(rules::SaveReport{month, std::move(other)}));
    why_not_issue = words_of(context.desk().preview(rules::IssueReport{month, {}, "", "", ""}));
    issued_words.clear();
    if (report != nullptr && report->issued_at) {
        const model::Person* by = workspace.find(report->issued_by);
        issued_words =
            "Issued on " + moment_words(context.zone(), *report->issued_at) + " by " +
            (by == nullptr ? "nobody" : by->name) + ", on entry " + std::to_string(report->on_seq) +
            " of the journal. It is shown as it was sent; what was corrected since stands "
            "in the next report.";
        editing.reset();
    }
}

void MonthlyView::State::refresh(Context& context) {
    read_board(context);
    const std::string head = issuing != nullptr && issuing->known ? issuing->hash : std::string();
    written.refresh(context, month, head);
    go_on_issuing(context);
    take_files(context);
}

void MonthlyView::draw(Context& context) {
    State& state = *state_;
    state.refresh(context);
    begin_split("monthly", state.list_width, {.min_first = 180.0f, .min_second = 420.0f});
    state.draw_months();
    split_second();
    state.draw_head(context);
    state.draw_page(context);
    end_split();
    state.draw_issue();
    state.draw_export(context);
    for (const auto& act : std::exchange(state.later, {}))
        act(context);
}

void MonthlyView::add_actions(palette::Actions& actions) {
    State* state = state_.get();
    const auto add = [&](const char* id, const char* title, const char* icon, const char* words,
                         std::function<void(Context&)> run) {
        actions.add({.id = id,
                     .title = title,
                     .section = "Report",
                     .icon = icon,
                     .keywords = words,
                     .run = [run = std::move(run)](Context& context) {
                         context.go(Screen::Report);
                         run(context);
                     }});
    };
    add("report.due", "Open the monthly report that is due", icons::kDocument, "month executive",
        [state](Context&) { state->choose(""); });
    add("report.issue", "Issue monthly report", icons::kSend, "freeze send month",
        [state](Context&) { state->open_issue = true; });
    add("report.export", "Save monthly report as files", icons::kDownload,
        "html markdown pdf print", [state](Context&) { state->open_export = true; });
    add("report.copy", "Copy monthly report as Markdown", icons::kCopy, "clipboard paste",
        [state](Context& context) { state->copy_markdown(context); });
}

}  // namespace throughline::gui::monthly
