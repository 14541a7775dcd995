// Gates and the definition of ready.
#include "app/gui/settings/sections.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/text.h"
#include "core/base/text.h"
#include "core/model/column_name.h"
#include "core/rules/gates.h"
#include "imgui.h"

#include <algorithm>
#include <array>

namespace throughline::gui::settings {
namespace {

constexpr std::array<ChoiceItem, 2> kKinds{{{.label = "Check", .note = "anybody ticks it"},
                                            {.label = "Approval", .note = "signed by name"}}};

rules::Command set_item(model::GateItemId item, const std::string& field,
                        const std::string& value) {
    return rules::EditGateItem{.item = item, .set = {{field, value}}};
}

void draw_item(Editor& editor, const model::GateItem& item) {
    const Sizes& s = sizes();
    const std::string key = std::to_string(item.id.value);
    ImGui::PushID(key.c_str());
    const float kind = 170.0f * s.scale;
    const float title = width_left() - kind - s.control - 2.0f * s.sm;
    ImGui::BeginGroup();
    editor.text("title:" + key, item.title, {.name = "Gate item: " + item.title, .width = title},
                [&item](const std::string& text) { return set_item(item.id, "title", text); });
    ImGui::EndGroup();
    ImGui::SameLine(0, s.sm);
    ImGui::BeginGroup();
    editor.choose("kind:" + key, static_cast<int>(item.kind), kKinds,
                  {.name = "Kind of " + item.title, .width = kind}, [&item](int chosen) {
                      return set_item(
                          item.id, "kind",
                          std::string(model::Names<model::GateKind>::kAll[static_cast<std::size_t>(
                              std::max(chosen, 0))]));
                  });
    ImGui::EndGroup();
    ImGui::SameLine(0, s.sm);
    if (icon_button("remove", icons::kClose, "Remove: " + item.title,
                    {.kind = ButtonKind::Ghost, .disabled = !editor.may_change()}))
        editor.run("remove:" + key, set_item(item.id, "removed", "true"));
    editor.show_refusal("remove:" + key);
    ImGui::PopID();
}

void draw_add(Editor& editor, GateForms& forms, model::ColumnId column, std::string_view example) {
    const Sizes& s = sizes();
    if (!editor.may_change()) return;
    std::string& title = forms.title[column.value];
    int& kind = forms.kind[column.value];
    const std::string key = "add:" + std::to_string(column.value);
    const float add = button_width("Add", {.icon = icons::kPlus});
    const float choose = 170.0f * s.scale;
    ImGui::BeginGroup();
    const FieldResult typed = text_field("new-title", title,
                                         {.placeholder = example,
                                          .name = "New gate item",
                                          .width = width_left() - choose - add - 2.0f * s.sm});
    ImGui::EndGroup();
    ImGui::SameLine(0, s.sm);
    ImGui::BeginGroup();
    choice("new-kind", kind, kKinds, {.name = "Kind of the new item", .width = choose});
    ImGui::EndGroup();
    ImGui::SameLine(0, s.sm);
    const bool ready = !trim(title).empty();
    const bool pressed = button("add", "Add",
                                {.icon = icons::kPlus,
                                 .disabled = !ready,
                                 .disabled_why = "Write what must be true first."});
    const bool enter = typed.committed && ImGui::IsKeyPressed(ImGuiKey_Enter, false);
    if ((pressed || enter) && ready) {
        editor.run(key,
                   rules::AddGateItem{.column = column,
                                      .kind = static_cast<model::GateKind>(std::max(kind, 0)),
                                      .title = title},
                   [&title] { title.clear(); });
    }
    editor.show_refusal(key);
}

void draw_ready(Context& context, Editor& editor, GateForms& forms, const model::Board& board) {
    begin_block("ready", "Definition of ready", "No card crosses the commitment point without it.");
    for (const rules::ReadyCheck& check : rules::ready_checks()) {
        const bool on =
            std::ranges::find(board.ready_checks, check.check) != board.ready_checks.end();
        const std::string key = "ready:" + std::string(check.check);
        std::string words(check.words);
        words[0] =
            static_cast<char>(words[0] >= 'a' && words[0] <= 'z' ? words[0] - 'a' + 'A' : words[0]);
        if (check.always) {
            icon(icons::kLock, theme().text_muted);
            ImGui::SameLine(0.0f, sizes().sm);
            text(words);
            ImGui::SameLine(0.0f, sizes().sm);
            text("always asked", muted_style());
            continue;
        }
        editor.toggle(key, words, on, "", [&board, name = std::string(check.check)](bool value) {
            std::vector<std::string> names = board.ready_checks;
            std::erase(names, name);
            if (value) names.push_back(name);
            return set_board("ready_checks", join(names, "\n"));
        });
    }
    gap(sizes().md);
    text("And what a person ticks", {.weight = Weight::Semibold});
    const auto items = gate_items(context.workspace(), {});
    if (items.empty()) text("Nothing yet.", muted_style());
    for (const model::GateItem* item : items)
        draw_item(editor, *item);
    draw_add(editor, forms, {}, "Budget is released");
    end_block();
}

}  // namespace

void draw_gates(Context& context, Editor& editor, GateForms& forms) {
    const model::Board* board = context.workspace().board();
    if (board == nullptr) return;
    draw_ready(context, editor, forms, *board);
    for (const model::ColumnId id : context.workspace().columns()) {
        const model::Column& column = *context.workspace().find(id);
        ImGui::PushID(column.handle.c_str());
        begin_block("gate", "To leave " + model::column_name(context.workspace(), column));
        const auto items = gate_items(context.workspace(), id);
        if (items.empty()) text("No gate: a card may leave at any time.", muted_style());
        for (const model::GateItem* item : items)
            draw_item(editor, *item);
        draw_add(editor, forms, id, "Creative is approved");
        end_block();
        ImGui::PopID();
    }
}

}  // namespace throughline::gui::settings
