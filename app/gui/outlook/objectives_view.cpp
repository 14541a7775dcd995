// Whether each objective's cards will be done by the end of its quarter.
#include "app/gui/outlook/outlook_state.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/menu.h"
#include "app/gui/widgets/progress.h"
#include "app/gui/widgets/table.h"
#include "app/gui/widgets/text.h"
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/report/chart_parts.h"
#include "core/report/chart_ticks.h"
#include "imgui.h"

#include <algorithm>
#include <array>

namespace throughline::gui::outlook {
namespace {

constexpr std::array kColumns{
    TableColumn{.title = "Objective", .weight = 2.0f, .sortable = false},
    TableColumn{.title = "Quarter ends", .width = 104.0f, .sortable = false},
    TableColumn{.title = "Cards", .width = 116.0f, .sortable = false},
    TableColumn{.title = "Done by then",
                .weight = 1.0f,
                .sortable = false,
                .help = "The chance that its open cards are done by the end of the quarter"},
    TableColumn{.title = "If work is added",
                .weight = 0.8f,
                .sortable = false,
                .help = "As many cards are added for each delivered as in the history"},
    TableColumn{.title = "85% sure", .width = 104.0f, .sortable = false},
    TableColumn{.title = "", .width = 48.0f, .sortable = false}};

ChipStyle style_of(const flow::Claim& claim) {
    switch (likelihood_of(claim)) {
        case Likelihood::Likely: return {.tone = Tone::Success, .icon = icons::kCheckCircle};
        case Likelihood::Open: return {.tone = Tone::Warning, .icon = icons::kAlert};
        case Likelihood::Unlikely: return {.tone = Tone::Danger, .icon = icons::kAlertCircle};
    }
    return {};
}

std::string level_words(const ObjectivePromise& promise, int percent) {
    for (const flow::Level& level : promise.levels) {
        if (level.percent == percent)
            return level.value > flow::kMostDays
                       ? "not within ten years"
                       : short_date(promise.last - promise.days_left + level.value);
    }
    return "";
}

int days_at(const ObjectivePromise& promise, int percent) {
    const auto found = std::ranges::find(promise.levels, percent, &flow::Level::percent);
    return found == promise.levels.end() ? 0 : found->value;
}

Telling telling_of(const ObjectivePromise& promise, const std::string& key, std::uint64_t seed) {
    Telling telling;
    telling.what = "When " + plural(promise.standing.open, "card", "cards") + " of " + key +
                   (promise.standing.open == 1 ? " is done" : " are done");
    telling.levels.push_back("Done by " + short_date(promise.last) + ": " +
                             claim_words(*promise.claim));
    for (const flow::Level& level : promise.levels)
        telling.levels.push_back(std::to_string(level.percent) + "%: by " +
                                 level_words(promise, level.percent));
    rules::RecordForecast& record = telling.record;
    record.kind = model::ForecastKind::Objective;
    record.objective = promise.id;
    record.count = promise.standing.open;
    record.until = promise.last;
    record.history_from = promise.history_from;
    record.history_to = promise.history_to;
    record.seed = static_cast<std::int64_t>(seed);
    record.p50 = days_at(promise, 50);
    record.p70 = days_at(promise, 70);
    record.p85 = days_at(promise, 85);
    record.p95 = days_at(promise, 95);
    return telling;
}

void draw_chance(const ObjectivePromise& promise) {
    if (!promise.claim) {
        table_text(promise.why_not, theme().text_muted);
        return;
    }
    centre_in_row(sizes().chip);
    chip(claim_words(*promise.claim), style_of(*promise.claim));
    if (promise.thin_history) {
        ImGui::SameLine(0, sizes().xs);
        chip("thin", {.outlined = true});
        tooltip(
            "Thin history: below 10 deliveries or 20 working days a forecast is little more "
            "than a guess.");
    }
}

}  // namespace

void OutlookView::State::draw_objectives(Context& context) {
    promises.refresh(context, {.weeks = asked.weeks, .seed = asked.seed});
    paragraph(
        "Will the cards of each objective be done by the end of its quarter? Drawn from the "
        "deliveries of its own cards.",
        muted_style());
    const std::vector<ObjectivePromise>* all = promises.all();
    if (all == nullptr) {
        skeleton_lines(5);
        return;
    }
    if (all->empty()) {
        draw_missing("no-objectives",
                     report::Missing{"No open objective has a quarter",
                                     "Objectives with a quarter are listed here."});
        return;
    }
    const model::Workspace& workspace = context.workspace();
    TableSort none;
    const TableEvents events = table(
        "promises", kColumns, static_cast<int>(all->size()), none,
        [&](int i, int column) {
            const ObjectivePromise& promise = (*all)[static_cast<std::size_t>(i)];
            const model::Objective* objective = workspace.find(promise.id);
            if (objective == nullptr) return;
            const std::string key = model::key_of(*objective);
            switch (column) {
                case 0: table_text(key + "  " + objective->title); break;
                case 1: table_text(short_date(promise.last)); break;
                case 2:
                    table_text(std::to_string(promise.standing.open) + " open, " +
                               std::to_string(promise.standing.done) + " done");
                    break;
                case 3: draw_chance(promise); break;
                case 4:
                    if (promise.growing)
                        table_text(claim_words(*promise.growing) + ", +" +
                                   decimal(promise.growth, 1) + " each");
                    break;
                case 5: table_text(level_words(promise, 85)); break;
                default:
                    if (!promise.claim) break;
                    centre_in_row(sizes().control_small);
                    if (icon_button(("tell:" + key).c_str(), icons::kComment,
                                    "Tell the forecast of " + key,
                                    {.kind = ButtonKind::Ghost, .size = ButtonSize::Small}))
                        tell(telling_of(promise, key, asked.seed));
                    break;
            }
        },
        [&](int i) {
            return "promise:" + std::to_string((*all)[static_cast<std::size_t>(i)].id.value);
        });
    if (events.activated >= 0)
        context.open_objective((*all)[static_cast<std::size_t>(events.activated)].id);
}

}  // namespace throughline::gui::outlook
