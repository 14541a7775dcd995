#include "app/gui/objectives/bets_model.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace throughline::gui::objectives {

std::vector<BetYear> bet_years(const model::Workspace& workspace, Day today) {
    std::unordered_map<model::BetId, int> objectives;
    for (const model::Objective& one : workspace.rows<model::Objective>())
        ++objectives[one.bet];
    std::map<int, BetYear, std::greater<>> years;
    const int present = civil(today).year;
    years[present].year = present;
    for (const model::Bet& bet : workspace.rows<model::Bet>()) {
        BetYear& year = years[bet.year];
        year.year = bet.year;
        year.open += bet.closed ? 0 : 1;
        year.rows.push_back({bet.id, model::key_of(bet), bet.year, bet.title, bet.sentence,
                             bet.reason, bet.closed, objectives[bet.id]});
    }
    std::vector<BetYear> result;
    for (auto& [number, year] : years) {
        std::sort(year.rows.begin(), year.rows.end(), [&](const BetRow& a, const BetRow& b) {
            const auto number_of = [&](const BetRow& row) {
                return workspace.find(row.id)->number;
            };
            return std::pair{a.closed, number_of(a)} < std::pair{b.closed, number_of(b)};
        });
        result.push_back(std::move(year));
    }
    return result;
}

}  // namespace throughline::gui::objectives
