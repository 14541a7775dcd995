#include "app/gui/widgets/dialog.h"

#include <algorithm>
#include <cfloat>
#include <map>
#include <string>
#include <vector>

#include "app/gui/theme/context_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/text.h"

namespace throughline::gui {
namespace {

// Texts are copied: the caller's views may end between begin and end.
struct OpenDialog {
    std::string id, confirm, cancel, why;
    bool confirm_enabled = true;
    bool enter_confirms = true;
    Tone tone = Tone::Neutral;
};

struct DialogState {
    std::vector<OpenDialog> stack;           // being drawn, innermost last
    std::map<ImGuiID, bool> top_last_frame;  // nothing was open over it
};

ImGuiID scope_id() {
    return ImHashStr("throughline/dialogs");
}

// Dialogs have one name for the whole window, whatever id scope opens them.
class DialogScope {
public:
    DialogScope() { ImGui::PushOverrideID(scope_id()); }
    ~DialogScope() { ImGui::PopID(); }
    DialogScope(const DialogScope&) = delete;
    DialogScope& operator=(const DialogScope&) = delete;
};

std::string window_name(const char* id) {
    return std::string("###dialog/") + id;
}

void draw_header(const DialogOptions& o) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float badge = sizes().control + sizes().xs;
    const float top = ImGui::GetCursorScreenPos().y;
    if (o.icon != nullptr) {
        const ToneColours& c = theme().tone(o.tone == Tone::Neutral ? Tone::Accent : o.tone);
        const ImVec2 at = ImGui::GetCursorScreenPos();
        const ImVec2 centre{at.x + badge * 0.5f, at.y + badge * 0.5f};
        list.AddCircleFilled(centre, badge * 0.5f, c.soft);
        draw_icon(list, centre, o.icon, c.ink, text_size::kIcon + 2.0f);
        ImGui::SetCursorScreenPos({at.x + badge + sizes().md, at.y});
    }
    ImGui::BeginGroup();
    const float room = width_left();
    if (o.icon != nullptr && o.text.empty()) gap((badge - text_px(text_size::kTitle)) * 0.5f);
    paragraph(o.title, title_style(), room);
    if (!o.text.empty()) {
        gap(sizes().xs);
        paragraph(o.text, muted_style(), room);
    }
    ImGui::EndGroup();
    // The badge may reach lower than the words beside it.
    const float below = top + badge - ImGui::GetCursorScreenPos().y;
    if (o.icon != nullptr && below > 0.0f) gap(below);
}

bool begin_body(const DialogOptions& o) {
    const float tallest = o.body_height > 0.0f
                              ? o.body_height * sizes().scale
                              : ImGui::GetMainViewport()->Size.y - 260.0f * sizes().scale;
    const float room = width_left();
    ImGui::SetNextWindowSizeConstraints({room, 0.0f}, {room, std::max(tallest, 80.0f)});
    // A hair of padding keeps focus rings of the outermost fields whole.
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {sizes().xs, sizes().xs});
    const bool drawn =
        ImGui::BeginChild("body", {room, 0.0f},
                          ImGuiChildFlags_AutoResizeY | ImGuiChildFlags_AlwaysUseWindowPadding |
                              ImGuiChildFlags_NavFlattened,
                          ImGuiWindowFlags_NoSavedSettings);
    ImGui::PopStyleVar();
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {sizes().md, sizes().md});
    return drawn;
}

// Enter counts when nothing else wants it: in a one-line field, or with no item chosen by keyboard.
bool enter_confirms(const OpenDialog& dialog) {
    const ImGuiContext& g = *ImGui::GetCurrentContext();
    if (!ImGui::IsKeyPressed(ImGuiKey_Enter, false) &&
        !ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false))
        return false;
    if (ImGui::GetIO().KeyCtrl) return true;
    if (!dialog.enter_confirms) return false;
    const ImGuiID active = g.ActiveIdPreviousFrame;
    if (active == 0) return !g.NavCursorVisible || g.NavId == 0;
    const ImGuiInputTextState* input = ImGui::GetInputTextState(active);
    return input != nullptr && (input->Flags & ImGuiInputTextFlags_Multiline) == 0;
}

bool is_top(const OpenDialog& dialog) {
    const ImGuiContext& g = *ImGui::GetCurrentContext();
    return !g.OpenPopupStack.empty() &&
           g.OpenPopupStack.back().Window == ImGui::GetCurrentWindow() && !dialog.id.empty();
}

struct Footer {
    bool confirm = false;
    bool cancel = false;
};

Footer draw_footer(const OpenDialog& d) {
    Footer pressed;
    gap(sizes().lg);
    const ButtonOptions confirm{
        .kind = d.tone == Tone::Danger ? ButtonKind::Danger : ButtonKind::Primary,
        .shortcut = "Ctrl+Enter",
        .disabled = !d.confirm_enabled,
        .disabled_why = d.why};
    float width = button_width(d.cancel);
    if (!d.confirm.empty()) width += sizes().sm + button_width(d.confirm, confirm);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + std::max(0.0f, width_left() - width));
    pressed.cancel = button("dialog-cancel", d.cancel, {.shortcut = "Esc"});
    if (d.confirm.empty()) return pressed;
    ImGui::SameLine(0.0f, sizes().sm);
    pressed.confirm = button("dialog-confirm", d.confirm, confirm);
    return pressed;
}

}  // namespace

void open_dialog(const char* id) {
    const DialogScope scope;
    ImGui::OpenPopup(window_name(id).c_str());
}

bool is_dialog_open(const char* id) {
    const DialogScope scope;
    return ImGui::IsPopupOpen(window_name(id).c_str());
}

bool begin_dialog(const char* id, const DialogOptions& options) {
    if (!is_dialog_open(id)) return false;
    const std::string name = window_name(id);
    const ImGuiViewport& view = *ImGui::GetMainViewport();
    const float wanted =
        options.width > 0.0f ? options.width * sizes().scale : sizes().dialog_small;
    const float width = std::min(wanted, view.Size.x - 2.0f * sizes().lg);
    ImGui::SetNextWindowPos({view.Pos.x + view.Size.x * 0.5f, view.Pos.y + view.Size.y * 0.46f},
                            ImGuiCond_Always, {0.5f, 0.5f});
    ImGui::SetNextWindowSize({width, 0.0f});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {sizes().xl, sizes().xl - sizes().xs});
    ImGui::PushStyleColor(ImGuiCol_PopupBg,
                          theme().dark() ? theme().surface_raised : theme().surface);
    const ImGuiWindowFlags flags = ImGuiWindowFlags_NoTitleBar | ImGuiWindowFlags_NoResize |
                                   ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings;
    // Not GetCurrentWindow(), which would make ImGui show its fallback window around us.
    ImGuiWindow* around = ImGui::GetCurrentContext()->CurrentWindow;
    ImGui::PushOverrideID(scope_id());
    const bool open = ImGui::BeginPopupModal(name.c_str(), nullptr, flags);
    around->IDStack.pop_back();  // not PopID: the dialog is the current window by now
    ImGui::PopStyleColor();
    ImGui::PopStyleVar();
    if (!open) return false;
    context_state<DialogState>().stack.push_back({.id = id,
                                                  .confirm = std::string(options.confirm),
                                                  .cancel = std::string(options.cancel),
                                                  .why = std::string(options.confirm_disabled_why),
                                                  .confirm_enabled = options.confirm_enabled,
                                                  .enter_confirms = options.enter_confirms,
                                                  .tone = options.tone});
    draw_window_shadow(sizes().radius_card);
    draw_header(options);
    gap(sizes().md);
    (void)begin_body(options);
    // The first field of the body takes the keyboard.
    if (ImGui::IsWindowAppearing()) ImGui::SetKeyboardFocusHere();
    return true;
}

DialogResult end_dialog() {
    auto& state = context_state<DialogState>();
    const OpenDialog dialog = state.stack.back();
    state.stack.pop_back();
    ImGui::PopStyleVar();
    ImGui::EndChild();
    const Footer pressed = draw_footer(dialog);
    const bool top = is_top(dialog);
    bool& was_top = state.top_last_frame[ImHashStr(dialog.id.c_str())];
    const bool settled = top && was_top && !ImGui::IsWindowAppearing();
    was_top = top;
    const ImGuiID active = ImGui::GetCurrentContext()->ActiveIdPreviousFrame;
    // A field being written in goes with its dialog; a handle or a slider lets go first.
    const bool idle = active == 0 || ImGui::GetInputTextState(active) != nullptr;
    DialogResult result = DialogResult::Open;
    if (pressed.confirm ||
        (settled && dialog.confirm_enabled && !dialog.confirm.empty() && enter_confirms(dialog))) {
        result = DialogResult::Confirmed;
    }
    if (pressed.cancel || (settled && idle && ImGui::IsKeyPressed(ImGuiKey_Escape, false)))
        result = DialogResult::Cancelled;
    if (result != DialogResult::Open) {
        was_top = false;
        ImGui::CloseCurrentPopup();
    }
    ImGui::EndPopup();
    return result;
}

void keep_dialog_open(const char* id) {
    open_dialog(id);
}

void close_dialog() {
    // Called inside the body's child: the popup is the window around it.
    ImGui::ClosePopupToLevel(ImGui::GetCurrentContext()->BeginPopupStack.Size - 1, true);
}

void open_popover(const char* id) {
    ImGui::OpenPopup(id);
}

bool begin_popover(const char* id, ImVec2 anchor_min, ImVec2 anchor_max, float width) {
    if (!ImGui::IsPopupOpen(id)) return false;
    const ImVec2 view = ImGui::GetMainViewport()->Size;
    const bool above = anchor_max.y > view.y * 0.62f;
    const float needed = (width > 0.0f ? width : 240.0f * sizes().scale) + 2.0f * sizes().md;
    const float x =
        std::clamp(anchor_min.x, sizes().sm, std::max(sizes().sm, view.x - needed - sizes().sm));
    ImGui::SetNextWindowPos({x, above ? anchor_min.y - sizes().xs : anchor_max.y + sizes().xs},
                            ImGuiCond_Always, {0.0f, above ? 1.0f : 0.0f});
    if (width > 0.0f) ImGui::SetNextWindowSize({needed, 0.0f});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {sizes().md, sizes().md});
    const bool open =
        ImGui::BeginPopup(id, ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings);
    ImGui::PopStyleVar();
    if (open) draw_window_shadow(sizes().radius_card);
    return open;
}

void end_popover() {
    ImGui::EndPopup();
}

void close_popover() {
    ImGui::CloseCurrentPopup();
}

}  // namespace throughline::gui
