// The report as it reads: a sheet of paper on which every number leads to what it was read from.
#include "app/gui/monthly/monthly_state.h"
#include "app/gui/palette/chart_view.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/canvas_imgui.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/menu.h"
#include "app/gui/widgets/progress.h"
#include "app/gui/widgets/testing.h"
#include "imgui.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace throughline::gui::monthly {
namespace {

constexpr float kPaper = 900.0f;  // unscaled widest
constexpr float kMargin = 44.0f;  // around the words
constexpr float kNarrowMargin = 22.0f;

ImVec2 moved(ImVec2 corner, ImVec2 by) {
    return {corner.x + by.x, corner.y + by.y};
}

// Shapes as in print: round, pointed, square.
void draw_mood(ImDrawList& list, ImVec2 left_middle, report::Mood mood) {
    const float r = 4.5f * sizes().scale;
    const ImVec2 at{left_middle.x + r, left_middle.y};
    switch (mood) {
        case report::Mood::Neutral: return;
        case report::Mood::Good:
            list.AddCircleFilled(at, r, theme().tone(Tone::Success).fill);
            return;
        case report::Mood::Watch:
            list.AddTriangleFilled({at.x, at.y - r}, {at.x + r, at.y + r}, {at.x - r, at.y + r},
                                   theme().tone(Tone::Warning).fill);
            return;
        case report::Mood::Bad:
            list.AddRectFilled({at.x - r, at.y - r}, {at.x + r, at.y + r},
                               theme().tone(Tone::Danger).fill);
            return;
    }
}

}  // namespace

void MonthlyView::State::draw_link(const Run& run, ImVec2 at) {
    const float mark = run.mood == report::Mood::Neutral ? 0.0f : mood_width();
    const float tall = line_height(run.style);
    ImGui::SetCursorScreenPos(at);
    const Pressable item = press_item(run.id.c_str(), run.text, {run.width, tall});
    if (item.visible) {
        ImDrawList& list = *ImGui::GetWindowDrawList();
        draw_mood(list, {item.min.x, item.middle().y}, run.mood);
        draw_text(list, {item.min.x + mark, item.min.y}, run.text, run.style);
        const bool lit = item.hovered || item.focused;
        const float y = item.max.y + sizes().hair;
        list.AddLine({item.min.x + mark, y}, {item.max.x, y},
                     lit ? theme().accent : theme().border_strong, sizes().hair);
        if (lit) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        focus_ring_of(item, sizes().radius_sm);
    }
    const Written* now = written.written();
    if (now != nullptr && (item.hovered || item.focused)) {
        const std::string evidence = now->document.evidence(run.figure);
        tooltip(evidence + (evidence.empty() ? "" : ". ") + std::string(follow_words(run.figure)));
    }
    if (item.pressed)
        later.push_back(
            [figure = run.figure, in = month](Context& context) { follow(context, figure, in); });
}

void MonthlyView::State::draw_runs(const Piece& piece, ImVec2 corner) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (const auto& [min, max] : piece.grounds) {
        list.AddRectFilled(moved(corner, min), moved(corner, max), theme().column,
                           sizes().radius_card);
    }
    for (const Run& run : piece.runs) {
        const ImVec2 at = moved(corner, run.at);
        if (run.line != nullptr) {
            ImGuiCanvas canvas(list, at, run.line->size);
            run.line->draw(canvas);
        } else if (!run.id.empty()) {
            draw_link(run, at);
        } else {
            const float mark = run.mood == report::Mood::Neutral ? 0.0f : mood_width();
            draw_mood(list, {at.x, at.y + line_height(run.style) * 0.5f}, run.mood);
            draw_text(list, {at.x + mark, at.y}, run.text, run.style);
        }
    }
    if (piece.has_rule) {
        const float y = corner.y + piece.bottom;
        list.AddLine({corner.x, y}, {corner.x + page.width, y}, theme().line, sizes().hair);
    }
}

void MonthlyView::State::draw_chart(Context& context, const Piece& piece, ImVec2 corner) {
    const ImVec2 at = moved(corner, piece.chart_at);
    const float scale = sizes().scale;
    if (const auto* drawn = std::get_if<report::Picture>(&piece.chart->drawn)) {
        ImDrawList& list = *ImGui::GetWindowDrawList();
        ImGuiCanvas canvas(list, at, drawn->size);
        list.PushClipRect(
            at, {at.x + piece.chart_width, at.y + static_cast<float>(drawn->size.height) * scale},
            true);
        drawn->draw(canvas);
        list.PopClipRect();
        return;
    }
    const auto& chart = std::get<report::Chart>(piece.chart->drawn);
    const auto height = static_cast<float>(report::kReportChart.height);
    ImGui::SetCursorScreenPos(at);
    ImGui::BeginChild(chart.name.c_str(), {piece.chart_width, height * scale},
                      ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoScrollbar |
                          ImGuiWindowFlags_NoScrollWithMouse);
    palette::draw_live(context, chart, height);
    ImGui::EndChild();
}

// Those in sight, and a page above and below so that the keyboard finds its way there.
void MonthlyView::State::draw_pieces(Context& context, const std::vector<Piece>& pieces,
                                     float height) {
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const ImVec2 top = ImGui::GetWindowPos();
    const float sight = ImGui::GetWindowHeight();
    const float from = top.y - sight - corner.y;
    const float to = top.y + 2.0f * sight - corner.y;
    auto piece = std::ranges::lower_bound(pieces, from, {}, &Piece::bottom);
    for (; piece != pieces.end() && piece->top < to; ++piece) {
        draw_runs(*piece, corner);
        if (piece->chart != nullptr) draw_chart(context, *piece, corner);
    }
    ImGui::SetCursorScreenPos(corner);
    ImGui::Dummy({page.width, height});
}

void MonthlyView::State::draw_section(Context& context, const SectionLayout& section) {
    const Sizes& s = sizes();
    ImGui::PushID(section.handle.c_str());
    gap(s.lg);
    const float left = ImGui::GetCursorPosX();
    text(section.title, {.size = text_size::kHeading * 1.08f, .weight = Weight::Semibold});
    const bool is_edited = editing && editing->section == section.handle;
    const bool has_words = section.handle != "evidence";
    if (!is_issued() && !is_edited && has_words) {
        const char* label = section.own.empty() ? "Add your words" : "Change your words";
        const ButtonOptions edit{.kind = ButtonKind::Ghost,
                                 .size = ButtonSize::Small,
                                 .icon = icons::kEdit,
                                 .disabled = !why_not_write.empty(),
                                 .disabled_why = why_not_write};
        ImGui::SameLine();
        ImGui::SetCursorPosX(left + page.width - button_width(label, edit));
        if (refocus == section.handle) {
            refocus.clear();
            ImGui::SetKeyboardFocusHere();
        }
        if (button(("words:" + section.handle).c_str(), label, edit)) begin_editing(section.handle);
    }
    gap(s.xs);
    if (is_edited) {
        ImGui::BeginChild("editor", {page.width, 0},
                          ImGuiChildFlags_NavFlattened | ImGuiChildFlags_AutoResizeY,
                          ImGuiWindowFlags_NoSavedSettings);
        draw_editor();
        ImGui::EndChild();
        gap(s.sm);
    } else {
        draw_pieces(context, section.own, section.own_height);
    }
    draw_pieces(context, section.drafted, section.drafted_height);
    ImGui::PopID();
}

void MonthlyView::State::draw_page(Context& context) {
    const Sizes& s = sizes();
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {s.xl, s.sm});
    ImGui::BeginChild("report-page", {0, 0},
                      ImGuiChildFlags_NavFlattened | ImGuiChildFlags_AlwaysUseWindowPadding,
                      ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_AlwaysVerticalScrollbar);
    ImGui::PopStyleVar();
    if (std::exchange(to_top, false)) ImGui::SetScrollY(0.0f);
    const Written* now = written.written();
    if (now == nullptr) {
        skeleton_lines(10);
        ImGui::EndChild();
        return;
    }
    const float paper = std::min(ImGui::GetContentRegionAvail().x, kPaper * s.scale);
    const float margin = (paper < 0.8f * kPaper * s.scale ? kNarrowMargin : kMargin) * s.scale;
    const Laid wanted{now->version, revision, std::floor(paper - 2.0f * margin), s.scale};
    if (wanted != laid) {
        laid = wanted;
        page = lay_out(now->document, now->is_issued ? nullptr : &texts, wanted.width);
    }
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.ChannelsSplit(2);
    list.ChannelsSetCurrent(1);
    ImGui::SetCursorScreenPos({corner.x + margin, corner.y + margin});
    ImGui::BeginGroup();
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {s.sm, 0.0f});
    draw_pieces(context, page.head, page.head_height);
    for (const SectionLayout& section : page.sections)
        draw_section(context, section);
    gap(s.lg);
    draw_pieces(context, page.foot, page.foot_height);
    ImGui::PopStyleVar();
    ImGui::EndGroup();
    const ImVec2 end{corner.x + paper, ImGui::GetItemRectMax().y + margin};
    list.ChannelsSetCurrent(0);
    list.AddRectFilled(corner, end, theme().card, s.radius_card);
    list.AddRect(corner, end, theme().border, s.radius_card, 0, s.hair);
    list.ChannelsMerge();
    ImGui::Dummy({paper, margin + s.lg});
    ImGui::EndChild();
}

}  // namespace throughline::gui::monthly
