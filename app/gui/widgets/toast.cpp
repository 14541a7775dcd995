#include "app/gui/widgets/toast.h"

#include <algorithm>

#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/notice.h"
#include "app/gui/widgets/text.h"

namespace throughline::gui {
namespace {

struct ToastEvent {
    bool closed = false;
    bool action = false;
};

ToastEvent contents(const Toast& toast, int times) {
    ToastEvent event;
    const ToneColours& c = theme().tone(toast.tone);
    const float icon_px = text_px(text_size::kIcon);
    const float close = sizes().control_small;
    const TextStyle action_style{.size = text_size::kSmall, .weight = Weight::Semibold};
    const float action =
        toast.action.empty() ? 0.0f : text_width(toast.action, action_style) + sizes().xl;
    const std::string line =
        times > 1 ? toast.text + " (" + std::to_string(times) + ")" : toast.text;

    const ImVec2 start = ImGui::GetCursorScreenPos();
    const float width = width_left();
    const float room = width - icon_px - sizes().sm - close - action;
    const TextStyle body{.weight = Weight::Semibold};
    const TextStyle quiet{.size = text_size::kSmall, .colour = theme().text_muted};
    const float text_height =
        wrap_height(line, body, room) + wrap_height(toast.detail, quiet, room);
    const float height = std::max(text_height, close);
    const float top = start.y + (height - text_height) * 0.5f;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float first = wrap_height("x", body, room);
    draw_icon(list, {start.x + icon_px * 0.5f, top + first * 0.5f}, tone_icon(toast.tone), c.ink,
              text_size::kIcon + 1.0f);
    const float x = start.x + icon_px + sizes().sm;
    const float used = draw_wrapped(list, {x, top}, line, body, room);
    draw_wrapped(list, {x, top + used}, toast.detail, quiet, room);
    const float y = start.y + (height - close) * 0.5f;
    if (!toast.action.empty()) {
        ImGui::SetCursorScreenPos({start.x + width - close - action + sizes().xxs, y});
        event.action =
            button("action", toast.action,
                   {.kind = ButtonKind::Ghost, .size = ButtonSize::Small, .selected = true});
    }
    ImGui::SetCursorScreenPos({start.x + width - close + sizes().xs, y});
    event.closed = icon_button("close", icons::kClose, "Close",
                               {.kind = ButtonKind::Ghost, .size = ButtonSize::Small});
    ImGui::SetCursorScreenPos({start.x, start.y + height});
    ImGui::Dummy({1.0f, 0.0f});
    return event;
}

}  // namespace

void Toasts::push(Toast toast, double now_s) {
    if (!shown_.empty() && shown_.back().toast.text == toast.text &&
        shown_.back().toast.tone == toast.tone) {
        Shown& last = shown_.back();
        last.toast = std::move(toast);
        last.since_s = now_s;
        ++last.times;
        return;
    }
    if (!toast.topic.empty())
        std::erase_if(shown_, [&](const Shown& s) { return s.toast.topic == toast.topic; });
    shown_.push_back({.toast = std::move(toast), .since_s = now_s, .number = next_number_++});
    while (shown_.size() > kMostShown)
        shown_.pop_front();
}

std::optional<double> Toasts::next_deadline_s() const {
    std::optional<double> next;
    for (const Shown& shown : shown_) {
        if (shown.toast.lasts_s <= 0.0) continue;
        const double end = shown.since_s + shown.toast.lasts_s;
        next = next ? std::min(*next, end) : end;
    }
    return hovered_ ? std::nullopt : next;
}

void Toasts::expire(double now_s) {
    std::erase_if(shown_, [&](const Shown& s) {
        return s.toast.lasts_s > 0.0 && now_s >= s.since_s + s.toast.lasts_s;
    });
}

std::optional<std::string> Toasts::draw(double now_s) {
    // A toast under the pointer stays; its time goes on when the pointer leaves.
    if (hovered_) {
        for (Shown& shown : shown_)
            shown.since_s += now_s - held_since_s_;
    }
    held_since_s_ = now_s;
    expire(now_s);
    hovered_ = false;
    std::optional<std::string> action;
    const ImVec2 view = ImGui::GetMainViewport()->Size;
    float bottom = view.y - sizes().xl;
    std::uint64_t closed = 0;
    for (auto it = shown_.rbegin(); it != shown_.rend(); ++it) {
        ImGui::SetNextWindowPos({view.x - sizes().xl, bottom}, ImGuiCond_Always, {1.0f, 1.0f});
        ImGui::SetNextWindowSize({400.0f * sizes().scale, 0.0f});
        ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding,
                            {sizes().md + sizes().xxs, sizes().sm + sizes().xxs});
        ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, sizes().radius_card);
        ImGui::PushStyleColor(ImGuiCol_WindowBg, theme().surface_raised);
        ImGui::PushStyleColor(ImGuiCol_Border,
                              mix(theme().border, theme().tone(it->toast.tone).edge, 0.55f));
        const std::string name = "###toast/" + std::to_string(it->number);
        ImGui::Begin(name.c_str(), nullptr,
                     ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                         ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                         ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_AlwaysAutoResize |
                         ImGuiWindowFlags_NoNavFocus);
        if (ImGui::GetTopMostPopupModal() == nullptr)
            ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
        draw_window_shadow(sizes().radius_card);
        const ToastEvent event = contents(it->toast, it->times);
        hovered_ =
            hovered_ || ImGui::IsWindowHovered(ImGuiHoveredFlags_RootAndChildWindows |
                                               ImGuiHoveredFlags_AllowWhenBlockedByActiveItem);
        bottom -= ImGui::GetWindowHeight() + sizes().sm;
        ImGui::End();
        ImGui::PopStyleColor(2);
        ImGui::PopStyleVar(2);
        if (event.closed || event.action) closed = it->number;
        if (event.action) action = it->toast.action_id;
    }
    if (closed != 0) std::erase_if(shown_, [&](const Shown& s) { return s.number == closed; });
    return action;
}

}  // namespace throughline::gui
