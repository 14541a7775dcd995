#include <functional>
#include <map>

#include "app/gui/theme/context_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/dialog.h"
#include "app/gui/widgets/field.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/line_edit.h"
#include "app/gui/widgets/month_calendar.h"

namespace throughline::gui {
namespace {

// Text that is being typed, or was left in a form that is no value; gone once it reads well.
struct Drafts {
    std::map<ImGuiID, std::string> text;
};

// What a kind of value needs to live in a one-line field.
template <class T>
struct ValueKind {
    std::function<std::optional<T>(std::string_view)> parse;
    std::function<std::string(const T&)> format;
    std::function<std::string(const T&)> objection;  // empty: the value is fine
    std::string_view not_one;                        // said about text that does not parse
};

template <class T>
std::string error_of(const std::string& text, const ValueKind<T>& kind) {
    if (text.empty()) return {};
    const auto value = kind.parse(text);
    if (!value) return std::string(kind.not_one);
    return kind.objection ? kind.objection(*value) : std::string();
}

// Result of the edit; `value` follows the text as long as the text is right.
template <class T>
LineEditResult value_edit(const char* id, std::optional<T>& value, const FieldText& text,
                          const LineEdit& look, const ValueKind<T>& kind) {
    auto& drafts = context_state<Drafts>().text;
    const ImGuiID item = ImGui::GetID((std::string("##") + id).c_str());  // as line_edit names it
    const auto draft = drafts.find(item);
    std::string shown =
        draft != drafts.end() ? draft->second : (value ? kind.format(*value) : std::string());
    const std::string problem = error_of(shown, kind);
    const bool typing = ImGui::GetActiveID() == item;
    FieldText with_error = text;
    if (!problem.empty() && !typing) with_error.error = problem;

    begin_field(with_error);
    LineEditResult edit = line_edit(id, shown, with_error, look);
    if (edit.field.changed) drafts[item] = shown;
    const std::optional<T> before = value;
    if (edit.field.changed && error_of(shown, kind).empty()) value = kind.parse(shown);
    if (!edit.field.active && error_of(shown, kind).empty()) drafts.erase(item);
    edit.field.changed = value != before;
    end_field(with_error);
    return edit;
}

std::string range_objection(double value, const NumberFormat& format) {
    const NumberFormat plain{.decimals = format.decimals, .grouping = format.grouping};
    if (format.min && value < *format.min) return "At least " + format_number(*format.min, plain);
    if (format.max && value > *format.max) return "At most " + format_number(*format.max, plain);
    return {};
}

// Up and down arrows change the number while the field has the keyboard.
void step_by_arrows(const LineEditResult& edit, std::optional<double>& value,
                    const NumberFormat& format) {
    if (!edit.field.active) return;
    const bool up = ImGui::IsKeyPressed(ImGuiKey_UpArrow);
    const bool down = ImGui::IsKeyPressed(ImGuiKey_DownArrow);
    if (up == down) return;
    const double next = value.value_or(0.0) + (up ? format.step : -format.step);
    if (!range_objection(next, format).empty()) return;
    value = next;
    context_state<Drafts>().text[edit.id] = format_number(next, format);
    if (ImGuiInputTextState* state = ImGui::GetInputTextState(edit.id); state != nullptr) {
        state->ReloadUserBufAndMoveToEnd();
    }
}

int no_history(ImGuiInputTextCallbackData*) {
    return 0;
}

}  // namespace

FieldResult number_field(const char* id, std::optional<double>& value, const FieldText& text,
                         const NumberFormat& format) {
    const ValueKind<double> kind{
        .parse = parse_number,
        .format = [&](const double& v) { return format_number(v, format); },
        .objection = [&](const double& v) { return range_objection(v, format); },
        .not_one = "Not a number. Write it like 1250 or 12.5",
    };
    // The history callback claims the arrow keys, which else would leave the field.
    const LineEdit look{.suffix = format.unit,
                        .flags = ImGuiInputTextFlags_CallbackHistory,
                        .callback = no_history};
    const std::optional<double> before = value;
    LineEditResult edit = value_edit(id, value, text, look, kind);
    step_by_arrows(edit, value, format);
    edit.field.changed = value != before;
    return edit.field;
}

FieldResult money_field(const char* id, std::optional<std::int64_t>& minor_units,
                        const FieldText& text, std::string_view currency, int decimals) {
    const ValueKind<std::int64_t> kind{
        .parse = [=](std::string_view t) { return parse_money(t, decimals); },
        .format = [=](const std::int64_t& v) { return format_money(v, decimals); },
        .objection = {},
        .not_one = "Not an amount. Write it like 1250 or 1,250.00",
    };
    return value_edit(id, minor_units, text, {.suffix = currency}, kind).field;
}

FieldResult date_field(const char* id, std::optional<std::chrono::year_month_day>& value,
                       const FieldText& text, std::chrono::year_month_day today) {
    using Day = std::chrono::year_month_day;
    const ValueKind<Day> kind{
        .parse = parse_date,
        .format = [](const Day& d) { return format_date(d); },
        .objection = {},
        .not_one = "Not a date. Write it like 2027-03-31",
    };
    FieldText with_example = text;
    if (text.placeholder.empty()) with_example.placeholder = "YYYY-MM-DD";
    const std::string popover = std::string(id) + "/month";
    LineEditResult edit = value_edit(id, value, with_example, {.tail = TailButton::Calendar}, kind);
    const ImGuiLastItemData control = ImGui::GetCurrentContext()->LastItemData;
    if (edit.tail_pressed) {
        show_month(popover.c_str(), value.value_or(today));
        open_popover(popover.c_str());
    }
    if (begin_popover(popover.c_str(), edit.min, edit.max, month_calendar_width())) {
        if (const auto chosen = month_calendar(popover.c_str(), value, today)) {
            edit.field.changed = value != chosen;
            edit.field.committed = true;
            value = chosen;
            context_state<Drafts>().text.erase(edit.id);
            close_popover();
        }
        end_popover();
    }
    ImGui::GetCurrentContext()->LastItemData = control;
    return edit.field;
}

}  // namespace throughline::gui
