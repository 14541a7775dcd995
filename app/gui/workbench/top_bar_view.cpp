#include "app/gui/workbench/chrome_view.h"

#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/menu.h"
#include "app/gui/widgets/text.h"
#include "core/base/text.h"
#include "core/rules/roles.h"
#include "imgui.h"

#include <algorithm>

namespace throughline::gui::workbench {
namespace {

constexpr const char* kActorMenu = "actor-menu";
constexpr const char* kHelpMenu = "help-menu";
// Unscaled widths from which states and persons, and from which the board's modes are written out.
constexpr float kWordsAbove = 1180.0f;
constexpr float kNamesAbove = 1600.0f;

std::size_t colour_of(model::PersonId person) {
    return static_cast<std::size_t>(person.value) % kCategoryCount;
}

std::string board_note(const model::Workspace& workspace) {
    std::int64_t cards = 0;
    for (const model::ColumnId column : workspace.columns()) {
        cards += static_cast<std::int64_t>(workspace.cards_in(column).size());
    }
    return plural(cards, "card", "cards") + " in " +
           plural(static_cast<std::int64_t>(workspace.columns().size()), "column", "columns");
}

void draw_name(Context& context, float width) {
    const Sizes& s = sizes();
    const model::Board* board = context.workspace().board();
    const std::string name = board == nullptr ? "No board" : board->name;
    const ImVec2 at = place({width, s.control});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float top = at.y - s.xxs;
    draw_text(list, {at.x, top}, name, {.size = text_size::kHeading, .weight = Weight::Semibold},
              width);
    draw_text(list, {at.x, top + line_height({.size = text_size::kHeading}) + s.hair},
              board_note(context.workspace()), caption_style(), width);
}

bool draw_search(const palette::Actions& actions, float width) {
    const Sizes& s = sizes();
    const Theme& t = theme();
    const Pressable item = press_item("search", "Search or run a command", {width, s.control});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(item.min, item.max, item.hovered ? t.field_hover : t.field, s.radius);
    list.AddRect(item.min, item.max, mix(t.border, t.border_strong, 0.5f), s.radius, 0, s.hair);
    const float y = item.middle().y;
    float x = item.min.x + s.md;
    draw_icon(list, {x + s.xs, y}, icons::kSearch, t.text_muted);
    x += s.xl - s.xs;
    const std::string_view keys = actions.shortcut_of("app.palette");
    const float caps = key_cap_width(keys);
    const bool with_keys = item.size().x > caps + 10.0f * s.lg;
    const float words = item.max.x - (with_keys ? caps + s.lg : s.sm) - x;
    draw_text_middle(list, {x, y}, words > 11.0f * s.lg ? "Search or run a command" : "Search",
                     {.colour = t.text_muted}, words);
    if (with_keys) {
        draw_key_cap(list, {item.max.x - caps - s.sm, y}, keys);
    }
    focus_ring_of(item, s.radius);
    if (!with_keys) tooltip("Search or run a command", keys);
    return item.pressed;
}

void draw_saved(const SaveWords& saved, bool with_words) {
    const Sizes& s = sizes();
    const Theme& t = theme();
    const TextStyle style{
        .size = text_size::kSmall,
        .colour = saved.state == SaveState::Failing ? t.tone(Tone::Danger).ink : t.text_muted};
    const bool words = with_words || saved.state == SaveState::Failing;
    const float width = s.lg + s.xs + (words ? text_width(saved.words, style) + s.xs : 0.0f);
    const Pressable item =
        press_item("save-state", saved.words, {width, s.control}, ImGuiButtonFlags_NoNavFocus);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 centre{item.min.x + s.sm, item.middle().y};
    switch (saved.state) {
        case SaveState::Saved:
            draw_icon(list, centre, icons::kCheckCircle, t.tone(Tone::Success).ink,
                      text_size::kIconSmall);
            break;
        case SaveState::Saving: draw_pending_mark(list, centre, s.xs + s.xxs); break;
        case SaveState::Failing:
            draw_icon(list, centre, icons::kAlertCircle, t.tone(Tone::Danger).ink);
            break;
    }
    if (words) {
        draw_text_middle(list, {item.min.x + s.lg + s.xs, item.middle().y}, saved.words, style);
    }
    tooltip(saved.state == SaveState::Failing || words ? saved.help
                                                       : saved.words + ". " + saved.help);
}

float saved_width(const SaveWords& saved, bool with_words) {
    const bool words = with_words || saved.state == SaveState::Failing;
    return sizes().lg + sizes().xs +
           (words ? text_width(saved.words, {.size = text_size::kSmall}) + sizes().xs : 0.0f);
}

std::string undo_words(const char* verb, const std::string& title) {
    return title.empty()
               ? std::string("Nothing to ") + verb
               : std::string(1, static_cast<char>(verb[0] - 32)) + (verb + 1) + ": " + title;
}

void history_buttons(Context& context, const palette::Actions& actions, TopBarEvents& events) {
    const std::string undo = undo_words("undo", context.desk().undo_title());
    const std::string redo = undo_words("redo", context.desk().redo_title());
    const auto press = [&](const char* id, const char* glyph, const char* name,
                           const std::string& words, bool enabled, const char* action) {
        ImGui::SameLine(0, 0);
        if (icon_button(id, glyph, name,
                        {.kind = ButtonKind::Ghost,
                         .shortcut = actions.shortcut_of(action),
                         .tooltip = words,
                         .disabled = !enabled,
                         .disabled_why = words})) {
            events.action = action;
        }
    };
    press("undo", icons::kUndo, "Undo", undo, !context.desk().undo_title().empty(), "app.undo");
    press("redo", icons::kRedo, "Redo", redo, !context.desk().redo_title().empty(), "app.redo");
}

// Icons that could mean much are named where there is room.
bool named_button(const char* id, const char* glyph, std::string_view name, bool with_words,
                  ButtonOptions options) {
    options.kind = ButtonKind::Ghost;
    options.icon = glyph;
    return with_words ? button(id, name, options) : icon_button(id, glyph, name, options);
}

float named_width(const char* glyph, std::string_view name, bool with_words) {
    return with_words ? button_width(name, {.kind = ButtonKind::Ghost, .icon = glyph})
                      : sizes().control;
}

std::string_view standup_name(bool running) {
    return running ? "Standup is on" : "Standup";
}

void board_modes(const palette::Actions& actions, const TopBarLook& look, bool with_words,
                 TopBarEvents& events) {
    ImGui::SameLine(0, 0);
    if (named_button("standup", icons::kMonitor, standup_name(look.standup_runs), with_words,
                     {.shortcut = actions.shortcut_of("standup.open"),
                      .tooltip = look.standup_runs ? "A standup is going on: back to it"
                                                   : "Walk the board in full screen",
                      .selected = look.standup_runs}))
        events.action = "standup.open";
    ImGui::SameLine(0, 0);
    if (named_button("travel", icons::kClock, "Past", with_words,
                     {.shortcut = actions.shortcut_of("app.travel"),
                      .tooltip = "The board at a past moment",
                      .selected = look.is_past}))
        events.action = "app.travel";
}

// Of today, in the past too: who acts may not have been there then.
std::string actor_name(const TopBarLook& look) {
    const model::Person* actor = look.present.find(look.actor);
    return actor == nullptr ? "Who are you?" : actor->name.empty() ? actor->handle : actor->name;
}

float actor_width(const std::string& name, bool with_words) {
    const Sizes& s = sizes();
    const float words = with_words ? std::min(text_width(name, {}), 140.0f * s.scale) + s.sm : 0.0f;
    return s.avatar + s.sm + words + s.lg;
}

void actor_button(const TopBarLook& look, bool with_words) {
    const Sizes& s = sizes();
    const std::string name = actor_name(look);
    const Pressable item =
        press_item("actor", "Acting as " + name, {actor_width(name, with_words), s.control});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (item.hovered) list.AddRectFilled(item.min, item.max, theme().hover, s.radius);
    const float y = item.middle().y;
    const model::PersonId actor = look.actor;
    if (actor) {
        draw_avatar(list, {item.min.x + s.xs + s.avatar * 0.5f, y},
                    {.name = name, .colour = colour_of(actor)});
    } else {
        draw_icon(list, {item.min.x + s.xs + s.avatar * 0.5f, y}, icons::kHelp,
                  theme().tone(Tone::Warning).ink, text_size::kIcon + 4.0f);
    }
    if (with_words) {
        draw_text_middle(list, {item.min.x + s.avatar + s.md, y}, name, {}, 140.0f * s.scale);
    }
    draw_icon(list, {item.max.x - s.sm - s.xxs, y}, icons::kChevronDown, theme().text_muted,
              text_size::kIconSmall);
    focus_ring_of(item, s.radius);
    tooltip(actor ? "You act as " + name + ". Press to act as another person."
                  : "Choose who you are; without it nothing can be changed.");
    if (item.pressed) open_menu(kActorMenu);
}

void actor_menu(Context& context, ImVec2 min, ImVec2 max, TopBarEvents& events) {
    if (!begin_menu_at(kActorMenu, min, max)) return;
    menu_heading("Act as");
    for (const model::Person& person : context.workspace().rows<model::Person>()) {
        if (!person.active) continue;
        const std::string label =
            (person.name.empty() ? person.handle : person.name) + ", " +
            std::string(model::Names<model::Role>::kAll[static_cast<std::size_t>(person.role)]);
        const std::string id = "act-as:" + person.handle;
        if (menu_item(id.c_str(), label,
                      {.icon = icons::kPerson, .selected = person.id == context.desk().actor()}))
            events.act_as = person.id;
    }
    menu_separator();
    if (menu_item("people", "People and roles", {.icon = icons::kPeople})) events.people = true;
    end_menu();
}

void help_menu(const palette::Actions& actions, ImVec2 min, ImVec2 max, TopBarEvents& events) {
    if (!begin_menu_at(kHelpMenu, min, max)) return;
    for (const char* id : {"app.shortcuts", "app.palette", "app.import", "app.zoom-in",
                           "app.zoom-out", "app.zoom-reset"}) {
        const palette::Action* action = actions.find(id);
        if (action != nullptr &&
            menu_item(id, action->title,
                      {.icon = action->icon, .shortcut = actions.shortcut_of(id)}))
            events.action = id;
    }
    end_menu();
}

std::string why_not_brief(Context& context, bool is_past) {
    if (is_past) return "This is the past: nothing can be changed.";
    const model::Person* actor = context.workspace().find(context.desk().actor());
    const bool may = actor == nullptr || rules::may(actor->role, rules::Right::Request);
    return may ? "" : "A viewer looks on. An admin can give another role in the settings.";
}

}  // namespace

TopBarEvents draw_top_bar(Context& context, const palette::Actions& actions,
                          const TopBarLook& look) {
    const Sizes& s = sizes();
    TopBarEvents events;
    const float room = width_left();
    const bool words = room / s.scale + 216.0f > kWordsAbove;
    const float brief =
        button_width("New brief", {.kind = ButtonKind::Primary, .icon = icons::kPlus});
    const bool names = room / s.scale + 216.0f > kNamesAbove;
    const float modes = named_width(icons::kMonitor, standup_name(look.standup_runs), names) +
                        named_width(icons::kClock, "Past", names);
    const float right = saved_width(look.saved, words) + 4.0f * s.control + modes +
                        actor_width(actor_name(look), words) + brief + 3.0f * s.md;
    const float left = std::min(240.0f * s.scale, (room - right) * 0.42f);
    draw_name(context, left);
    ImGui::SameLine(0, s.lg);
    if (draw_search(actions, std::clamp(room - left - right - 2.0f * s.lg, 90.0f * s.scale,
                                        420.0f * s.scale)))
        events.action = "app.palette";
    align_right(right);
    draw_saved(look.saved, words);
    ImGui::SameLine(0, s.md);
    ImGui::Dummy({0, 0});
    history_buttons(context, actions, events);
    board_modes(actions, look, names, events);
    ImGui::SameLine(0, 0);
    const bool dark = context.appearance().dark;
    if (icon_button("theme", dark ? icons::kSun : icons::kMoon, dark ? "Light theme" : "Dark theme",
                    {.kind = ButtonKind::Ghost, .shortcut = actions.shortcut_of("app.theme")}))
        events.action = "app.theme";
    ImGui::SameLine(0, 0);
    if (icon_button("help", icons::kHelp, "Help",
                    {.kind = ButtonKind::Ghost, .shortcut = actions.shortcut_of("app.shortcuts")}))
        open_menu(kHelpMenu);
    help_menu(actions, ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), events);
    ImGui::SameLine(0, 0);
    actor_button(look, words);
    actor_menu(context, ImGui::GetItemRectMin(), ImGui::GetItemRectMax(), events);
    ImGui::SameLine(0, s.md);
    const std::string why_no_brief = why_not_brief(context, look.is_past);
    if (button("new-brief", "New brief",
               {.kind = ButtonKind::Primary,
                .icon = icons::kPlus,
                .shortcut = actions.shortcut_of("app.new-brief"),
                .tooltip = "Ask for work: a brief goes to triage",
                .disabled = !why_no_brief.empty(),
                .disabled_why = why_no_brief}))
        events.action = "app.new-brief";
    return events;
}

}  // namespace throughline::gui::workbench
