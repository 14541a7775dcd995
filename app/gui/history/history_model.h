// The journal as lines for reading: newest first, days as headings, filtered. Loads page by page
// from the desk's worker. No drawing.
#pragma once

#include "app/gui/context/context.h"

#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

namespace throughline::gui::history {

// What a line tells of, to choose by.
enum class Kind { All, Moves, Requests, Cards, Plan, Settings, Overrides, Refused };
std::string_view title_of(Kind kind);
inline constexpr int kKindCount = 8;

struct HistoryFilter {
    model::PersonId person;  // 0: everybody
    Kind kind = Kind::All;
    std::string words;  // all of them somewhere in the sentence

    bool is_empty() const { return !person && kind == Kind::All && words.empty(); }
    friend bool operator==(const HistoryFilter&, const HistoryFilter&) = default;
};

struct HistoryRow {
    std::int64_t seq = 0;
    Instant when;
    Day day;
    std::string time;  // "09:05", local
    model::PersonId person;
    std::string who;     // "Ana Lima"; "Throughline" for the program itself
    std::string act;     // "moved MKT-12 'Spring launch' from Create to Review"
    std::string folded;  // who and act, for searching
    model::CardId card;
    Kind kind = Kind::Cards;
    bool refused = false;
    bool override_used = false;
    bool undone = false;
    bool is_undo = false;  // this entry takes another back

    friend bool operator==(const HistoryRow&, const HistoryRow&) = default;
};

HistoryRow row_of(const journal::Entry& entry, const model::Workspace& workspace, const Zone& zone);
Kind kind_of(const journal::Entry& entry);
// The card an entry is about; 0 when it is about none or several of different kinds.
model::CardId card_of(const journal::Entry& entry);
bool passes(const HistoryRow& row, const HistoryFilter& filter, std::string_view folded_words);
// "Today", "Yesterday", "Monday 12 October 2026".
std::string day_words(Day day, Day today);

// A line of the list: a day's heading, or a row.
struct HistoryLine {
    std::optional<Day> heading;
    std::size_t row = 0;
};

class HistoryModel {
public:
    HistoryFilter filter;

    // Takes in what is new, and asks for what is missing. `wanted`: how many lines must be there.
    void refresh(Context& context, std::size_t wanted);

    std::span<const HistoryLine> lines() const { return lines_; }
    const HistoryRow& row(const HistoryLine& line) const { return rows_[line.row]; }
    bool is_loading() const { return loading_; }
    bool has_all() const { return complete_; }
    std::size_t loaded() const { return rows_.size(); }
    std::size_t shown() const { return shown_; }
    const std::string& problem() const { return problem_; }

private:
    void load(Context& context, std::int64_t before);
    void take(Context& context, std::int64_t before, const std::vector<journal::Entry>& entries);
    void mark(const journal::Entry& entry);
    void filter_rows();

    std::vector<HistoryRow> rows_;  // newest first
    std::vector<HistoryLine> lines_;
    std::set<std::int64_t> undone_;   // seqs taken back and not put back again
    std::set<std::int64_t> settled_;  // seqs whose last undo or redo has been seen
    HistoryFilter filtered_by_;
    std::size_t filtered_rows_ = 0;
    std::size_t shown_ = 0;
    std::uint64_t revision_ = 0;
    bool loading_ = false;
    bool complete_ = false;
    bool stale_ = true;
    std::string problem_;
    std::shared_ptr<int> alive_ = std::make_shared<int>(0);
};

}  // namespace throughline::gui::history
