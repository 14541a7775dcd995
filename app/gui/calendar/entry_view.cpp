// One entry as drawn, and the list of a day that has more of them than its place holds.
#include "app/gui/calendar/calendar_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/dialog.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/menu.h"
#include "app/gui/widgets/text.h"
#include "core/base/text.h"
#include "core/base/words.h"

#include <algorithm>
#include <utility>

namespace throughline::gui::calendar {
namespace {

constexpr float kLow = 23.0f;   // unscaled: one line of the title
constexpr float kHigh = 44.0f;  // two lines
constexpr float kFull = 62.0f;  // two lines, and where it stands
constexpr float kDayWidth = 420.0f;
constexpr float kDayHeight = 360.0f;
constexpr const char* kDay = "calendar-day";

Tone tone_of(EntryState state) {
    switch (state) {
        case EntryState::InProcess: return Tone::Accent;
        case EntryState::Blocked: return Tone::Danger;
        case EntryState::Done: return Tone::Success;
        case EntryState::Milestone: return Tone::Info;
        case EntryState::Waiting:
        case EntryState::Request:
        case EntryState::Step: break;
    }
    return Tone::Neutral;
}

}  // namespace

const char* icon_of(EntryState state) {
    switch (state) {
        case EntryState::Waiting: return icons::kStandard;
        case EntryState::InProcess: return icons::kPlay;
        case EntryState::Blocked: return icons::kBlocked;
        case EntryState::Done: return icons::kCheckCircle;
        case EntryState::Request: return icons::kInbox;
        case EntryState::Step: return icons::kChecklist;
        case EntryState::Milestone: return icons::kFlag;
    }
    return icons::kStandard;
}

std::string_view words_of(EntryState state) {
    switch (state) {
        case EntryState::Waiting: return "Not started";
        case EntryState::InProcess: return "In process";
        case EntryState::Blocked: return "Blocked";
        case EntryState::Done: return "Delivered or done";
        case EntryState::Request: return "Request";
        case EntryState::Step: return "Step of a card";
        case EntryState::Milestone: return "Milestone";
    }
    return "";
}

void draw_face(ImDrawList& list, const Box& box, const EntryFace& face, bool is_selected,
               bool is_hovered) {
    const Sizes& s = sizes();
    const ToneColours& tone = theme().tone(tone_of(face.state));
    const bool is_plain = face.state == EntryState::Waiting || face.state == EntryState::Request;
    list.AddRectFilled(box.min, box.max, is_plain ? theme().card : tone.soft, s.radius_sm);
    if (is_hovered) list.AddRectFilled(box.min, box.max, theme().hover, s.radius_sm);
    list.AddRect(box.min, box.max, is_plain ? theme().border_strong : tone.edge, s.radius_sm, 0,
                 s.hair);
    const float middle = (box.min.y + box.max.y) * 0.5f;
    const float mark = text_px(text_size::kIconSmall);
    const float height = box.max.y - box.min.y;
    const bool is_high = height >= kHigh * s.scale;
    // In a high one the objective's mark stands under the icon: the words need the width.
    const float shift = is_high && face.colour >= 0 ? mark * 0.6f : 0.0f;
    float left = box.min.x + s.xs + mark * 0.5f;
    draw_icon(list, {left, middle - shift}, icon_of(face.state), tone.ink, text_size::kIconSmall);
    if (face.colour >= 0) {
        const float x = is_high ? left : left + mark * 0.5f + s.sm;
        draw_category_dot(list, {x, middle + shift}, s.xs, static_cast<std::size_t>(face.colour));
        left = is_high ? left : x - s.xs;
    }
    left += mark * 0.5f + s.xs;
    float right = box.max.x - s.xs;
    const auto sign = [&](const char* glyph, ImU32 ink) {
        draw_icon(list, {right - mark * 0.5f, middle}, glyph, ink, text_size::kIconSmall);
        right -= mark + s.xxs;
    };
    if (face.is_late) sign(icons::kAlertCircle, theme().tone(Tone::Danger).ink);
    if (face.is_fixed) sign(icons::kFixedDate, theme().text_muted);
    const TextStyle style{
        .size = text_size::kSmall,
        .weight = face.state == EntryState::Done ? Weight::Regular : Weight::Semibold};
    const float width = right - left;
    if (!is_high) {
        draw_text_middle(list, {left, middle}, face.title, style, width);
    } else {
        const bool has_note = height >= kFull * s.scale;
        const std::string note =
            (face.key.empty() || face.state == EntryState::Step ? "" : face.key + ", ") +
            face.where;
        const float title = wrap_height(face.title, style, width, 2);
        const float whole = title + (has_note ? line_height(caption_style()) : 0.0f);
        const float top = middle - whole * 0.5f;
        draw_wrapped(list, {left, top}, face.title, style, width, 2);
        if (has_note) draw_text(list, {left, top + title}, note, caption_style(), width);
    }
    if (is_selected) draw_focus_ring(box.min, box.max, s.radius_sm);
}

float CalendarView::State::entry_height(std::size_t count, float room) const {
    const float high = (is_month ? kHigh : kFull) * sizes().scale;
    return static_cast<float>(count) * (high + sizes().xxs) <= room ? high : kLow * sizes().scale;
}

void CalendarView::State::draw_entry(Context& context, const EntryRef& entry, const Box& box,
                                     std::string_view scope) {
    const auto face = make_face(context.workspace(), model.workflow(), entry, today(context));
    if (!face) return;
    ImGui::SetCursorScreenPos(box.min);
    ImGui::SetNextItemAllowOverlap();
    const Pressable item = press_item((std::string(scope) + face->name).c_str(), face->title,
                                      {box.max.x - box.min.x, box.max.y - box.min.y});
    if (ImGui::IsItemActivated() && ImGui::IsMouseDown(ImGuiMouseButton_Left)) {
        hold(context, entry);
        // One at the side is chosen where it stands: its own page is another one.
        const auto day = standing_day(context.workspace(), model.workflow(), context.zone(), entry);
        select(entry, scope.empty() ? day.value_or(cursor) : cursor);
        in_undated = scope == kUndatedScope;
    }
    const bool is_chosen = entry == selected && !(drag.active && drag.entry == entry);
    draw_face(*ImGui::GetWindowDrawList(), box, *face, is_chosen, item.hovered);
    if (!drag.active) tooltip(face->whole);
    if (item.hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left))
        later.emplace_back([this, entry](Context& c) { open(c, entry); });
}

// All of a day in a list over its cell; pressing one opens it.
void CalendarView::State::draw_opened_day(Context& context) {
    if (!opened) return;
    const auto cell = cells.find(*opened);
    if (cell == cells.end()) {
        opened.reset();
        return;
    }
    if (std::exchange(opens_day, false)) open_popover(kDay);
    const float width = kDayWidth * sizes().scale;
    if (!begin_popover(kDay, cell->second.min, cell->second.max, width)) {
        if (!ImGui::IsPopupOpen(kDay)) opened.reset();
        return;
    }
    const std::span<const Entry> all = model.on(*opened);
    section_header(long_date(*opened), std::to_string(all.size()), "Enter opens one.");
    const float row = kFull * sizes().scale;
    const float height =
        std::min(kDayHeight * sizes().scale, static_cast<float>(all.size()) * (row + sizes().xs));
    ImGui::BeginChild("entries", {0, height}, ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_NoSavedSettings);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {sizes().xs, sizes().xs});
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(all.size()), row + sizes().xs);
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            const EntryRef entry = all[static_cast<std::size_t>(i)].ref;
            const auto face =
                make_face(context.workspace(), model.workflow(), entry, today(context));
            if (!face) continue;
            const RowState at = list_row(("in-day:" + face->name).c_str(), face->title, false, row);
            draw_face(*ImGui::GetWindowDrawList(), {at.min, at.max}, *face, at.focused, at.hovered);
            if (!at.pressed) continue;
            close_popover();
            later.emplace_back([this, entry](Context& c) { open(c, entry); });
        }
    }
    ImGui::PopStyleVar();
    ImGui::EndChild();
    end_popover();
}

}  // namespace throughline::gui::calendar
