#include "app/gui/palette/shortcut.h"

#include "app/gui/theme/context_state.h"

#include <array>

#include "imgui_internal.h"

namespace throughline::gui::palette {
namespace {

struct NamedKey {
    std::string_view name;
    ImGuiKey key;
};
constexpr std::array kNamedKeys{
    NamedKey{"Left", ImGuiKey_LeftArrow}, NamedKey{"Right", ImGuiKey_RightArrow},
    NamedKey{"Up", ImGuiKey_UpArrow},     NamedKey{"Down", ImGuiKey_DownArrow},
    NamedKey{"Enter", ImGuiKey_Enter},    NamedKey{"Space", ImGuiKey_Space},
    NamedKey{"Delete", ImGuiKey_Delete},  NamedKey{"Backspace", ImGuiKey_Backspace},
    NamedKey{"Esc", ImGuiKey_Escape},     NamedKey{"Tab", ImGuiKey_Tab},
    NamedKey{"Home", ImGuiKey_Home},      NamedKey{"End", ImGuiKey_End},
    NamedKey{"Page up", ImGuiKey_PageUp}, NamedKey{"Page down", ImGuiKey_PageDown},
    NamedKey{"Menu", ImGuiKey_Menu},      NamedKey{",", ImGuiKey_Comma},
    NamedKey{".", ImGuiKey_Period},       NamedKey{"+", ImGuiKey_Equal},
    NamedKey{"-", ImGuiKey_Minus},
};

std::optional<ImGuiKey> key_of(std::string_view name) {
    for (const NamedKey& named : kNamedKeys) {
        if (named.name == name) return named.key;
    }
    if (name.size() == 1 && name[0] >= 'A' && name[0] <= 'Z') {
        return static_cast<ImGuiKey>(ImGuiKey_A + (name[0] - 'A'));
    }
    if (name.size() == 1 && name[0] >= '0' && name[0] <= '9') {
        return static_cast<ImGuiKey>(ImGuiKey_0 + (name[0] - '0'));
    }
    if (name.size() >= 2 && name.size() <= 3 && name[0] == 'F') {
        int number = 0;
        for (const char digit : name.substr(1)) {
            if (digit < '0' || digit > '9') return std::nullopt;
            number = number * 10 + (digit - '0');
        }
        if (number >= 1 && number <= 12) return static_cast<ImGuiKey>(ImGuiKey_F1 + number - 1);
    }
    return std::nullopt;
}

ImGuiKeyChord modifier_of(std::string_view name) {
    if (name == "Ctrl") return ImGuiMod_Ctrl;
    if (name == "Shift") return ImGuiMod_Shift;
    if (name == "Alt") return ImGuiMod_Alt;
    return 0;
}

struct LettersTaken {
    int frame = -10;
};

bool is_typed_sign(std::string_view shortcut) {
    return shortcut.size() == 1 && !key_of(shortcut);
}

}  // namespace

std::optional<ImGuiKeyChord> chord_of(std::string_view shortcut) {
    ImGuiKeyChord chord = 0;
    for (std::size_t plus = shortcut.find('+'); plus != std::string_view::npos && plus > 0;
         plus = shortcut.find('+')) {
        const ImGuiKeyChord modifier = modifier_of(shortcut.substr(0, plus));
        if (modifier == 0) return std::nullopt;
        chord |= modifier;
        shortcut.remove_prefix(plus + 1);
    }
    const std::optional<ImGuiKey> key = key_of(shortcut);
    if (!key) return std::nullopt;
    return chord | *key;
}

bool shortcut_pressed(std::string_view shortcut, bool repeats) {
    if (is_typed_sign(shortcut)) {
        const ImGuiIO& io = ImGui::GetIO();
        for (const ImWchar sign : io.InputQueueCharacters) {
            if (sign == static_cast<ImWchar>(shortcut[0])) return true;
        }
        return false;
    }
    const std::optional<ImGuiKeyChord> chord = chord_of(shortcut);
    return chord &&
           ImGui::IsKeyChordPressed(*chord, repeats ? ImGuiInputFlags_Repeat : ImGuiInputFlags_None,
                                    ImGuiKeyOwner_Any);
}

bool is_typing() {
    const ImGuiContext& g = *ImGui::GetCurrentContext();
    if (g.FrameCount - context_state<LettersTaken>().frame <= 1) return true;
    return g.IO.WantTextInput || (g.ActiveId != 0 && g.ActiveId == g.InputTextState.ID);
}

void take_letters() {
    context_state<LettersTaken>().frame = ImGui::GetFrameCount();
}

bool is_popup_open() {
    return ImGui::GetCurrentContext()->OpenPopupStack.Size > 0;
}

void own_key(ImGuiKey key, ImGuiID owner) {
    ImGui::SetKeyOwner(key, owner);
}

}  // namespace throughline::gui::palette
