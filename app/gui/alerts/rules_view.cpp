// The rules as settings: on or off, and from where on.
#include "app/gui/alerts/alerts_state.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/field.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/text.h"
#include "core/base/words.h"
#include "core/report/chart_parts.h"
#include "imgui.h"

#include <cmath>

namespace throughline::gui::alerts {
namespace {

constexpr double kLowest = 0.01;  // as the command wants it
constexpr double kHighest = 10'000;

}  // namespace

void AlertsView::State::set_rule(const RuleRow& row) {
    later.emplace_back([this, row](Context& context) {
        const rules::Verdict verdict =
            context.run(rules::SetAlertRule{row.rule, row.on, row.threshold, row.drafts_action},
                        Context::At::Caller);
        thresholds.erase(row.rule);
        if (verdict) {
            refusals.erase(row.rule);
        } else {
            refusals[row.rule] = rules::to_text(verdict.error());
        }
    });
}

void AlertsView::State::draw_rules(Context& context) {
    paragraph(
        "Each rule raises an alert once for an occasion. What was raised stays until somebody "
        "has acknowledged it, also when a rule is switched off.",
        muted_style());
    for (const RuleRow& row : rule_rows(context.workspace()))
        draw_rule(context, row);
    gap(sizes().lg);
}

void AlertsView::State::draw_rule(Context& context, const RuleRow& row) {
    const Sizes& s = sizes();
    const std::string name(model::name_of(row.rule));
    // A change, since what changes nothing is refused whoever asks.
    const rules::Verdict allowed = context.desk().preview(
        rules::SetAlertRule{row.rule, !row.on, row.threshold, row.drafts_action});
    begin_panel(("rule:" + name).c_str(), {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {s.sm, s.sm});
    ImGui::BeginDisabled(!allowed);
    RuleRow next = row;
    if (toggle(("on:" + name).c_str(), row.title, next.on, row.to_do)) set_rule(next);
    if (!row.unit.empty()) {
        const auto typed = thresholds.find(row.rule);
        std::optional<double> value = typed == thresholds.end() ? row.threshold : typed->second;
        const std::string shipped = decimal(row.shipped, 0) + ", as shipped";
        const std::string label = row.rule == model::AlertRule::AgeBeyondSle
                                      ? "More than this many days over"
                                      : "From this long on";
        const int decimals = value && *value != std::floor(*value) ? 2 : 0;
        const FieldResult result =
            number_field(("threshold:" + name).c_str(), value,
                         {.label = label, .placeholder = shipped, .width = 260.0f * s.scale},
                         {.decimals = decimals, .unit = row.unit, .min = kLowest, .max = kHighest});
        if (result.changed) thresholds[row.rule] = value;
        if (result.committed && value != row.threshold) {
            next.threshold = value;
            set_rule(next);
        }
    }
    if (toggle(("drafts:" + name).c_str(), "Draft an action", next.drafts_action,
               "Whoever acknowledges it approves the action, changes it, or lets it be."))
        set_rule(next);
    ImGui::EndDisabled();
    if (const auto refused = refusals.find(row.rule); refused != refusals.end())
        paragraph(refused->second, tone_style(Tone::Danger, text_size::kSmall));
    if (!allowed) paragraph(rules::to_text(allowed.error()), caption_style());
    ImGui::PopStyleVar();
    end_panel();
}

}  // namespace throughline::gui::alerts
