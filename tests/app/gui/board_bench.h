// A board on screen without a window: desk in memory, board, palette and keys as the workbench
// draws them. For the tests of the board, the card panel and the palette.
#pragma once

#include "app/gui/board/board_view.h"
#include "app/gui/card/card_panel.h"
#include "app/gui/headless/ui_driver.h"
#include "app/gui/palette/palette_view.h"
#include "tests/app/gui/intake_desk.h"

#include "imgui.h"

#include <stdexcept>

namespace throughline::gui::test {

struct BoardBench {
    DeskContext desk;
    board::BoardView view;
    card::CardPanel panel;
    palette::Palette palette;
    headless::UiDriver ui;
    model::ObjectiveId objective;

    explicit BoardBench(ImVec2 size = {1600, 900})
        : ui([this] { frame(); }, {.size = size, .fonts = false}) {
        view.add_actions(palette.actions());
        panel.add_actions(palette.actions());
        objective = desk.objective("Own the category");
        ui.frames(3);
    }

    void frame() {
        desk.desk().poll();
        ImGui::SetNextWindowPos({0, 0});
        ImGui::SetNextWindowSize(ImGui::GetIO().DisplaySize);
        ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
        ImGui::Begin("window", nullptr,
                     ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
                         ImGuiWindowFlags_NoBringToFrontOnFocus);
        ImGui::PopStyleVar();
        view.draw(desk, ImGui::GetContentRegionAvail());
        ImGui::End();
        panel.draw(desk, {0, 0}, ImGui::GetIO().DisplaySize);
        palette.draw(desk);
    }

    // Cards in the ready column, from the top.
    model::CardId add(const std::string& title) {
        const model::CardId id = desk.card(title, objective);
        if (!id) throw std::runtime_error("no card: " + title);
        ui.frames(2);
        return id;
    }
    model::ColumnId column(std::string_view handle) {
        return desk.workspace().column_by_handle(handle)->id;
    }
    const model::Card& card(model::CardId id) { return *desk.workspace().find(id); }
    std::string handle_of(model::CardId id) {
        return desk.workspace().find(card(id).column)->handle;
    }
    std::string item(model::CardId id) { return "card:" + desk.key(id); }
    rules::Verdict limit(std::string_view handle, const std::string& number) {
        return desk.desk().run(rules::EditColumn{column(handle), {{"wip_limit", number}}});
    }
    rules::Verdict move(model::CardId id, std::string_view handle) {
        return desk.desk().run(rules::MoveCards{.cards = {id}, .to = column(handle)});
    }
    // Ready and Review take what comes: no gates, no readiness, so that moves are only about
    // places.
    void open_gates() {
        std::vector<model::GateItemId> items;
        for (const model::GateItem& item : desk.workspace().rows<model::GateItem>())
            items.push_back(item.id);
        for (const model::GateItemId id : items)
            (void)desk.desk().run(rules::EditGateItem{id, {{"removed", "true"}}});
        ui.frames(2);
    }
};

}  // namespace throughline::gui::test
