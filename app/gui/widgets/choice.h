#pragma once
// Choosing: one of a list (typing narrows it), several of a list, one of a few side by side,
// yes or no. Selections are indexes into the caller's items.

#include <span>
#include <string_view>
#include <vector>

#include "app/gui/theme/theme.h"
#include "app/gui/widgets/field.h"

namespace throughline::gui {

struct ChoiceItem {
    std::string_view label;
    std::string_view note;  // quiet, after or under the label
    const char* icon = nullptr;
    int category = -1;    // category colour's shape before the label
    bool person = false;  // the category is shown as an avatar with initials
    bool disabled = false;
    std::string_view disabled_why;
};

inline constexpr int kNoChoice = -1;

// A field that opens a list. `none_label`, when given, is offered first and means kNoChoice.
// In an open list: type to narrow, arrows to move, Enter to take, Escape to leave.
FieldResult choice(const char* id, int& selected, std::span<const ChoiceItem> items,
                   const FieldText& text = {}, std::string_view none_label = {});
// The chosen ones are chips in the field. `selected` keeps the order of choosing.
FieldResult multi_choice(const char* id, std::vector<int>& selected,
                         std::span<const ChoiceItem> items, const FieldText& text = {});
// All items side by side, equal widths, as wide as FieldText says.
FieldResult segmented(const char* id, int& selected, std::span<const ChoiceItem> items,
                      const FieldText& text = {});
// Result: toggled.
bool checkbox(const char* id, std::string_view label, bool& value, std::string_view help = {},
              bool disabled = false);
// One line of a list with an on/off switch at the end. Result: toggled.
bool toggle(const char* id, std::string_view label, bool& value, std::string_view help = {});

// Case-blind (ASCII) match of every word of `query` somewhere in `text`; an empty query matches.
[[nodiscard]] bool matches_query(std::string_view text, std::string_view query);

}  // namespace throughline::gui
