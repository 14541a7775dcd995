#include "app/gui/palette/palette_view.h"

#include "app/gui/palette/core_actions.h"
#include "app/gui/palette/palette_model.h"
#include "app/gui/palette/shortcut.h"
#include "app/gui/palette/shortcuts_view.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/field.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/text.h"

#include <algorithm>

namespace throughline::gui::palette {
namespace {

constexpr const char* kPopup = "Command palette###command-palette";
constexpr std::size_t kMostRecents = 12;

const char* icon_of(const Entry& entry) {
    switch (entry.kind) {
        case EntryKind::Action: return entry.icon != nullptr ? entry.icon : icons::kChevronRight;
        case EntryKind::Card: return icons::kDocument;
        case EntryKind::Request: return icons::kInbox;
        case EntryKind::Person: return icons::kPerson;
        case EntryKind::Objective: return icons::kTarget;
    }
    return nullptr;
}

}  // namespace

struct Palette::State {
    Actions actions;
    PaletteModel model;
    ShortcutsView shortcuts;
    std::vector<std::string> recents;

    bool wants_open = false;
    bool is_open = false;
    bool focus_field = false;
    std::string query;
    std::string built_query;
    std::uint64_t built_revision = 0;
    bool stale = true;
    int selected = 0;
    bool reveal = false;
    std::optional<Entry> chosen;

    void refresh(Context& context);
    void draw_popup(Context& context);
    void draw_list();
    bool draw_entry(const Entry& entry, bool is_selected);
    void draw_foot();
    void move_selection();
    void carry_out(Context& context, const Entry& entry);
};

Palette::Palette() : state_(std::make_unique<State>()) {
    add_core_actions(state_->actions);
    state_->actions.add({.id = "app.palette",
                         .title = "Search and commands",
                         .section = "Everywhere",
                         .icon = icons::kSearch,
                         .shortcuts = {"Ctrl+K", "Ctrl+P"},
                         .while_typing = true,
                         .in_palette = false,
                         .run = [this](Context&) { open(); }});
    state_->actions.add({.id = "app.shortcuts",
                         .title = "Keyboard shortcuts",
                         .section = "Everywhere",
                         .icon = icons::kKeyboard,
                         .shortcuts = {"F1", "?"},
                         .keywords = "help keys",
                         .run = [this](Context&) { open_shortcuts(); }});
}
Palette::~Palette() = default;

Actions& Palette::actions() {
    return state_->actions;
}
void Palette::open(std::string_view query) {
    state_->wants_open = true;
    state_->query = query;
}
void Palette::open_shortcuts() {
    state_->shortcuts.open();
}
bool Palette::is_open() const {
    return state_->is_open || state_->wants_open;
}
std::vector<std::string> Palette::recents() const {
    return state_->recents;
}
void Palette::set_recents(std::vector<std::string> recents) {
    state_->recents = std::move(recents);
}

void Palette::draw(Context& context) {
    State& state = *state_;
    state.actions.dispatch(context);
    if (state.wants_open) {
        state.wants_open = false;
        state.stale = true;
        state.selected = 0;
        state.focus_field = true;
        ImGui::OpenPopup(kPopup);
    }
    state.draw_popup(context);
    state.shortcuts.draw(state.actions);
    if (state.chosen) {
        const Entry entry = *std::exchange(state.chosen, std::nullopt);
        state.carry_out(context, entry);
    }
}

void Palette::State::refresh(Context& context) {
    const std::uint64_t revision = context.desk().revision();
    if (!stale && query == built_query && revision == built_revision) return;
    std::vector<ActionRow> rows;
    for (const Action& action : actions.all()) {
        if (!action.in_palette || !action.is_enabled(context)) continue;
        rows.push_back({.id = action.id,
                        .title = action.title,
                        .section = action.section,
                        .keywords = action.keywords,
                        .shortcut = action.shortcuts.empty() ? "" : action.shortcuts.front(),
                        .icon = action.icon});
    }
    model.build(query, rows, recents,
                {.workspace = context.workspace(),
                 .zone = context.zone(),
                 .now = context.now(),
                 .me = context.desk().actor()});
    if (query != built_query) selected = 0;
    stale = false;
    built_query = query;
    built_revision = revision;
    selected = std::clamp(selected, 0, std::max(0, static_cast<int>(model.entries().size()) - 1));
}

void Palette::State::draw_popup(Context& context) {
    const Sizes& size = sizes();
    const ImGuiViewport* view = ImGui::GetMainViewport();
    const float width = std::min(text_px(680.0f), view->WorkSize.x - 2.0f * size.lg);
    const float height = std::min(text_px(560.0f), view->WorkSize.y - 2.0f * size.xl);
    const float top = std::min(view->WorkSize.y * 0.12f, view->WorkSize.y - height - size.lg);
    ImGui::SetNextWindowPos({view->WorkPos.x + (view->WorkSize.x - width) * 0.5f,
                             view->WorkPos.y + std::max(top, 0.0f)});
    ImGui::SetNextWindowSize({width, height});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {size.md, size.md});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, size.radius_lg);
    ImGui::PushStyleColor(ImGuiCol_PopupBg, theme().surface_raised);
    is_open = ImGui::BeginPopupModal(
        kPopup, nullptr,
        ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize | ImGuiWindowFlags_NoMove |
            ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoScrollbar);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
    if (!is_open) return;

    for (const ImGuiKey key :
         {ImGuiKey_UpArrow, ImGuiKey_DownArrow, ImGuiKey_PageUp, ImGuiKey_PageDown, ImGuiKey_Tab}) {
        own_key(key, ImGui::GetID("palette-keys"));
    }
    const FieldResult typed =
        text_field("palette-query", query,
                   {.placeholder = "Type a command, or search cards, people, objectives",
                    .name = "Search and commands",
                    .icon = icons::kSearch,
                    .focus = std::exchange(focus_field, false)});
    refresh(context);
    move_selection();
    const bool enter = ImGui::IsKeyPressed(ImGuiKey_Enter, false) ||
                       ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false);
    draw_list();
    draw_foot();
    if (enter && !model.entries().empty())
        chosen = model.entries()[static_cast<std::size_t>(selected)];
    const bool outside = ImGui::IsMouseClicked(0) &&
                         !ImGui::IsWindowHovered(ImGuiHoveredFlags_ChildWindows |
                                                 ImGuiHoveredFlags_AllowWhenBlockedByActiveItem);
    const bool escaped = ImGui::IsKeyPressed(ImGuiKey_Escape, false);
    if (chosen || outside || escaped) {
        is_open = false;
        ImGui::CloseCurrentPopup();
    } else if (!typed.active && ImGui::IsWindowFocused(ImGuiFocusedFlags_ChildWindows) &&
               !ImGui::IsAnyItemActive()) {
        focus_field = true;  // letters always go to the query
    }
    ImGui::EndPopup();
}

void Palette::State::move_selection() {
    const int count = static_cast<int>(model.entries().size());
    if (count == 0) return;
    const int before = selected;
    if (ImGui::IsKeyPressed(ImGuiKey_DownArrow)) selected = (selected + 1) % count;
    if (ImGui::IsKeyPressed(ImGuiKey_UpArrow)) selected = (selected + count - 1) % count;
    if (ImGui::IsKeyPressed(ImGuiKey_PageDown)) selected = std::min(selected + 8, count - 1);
    if (ImGui::IsKeyPressed(ImGuiKey_PageUp)) selected = std::max(selected - 8, 0);
    reveal = reveal || selected != before;
}

void Palette::State::draw_list() {
    const Sizes& size = sizes();
    gap(size.xs);
    const float foot = size.control_small + size.sm;
    ImGui::BeginChild("palette-list", {0, ImGui::GetContentRegionAvail().y - foot},
                      ImGuiChildFlags_None, ImGuiWindowFlags_NoNavInputs);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, size.xxs});
    const auto& entries = model.entries();
    if (entries.empty()) {
        gap(size.lg);
        text("Nothing fits.", heading_style());
        paragraph(
            "Cards are found by any word in them, also by dri:ana, class:expedite, is:blocked or "
            "due:<14d.",
            muted_style());
    }
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const Entry& entry = entries[i];
        const bool first_of_kind = i == 0 || entries[i - 1].kind != entry.kind ||
                                   (entries[i - 1].score != 0 && entry.score == 0 && query.empty());
        if (first_of_kind) {
            gap(i == 0 ? 0.0f : size.sm);
            text(query.empty() && entry.score == 1 ? "Used last" : heading_of(entry.kind),
                 caption_style());
        }
        if (draw_entry(entry, static_cast<int>(i) == selected)) chosen = entry;
    }
    reveal = false;
    ImGui::PopStyleVar();
    ImGui::EndChild();
}

bool Palette::State::draw_entry(const Entry& entry, bool is_selected) {
    const Sizes& size = sizes();
    const Theme& look = theme();
    const Pressable row =
        press_item(entry.id.c_str(), entry.title, {width_left(), size.row + size.xs},
                   ImGuiButtonFlags_NoNavFocus);
    if (is_selected && reveal) scroll_item_into_view(size.sm);
    if (!row.visible) return row.pressed;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (is_selected || row.hovered) {
        list.AddRectFilled(row.min, row.max, is_selected ? look.selected : look.hover, size.radius);
        // The chosen row is also told by a bar, not by its colour alone.
        if (is_selected)
            list.AddRectFilled({row.min.x, row.min.y + size.sm},
                               {row.min.x + size.xs, row.max.y - size.sm}, look.accent, size.xxs);
    }
    const float y = row.middle().y;
    float x = row.min.x + size.md + size.sm;
    if (entry.kind == EntryKind::Person) {
        draw_avatar(list, {x, y},
                    {.name = entry.title,
                     .colour = static_cast<std::size_t>(entry.category),
                     .size = size.avatar_small});
    } else if (entry.kind == EntryKind::Objective) {
        draw_category_dot(list, {x, y}, size.xs + size.hair,
                          static_cast<std::size_t>(std::max(entry.category, 0)));
    } else {
        draw_icon(list, {x, y}, icon_of(entry), look.text_muted);
    }
    x += size.lg + size.xs;
    float right = row.max.x - size.sm;
    if (!entry.shortcut.empty()) {
        right -= key_cap_width(entry.shortcut);
        draw_key_cap(list, {right, y}, entry.shortcut);
        right -= size.md;
    }
    const TextStyle note{.size = text_size::kSmall, .colour = look.text_muted};
    const float note_width = std::min(text_width(entry.note, note), (right - x) * 0.5f);
    draw_text_middle(list, {right - note_width, y}, entry.note, note, note_width);
    draw_text_middle(list, {x, y}, entry.title,
                     {.weight = is_selected ? Weight::Semibold : Weight::Regular},
                     right - note_width - size.md - x);
    return row.pressed;
}

void Palette::State::draw_foot() {
    const Sizes& size = sizes();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImVec2 at = ImGui::GetCursorScreenPos();
    list.AddLine(at, {at.x + width_left(), at.y}, theme().line, size.hair);
    at.y += size.sm + size.control_small * 0.5f - size.xs;
    const auto hint = [&](std::string_view keys, std::string_view words) {
        at.x += draw_key_cap(list, at, keys) + size.xs;
        at.x += draw_text_middle(list, at, words, caption_style()) + size.lg;
    };
    hint("Up", "");
    at.x -= size.md;
    hint("Down", "choose");
    hint("Enter", "open or run");
    hint("Esc", "close");
}

void Palette::State::carry_out(Context& context, const Entry& entry) {
    std::erase(recents, entry.id);
    recents.insert(recents.begin(), entry.id);
    if (recents.size() > kMostRecents) recents.resize(kMostRecents);
    query.clear();
    switch (entry.kind) {
        case EntryKind::Action: actions.run(std::string_view(entry.id).substr(7), context); break;
        case EntryKind::Card: context.open_card(model::CardId{entry.row}); break;
        case EntryKind::Request: context.open_request(model::RequestId{entry.row}); break;
        case EntryKind::Objective: context.open_objective(model::ObjectiveId{entry.row}); break;
        case EntryKind::Person:
            if (const model::Person* person =
                    context.workspace().find(model::PersonId{entry.row})) {
                context.filter().query = "dri:" + person->handle;
                context.go(Screen::Board);
            }
            break;
    }
}

}  // namespace throughline::gui::palette
