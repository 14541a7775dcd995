#include "app/gui/board/board_model.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace throughline::gui::board {
namespace {

constexpr std::size_t kNoLane = std::numeric_limits<std::size_t>::max();

Instant minute_of(Instant now) {
    return {now.us - now.us % kMicrosPerMinute};
}

}  // namespace

bool BoardModel::refresh(const BoardInputs& inputs) {
    const bool minute_passed = minute_of(inputs.now) != minute_;
    const bool asked_otherwise = fresh_ || inputs.query != query_text_ || inputs.lanes != kind_;
    // Ages and due dates in a filter move with the day; a minute is near enough.
    const bool aged = minute_passed && !query_.is_empty();
    if (!asked_otherwise && !aged && inputs.revision == revision_) return false;

    if (fresh_ || inputs.query != query_text_) {
        query_text_ = inputs.query;
        const Result<model::Query> parsed = model::Query::parse(inputs.query);
        // While a query is being typed wrongly, the last good one stays.
        if (parsed) query_ = *parsed;
        query_error_ = parsed ? "" : parsed.error().message;
    }
    kind_ = inputs.lanes;
    minute_ = minute_of(inputs.now);
    revision_ = inputs.revision;
    changed_.clear();
    touched_columns_.clear();
    collect_changes(inputs.workspace);
    const std::vector<ColumnHead> old_heads = std::exchange(heads_, make_heads(inputs.workspace));
    touch_moved_lines(old_heads);
    const bool other_columns = structure_changed(inputs);
    if (asked_otherwise || aged || other_columns || !update(inputs)) rebuild(inputs);
    fresh_ = false;
    count(inputs.workspace);
    return true;
}

void BoardModel::collect_changes(const model::Workspace& workspace) {
    const auto touch = [&](model::CardId card) {
        if (!card) return;
        changed_.push_back(card);
        if (const model::Card* row = workspace.find(card); row != nullptr && row->column)
            touched_columns_.push_back(row->column);
    };
    cards_.look(workspace.rows<model::Card>(),
                [&](const model::Card* before, const model::Card* after) {
                    for (const model::Card* row : {before, after}) {
                        if (row == nullptr) continue;
                        changed_.push_back(row->id);
                        if (row->column) touched_columns_.push_back(row->column);
                    }
                });
    const auto by_card = [&](const auto* before, const auto* after) {
        touch((after != nullptr ? after : before)->card);
    };
    blocks_.look(workspace.rows<model::Block>(), by_card);
    comments_.look(workspace.rows<model::Comment>(), by_card);
    items_.look(workspace.rows<model::ChecklistItem>(), by_card);
    links_.look(workspace.rows<model::Link>(), by_card);
    requests_.look(workspace.rows<model::Request>(), by_card);
    for (const model::CardId card : cards_of_closed(workspace))
        touch(card);
    std::sort(changed_.begin(), changed_.end());
    changed_.erase(std::unique(changed_.begin(), changed_.end()), changed_.end());
    std::sort(touched_columns_.begin(), touched_columns_.end());
    touched_columns_.erase(std::unique(touched_columns_.begin(), touched_columns_.end()),
                           touched_columns_.end());
}

// Cards that say that their objective is closed, or cease to: since it was closed or opened, or
// since other columns count as delivered.
std::vector<model::CardId> BoardModel::cards_of_closed(const model::Workspace& workspace) {
    std::vector<model::ObjectiveId> concerned;
    objectives_changed_ = false;
    objectives_.look(workspace.rows<model::Objective>(),
                     [&](const model::Objective* before, const model::Objective* after) {
                         objectives_changed_ = true;
                         const bool was_closed = before != nullptr && before->closed;
                         const bool is_closed = after != nullptr && after->closed;
                         if (was_closed != is_closed)
                             concerned.push_back((after != nullptr ? after : before)->id);
                     });
    const model::Board* board = workspace.board();
    const model::ColumnId delivery = board != nullptr ? board->delivery : model::ColumnId{};
    if (std::exchange(delivery_, delivery) != delivery) {
        for (const model::Objective& one : workspace.rows<model::Objective>())
            if (one.closed) concerned.push_back(one.id);
    }
    std::vector<model::CardId> cards;
    if (concerned.empty()) return cards;
    for (const model::ColumnId column : workspace.columns()) {
        for (const model::CardId id : workspace.cards_in(column)) {
            const model::ObjectiveId serves = workspace.find(id)->objective;
            if (std::find(concerned.begin(), concerned.end(), serves) != concerned.end())
                cards.push_back(id);
        }
    }
    return cards;
}

// A changed limit moves the line of a column none of whose cards changed.
void BoardModel::touch_moved_lines(const std::vector<ColumnHead>& before) {
    for (const ColumnHead& head : heads_) {
        const auto old = std::find_if(before.begin(), before.end(),
                                      [&](const ColumnHead& one) { return one.id == head.id; });
        if (old == before.end() ||
            (old->has_line == head.has_line && old->line_index == head.line_index))
            continue;
        if (std::find(touched_columns_.begin(), touched_columns_.end(), head.id) ==
            touched_columns_.end())
            touched_columns_.push_back(head.id);
    }
}

// Rows that may change the lanes or the answer of the filter for many cards at once.
bool BoardModel::structure_changed(const BoardInputs& inputs) {
    const model::Workspace& workspace = inputs.workspace;
    // Each is asked, whatever the others say: they remember what they saw.
    const bool people = persons_.changed(workspace.rows<model::Person>());
    const bool bets = bets_.changed(workspace.rows<model::Bet>());
    const bool templates = templates_.changed(workspace.rows<model::Template>());
    const bool names = people || objectives_changed_ || bets || templates;
    std::vector<model::ColumnId> columns(workspace.columns().begin(), workspace.columns().end());
    const bool other = columns != column_ids_;
    column_ids_ = std::move(columns);
    return other || (names && (kind_ != LaneKind::None || !query_.is_empty()));
}

void BoardModel::rebuild(const BoardInputs& inputs) {
    rebuilt_ = true;
    evaluate_all(inputs);
    lanes_ = make_lanes(inputs.workspace, kind_);
    for (Lane& lane : lanes_)
        lane.cells.resize(column_ids_.size());
    index_lanes();
    for (std::size_t i = 0; i < column_ids_.size(); ++i)
        fill_column(inputs.workspace, i);
    std::erase_if(lanes_, [](const Lane& lane) {
        return !lane.key.empty() &&
               std::all_of(lane.cells.begin(), lane.cells.end(),
                           [](const Cell& cell) { return cell.cards.empty(); });
    });
    for (Lane& lane : lanes_)
        lane.only_done = is_only_done(lane);
    std::stable_partition(lanes_.begin(), lanes_.end(),
                          [](const Lane& lane) { return !lane.only_done; });
    index_lanes();
}

// False when lanes come or go: then everything is made anew.
bool BoardModel::update(const BoardInputs& inputs) {
    rebuilt_ = false;
    if (!query_.is_empty() && !evaluate(inputs, changed_)) return false;
    if (kind_ != LaneKind::None) {
        for (const model::CardId id : changed_) {
            const model::Card* card = inputs.workspace.find(id);
            const bool shown = card != nullptr && card->on_board() &&
                               (query_.is_empty() || passes_.find(id.value));
            if (shown && !lane_of(inputs.workspace, *card)) return false;
        }
    }
    for (const model::ColumnId id : touched_columns_) {
        if (const auto at = column_index(id)) fill_column(inputs.workspace, *at);
    }
    for (const Lane& lane : lanes_) {
        const bool empty = std::all_of(lane.cells.begin(), lane.cells.end(),
                                       [](const Cell& cell) { return cell.cards.empty(); });
        if (!lane.key.empty() && (empty || lane.only_done != is_only_done(lane))) return false;
    }
    return true;
}

void BoardModel::evaluate_all(const BoardInputs& inputs) {
    passes_.clear();
    if (query_.is_empty()) return;
    cache_.refresh(inputs.workspace);
    const model::QueryRun run(query_, {.workspace = inputs.workspace,
                                       .zone = inputs.zone,
                                       .now = inputs.now,
                                       .me = inputs.me,
                                       .cache = &cache_});
    for (const model::ColumnId column : column_ids_) {
        for (const model::CardId id : inputs.workspace.cards_in(column)) {
            if (run.matches(*inputs.workspace.find(id))) passes_.set(id.value, 1);
        }
    }
}

bool BoardModel::evaluate(const BoardInputs& inputs, std::span<const model::CardId> cards) {
    cache_.refresh(inputs.workspace);
    const model::QueryRun run(query_, {.workspace = inputs.workspace,
                                       .zone = inputs.zone,
                                       .now = inputs.now,
                                       .me = inputs.me,
                                       .cache = &cache_});
    for (const model::CardId id : cards) {
        const model::Card* card = inputs.workspace.find(id);
        if (card != nullptr && card->on_board() && run.matches(*card)) {
            passes_.set(id.value, 1);
        } else {
            passes_.erase(id.value);
        }
    }
    return true;
}

bool BoardModel::is_only_done(const Lane& lane) const {
    if (kind_ == LaneKind::None) return false;
    for (std::size_t i = 0; i < heads_.size(); ++i) {
        if (heads_[i].kind != model::ColumnKind::Done && !lane.cells[i].cards.empty()) return false;
    }
    return true;
}

void BoardModel::index_lanes() {
    lane_index_.clear();
    for (std::size_t i = 0; i < lanes_.size(); ++i)
        lane_index_.set(lanes_[i].value + 1, static_cast<std::int64_t>(i));
}

std::optional<std::size_t> BoardModel::lane_of(const model::Workspace& workspace,
                                               const model::Card& card) const {
    if (kind_ == LaneKind::None) return 0;
    const auto index = lane_index_.find(lane_value(workspace, kind_, card) + 1);
    return index ? std::optional(static_cast<std::size_t>(*index)) : std::nullopt;
}

void BoardModel::fill_column(const model::Workspace& workspace, std::size_t column) {
    ++version_;
    for (Lane& lane : lanes_) {
        lane.cells[column].cards.clear();
        lane.cells[column].line_at.reset();
        lane.cells[column].version = version_;
    }
    const ColumnHead& head = heads_[column];
    const bool filtered = !query_.is_empty();
    const auto ids = workspace.cards_in(column_ids_[column]);
    if (kind_ == LaneKind::None && !filtered) {
        Cell& cell = lanes_.front().cells[column];
        cell.cards.assign(ids.begin(), ids.end());
        if (head.has_line) cell.line_at = std::min(head.line_index, cell.cards.size());
        return;
    }
    std::size_t index = 0;
    std::size_t above = 0;
    for (const model::CardId id : ids) {
        const bool is_above = index++ < head.line_index;
        if (filtered && !passes_.find(id.value)) continue;
        const std::size_t lane = lane_of(workspace, *workspace.find(id)).value_or(kNoLane);
        if (lane == kNoLane) continue;
        lanes_[lane].cells[column].cards.push_back(id);
        above += is_above ? 1U : 0U;
    }
    if (kind_ == LaneKind::None && head.has_line) lanes_.front().cells[column].line_at = above;
}

void BoardModel::count(const model::Workspace& workspace) {
    shown_ = 0;
    total_ = 0;
    for (const model::ColumnId column : column_ids_)
        total_ += static_cast<int>(workspace.cards_in(column).size());
    for (Lane& lane : lanes_) {
        lane.count = 0;
        for (const Cell& cell : lane.cells)
            lane.count += static_cast<int>(cell.cards.size());
        shown_ += lane.count;
    }
}

bool BoardModel::is_next(model::CardId card) const {
    return std::any_of(heads_.begin(), heads_.end(),
                       [&](const ColumnHead& head) { return head.next == card; });
}

std::optional<std::size_t> BoardModel::column_index(model::ColumnId column) const {
    const auto found = std::find(column_ids_.begin(), column_ids_.end(), column);
    if (found == column_ids_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - column_ids_.begin());
}

std::optional<BoardModel::Place> BoardModel::find(model::CardId card) const {
    for (std::size_t lane = 0; lane < lanes_.size(); ++lane) {
        for (std::size_t column = 0; column < lanes_[lane].cells.size(); ++column) {
            const auto& cards = lanes_[lane].cells[column].cards;
            const auto found = std::find(cards.begin(), cards.end(), card);
            if (found != cards.end())
                return Place{lane, column, static_cast<std::size_t>(found - cards.begin())};
        }
    }
    return std::nullopt;
}

bool is_empty_board(const model::Workspace& workspace) {
    return std::all_of(workspace.columns().begin(), workspace.columns().end(),
                       [&](model::ColumnId column) { return workspace.cards_in(column).empty(); });
}

}  // namespace throughline::gui::board
