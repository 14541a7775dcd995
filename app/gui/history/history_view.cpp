#include "app/gui/history/history_view.h"

#include "app/gui/history/history_model.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/field.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/menu.h"
#include "app/gui/widgets/notice.h"
#include "app/gui/widgets/progress.h"
#include "app/gui/widgets/testing.h"
#include "app/gui/widgets/text.h"
#include "core/base/text.h"
#include "core/base/words.h"
#include "imgui.h"

#include <array>

namespace throughline::gui::history {
namespace {

constexpr std::size_t kAhead = 60;  // lines kept loaded below the last one seen
constexpr float kTime = 52.0f;      // unscaled width of the time

// A chip at the right end; returns where the next one ends.
float draw_mark(ImDrawList& list, float right, float y, std::string_view word,
                const ChipStyle& style) {
    const ImVec2 size = chip_size(word, style);
    draw_chip(list, {right - size.x, y - size.y * 0.5f}, word, style);
    return right - size.x - sizes().sm;
}

float draw_marks(ImDrawList& list, const HistoryRow& row, float right, float y) {
    if (row.undone)
        right = draw_mark(list, right, y, "undone", {.tone = Tone::Neutral, .icon = icons::kUndo});
    if (row.is_undo)
        right = draw_mark(list, right, y, "undo", {.tone = Tone::Info, .icon = icons::kUndo});
    if (row.override_used)
        right =
            draw_mark(list, right, y, "override", {.tone = Tone::Warning, .icon = icons::kUnlock});
    if (row.refused)
        right =
            draw_mark(list, right, y, "refused", {.tone = Tone::Danger, .icon = icons::kBlocked});
    return right;
}

}  // namespace

struct HistoryView::State {
    HistoryModel model;
    std::size_t seen = 0;  // the last line drawn
    struct Goal {
        Day day;
        HistoryFilter filter;
        bool reached = false;
    };
    std::optional<Goal> goal;  // what was asked for from elsewhere; forgotten with its filter

    void go_on();
    void draw_filter(Context& context);
    void draw_list(Context& context);
    void draw_heading(Day day, Day today) const;
    void draw_row(Context& context, const HistoryRow& row);
};

HistoryView::HistoryView() : state_(std::make_unique<State>()) {}
HistoryView::~HistoryView() = default;
bool HistoryView::is_busy() const {
    return state_->model.is_loading();
}

void HistoryView::open(Day day, Kind kind) {
    state_->goal = State::Goal{day, {.person = {}, .kind = kind, .words = {}}};
    state_->model.filter = state_->goal->filter;
}

void HistoryView::draw(Context& context) {
    State& state = *state_;
    if (state.goal && state.goal->filter != state.model.filter) state.goal.reset();
    const bool is_going = state.goal && !state.goal->reached;
    state.model.refresh(context, (is_going ? state.model.lines().size() + 1 : state.seen) + kAhead);
    screen_header("History",
                  "Everything that happened on this board, newest first. Nothing in it can be "
                  "changed; what was undone stays, marked.");
    gap(sizes().md);
    state.draw_filter(context);
    gap(sizes().sm);
    if (!state.model.problem().empty()) {
        notice("problem", {.tone = Tone::Danger,
                           .title = "The history cannot be read",
                           .text = state.model.problem()});
    }
    state.draw_list(context);
}

void HistoryView::State::draw_filter(Context& context) {
    const Sizes& s = sizes();
    const float words = std::clamp(width_left() * 0.34f, 160.0f * s.scale, 360.0f * s.scale);
    search_box("words", model.filter.words, "Card, column or words", {}, words);
    ImGui::SameLine(0, s.sm);
    std::vector<ChoiceItem> people;
    std::vector<model::PersonId> ids;
    int chosen = kNoChoice;
    for (const model::Person& person : context.workspace().rows<model::Person>()) {
        if (person.id == model.filter.person) chosen = static_cast<int>(ids.size());
        ids.push_back(person.id);
        people.push_back({.label = person.name.empty() ? person.handle : person.name,
                          .category = static_cast<int>(static_cast<std::size_t>(person.id.value) %
                                                       kCategoryCount),
                          .person = true});
    }
    if (choice("person", chosen, people,
               {.placeholder = "Everybody", .name = "Person", .width = 180.0f * s.scale},
               "Everybody")) {
        model.filter.person =
            chosen < 0 ? model::PersonId{} : ids[static_cast<std::size_t>(chosen)];
    }
    ImGui::SameLine(0, s.sm);
    std::vector<ChoiceItem> kinds;
    for (int i = 0; i < kKindCount; ++i)
        kinds.push_back({.label = title_of(static_cast<Kind>(i))});
    int kind = static_cast<int>(model.filter.kind);
    if (choice("kind", kind, kinds, {.name = "Kind", .width = 180.0f * s.scale}))
        model.filter.kind = static_cast<Kind>(std::max(kind, 0));
    if (!model.filter.is_empty()) {
        ImGui::SameLine(0, s.md);
        ImGui::AlignTextToFramePadding();
        text(plural(static_cast<std::int64_t>(model.shown()), "entry", "entries") + " of " +
                 std::to_string(model.loaded()) + (model.has_all() ? "" : " read so far"),
             caption_style());
    }
}

// Scrolls to the entries of the day gone to, or the ones before; days run down to the past.
void HistoryView::State::go_on() {
    const auto lines = model.lines();
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].heading && *lines[i].heading <= goal->day) {
            ImGui::SetScrollY(static_cast<float>(i) * (sizes().row + sizes().xs));
            goal->reached = true;
            return;
        }
    }
    goal->reached = model.has_all();
}

void HistoryView::State::draw_list(Context& context) {
    const Sizes& s = sizes();
    begin_panel("list", {0, ImGui::GetContentRegionAvail().y});
    if (goal && !goal->reached) go_on();
    const auto lines = model.lines();
    if (lines.empty() && !model.is_loading() && model.has_all()) {
        if (model.filter.is_empty()) {
            (void)empty_state(
                "empty",
                {.icon = icons::kHistory,
                 .title = "Nothing has happened yet",
                 .text =
                     "Every move, decision and change of a setting is written here by itself."});
        } else {
            const std::array<NoticeAction, 1> actions{
                {{.id = "clear", .label = "Show everything"}}};
            if (empty_state("none", {.icon = icons::kFilter,
                                     .title = "No entry fits",
                                     .text = "Choose another person or kind, or fewer words.",
                                     .actions = actions}) == 0)
                model.filter = {};
        }
    }
    const Day today = context.zone().day(context.now());
    const float height = s.row + s.xs;
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {0, 0});
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(lines.size()), height);
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            const HistoryLine& line = lines[static_cast<std::size_t>(i)];
            if (line.heading) {
                draw_heading(*line.heading, today);
            } else {
                draw_row(context, model.row(line));
            }
        }
        seen = static_cast<std::size_t>(std::max(0, clipper.DisplayEnd));
    }
    ImGui::PopStyleVar();
    if (model.is_loading() && !model.has_all()) skeleton_lines(3);
    end_panel();
}

void HistoryView::State::draw_heading(Day day, Day today) const {
    const Sizes& s = sizes();
    const float height = s.row + s.xs;
    const ImVec2 at = place({width_left(), height});
    draw_text_middle(
        *ImGui::GetWindowDrawList(), {at.x + s.sm, at.y + height * 0.6f}, day_words(day, today),
        {.size = text_size::kSmall, .weight = Weight::Semibold, .colour = theme().text_muted});
}

void HistoryView::State::draw_row(Context& context, const HistoryRow& row) {
    const Sizes& s = sizes();
    const Theme& t = theme();
    const std::string id = "entry:" + std::to_string(row.seq);
    const RowState state =
        list_row(id.c_str(), row.who + " " + row.act, goal && goal->day == row.day, s.row + s.xs);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float y = (state.min.y + state.max.y) * 0.5f;
    float x = state.min.x + s.sm;
    draw_text_middle(list, {x, y}, row.time, {.size = text_size::kSmall, .colour = t.text_muted});
    x += kTime * s.scale;
    if (row.person) {
        draw_avatar(list, {x + s.avatar_small * 0.5f, y},
                    {.name = row.who,
                     .colour = static_cast<std::size_t>(row.person.value) % kCategoryCount,
                     .size = s.avatar_small});
    } else {
        draw_icon(list, {x + s.avatar_small * 0.5f, y}, icons::kLayers, t.text_muted);
    }
    x += s.avatar_small + s.sm;
    const float right = draw_marks(list, row, state.max.x - s.sm, y);
    const ImU32 ink = row.undone ? t.text_muted : t.text;
    const float begin = x;
    x += draw_text_middle(list, {x, y}, row.who, {.weight = Weight::Semibold, .colour = ink},
                          right - x) +
         s.xs;
    x += draw_text_middle(list, {x, y}, row.act, {.colour = ink}, std::max(0.0f, right - x));
    if (row.undone) list.AddLine({begin, y + s.hair}, {x, y + s.hair}, t.text_muted, s.hair);
    const std::string help =
        row.who + " " + row.act + "\n" + moment_words(context.zone(), row.when) + ", entry " +
        std::to_string(row.seq) + (row.refused ? "\nRefused by a rule: nothing was changed." : "") +
        (row.card ? "\nPress to open the card." : "");
    tooltip(help);
    if (state.pressed && row.card) context.open_card(row.card);
}

}  // namespace throughline::gui::history
