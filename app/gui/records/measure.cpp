#include "app/gui/records/measure.h"

#include "app/gui/records/form_view.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/field.h"
#include "app/gui/widgets/text.h"
#include "imgui.h"

#include <utility>

namespace throughline::gui::records {
namespace {

constexpr float kValueWidth = 150.0f;  // unscaled
constexpr float kDayWidth = 160.0f;

rules::Command command(const std::string& key, Day day, std::optional<double> value) {
    const std::string field = key.starts_with("KR") ? "key_result" : "kpi";
    return rules::AddRecord{"measurement",
                            {{field, key}, {"day", to_text(day)}, {"value", number_text(value)}}};
}

}  // namespace

void MeasureInPlace::toggle(const std::string& key, Day day) {
    const bool closes = key_ == key;
    *this = {};
    if (!closes) {
        key_ = key;
        day_ = day;
        is_new_ = true;
    }
}

void MeasureInPlace::draw(Context& context, const std::string& key, const std::string& unit) {
    if (!is_open(key)) return;
    const float scale = sizes().scale;
    ImGui::PushID(key.c_str());
    const FieldResult value =
        number_field("measure-value", value_,
                     {.placeholder = "Value",
                      .name = "Value",
                      .focus = std::exchange(is_new_, false),
                      .width = kValueWidth * scale},
                     {.decimals = decimals_of(number_text(value_)), .unit = unit});
    const bool by_enter = value.committed && ImGui::IsKeyPressed(ImGuiKey_Enter, false);
    ImGui::SameLine(0.0f, sizes().sm);
    std::optional<std::chrono::year_month_day> day = calendar_day(day_);
    date_field("measure-day", day, {.name = "As of", .width = kDayWidth * scale},
               calendar_day(context.zone().day(context.now())));
    if (day) day_ = *parse_day(format_date(*day));
    ImGui::SameLine(0.0f, sizes().sm);
    const bool by_button = button("measure-record", "Record",
                                  {.kind = ButtonKind::Primary,
                                   .icon = icons::kCheck,
                                   .disabled = !value_,
                                   .disabled_why = "Write the value first."});
    record_ = record_ || (value_ && (by_enter || by_button));
    ImGui::SameLine(0.0f, sizes().sm);
    const bool leaves = icon_button("measure-leave", icons::kClose, "Leave without recording");
    if (!problem_.empty()) paragraph(problem_, tone_style(Tone::Danger, text_size::kSmall));
    ImGui::PopID();
    if (leaves) *this = {};
}

void MeasureInPlace::carry_out(Context& context) {
    if (!std::exchange(record_, false)) return;
    const rules::Command wanted = command(key_, day_, value_);
    const rules::Verdict verdict = context.desk().preview(wanted);
    if (!verdict) {
        problem_ = rules::to_text(verdict.error());
        return;
    }
    (void)context.run_with_undo(wanted, key_ + " measured: " + number_text(value_));
    *this = {};
}

}  // namespace throughline::gui::records
