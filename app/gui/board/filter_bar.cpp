#include <algorithm>

#include "app/gui/board/board_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/dialog.h"
#include "app/gui/widgets/field.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/menu.h"
#include "app/gui/widgets/testing.h"
#include "app/gui/widgets/text.h"
#include "core/base/text.h"

namespace throughline::gui::board {
namespace {

struct LaneChoice {
    const char* word;
    const char* label;
    const char* icon;
};
constexpr std::array kLanes{LaneChoice{"", "No lanes", icons::kBoard},
                            LaneChoice{"objective", "By objective", icons::kTarget},
                            LaneChoice{"dri", "By DRI", icons::kPerson},
                            LaneChoice{"class", "By class of service", icons::kExpedite},
                            LaneChoice{"type", "By request type", icons::kTag},
                            LaneChoice{"bet", "By big bet", icons::kFlag}};

constexpr const char* kSaveDialog = "save-view";
constexpr std::size_t kMostPeople = 5;

// "12 of 340 cards", limits of the whole board, in one quiet line. Result: its width.
std::string summary(const BoardModel& model, const BoardFill& fill) {
    std::string words = model.is_filtered() ? std::to_string(model.shown()) + " of " +
                                                  plural(model.total(), "card", "cards")
                                            : plural(model.total(), "card", "cards");
    if (fill.board.state != FillState::NoLimit)
        words += "  ·  board " + fill.board.numbers + ", " + fill.board.words;
    if (fill.expedites.state != FillState::NoLimit && fill.expedite_count > 0)
        words += "  ·  expedite lane " + fill.expedites.numbers + ", " + fill.expedites.words;
    return words;
}

}  // namespace

void BoardView::State::draw_filter_bar(Context& context) {
    const Sizes& s = sizes();
    FilterState& filter = context.filter();
    if (chips_revision != context.desk().revision() || chips_query != filter.query) {
        chips = quick_chips(context.workspace(), filter.query, kMostPeople);
        chips_revision = context.desk().revision();
        chips_query = filter.query;
    }
    const ImVec2 start = ImGui::GetCursorScreenPos();
    const float width = width_left();
    ImGui::SetCursorScreenPos({start.x + s.lg, start.y + s.sm});
    ImGui::BeginGroup();
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {s.xs + s.xxs, s.xs});
    const float right_part = button_width("Views", {.icon = icons::kBookmark}) +
                             button_width("By class of service", {.icon = icons::kBoard}) + s.xl;
    draw_query(context, std::clamp(width * 0.28f, 200.0f * s.scale, 380.0f * s.scale));
    const float chips_right = start.x + width - s.lg - right_part;
    draw_chips(context, chips_right);
    ImGui::SameLine();
    const auto lane = std::find_if(kLanes.begin(), kLanes.end(),
                                   [&](const LaneChoice& one) { return one.word == filter.lanes; });
    const LaneChoice& current = lane == kLanes.end() ? kLanes.front() : *lane;
    const float buttons = button_width(current.label, {.icon = icons::kLayers}) + s.sm +
                          button_width("Views", {.icon = icons::kBookmark});
    ImGui::SetCursorScreenPos({start.x + width - s.lg - buttons, start.y + s.sm});
    if (button("lanes", current.label,
               {.kind = ButtonKind::Secondary,
                .icon = icons::kLayers,
                .shortcut = "L",
                .tooltip = "Swimlanes"}))
        open_menu("lanes-menu");
    if (begin_menu_at("lanes-menu", ImGui::GetItemRectMin(), ImGui::GetItemRectMax())) {
        for (const LaneChoice& one : kLanes) {
            const std::string id =
                std::string("lane-by-") + (*one.word == '\0' ? "none" : one.word);
            if (menu_item(id.c_str(), one.label,
                          {.icon = one.icon, .selected = filter.lanes == one.word})) {
                later.emplace_back([word = one.word](Context& c) { c.filter().lanes = word; });
            }
        }
        end_menu();
    }
    ImGui::SameLine(0, s.sm);
    draw_views(context);
    ImGui::PopStyleVar();
    ImGui::EndGroup();
    draw_save_view(context);

    const float y = start.y + s.sm + s.control + s.xs + s.sm;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (!model.query_error().empty()) {
        draw_icon(list, {start.x + s.lg + s.sm, y}, icons::kAlert, theme().tone(Tone::Danger).ink,
                  text_size::kIconSmall);
        draw_text_middle(list, {start.x + s.lg + s.xl, y}, model.query_error(),
                         tone_style(Tone::Danger, text_size::kCaption), width - s.xxl);
    } else {
        draw_text_middle(list, {start.x + s.lg, y},
                         summary(model, board_fill_words(context.workspace())), caption_style(),
                         width - s.xxl);
    }
    ImGui::SetCursorScreenPos({start.x, y + s.md});
}

void BoardView::State::draw_query(Context& context, float width) {
    FilterState& filter = context.filter();
    const ImVec2 min = ImGui::GetCursorScreenPos();
    const FieldResult typed = search_box("filter", filter.query, "Filter cards", "/", width,
                                         std::exchange(focus_filter, false));
    draw_suggestions(context, min, {min.x + width, min.y + sizes().control}, typed.active);
    ImGui::SetCursorScreenPos({min.x + width, min.y});
    ImGui::Dummy({0, sizes().control});
}

// What the word being typed could become; Down chooses, Enter or Tab takes.
void BoardView::State::draw_suggestions(Context& context, ImVec2 min, ImVec2 max, bool active) {
    FilterState& filter = context.filter();
    if (!active || filter.query.empty()) {
        suggestion = -1;
        return;
    }
    if (suggested_for != filter.query) {
        const model::QueryContext asked{.workspace = context.workspace(),
                                        .zone = context.zone(),
                                        .now = context.now(),
                                        .me = context.desk().actor()};
        suggestions = model::suggest(filter.query, filter.query.size(), asked, 8);
        suggested_for = filter.query;
    }
    const std::vector<model::QuerySuggestion> rows = suggestions;
    if (rows.empty()) return;
    const ImGuiID owner = ImGui::GetID("suggest-keys");
    for (const ImGuiKey key : {ImGuiKey_UpArrow, ImGuiKey_DownArrow})
        ImGui::SetKeyOwner(key, owner);
    if (suggestion >= 0) ImGui::SetKeyOwner(ImGuiKey_Tab, owner);
    const int count = static_cast<int>(rows.size());
    if (ImGui::IsKeyPressed(ImGuiKey_DownArrow)) suggestion = std::min(suggestion + 1, count - 1);
    if (ImGui::IsKeyPressed(ImGuiKey_UpArrow)) suggestion = std::max(suggestion - 1, -1);
    suggestion = std::min(suggestion, count - 1);
    int taken = -1;
    if (suggestion >= 0 &&
        (ImGui::IsKeyPressed(ImGuiKey_Enter, false) || ImGui::IsKeyPressed(ImGuiKey_Tab, false)))
        taken = suggestion;

    const Sizes& s = sizes();
    ImGui::SetNextWindowPos({min.x, max.y + s.xs});
    ImGui::SetNextWindowSize({std::max(max.x - min.x, 300.0f * s.scale), 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {s.xs, s.xs});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    ImGui::PushStyleColor(ImGuiCol_WindowBg, theme().surface_raised);
    ImGui::Begin("###filter-suggestions", nullptr,
                 ImGuiWindowFlags_Tooltip | ImGuiWindowFlags_NoDecoration |
                     ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoNav |
                     ImGuiWindowFlags_AlwaysAutoResize);
    for (int i = 0; i < count; ++i) {
        const model::QuerySuggestion& row = rows[static_cast<std::size_t>(i)];
        const ImVec2 at = place({width_left(), s.control_small});
        const ImVec2 to{at.x + width_left(), at.y + s.control_small};
        ImDrawList& list = *ImGui::GetWindowDrawList();
        if (i == suggestion) list.AddRectFilled(at, to, theme().selected, s.radius_sm);
        const float y = (at.y + to.y) * 0.5f;
        const float used =
            draw_text_middle(list, {at.x + s.sm, y}, row.text, {.weight = Weight::Semibold});
        draw_text_middle(list, {at.x + s.sm + used + s.md, y}, row.label, muted_style(),
                         to.x - at.x - used - s.xxl);
    }
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
    if (taken < 0) return;
    const model::QuerySuggestion& row = rows[static_cast<std::size_t>(taken)];
    filter.query.replace(row.begin, row.end - row.begin, row.text);
    if (!filter.query.ends_with(':')) filter.query += ' ';
    suggestion = -1;
    focus_filter = true;
    ImGui::GetCurrentContext()->InputTextState.ReloadUserBufAndMoveToEnd();
}

void BoardView::State::draw_chips(Context& context, float right) {
    const Sizes& s = sizes();
    for (const QuickChip& one : chips) {
        const std::string id = one.field + ":" + one.value;
        const ChipStyle style{.icon = one.value == "blocked"      ? icons::kBlocked
                                      : one.value == "expedite"   ? icons::kExpedite
                                      : one.value == "fixed-date" ? icons::kFixedDate
                                      : one.value == "overdue"    ? icons::kAlert
                                      : one.value == "me"         ? icons::kPerson
                                                                  : nullptr};
        const float width = one.person ? s.avatar + s.xs : chip_size(one.label, style).x + s.sm;
        ImGui::SameLine(0.0f, one.person ? s.xxs : s.xs);
        if (ImGui::GetCursorScreenPos().x + width > right) return;
        const auto toggle = [&] {
            later.emplace_back([one](Context& c) {
                c.filter().query = toggle_term(c.filter().query, one.field, one.value);
            });
        };
        if (!one.person) {
            if (chip_button(id.c_str(), one.label, one.on, style)) toggle();
            continue;
        }
        const Pressable item =
            press_item(id.c_str(), one.label, {s.avatar + s.xs, s.avatar + s.xs});
        if (item.pressed) toggle();
        ImDrawList& list = *ImGui::GetWindowDrawList();
        if (item.hovered)
            list.AddCircleFilled(item.middle(), s.avatar * 0.5f + s.xxs, theme().hover);
        if (one.on)
            list.AddCircle(item.middle(), s.avatar * 0.5f + s.hair, theme().accent, 0,
                           s.focus_ring);
        draw_avatar(list, item.middle(),
                    {.name = one.label,
                     .colour = static_cast<std::size_t>(one.category),
                     .size = s.avatar - s.xs});
        focus_ring_of(item, s.avatar * 0.5f);
        tooltip(one.label + ", " + plural(one.count, "card", "cards"));
    }
    (void)context;
}

void BoardView::State::draw_views(Context& context) {
    const FilterState& filter = context.filter();
    if (button("views", "Views",
               {.kind = ButtonKind::Secondary, .icon = icons::kBookmark, .tooltip = "Saved views"}))
        open_menu("views-menu");
    if (!begin_menu_at("views-menu", ImGui::GetItemRectMin(), ImGui::GetItemRectMax())) return;
    const auto views =
        saved_views(context.workspace(), context.desk().actor(), filter.query, filter.lanes);
    if (views.empty()) menu_heading("No saved views yet");
    for (const ViewRow& view : views) {
        const std::string id = "view:" + view.name;
        const std::string label = view.shared ? view.name + "  (everybody's)" : view.name;
        if (menu_item(id.c_str(), label, {.icon = icons::kBookmark, .selected = view.current})) {
            later.emplace_back(
                [view](Context& c) { c.filter() = {.query = view.query, .lanes = view.lanes}; });
        }
    }
    menu_separator();
    if (menu_item("save-view", "Save this view…", {.icon = icons::kSave})) {
        view_name.clear();
        view_shared = false;
        later.emplace_back([](Context&) { open_dialog(kSaveDialog); });
    }
    const auto current =
        std::find_if(views.begin(), views.end(), [](const ViewRow& view) { return view.current; });
    if (current != views.end() && menu_item("delete-view", "Delete '" + current->name + "'",
                                            {.icon = icons::kDelete, .danger = true})) {
        later.emplace_back([id = current->id, name = current->name](Context& c) {
            (void)c.run_with_undo(rules::RemoveView{.view = id}, "Deleted the view " + name);
        });
    }
    if (!filter.query.empty() || !filter.lanes.empty()) {
        if (menu_item("clear-filter", "Show everything",
                      {.icon = icons::kClose, .shortcut = "Shift+F"}))
            later.emplace_back([](Context& c) { c.filter() = {}; });
    }
    end_menu();
}

void BoardView::State::draw_save_view(Context& context) {
    if (!begin_dialog(kSaveDialog, {.title = "Save this view",
                                    .text = "Keeps the filter and the lanes under a name.",
                                    .icon = icons::kBookmark,
                                    .confirm = "Save view",
                                    .confirm_enabled = !trim(view_name).empty(),
                                    .confirm_disabled_why = "Give it a name first."}))
        return;
    text_field("view-name", view_name, {.label = "Name", .placeholder = "Blocked, by person"});
    checkbox("view-shared", "For everybody on this board", view_shared);
    if (end_dialog() != DialogResult::Confirmed) return;
    const rules::SaveView command{.name = std::string(trim(view_name)),
                                  .query = context.filter().query,
                                  .lanes = context.filter().lanes,
                                  .shared = view_shared};
    later.emplace_back([command](Context& c) {
        (void)c.run_with_undo(command, "Saved the view " + command.name);
    });
}

}  // namespace throughline::gui::board
