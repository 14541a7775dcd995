// What the makers of charts share, and whoever shows figures beside them: words for cards and
// numbers, marks, days.
#pragma once

#include "core/model/card.h"
#include "core/report/chart_kinds.h"

#include <string>
#include <utility>
#include <vector>

namespace throughline::report {

// "MKT-12", "MKT-12 Spring launch".
std::string card_key(const flow::Slice& slice, flow::CardIndex card);
std::string card_title(const flow::Slice& slice, flow::CardIndex card);
std::string card_name(const flow::Slice& slice, flow::CardIndex card);

// "Create: Doing" for a column of a group, else its name.
std::string column_name(const flow::Slice& slice, flow::Position column);

// "3 days", or "3 working days" where the slice counts those.
std::string days_words(const flow::Slice& slice, std::int64_t days);
// "85%" of 0.85.
std::string percent_words(double share, int places = 0);
// "yes" or "".
std::string yes_words(bool yes);

// Blocked at the slice's instant.
bool is_blocked(const flow::Slice& slice, flow::CardIndex card);

// "Standard", "Fixed date".
std::string class_words(model::ServiceClass service_class);
// Classes of service of the slice's cards, each once. A service level is one of a class.
std::vector<model::ServiceClass> classes_of(const flow::Slice& slice);

// Adds the cards with their names, the first eight and how many more.
void add_cards(const flow::Slice& slice, const std::vector<flow::CardIndex>& cards, Mark& mark);

// Cards by the local day of something that happened in the period, ascending by day.
using DayCards = std::vector<std::pair<Day, flow::CardIndex>>;
DayCards finished_cards(const flow::Slice& slice);
// Those of [from, to].
std::vector<flow::CardIndex> cards_within(const DayCards& cards, Day from, Day to);

// The rows of a card's first start and last finish.
class CrossingRows {
public:
    explicit CrossingRows(const flow::Slice& slice);
    std::vector<model::TransitionId> of(flow::CardIndex card) const;

private:
    std::vector<std::pair<model::TransitionId, model::TransitionId>> rows_;
};

void set_missing(Chart& chart, std::string what, std::string todo);
// A bar of the plot's whole height under a slot, for hovering.
Mark slot_mark(double x0, double x1);

// Which of many points to draw: in each of `bins` equal parts of the list the lowest and the
// highest, with the first and the last of all. Ascending. Outliers survive by construction.
std::vector<std::size_t> extremes(const std::vector<double>& values, std::size_t bins);

}  // namespace throughline::report
