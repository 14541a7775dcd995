// The plan as lines to read, from the year to the card: the figures of core/flow/plan.h in words,
// beside what people wrote. Computes no figure of its own. No drawing.
#pragma once

#include "app/gui/context/plan_figures_model.h"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace throughline::gui::plan {

using report::Mood;

struct ResultLine {
    model::KeyResultId id;
    std::string key;
    std::string title;
    std::string owner;
    std::string range;            // "40 to 70 %", "stay within 3 and 5", "yes or no"
    std::string current;          // "55 %, 31 Oct"; "not measured"
    std::optional<double> shown;  // 0 .. 1; absent: not measured
    std::string remark;           // "below baseline", "120%"
    std::string kpi;              // key of the KPI it is measured by; "" for here
    bool is_counted = false;      // from milestones: nothing is typed
};

// A milestone, a dependency or a risk: one line of an objective.
struct SideLine {
    std::int64_t id = 0;
    std::string key;  // "#4", "RK-2"
    std::string text;
    std::string note;
    Mood mood = Mood::Neutral;
    bool done = false;
};

struct CardLine {
    model::CardId id;
    std::string key;
    std::string title;
    std::string column;
};

struct ObjectiveLine {
    model::ObjectiveId id;
    std::string key;
    std::string title;
    std::string quarter;
    model::PersonId dri;
    std::string dri_name;
    int colour = 0;
    std::optional<double> score;  // 0 .. 1
    std::string score_words;      // "61%", "61%, 1 not measured", "not measured"
    std::string pace;             // "at risk, 0.8"; "" for none
    Mood pace_mood = Mood::Neutral;
    std::string status;  // "At risk", "Closed", "Cancelled"
    std::string reason;
    Mood status_mood = Mood::Neutral;
    std::string raci;         // "Responsible: Mira Patel. Informed: ..."; "" when nobody is named
    std::string cards_words;  // "3 open, 2 in process, 5 done"
    bool is_closed = false;
    std::vector<ResultLine> results;
    std::vector<SideLine> milestones;
    std::vector<SideLine> dependencies;
    std::vector<SideLine> risks;  // open ones, the three with the highest score
    std::vector<CardLine> cards;  // not delivered, at most kMostCards
    std::size_t more_cards = 0;
};
inline constexpr std::size_t kTopRisks = 3;
inline constexpr std::size_t kMostCards = 12;

struct BetLine {
    model::BetId id;  // 0: for no bet
    std::string key;
    std::string title;
    std::string sentence;
    std::string budget;  // "stated 40%, took 52%"; "" when nothing is known
    std::string time;
    bool is_apart = false;  // ten points or more
    bool is_given_up = false;
    std::vector<ObjectiveLine> objectives;
};

struct YearPlan {
    int year = 0;
    model::AnnualFrameId frame;
    std::string priority;
    std::vector<SideLine> not_doing;
    std::vector<BetLine> bets;  // by number; objectives of no bet last
};

// `quarter`: only its objectives and the standing ones; "" for all that are open. Only objectives
// in `opened` come with their cards.
YearPlan year_plan(const model::Workspace& workspace, const PlanFigures& figures,
                   const std::string& quarter, const std::set<model::ObjectiveId>& opened);
ObjectiveLine objective_line(const model::Workspace& workspace,
                             const flow::ObjectiveReading& reading, Day today);

// "2026-Q4" -> "Q4 2026".
std::string quarter_words(const std::string& quarter);
std::string percent_words(const std::optional<double>& share);  // 0.611 -> "61%"
std::string name_of_person(const model::Workspace& workspace, model::PersonId person);

}  // namespace throughline::gui::plan
