#pragma once
// The open list of choice and multi_choice: a search line when the list is long, rows with marks,
// keyboard by arrows and Enter. Only this room uses it.

#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "app/gui/widgets/choice.h"

namespace throughline::gui {

struct ChoiceListPlace {
    ImVec2 min{0, 0};  // of the closed field
    ImVec2 max{0, 0};
    std::string_view none_label = {};
    bool checks = false;  // several may be chosen: the list stays open and shows checks
    ImGuiID field = 0;    // gets the keyboard back
};

struct ChoiceListResult {
    bool open = false;
    bool taken = false;
    int index = kNoChoice;
};

[[nodiscard]] std::string choice_popup_id(const char* id);
void open_choice_list(const char* id, int highlighted);
// When `open`, the popup is still begun: act on `taken`, then call end_choice_list.
ChoiceListResult choice_list(const char* id, std::span<const ChoiceItem> items,
                             const ChoiceListPlace& place,
                             const std::function<bool(int)>& is_selected);
void end_choice_list();
// Inside the open list: closes it. Tab then goes on from the field.
void close_choice_list(ImGuiID field);
// After the closed field, which must be the last item: takes the keyboard back when its list was
// closed by choosing, Escape or Tab.
void take_keyboard_back(ImGuiID field);
// Icon, dot or avatar before a label. Result: the width used.
float draw_choice_mark(ImDrawList& list, ImVec2 left_middle, const ChoiceItem& item);

}  // namespace throughline::gui
