// What the keyboard and the command palette do on the board, and the menu of a card.
#include <algorithm>

#include "app/gui/board/board_state.h"
#include "app/gui/palette/shortcut.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/menu.h"

namespace throughline::gui::board {
namespace {

using palette::Action;
using palette::CardAct;

}  // namespace

// The keys are the board's: it is on screen, nobody types, nothing is open over it, and Tab has not
// gone to the buttons.
bool BoardView::State::listens() const {
    const ImGuiContext& g = *ImGui::GetCurrentContext();
    if (ImGui::GetFrameCount() - drawn_frame > 1 || palette::is_typing() ||
        palette::is_popup_open())
        return false;
    if (g.NavWindow == nullptr) return true;
    if (g.NavWindow->RootWindow == nullptr || g.NavWindow->RootWindow->ID != root) return false;
    return !on_controls;
}

void BoardView::State::move_cursor(Step step, bool extend) {
    const auto open = [this](std::size_t column) { return !is_collapsed(column); };
    if (!cursor || !model.find(cursor)) {
        go_to(neighbour(model, {}, Step::Down, open), false);
        return;
    }
    go_to(neighbour(model, cursor, step, open),
          extend && (step == Step::Up || step == Step::Down || step == Step::Top ||
                     step == Step::Bottom));
}

void BoardView::State::move_cards(Context& context, Step step) {
    const std::vector<model::CardId> cards = targets();
    const auto open = [this](std::size_t column) { return !is_collapsed(column); };
    const std::optional<Spot> spot = spot_beside(model, cards, step, open);
    if (!spot) return;
    by_keyboard = true;
    drop(context, *spot, cards);
}

void BoardView::State::ask(CardAct act) {
    acts.ask(act, targets());
}

void BoardView::add_actions(palette::Actions& actions) {
    State* state = state_.get();
    state->actions = &actions;
    const auto on_board = [state](Context&) {
        return ImGui::GetFrameCount() - state->drawn_frame <= 1;
    };
    const auto with_cards = [state](Context&) {
        return ImGui::GetFrameCount() - state->drawn_frame <= 1 && !state->targets().empty();
    };
    const auto listens = [state](Context&) { return state->listens(); };
    const auto add = [&](const char* id, const char* title, const char* icon,
                         std::vector<std::string> keys, bool needs_cards, auto run,
                         bool repeats = false, bool shown = true) {
        actions.add({.id = id,
                     .title = title,
                     .section = "Board",
                     .icon = icon,
                     .shortcuts = std::move(keys),
                     .keywords = "card",
                     .keys_when = listens,
                     .repeats = repeats,
                     .in_palette = shown,
                     .run = run});
        Action action = *actions.find(id);
        if (needs_cards) {
            action.enabled = with_cards;
        } else {
            action.enabled = on_board;
        }
        actions.add(action);
    };
    const auto step = [state](Step where, bool extend) {
        return [state, where, extend](Context&) { state->move_cursor(where, extend); };
    };
    const auto shift = [state](Step where) {
        return [state, where](Context& c) { state->move_cards(c, where); };
    };
    const auto act = [state](CardAct what) {
        return [state, what](Context&) { state->ask(what); };
    };

    add("board.left", "Card to the left", icons::kArrowLeft, {"Left"}, false,
        step(Step::Left, false), true, false);
    add("board.right", "Card to the right", icons::kArrowRight, {"Right"}, false,
        step(Step::Right, false), true, false);
    add("board.up", "Card above", icons::kArrowUp, {"Up"}, false, step(Step::Up, false), true,
        false);
    add("board.down", "Card below", icons::kArrowDown, {"Down"}, false, step(Step::Down, false),
        true, false);
    add("board.first", "First card of the column", icons::kArrowUp, {"Home"}, false,
        step(Step::Top, false), false, false);
    add("board.last", "Last card of the column", icons::kArrowDown, {"End"}, false,
        step(Step::Bottom, false), false, false);
    add("board.select-up", "Select upwards", icons::kArrowUp, {"Shift+Up"}, false,
        step(Step::Up, true), true, false);
    add("board.select-down", "Select downwards", icons::kArrowDown, {"Shift+Down"}, false,
        step(Step::Down, true), true, false);
    add("board.select-column", "Select all cards of the column", icons::kSelectAll, {"Ctrl+A"},
        false, [state](Context&) {
            if (const auto at = state->model.find(state->cursor))
                state->select_all(state->model.cell(at->lane, at->column).cards);
        });
    add(
        "board.unselect", "Clear the selection", icons::kClose, {"Esc"}, true,
        [state](Context&) { state->clear_selection(); }, false, false);
    add("board.move-left", "Move to the column on the left", icons::kArrowLeft,
        {"Alt+Left", "Shift+Left"}, true, shift(Step::Left));
    add("board.move-right", "Move to the column on the right", icons::kArrowRight,
        {"Alt+Right", "Shift+Right"}, true, shift(Step::Right));
    add("board.move-up", "Move up in the column", icons::kArrowUp, {"Alt+Up"}, true,
        shift(Step::Up), true);
    add("board.move-down", "Move down in the column", icons::kArrowDown, {"Alt+Down"}, true,
        shift(Step::Down), true);
    add("board.move-top", "Move to the top of the column", icons::kArrowUp, {"Alt+Home"}, true,
        shift(Step::Top));
    add("board.move-bottom", "Move to the bottom of the column", icons::kArrowDown, {"Alt+End"},
        true, shift(Step::Bottom));
    add("board.move-to", "Move to a column…", icons::kArrowRight, {"M"}, true, act(CardAct::Move));
    add("board.open", "Open card", icons::kOpen, {"Enter", "E"}, true, [state](Context& c) {
        c.open_card(state->cursor ? state->cursor : state->targets().front());
    });
    add("board.block", "Block card", icons::kBlocked, {"B"}, true, act(CardAct::Block));
    add("board.unblock", "Clear blockers", icons::kCheckCircle, {"U"}, true, act(CardAct::Unblock));
    add("board.leave", "Discard, return or archive…", icons::kDelete, {"Delete"}, true,
        [state](Context&) {
            state->menu_card = state->cursor;
            state->wants_menu = true;
        });
    add(
        "board.menu", "Menu of the card", icons::kMore, {"Menu", "Shift+F10"}, true,
        [state](Context&) {
            state->menu_card = state->cursor;
            state->wants_menu = true;
        },
        false, false);
    add("board.return", "Return card", icons::kArrowLeft, {}, true, act(CardAct::Return));
    add("board.discard", "Discard card", icons::kDelete, {}, true, act(CardAct::Discard));
    add("board.archive", "Archive card", icons::kArchive, {}, true, act(CardAct::Archive));
    add("board.trade-out", "Trade card out", icons::kSwap, {}, true, act(CardAct::TradeOut));
    add("board.copy-key", "Copy key", icons::kCopy, {"Ctrl+C"}, true, [state](Context& c) {
        std::string keys;
        for (const model::CardId id : in_board_order(state->model, state->targets())) {
            if (const model::Card* card = c.workspace().find(id))
                keys += (keys.empty() ? "" : " ") + model::key_of(c.workspace(), *card);
        }
        c.copy_text(keys);
        c.toast({.tone = ToastRequest::Tone::Success, .text = "Copied " + keys});
    });
    add("board.copy-link", "Copy link", icons::kLink, {"Ctrl+Shift+C"}, true, [state](Context& c) {
        if (const model::Card* card = c.workspace().find(state->targets().front()))
            c.copy_text("throughline:card/" + model::key_of(c.workspace(), *card));
        c.toast({.tone = ToastRequest::Tone::Success, .text = "Copied the link"});
    });
    add("board.pull", "Pull the next card into this column", icons::kArrowRight, {"P"}, false,
        [state](Context& c) {
            const auto at = state->model.find(state->cursor);
            for (std::size_t i = 0; i < state->model.columns().size(); ++i) {
                const ColumnHead& head = state->model.columns()[i];
                const bool here = at ? at->column == i : true;
                if (!here || !head.next) continue;
                state->by_keyboard = true;
                state->run_move(c, {.cards = {head.next}, .to = head.id}, i, std::nullopt);
                return;
            }
            c.toast({.text = "No card is waiting to be pulled here."});
        });
    add("board.fold", "Fold or unfold the column", icons::kUnfold, {"F"}, false, [state](Context&) {
        const auto at = state->model.find(state->cursor);
        if (!at) {
            state->collapsed_columns.clear();
            return;
        }
        state->collapsed_columns.insert(state->model.columns()[at->column].handle);
        state->clear_selection();
        state->cursor = {};
    });
    add("board.filter", "Filter cards", icons::kFilter, {"/", "Ctrl+F"}, false,
        [state](Context&) { state->focus_filter = true; });
    add("board.show-all", "Show everything", icons::kEye, {"Shift+F"}, false,
        [](Context& c) { c.filter() = {}; });
    add("board.mine", "Show only my cards", icons::kPerson, {"Shift+M"}, false,
        [](Context& c) { c.filter().query = toggle_term(c.filter().query, "dri", "me"); });
    add("board.lanes", "Next kind of swimlanes", icons::kLayers, {"L"}, false, [](Context& c) {
        constexpr std::array kWords{"", "objective", "dri", "class", "type", "bet"};
        for (std::size_t i = 0; i < kWords.size(); ++i) {
            if (c.filter().lanes == kWords[i]) {
                c.filter().lanes = kWords[(i + 1) % kWords.size()];
                return;
            }
        }
        c.filter().lanes.clear();
    });
}

void BoardView::State::draw_card_menu(Context& context) {
    if (std::exchange(wants_menu, false)) open_menu("card-menu");
    if (!begin_menu("card-menu")) return;
    const std::vector<model::CardId> cards = targets();
    const auto shortcut = [&](const char* id) {
        return actions != nullptr ? actions->shortcut_of(id) : std::string_view();
    };
    const auto item = [&](const char* id, const char* label, const char* icon,
                          bool danger = false) {
        return menu_item(id, label, {.icon = icon, .shortcut = shortcut(id), .danger = danger});
    };
    const auto act = [&](const char* id, CardAct what, const char* label, const char* icon,
                         bool danger = false) {
        const auto no = palette::why_not(context.desk(), what, cards);
        const std::string why = no ? rules::to_text(*no) : "";
        if (menu_item(id, label,
                      {.icon = icon,
                       .shortcut = shortcut(id),
                       .enabled = !no,
                       .disabled_why = why,
                       .danger = danger}))
            ask(what);
    };
    if (!cards.empty()) {
        menu_heading(palette::name_cards(context.workspace(), cards));
        if (cards.size() == 1 && item("board.open", "Open", icons::kOpen))
            later.emplace_back([card = cards.front()](Context& c) { c.open_card(card); });
        if (item("board.move-to", "Move to…", icons::kArrowRight)) ask(CardAct::Move);
        if (item("board.move-left", "Move left", icons::kArrowLeft))
            later.emplace_back([this](Context& c) { move_cards(c, Step::Left); });
        if (item("board.move-right", "Move right", icons::kArrowRight))
            later.emplace_back([this](Context& c) { move_cards(c, Step::Right); });
        menu_separator();
        act("board.block", CardAct::Block, "Block…", icons::kBlocked);
        act("board.unblock", CardAct::Unblock, "Clear blockers", icons::kCheckCircle);
        const model::Card* card = context.workspace().find(cards.front());
        if (cards.size() == 1 && card != nullptr && !card->has_brief() &&
            item("attach-brief", "Add a brief…", icons::kDocument)) {
            later.emplace_back([id = cards.front()](Context& c) { c.attach_brief(id); });
        }
        if (item("board.copy-key", "Copy key", icons::kCopy) && actions != nullptr)
            later.emplace_back([this](Context& c) { actions->run("board.copy-key", c); });
        if (item("board.copy-link", "Copy link", icons::kLink) && actions != nullptr)
            later.emplace_back([this](Context& c) { actions->run("board.copy-link", c); });
        menu_separator();
        act("board.return", CardAct::Return, "Return to the options…", icons::kArrowLeft);
        act("board.trade-out", CardAct::TradeOut, "Trade out to the queue…", icons::kSwap);
        act("board.archive", CardAct::Archive, "Archive…", icons::kArchive);
        act("board.discard", CardAct::Discard, "Discard…", icons::kDelete, true);
        act("board.void", CardAct::Void, "Void, a mistake…", icons::kClose, true);
    }
    end_menu();
}

}  // namespace throughline::gui::board
