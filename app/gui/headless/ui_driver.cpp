#include "app/gui/headless/ui_driver.h"

#include <algorithm>
#include <stdexcept>

namespace throughline::gui::headless {
namespace {

constexpr double kLongAgo_s = -1e9;  // keeps two clicks from being one double click
constexpr int kDragSteps = 8;

std::string_view shown_part(std::string_view label) {
    return label.substr(0, label.find("##"));
}

std::string_view id_part(std::string_view label) {
    const std::size_t at = label.find("##");
    if (at == std::string_view::npos) return label;
    label.remove_prefix(at);
    while (!label.empty() && label.front() == '#')
        label.remove_prefix(1);
    return label;
}

}  // namespace

UiDriver::UiDriver(std::function<void()> frame, const StageOptions& options)
    : stage_(std::move(frame), options) {
    ImGui::SetCurrentContext(&stage_.context());
    ImGuiIO& settings = io();
    settings.ConfigInputTrickleEventQueue = true;
    settings.ConfigErrorRecoveryEnableAssert = true;
    set_item_recorder(stage_.context(), this);
    stage_.before_frame = [this] { texts_.clear(); };
}

UiDriver::~UiDriver() {
    set_item_recorder(stage_.context(), nullptr);
}

ImGuiIO& UiDriver::io() {
    return stage_.context().IO;
}

void UiDriver::item_add(ImGuiContext& context, unsigned id, const ImRect& rect) {
    Item& item = items_[id];
    const ImGuiWindow* window = context.CurrentWindow;
    item = {.id = id,
            .rect = rect,
            .clip = window != nullptr ? window->ClipRect : rect,
            .window = window != nullptr ? window->Name : "",
            .frame = stage_.frame_number(),
            .seed = window != nullptr && !window->IDStack.empty() ? window->IDStack.back() : 0,
            .disabled = (context.CurrentItemFlags & ImGuiItemFlags_Disabled) != 0};
}

void UiDriver::item_info(ImGuiContext&, unsigned id, std::string_view label, int status_flags) {
    if (id == 0) {
        texts_.emplace_back(label);
        return;
    }
    Item& item = items_[id];
    item.label = label;
    item.status = status_flags;
}

// Widgets that report no label (ImGui's own combo) are known by the hash of their name.
bool UiDriver::is_called(const Item& item, std::string_view name) const {
    if (item.label.empty()) return item.id == ImHashStr(name.data(), name.size(), item.seed);
    return item.label == name || shown_part(item.label) == name || id_part(item.label) == name;
}

const UiDriver::Item* UiDriver::find(std::string_view name) const {
    const Item* hit = nullptr;
    const Item* by_path = nullptr;
    const std::size_t slash = name.find('/');
    const std::string_view window = name.substr(0, slash);
    const std::string_view rest = slash == std::string_view::npos ? name : name.substr(slash + 1);
    for (const auto& [id, item] : items_) {
        if (item.frame != stage_.frame_number()) continue;
        if (is_called(item, name)) {
            if (hit != nullptr)
                throw std::runtime_error("two items are called '" + std::string(name) + "'");
            hit = &item;
        } else if (slash != std::string_view::npos &&
                   item.window.find(window) != std::string::npos && is_called(item, rest)) {
            by_path = &item;
        }
    }
    return hit != nullptr ? hit : by_path;
}

const UiDriver::Item& UiDriver::need(std::string_view name) const {
    if (const Item* item = find(name)) return *item;
    std::string message = "no item '" + std::string(name) + "'; on screen:";
    for (const std::string& other : names())
        message += "\n  " + other;
    throw std::runtime_error(message);
}

bool UiDriver::visible(std::string_view name) const {
    const Item* item = find(name);
    return item != nullptr && item->clip.Overlaps(item->rect);
}

bool UiDriver::focused(std::string_view name) const {
    const ImGuiContext& context = const_cast<UiDriver*>(this)->stage_.context();
    return context.NavId == need(name).id;
}

std::vector<std::string> UiDriver::names() const {
    std::vector<std::string> result;
    for (const auto& [id, item] : items_) {
        if (item.frame == stage_.frame_number() && !item.label.empty())
            result.push_back(item.window + "/" + item.label);
    }
    std::sort(result.begin(), result.end());
    return result;
}

bool UiDriver::shows(std::string_view text) const {
    return std::any_of(texts_.begin(), texts_.end(),
                       [&](const std::string& t) { return t.find(text) != std::string::npos; });
}

std::vector<std::string> UiDriver::texts() const {
    return texts_;
}

ImVec2 UiDriver::centre(std::string_view name, ImVec2 anchor) const {
    const Item& item = need(name);
    ImRect rect = item.rect;
    rect.ClipWith(item.clip);
    if (rect.IsInverted() || rect.GetArea() <= 0.0f) {
        throw std::runtime_error("'" + std::string(name) + "' is scrolled out of view");
    }
    return {ImLerp(rect.Min.x, rect.Max.x, anchor.x), ImLerp(rect.Min.y, rect.Max.y, anchor.y)};
}

void UiDriver::draw_first() {
    if (stage_.frame_number() == 0) frames(3);
}

void UiDriver::mouse(ImVec2 point) {
    io().AddMousePosEvent(point.x, point.y);
    frames(2);
}

void UiDriver::hover(std::string_view name) {
    draw_first();
    mouse(centre(name));
    frames(60);  // long enough for a tooltip
}

void UiDriver::click_at(ImVec2 point, int button) {
    mouse(point);
    io().AddMouseButtonEvent(button, true);
    frames(1);
    io().AddMouseButtonEvent(button, false);
    frames(2);
    io().MouseClickedTime[button] = kLongAgo_s;
}

void UiDriver::click(std::string_view name, int button) {
    draw_first();
    click_at(centre(name), button);
}

void UiDriver::double_click(std::string_view name) {
    draw_first();
    mouse(centre(name));
    for (int i = 0; i < 2; ++i) {
        io().AddMouseButtonEvent(0, true);
        frames(1);
        io().AddMouseButtonEvent(0, false);
        frames(1);
    }
    frames(1);
    io().MouseClickedTime[0] = kLongAgo_s;
}

void UiDriver::drag_begin(std::string_view from) {
    draw_first();
    drag_at_ = centre(from);
    mouse(drag_at_);
    io().AddMouseButtonEvent(0, true);
    frames(1);
}

void UiDriver::drag_to(ImVec2 point) {
    for (int i = 1; i <= kDragSteps; ++i) {
        const float part = static_cast<float>(i) / kDragSteps;
        io().AddMousePosEvent(ImLerp(drag_at_.x, point.x, part), ImLerp(drag_at_.y, point.y, part));
        frames(1);
    }
    drag_at_ = point;
    frames(1);
}

void UiDriver::drag_to(std::string_view name, ImVec2 anchor) {
    drag_to(centre(name, anchor));
}

void UiDriver::drop() {
    io().AddMouseButtonEvent(0, false);
    frames(2);
    io().MouseClickedTime[0] = kLongAgo_s;
}

void UiDriver::drag(std::string_view from, std::string_view to, ImVec2 to_anchor) {
    draw_first();
    const ImVec2 target = centre(to, to_anchor);
    drag_begin(from);
    drag_to(target);
    drop();
}

void UiDriver::scroll(ImVec2 at, float lines) {
    mouse(at);
    io().AddMouseWheelEvent(0.0f, lines);
    frames(2);
}

void UiDriver::scroll(std::string_view name, float lines) {
    draw_first();
    scroll(centre(name), lines);
}

void UiDriver::type(std::string_view utf8) {
    const std::string copy(utf8);
    io().AddInputCharactersUTF8(copy.c_str());
    do {
        frames(1);
    } while (stage_.context().InputEventsQueue.Size > 0);
    frames(1);
}

void UiDriver::key(ImGuiKeyChord chord, int times) {
    constexpr ImGuiKey kMods[] = {ImGuiMod_Ctrl, ImGuiMod_Shift, ImGuiMod_Alt, ImGuiMod_Super};
    const auto plain = static_cast<ImGuiKey>(chord & ~ImGuiMod_Mask_);
    for (int i = 0; i < times; ++i) {
        for (const ImGuiKey mod : kMods) {
            if ((chord & mod) != 0) io().AddKeyEvent(mod, true);
        }
        io().AddKeyEvent(plain, true);
        frames(2);
        io().AddKeyEvent(plain, false);
        for (const ImGuiKey mod : kMods) {
            if ((chord & mod) != 0) io().AddKeyEvent(mod, false);
        }
        frames(2);
    }
}

void UiDriver::fill(std::string_view name, std::string_view text) {
    click(name);
    key(ImGuiMod_Ctrl | ImGuiKey_A);
    key(ImGuiKey_Delete);
    type(text);
}

}  // namespace throughline::gui::headless
