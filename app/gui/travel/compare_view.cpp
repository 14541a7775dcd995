// Two moments of the board compared, in a dialog.
#include "app/gui/theme/icons.h"
#include "app/gui/travel/travel_state.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/dialog.h"
#include "app/gui/widgets/field.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/menu.h"
#include "app/gui/widgets/notice.h"
#include "app/gui/widgets/progress.h"
#include "app/gui/widgets/text.h"
#include "core/base/words.h"
#include "imgui.h"

#include <algorithm>

namespace throughline::gui::travel {
namespace {

constexpr const char* kDialog = "travel-compare";
constexpr float kWidth = 860.0f;
constexpr float kHeight = 460.0f;

std::chrono::year_month_day date_of(const Zone& zone, Instant at) {
    const CivilDate date = civil(zone.day(at));
    return std::chrono::year{date.year} / date.month / date.day;
}

Day day_of(std::chrono::year_month_day date) {
    return day_from_civil(static_cast<int>(date.year()),
                          static_cast<int>(static_cast<unsigned>(date.month())),
                          static_cast<int>(static_cast<unsigned>(date.day())));
}

}  // namespace

// From the moment on the slider to now.
void TravelView::State::want_compare() {
    compare_from = model->moment();
    compare_to = model->end();
    compare_wanted = true;
}

void TravelView::State::start_compare() {
    const Instant from = std::min(compare_from, compare_to);
    const Instant to = std::max(compare_from, compare_to);
    comparing.start(
        [rewind = &model->rewind(), from, to, zone = model->zone()]() -> Result<CompareTable> {
            TL_TRY(const model::Workspace before, rewind->at(from));
            TL_TRY(const model::Workspace after, rewind->at(to));
            return compare_table(desk::compare(before, after), from, to, zone);
        },
        wake);
}

// Another day begins with its first moment as the earlier end, and is counted to its last as the
// later one.
void TravelView::State::draw_moments() {
    const Sizes& s = sizes();
    const Zone& zone = model->zone();
    const auto today = date_of(zone, model->end());
    const float width = 200.0f * s.scale;
    std::optional<std::chrono::year_month_day> day = date_of(zone, compare_from);
    const std::string from_time = moment_words(zone, compare_from);
    if (date_field("from", day, {.label = "From", .help = from_time, .width = width}, today) &&
        day) {
        compare_from = std::max(model->begin(), zone.start_of(day_of(*day)));
        start_compare();
    }
    ImGui::SameLine(0, s.lg);
    day = date_of(zone, compare_to);
    const std::string to_time = compare_to >= model->end() ? "now" : moment_words(zone, compare_to);
    if (date_field("to", day, {.label = "To", .help = to_time, .width = width}, today) && day) {
        compare_to = std::min(model->end(), zone.start_of(day_of(*day) + 1) - Duration{1});
        start_compare();
    }
}

void TravelView::State::draw_lines() {
    const Sizes& s = sizes();
    if (!table) {
        skeleton_lines(6);
        return;
    }
    if (table->lines.empty()) {
        (void)empty_state("same", {.icon = icons::kCheckCircle,
                                   .title = "Nothing differs",
                                   .text = "The board was the same at both moments."});
    }
    for (std::size_t i = 0; i < table->lines.size(); ++i) {
        const CompareLine& line = table->lines[i];
        if (!line.heading.empty()) {
            section_header(line.heading);
            continue;
        }
        const std::string id = "line:" + std::to_string(i);
        const RowState row = list_row(id.c_str(), line.text, false, s.row);
        draw_text_middle(*ImGui::GetWindowDrawList(),
                         {row.min.x + s.sm, (row.min.y + row.max.y) * 0.5f}, line.text, {},
                         row.max.x - row.min.x - 2 * s.sm);
        tooltip(line.text + (line.card ? "\nPress to open the card." : ""));
        if (row.pressed && line.card) {
            card_to_open = line.card;
            model->pause();
            model->go(line.left ? table->from : table->to);
            shown.reset();
            close_dialog();
        }
    }
}

void TravelView::draw_compare(Context& context) {
    State& state = *state_;
    if (!state.model) {
        return;
    }
    if (std::exchange(state.compare_wanted, false)) {
        state.table.reset();
        state.start_compare();
        open_dialog(kDialog);
    }
    if (auto made = state.comparing.take()) {
        if (*made) {
            state.table = std::move(*made).value();
        } else {
            state.error = made->error();
        }
    }
    if (!begin_dialog(kDialog, {.title = "Two moments compared",
                                .icon = icons::kSwap,
                                .confirm = "",
                                .cancel = "Close",
                                .width = kWidth,
                                .body_height = kHeight})) {
        return;
    }
    state.draw_moments();
    if (state.table) {
        if (button("copy", "Copy as text", {.icon = icons::kCopy})) {
            ImGui::SetClipboardText(state.table->text.c_str());
        }
        ImGui::SameLine();
        if (button("copy-command", "Copy command",
                   {.icon = icons::kCopy, .tooltip = state.table->command})) {
            context.copy_text(state.table->command);
        }
        ImGui::SameLine();
        text_ellipsis(state.table->command, {.size = text_size::kSmall, .weight = Weight::Mono});
    }
    gap(sizes().sm);
    state.draw_lines();
    (void)end_dialog();
}

}  // namespace throughline::gui::travel
