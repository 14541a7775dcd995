#include "app/gui/widgets/wrap_edit.h"

#include <algorithm>
#include <array>
#include <deque>

#include "app/gui/theme/context_state.h"
#include "app/gui/theme/theme.h"
#include "app/gui/widgets/wrap_flow.h"
#include "imgui_internal.h"
#include "imgui_stdlib.h"

namespace throughline::gui {
namespace {

constexpr std::size_t kMostUndoSteps = 200;
constexpr double kOneStepPause_s = 0.7;  // typing without a longer pause is one undo step

struct Snapshot {
    std::string text;
    int cursor = 0;
};

// Only one field is edited at a time, so one of these is enough.
struct WrapEditState {
    ImGuiID field = 0;
    std::string text;  // as the caller sees it, at the last callback
    float width = 0.0f;
    std::deque<Snapshot> undo;
    std::deque<Snapshot> redo;
    double last_edit_s = 0.0;
};

BreakFinder break_finder(float width) {
    ImFont* font = ImGui::GetFont();
    const float size = ImGui::GetFontSize();
    return [=](const char* begin, const char* end) {
        return font->CalcWordWrapPosition(size, begin, end, width);
    };
}

// cursor, selection start, selection end
using Offsets = std::array<int, 3>;

// The cursor never rests inside a soft break, and crossing one costs no key press.
int step_over_soft_break(std::string_view text, int cursor) {
    const auto at = static_cast<std::size_t>(cursor);
    if (at > 0 && at < text.size() && text[at - 1] == '\r') {
        if (!ImGui::IsKeyDown(ImGuiKey_LeftArrow)) return cursor + 1;
        std::size_t before = at - 1;
        if (before > 0) --before;
        while (before > 0 && (static_cast<unsigned char>(text[before]) & 0xC0u) == 0x80u)
            --before;
        return static_cast<int>(before);
    }
    if (at < text.size() && text[at] == '\r' && ImGui::IsKeyDown(ImGuiKey_RightArrow))
        return cursor + 2;
    return cursor;
}

void swap_snapshot(WrapEditState& state, std::deque<Snapshot>& from, std::deque<Snapshot>& to,
                   std::string& text, Offsets& offsets) {
    if (from.empty()) return;
    to.push_back({text, offsets[0]});
    text = from.back().text;
    offsets.fill(from.back().cursor);
    from.pop_back();
    state.text = text;
    state.last_edit_s = -1.0;
}

void record_edit(WrapEditState& state, const std::string& text, int cursor) {
    const double now = ImGui::GetTime();
    if (now - state.last_edit_s > kOneStepPause_s || state.undo.empty()) {
        const int grown = static_cast<int>(text.size()) - static_cast<int>(state.text.size());
        state.undo.push_back(
            {state.text, std::clamp(cursor - grown, 0, static_cast<int>(state.text.size()))});
        if (state.undo.size() > kMostUndoSteps) state.undo.pop_front();
    }
    state.last_edit_s = now;
    state.redo.clear();
    state.text = text;
}

void undo_redo_or_record(WrapEditState& state, std::string& text, Offsets& offsets) {
    const bool undo = ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_Z);
    const bool redo = ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_Y) ||
                      ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiMod_Shift | ImGuiKey_Z);
    if (undo) {
        swap_snapshot(state, state.undo, state.redo, text, offsets);
    } else if (redo) {
        swap_snapshot(state, state.redo, state.undo, text, offsets);
    } else if (text != state.text) {
        record_edit(state, text, offsets[0]);
    }
}

int on_input(ImGuiInputTextCallbackData* data) {
    auto& state = *static_cast<WrapEditState*>(data->UserData);
    const std::string_view now(data->Buf, static_cast<std::size_t>(data->BufTextLen));
    Offsets offsets{data->CursorPos, data->SelectionStart, data->SelectionEnd};
    const int cursor = step_over_soft_break(now, data->CursorPos);
    const bool moved = cursor != data->CursorPos;
    for (int& offset : offsets) {
        if (offset == data->CursorPos) offset = cursor;
    }
    const Offsets stepped = offsets;
    std::string text = without_soft_breaks(now, offsets);
    undo_redo_or_record(state, text, offsets);
    const std::string wanted = with_soft_breaks(text, break_finder(state.width), offsets);
    if (wanted != now) {
        data->DeleteChars(0, data->BufTextLen);
        data->InsertChars(0, wanted.c_str(), wanted.c_str() + wanted.size());
    } else if (!moved) {
        return 0;
    } else {
        offsets = stepped;
    }
    data->CursorPos = offsets[0];
    data->SelectionStart = offsets[1];
    data->SelectionEnd = offsets[2];
    return 0;
}

void follow_focus(WrapEditState& state, ImGuiID field, const std::string& text) {
    const ImGuiID active = ImGui::GetActiveID();
    if (active == field && state.field != field) {
        const float width = state.width;
        state = {};
        state.field = field;
        state.text = text;
        state.width = width;
    } else if (active != field && state.field == field) {
        state.field = 0;
    }
}

// What was copied or cut goes to the clipboard without our soft breaks.
void clean_clipboard(ImGuiID field) {
    if (ImGui::GetActiveID() != field) return;
    const bool taken = ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_C) ||
                       ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_X) ||
                       ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_Insert);
    if (!taken) return;
    const char* clipboard = ImGui::GetClipboardText();
    if (clipboard == nullptr || std::string_view(clipboard).find('\r') == std::string_view::npos)
        return;
    const std::string plain = without_soft_breaks(clipboard, {});
    ImGui::SetClipboardText(plain.c_str());
}

void draw_placeholder(const char* placeholder, ImVec2 min, float width) {
    const ImVec2 pad = ImGui::GetStyle().FramePadding;
    ImGui::GetWindowDrawList()->AddText(
        ImGui::GetFont(), ImGui::GetFontSize(), {min.x + pad.x, min.y + pad.y},
        ImGui::GetColorU32(theme().text_faint), placeholder, nullptr, width);
}

}  // namespace

bool wrap_edit(const char* label, std::string& text, const WrapEditOptions& options) {
    auto& state = context_state<WrapEditState>();
    const ImGuiID field = ImGui::GetID(label);
    const ImVec2 size{options.size.x > 0.0f ? options.size.x : ImGui::GetContentRegionAvail().x,
                      options.size.y};
    const ImGuiStyle& style = ImGui::GetStyle();
    const float width =
        std::max(size.x - style.FramePadding.x * 2.0f - style.ScrollbarSize - 2.0f, 16.0f);
    if (state.field == field || state.field == 0) state.width = width;
    follow_focus(state, field, text);

    // While the field is active ImGui's own copy counts and this one is only written to.
    std::string buffer = with_soft_breaks(text, break_finder(width), {});
    const ImVec2 min = ImGui::GetCursorScreenPos();
    const std::string before = text;
    const bool was_active = ImGui::GetActiveID() == field;
    ImGuiInputTextFlags flags = ImGuiInputTextFlags_NoUndoRedo | ImGuiInputTextFlags_CallbackAlways;
    if (options.read_only) flags |= ImGuiInputTextFlags_ReadOnly;
    for (const ImGuiCol colour : {ImGuiCol_FrameBg, ImGuiCol_Border, ImGuiCol_NavCursor})
        ImGui::PushStyleColor(colour, 0);
    ImGui::InputTextMultiline(label, &buffer, size, flags, on_input, &state);
    ImGui::PopStyleColor(3);
    follow_focus(state, field, before);
    clean_clipboard(field);
    if (text.empty() && buffer.empty() && options.placeholder != nullptr)
        draw_placeholder(options.placeholder, min, width);

    const bool left_by_escape =
        was_active && ImGui::GetActiveID() != field && ImGui::IsKeyPressed(ImGuiKey_Escape, false);
    if (left_by_escape) return false;  // ImGui puts the old text back; what was typed stays
    std::string plain = without_soft_breaks(buffer, {});
    if (plain == text || options.read_only) return false;
    text = std::move(plain);
    return true;
}

int wrapped_line_count(const std::string& text, float width) {
    const std::string flowed = with_soft_breaks(text, break_finder(std::max(width, 16.0f)), {});
    return 1 + static_cast<int>(std::count(flowed.begin(), flowed.end(), '\n'));
}

}  // namespace throughline::gui
