#include "app/gui/learning/risk_model.h"

#include "core/base/text.h"
#include "core/base/words.h"
#include "core/report/chart_ticks.h"

#include <algorithm>

namespace throughline::gui::learning {
namespace {

std::string state_words(model::RiskState state) {
    switch (state) {
        case model::RiskState::Open: return "Open";
        case model::RiskState::Happened: return "Happened";
        case model::RiskState::Closed: return "Closed";
    }
    return "";
}

RiskRow row_of(const model::Workspace& workspace, const model::Risk& risk, Day today) {
    RiskRow row{.id = risk.id,
                .key = model::key_of(risk),
                .title = risk.title,
                .objective = risk.objective,
                .probability = risk.probability,
                .impact = risk.impact,
                .score = risk.score(),
                .state = risk.state,
                .state_words = state_words(risk.state),
                .mitigation = risk.mitigation,
                .trigger = risk.trigger,
                .outcome = risk.outcome};
    if (const model::Objective* objective = workspace.find(risk.objective)) {
        row.objective_key = model::key_of(*objective);
        row.objective_title = objective->title;
    }
    if (const model::Person* owner = workspace.find(risk.owner)) {
        row.owner = owner->name;
    }
    row.review = risk.review_on ? short_date(*risk.review_on) : "no day";
    row.is_overdue =
        risk.state == model::RiskState::Open && risk.review_on && *risk.review_on < today;
    return row;
}

bool passes(const RiskRow& row, const RiskQuestion& question,
            const std::vector<std::string>& words) {
    if (!question.with_ended && row.state != model::RiskState::Open) {
        return false;
    }
    if (question.only_overdue && !row.is_overdue) {
        return false;
    }
    if (question.cell && *question.cell != RiskCell{row.probability, row.impact}) {
        return false;
    }
    const std::string whole = fold(row.key + " " + row.title + " " + row.objective_key + " " +
                                   row.owner + " " + row.mitigation);
    return std::ranges::all_of(
        words, [&](const std::string& word) { return whole.find(word) != std::string::npos; });
}

}  // namespace

std::string_view score_words(int score) {
    return score >= report::kHighRisk     ? "act now"
           : score >= report::kMiddleRisk ? "watch"
                                          : "keep in mind";
}

const RiskRow* RisksModel::find(model::RiskId id) const {
    const auto found = std::ranges::find(all_, id, &RiskRow::id);
    return found == all_.end() ? nullptr : &*found;
}

int RisksModel::index_of(model::RiskId id) const {
    const auto found = std::ranges::find(rows_, id, &RiskRow::id);
    return found == rows_.end() ? -1 : static_cast<int>(found - rows_.begin());
}

int RisksModel::count(int probability, int impact) const {
    return counts_[static_cast<std::size_t>(probability - 1)][static_cast<std::size_t>(impact - 1)];
}

void RisksModel::refresh(const model::Workspace& workspace, std::uint64_t revision, Day today,
                         const RiskQuestion& question) {
    if (revision == revision_ && today == today_ && question == question_) {
        return;
    }
    if (revision != revision_ || today != today_) {
        all_.clear();
        counts_ = {};
        open_ = 0;
        overdue_ = 0;
        for (const model::Risk& risk : workspace.rows<model::Risk>()) {
            all_.push_back(row_of(workspace, risk, today));
            overdue_ += all_.back().is_overdue ? 1 : 0;
            if (risk.state == model::RiskState::Open) {
                ++open_;
                const auto place = [](int step) {
                    return static_cast<std::size_t>(std::clamp(step, 1, kScale) - 1);
                };
                ++counts_[place(risk.probability)][place(risk.impact)];
            }
        }
        std::ranges::sort(all_, [](const RiskRow& a, const RiskRow& b) {
            return std::tuple(a.state != model::RiskState::Open, -a.score, a.id) <
                   std::tuple(b.state != model::RiskState::Open, -b.score, b.id);
        });
    }
    revision_ = revision;
    today_ = today;
    question_ = question;
    const std::vector<std::string> words = split(fold(question.words), ' ');
    rows_.clear();
    std::ranges::copy_if(all_, std::back_inserter(rows_),
                         [&](const RiskRow& row) { return passes(row, question, words); });
}

}  // namespace throughline::gui::learning
