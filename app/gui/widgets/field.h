#pragma once
// Form fields: a label above, the control, help or error under it. Every field takes an id that is
// stable and unique in its scope, its value by reference, and FieldText for what is read.
// While a person types, `changed` is reported on each edit; commit to the model on `committed`.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "app/gui/theme/theme.h"

namespace throughline::gui {

struct FieldText {
    std::string_view label;        // above the control; empty: none (then give `name`)
    std::string_view help;         // under it, quiet
    std::string_view placeholder;  // example inside an empty control
    std::string_view error;        // under it, instead of help; outlines the control
    std::string_view name;         // spoken and test name when there is no label
    const char* icon = nullptr;    // inside, before the text
    bool required = false;         // marks the label
    bool optional_mark = false;    // writes "optional" after the label
    bool disabled = false;
    bool focus = false;      // takes the keyboard this frame
    bool read_only = false;  // shown and copied, not changed
    float width = 0.0f;      // 0: what is left
};

struct FieldResult {
    bool changed = false;    // the value differs from before this call
    bool committed = false;  // left after an edit, or Enter in a one-line field
    bool active = false;     // has the keyboard
    explicit operator bool() const { return changed; }
};

FieldResult text_field(const char* id, std::string& value, const FieldText& text = {});
// Several lines, wrapped at the field's width; grows from `min_lines` to `max_lines`, then scrolls.
FieldResult text_area(const char* id, std::string& value, const FieldText& text = {},
                      int min_lines = 3, int max_lines = 10);
// A magnifier, a cross that empties it, Escape empties it. `shortcut` is shown while empty.
FieldResult search_box(const char* id, std::string& value, std::string_view placeholder = "Search",
                       std::string_view shortcut = {}, float width = 0.0f, bool focus = false);

struct NumberFormat {
    int decimals = 0;
    std::string_view unit;  // after the number, as in "%" or "days"
    std::optional<double> min, max;
    double step = 1.0;      // arrow up and down
    bool grouping = false;  // 12,345
};
// Text that is no number, or out of range, keeps the value and shows an error under the field.
FieldResult number_field(const char* id, std::optional<double>& value, const FieldText& text = {},
                         const NumberFormat& format = {});
// Amount in the currency's smallest unit (cents); at most 9,000,000,000,000 of them.
FieldResult money_field(const char* id, std::optional<std::int64_t>& minor_units,
                        const FieldText& text = {}, std::string_view currency = "EUR",
                        int decimals = 2);
// Typed as YYYY-MM-DD, or chosen in a small month; `today` is marked and opens first.
FieldResult date_field(const char* id, std::optional<std::chrono::year_month_day>& value,
                       const FieldText& text, std::chrono::year_month_day today);

// A field's frame for controls of one's own: begin draws the label, end the help or error.
void begin_field(const FieldText& text);
void end_field(const FieldText& text);
// Only the label line, as used by begin_field.
void field_label(const FieldText& text);

// Parsing as the fields do it; locale-free. Nothing for text that is not wholly of that kind.
[[nodiscard]] std::optional<double> parse_number(std::string_view text);
[[nodiscard]] std::string format_number(double value, const NumberFormat& format);
[[nodiscard]] std::optional<std::int64_t> parse_money(std::string_view text, int decimals);
[[nodiscard]] std::string format_money(std::int64_t minor_units, int decimals);
[[nodiscard]] std::optional<std::chrono::year_month_day> parse_date(std::string_view text);
[[nodiscard]] std::string format_date(std::chrono::year_month_day day);

}  // namespace throughline::gui
