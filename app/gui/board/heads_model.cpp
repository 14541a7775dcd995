#include "app/gui/board/heads_model.h"

#include "core/model/column_name.h"
#include "core/rules/score.h"

#include <algorithm>

namespace throughline::gui::board {
namespace {

void describe_gate(const model::Workspace& workspace, std::vector<ColumnHead>& heads) {
    std::vector<const model::GateItem*> items;
    for (const model::GateItem& item : workspace.rows<model::GateItem>()) {
        if (!item.removed && item.column) items.push_back(&item);
    }
    std::sort(items.begin(), items.end(),
              [](const auto* a, const auto* b) { return a->rank < b->rank; });
    for (const model::GateItem* item : items) {
        for (ColumnHead& head : heads) {
            if (head.id == item->column)
                head.gate.push_back(item->title +
                                    (item->kind == model::GateKind::Approval ? " (approval)" : ""));
        }
    }
}

// Cards of the column, from the top, until `places` that count have been passed.
std::size_t line_index(const model::Workspace& workspace, model::ColumnId column, int places) {
    std::size_t index = 0;
    for (const model::CardId id : workspace.cards_in(column)) {
        const bool counts = workspace.find(id)->service_class != model::ServiceClass::Expedite;
        if (counts && places-- <= 0) return index;
        ++index;
    }
    return index;
}

// In a group the cards furthest to the right hold their places first.
void draw_lines(const model::Workspace& workspace, std::vector<ColumnHead>& heads) {
    for (std::size_t i = 0; i < heads.size(); ++i) {
        ColumnHead& head = heads[i];
        const model::ColumnGroup* group = workspace.find(head.group);
        const std::optional<int> limit =
            group != nullptr && group->wip_limit ? group->wip_limit : head.limit;
        if (!limit || head.kind == model::ColumnKind::Done) continue;
        int places = *limit;
        std::string others;
        if (group != nullptr && group->wip_limit) {
            for (const ColumnHead& other : heads) {
                if (&other <= &head || other.group != head.group || other.count == 0) continue;
                places -= other.count;
                others += (others.empty() ? " with " : ", ") + other.name;
            }
            if (places < 0) continue;  // the line runs through a half further to the right
        }
        if (places > head.count) continue;
        head.has_line = true;
        head.line_words = "WIP limit " + std::to_string(*limit) + others;
        head.line_index = line_index(workspace, head.id, places);
    }
}

void find_pulls(const model::Workspace& workspace, std::vector<ColumnHead>& heads) {
    const rules::Points points = rules::points_of(workspace);
    for (std::size_t i = 1; i < heads.size(); ++i) {
        ColumnHead& head = heads[i];
        const rules::Fill fill = rules::governing_fill(workspace, head.id);
        const std::optional<int> room = fill.room();
        const bool later_half = head.group && !head.first_in_group;
        if (!room || *room <= 0 || later_half || i >= points.delivery) continue;
        head.free_places = room;
        if (const model::Card* card = rules::next_pull(workspace, head.id)) {
            head.next = card->id;
            head.next_key = model::key_of(workspace, *card);
        }
    }
}

}  // namespace

FillWords fill_words(int count, std::optional<int> limit) {
    if (!limit) return {.numbers = std::to_string(count)};
    FillWords fill{.numbers = std::to_string(count) + " of " + std::to_string(*limit)};
    const int room = *limit - count;
    if (room < 0) {
        fill.state = FillState::Over;
        fill.words = "over by " + std::to_string(-room);
    } else if (room == 0) {
        fill.state = FillState::Full;
        fill.words = "full";
    } else if (room == 1 && *limit >= 2) {
        fill.state = FillState::Near;
        fill.words = "near limit";
    } else {
        fill.state = FillState::Room;
        fill.words = "room for " + std::to_string(room);
    }
    return fill;
}

std::vector<ColumnHead> make_heads(const model::Workspace& workspace) {
    std::vector<ColumnHead> heads;
    const model::Board* board = workspace.board();
    for (const model::ColumnId id : workspace.columns()) {
        const model::Column& column = *workspace.find(id);
        ColumnHead head{.id = id,
                        .handle = column.handle,
                        .name = column.name,
                        .full_name = model::column_name(workspace, column),
                        .kind = column.kind,
                        .count = workspace.count(id, false),
                        .expedites = workspace.count(id, true),
                        .limit = column.wip_limit,
                        .entry_policy = column.entry_policy,
                        .exit_policy = column.exit_policy};
        head.fill = fill_words(head.count, head.limit);
        if (const model::ColumnGroup* group = workspace.find(column.group);
            group != nullptr && !group->removed) {
            const rules::Fill fill = rules::group_fill(workspace, group->id);
            head.group = group->id;
            head.group_name = group->name;
            head.group_fill = fill_words(fill.count, fill.limit);
        }
        head.commitment_edge = board != nullptr && board->commitment == id;
        head.delivery_edge = board != nullptr && board->delivery == id;
        heads.push_back(std::move(head));
    }
    for (std::size_t i = 0; i < heads.size(); ++i) {
        if (!heads[i].group) continue;
        heads[i].first_in_group = i == 0 || heads[i - 1].group != heads[i].group;
        heads[i].last_in_group = i + 1 == heads.size() || heads[i + 1].group != heads[i].group;
        heads[i].group_size = static_cast<int>(
            std::count_if(heads.begin(), heads.end(),
                          [&](const ColumnHead& other) { return other.group == heads[i].group; }));
    }
    if (heads.empty()) return heads;
    describe_gate(workspace, heads);
    draw_lines(workspace, heads);
    find_pulls(workspace, heads);
    return heads;
}

BoardFill board_fill_words(const model::Workspace& workspace) {
    BoardFill words;
    if (workspace.board() == nullptr) return words;
    const rules::Fill board = rules::board_fill(workspace);
    const rules::Fill lane = rules::expedite_fill(workspace);
    words.board = fill_words(board.count, board.limit);
    words.expedites = fill_words(lane.count, lane.limit);
    words.expedite_count = lane.count;
    return words;
}

}  // namespace throughline::gui::board
