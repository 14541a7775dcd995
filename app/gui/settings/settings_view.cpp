#include "app/gui/settings/settings_view.h"

#include "app/gui/palette/actions.h"
#include "app/gui/settings/sections.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/notice.h"
#include "app/gui/widgets/text.h"
#include "imgui.h"

#include <array>

namespace throughline::gui::settings {
namespace {

constexpr float kListWidth = 216.0f;  // unscaled
constexpr float kPageWidth = 880.0f;
constexpr float kFoldBelow = 820.0f;  // the list becomes one choice above the page

const char* icon_of(std::size_t section) {
    constexpr std::array kIcons{icons::kFlag,     icons::kBoard,    icons::kChecklist,
                                icons::kDocument, icons::kTag,      icons::kBalance,
                                icons::kPeople,   icons::kCalendar, icons::kContrast};
    return kIcons[section % kIcons.size()];
}

rules::Right right_of(std::string_view section) {
    return section == "people" ? rules::Right::ManagePeople : rules::Right::Configure;
}

}  // namespace

struct SettingsView::State {
    std::size_t section = 0;
    bool scroll_up = false;
    Editor editor;
    ColumnForms columns;
    GateForms gates;
    TemplateForms templates;
    TaxonomyForms taxonomy;
    CalendarForms calendar;
    SleProposals proposals;

    void draw_list();
    void draw_page(Context& context);
    void draw_section(Context& context);
};

SettingsView::SettingsView() : state_(std::make_unique<State>()) {}
SettingsView::~SettingsView() = default;

void SettingsView::open(std::string_view section) {
    const std::size_t index = section_index(section);
    if (index < sections().size()) {
        state_->section = index;
        state_->scroll_up = true;
    }
}

std::string SettingsView::section() const {
    return std::string(sections()[state_->section].id);
}

bool SettingsView::is_busy() const {
    return state_->proposals.is_busy();
}

void SettingsView::add_actions(palette::Actions& actions) {
    for (std::size_t i = 0; i < sections().size(); ++i) {
        const Section& section = sections()[i];
        if (section.id == "people") continue;  // the workbench has it
        actions.add({.id = "settings." + std::string(section.id),
                     .title = "Settings: " + std::string(section.title),
                     .section = "Settings",
                     .icon = icon_of(i),
                     .keywords = std::string(section.keywords),
                     .run = [id = std::string(section.id)](Context& context) {
                         context.open_settings(id);
                     }});
    }
}

void SettingsView::draw(Context& context) {
    State& state = *state_;
    const Sizes& s = sizes();
    const bool folded = width_left() < kFoldBelow * s.scale;
    if (folded) {
        std::vector<ChoiceItem> items;
        for (const Section& section : sections())
            items.push_back({.label = section.title});
        int chosen = static_cast<int>(state.section);
        if (choice("sections", chosen, items, {.name = "Section"}) && chosen >= 0)
            state.section = static_cast<std::size_t>(chosen);
        gap(s.md);
    } else {
        ImGui::BeginChild("sections", {kListWidth * s.scale, 0}, ImGuiChildFlags_NavFlattened,
                          ImGuiWindowFlags_NoSavedSettings);
        state.draw_list();
        ImGui::EndChild();
        ImGui::SameLine(0, s.xl);
    }
    ImGui::BeginChild("page", {0, 0}, ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_NoSavedSettings);
    if (std::exchange(state.scroll_up, false)) ImGui::SetScrollY(0);
    state.draw_page(context);
    ImGui::EndChild();
}

void SettingsView::State::draw_list() {
    const Sizes& s = sizes();
    screen_header("Settings");
    gap(s.md);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {s.xs, s.xs});
    for (std::size_t i = 0; i < sections().size(); ++i) {
        const std::string id = "section:" + std::string(sections()[i].id);
        if (rail_item(id.c_str(), icon_of(i), sections()[i].title, section == i)) {
            section = i;
            scroll_up = true;
        }
    }
    ImGui::PopStyleVar();
}

void SettingsView::State::draw_page(Context& context) {
    const Sizes& s = sizes();
    const Section& present = sections()[section];
    const float width = std::min(width_left(), kPageWidth * s.scale);
    ImGui::BeginChild("column", {width, 0},
                      ImGuiChildFlags_NavFlattened | ImGuiChildFlags_AutoResizeY,
                      ImGuiWindowFlags_NoSavedSettings);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {s.md, s.sm});
    screen_header(present.title, present.text);
    gap(s.lg);
    const bool own = present.id == "appearance";
    const std::string locked =
        own ? "" : locked_words(context.workspace(), context.desk().actor(), right_of(present.id));
    if (!locked.empty()) {
        notice("locked", {.tone = Tone::Info, .text = locked, .icon = icons::kLock});
        gap(s.lg);
    }
    editor.begin(locked.empty());
    ImGui::PushID(present.id.data());
    draw_section(context);
    ImGui::PopID();
    gap(s.xl);
    ImGui::PopStyleVar();
    ImGui::EndChild();
    editor.end(context);
}

void SettingsView::State::draw_section(Context& context) {
    const std::string_view id = sections()[section].id;
    if (id == "board") draw_board(context, editor);
    if (id == "columns") draw_columns(context, editor, columns);
    if (id == "gates") draw_gates(context, editor, gates);
    if (id == "templates") draw_templates(context, editor, templates);
    if (id == "taxonomy") draw_taxonomy(context, editor, taxonomy);
    if (id == "score") draw_score(context, editor, proposals);
    if (id == "people") draw_people(context);
    if (id == "calendar") draw_calendar(context, editor, calendar);
    if (id == "appearance") draw_appearance(context);
}

}  // namespace throughline::gui::settings
