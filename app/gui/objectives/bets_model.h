// The big bets by year.
#pragma once

#include "core/model/workspace.h"

#include <cstdint>
#include <string>
#include <vector>

namespace throughline::gui::objectives {

inline constexpr int kMostBets = 3;  // of a year; the rules refuse more

struct BetRow {
    model::BetId id;
    std::string key;
    int year = 0;
    std::string title;
    std::string sentence;
    std::string reason;  // of a third one
    bool closed = false;
    int objectives = 0;  // that serve it, closed ones too
};

struct BetYear {
    int year = 0;
    std::vector<BetRow> rows;  // open ones first
    int open = 0;
};

// The present year always, and every year that has a bet; newest first.
std::vector<BetYear> bet_years(const model::Workspace& workspace, Day today);

}  // namespace throughline::gui::objectives
