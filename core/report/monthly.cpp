#include "core/report/monthly.h"

#include "core/base/text.h"
#include "core/base/words.h"
#include "core/report/chart_ticks.h"
#include "core/report/monthly_writer.h"

#include <algorithm>
#include <array>

namespace throughline::report {
namespace {

constexpr std::array kSections{
    SectionName{"summary", "The month in short"},
    SectionName{"kpis", "KPIs against target"},
    SectionName{"objectives", "Objectives"},
    SectionName{"flow", "Flow of work"},
    SectionName{"risks", "Risks"},
    SectionName{"decisions", "Decisions"},
    SectionName{"next", "Next month"},
    SectionName{"restated", "Restated from earlier reports"},
};
constexpr std::size_t kNamed = 5;  // KPIs named in the summary

std::string of_words(std::int64_t part, std::int64_t all) {
    return std::to_string(part) + " of " + std::to_string(all);
}

}  // namespace

ReportRows report_rows_of(const model::Workspace& workspace) {
    ReportRows rows;
    rows.plan = flow::plan_rows_of(workspace);
    rows.board = workspace.board() == nullptr ? "" : workspace.board()->name;
    rows.reports = workspace.rows<model::Report>().list();
    rows.decisions = workspace.rows<model::Decision>().list();
    rows.commitments = workspace.rows<model::Commitment>().list();
    rows.meetings = workspace.rows<model::Meeting>().list();
    return rows;
}

std::span<const SectionName> report_sections() {
    return kSections;
}

MonthlyWriter::MonthlyWriter(const ReportRows& rows, const flow::Flow& flow, std::string_view month)
    : rows_(rows), flow_(flow), month_(month), period_(*parse_period(month)) {
    for (const model::Report& one : rows.reports) {
        if (one.period == month_) {
            texts_ = one.texts;
        }
    }
}

std::string MonthlyWriter::person(model::PersonId id) const {
    const model::Person* found = flow::plan_row(rows_.plan.people, id);
    return found == nullptr ? std::string("nobody") : found->name;
}

// People's words stand first; what is drafted follows. A drafted sentence gives way to them.
void MonthlyWriter::add(std::string_view handle, std::vector<Block> drafted) {
    const auto name = std::ranges::find(kSections, handle, &SectionName::handle);
    Section section{std::string(handle), std::string(name->title), {}, 0};
    const auto words = texts_.find(section.handle);
    if (words != texts_.end()) {
        section.blocks = paragraphs_of(words->second);
        section.own_words = section.blocks.size();
    }
    for (Block& block : drafted) {
        const bool gives_way = handle == "summary" && section.own_words > 0 &&
                               std::holds_alternative<Paragraph>(block);
        if (!gives_way) {
            section.blocks.push_back(std::move(block));
        }
    }
    document_.sections.push_back(std::move(section));
}

Document MonthlyWriter::write(std::string_view head) {
    document_.title = "Marketing report, " + period_words(month_);
    document_.subtitle = (rows_.board.empty() ? "" : rows_.board + ". ") + "As known on " +
                         long_date(flow_.today()) + ".";
    scorecard_ = flow::scorecard(rows_.plan, flow_);
    std::vector<Block> kpis = kpi_blocks();
    std::vector<Block> objectives = objective_blocks();
    std::vector<Block> flow = flow_blocks();
    add("summary", {tiles(), Paragraph{summary_words()}});
    add("kpis", std::move(kpis));
    add("objectives", std::move(objectives));
    add("flow", std::move(flow));
    add("risks", risk_blocks());
    add("decisions", decision_blocks());
    add("next", next_blocks());
    if (auto restated = restated_blocks(); !restated.empty()) {
        add("restated", std::move(restated));
    }
    document_.foot = "Read from entry " + std::to_string(rows_.plan.seq) +
                     " of the board's journal" +
                     (head.empty() ? "." : ", whose hash is " + std::string(head) + ".");
    return std::move(document_);
}

Span MonthlyWriter::overdue_figure() {
    return document_.figure("kpis.overdue", std::to_string(overdue_),
                            "KPIs whose value of the month is overdue");
}

Block MonthlyWriter::tiles() {
    TilesBlock block;
    if (with_target_ > 0) {
        Words note{{"none clearly off"}};
        if (!red_.empty()) {
            note = {document_.figure("kpis.red", std::to_string(red_.size()),
                                     "KPIs whose value of the month is red"),
                    {" clearly off"}};
        }
        if (overdue_ > 0) {
            note.push_back({", "});
            note.push_back(overdue_figure());
            note.push_back({" overdue"});
        }
        block.tiles.push_back(
            {"KPIs on target",
             {document_.figure("kpis.on-target", of_words(on_target_, with_target_),
                               "KPIs whose value of the month reached its target, "
                               "of those with a target and a value")},
             std::move(note)});
    }
    if (objectives_ > 0) {
        const auto by_status = [&](const char* name, std::int64_t count, std::string_view status) {
            return document_.figure(
                name, std::to_string(count),
                "open objectives of the quarter whose DRI says " + std::string(status));
        };
        block.tiles.push_back(
            {"Objectives on track",
             {document_.figure("objectives.on-track", of_words(on_track_, objectives_),
                               "open objectives of the quarter by the status that their DRI gave")},
             {by_status("objectives.at-risk", at_risk_, "at risk"),
              {" at risk, "},
              by_status("objectives.off-track", off_track_, "off track"),
              {" off track"}}});
    }
    const Figure* delivered = document_.find("flow.delivered");
    block.tiles.push_back(
        {"Cards delivered", {{delivered->value, delivered->name}}, delivered_before_});
    if (const Figure* cycle = document_.find("flow.cycle-p85")) {
        block.tiles.push_back(
            {"85% of cards took at most", {{cycle->value, cycle->name}}, cycle_before_});
    }
    return block;
}

Words MonthlyWriter::summary_words() {
    Words words{{number_words(static_cast<double>(delivered_)), "flow.delivered"},
                {delivered_ == 1 ? " card was delivered." : " cards were delivered."}};
    const auto say = [&](std::string before, Span number, std::string after) {
        words.push_back({std::move(before)});
        words.push_back(std::move(number));
        words.push_back({std::move(after)});
    };
    if (with_target_ > 0) {
        say(" ", {document_.find("kpis.on-target")->value, "kpis.on-target"},
            std::string(with_target_ == 1 ? " KPI" : " KPIs") + " with a target reached it.");
    }
    if (!red_.empty()) {
        const auto named = static_cast<std::ptrdiff_t>(std::min(red_.size(), kNamed));
        words.push_back({" Clearly off: " +
                         join(std::vector<std::string>(red_.begin(), red_.begin() + named), ", ")});
        if (red_.size() > kNamed) {
            say(" and ",
                document_.part("kpis.red", "unnamed", std::to_string(red_.size() - kNamed)),
                " more");
        }
        words.push_back({"."});
    }
    if (overdue_ > 0) {
        say(" ", overdue_figure(),
            overdue_ == 1 ? " KPI waits for a value." : " KPIs wait for a value.");
    }
    if (objectives_ > 0) {
        const auto troubled = at_risk_ + off_track_;
        say(" ",
            document_.figure("objectives.troubled", of_words(troubled, objectives_),
                             "open objectives of the quarter whose DRI says at risk or off track"),
            std::string(objectives_ == 1 ? " objective" : " objectives") +
                (troubled == 1 || objectives_ == 1 ? " is" : " are") + " at risk or off track.");
    }
    return words;
}

Document monthly_report(const ReportRows& rows, const flow::Flow& flow, std::string_view month,
                        std::string_view head) {
    return MonthlyWriter(rows, flow, month).write(head);
}

model::TextMap figures_of(const Document& document) {
    model::TextMap figures;
    for (const Figure& figure : document.figures) {
        figures[figure.name] = figure.value;
    }
    return figures;
}

}  // namespace throughline::report
