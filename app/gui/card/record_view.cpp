// What happened: time in each column, the result, the history in words.
#include "app/gui/card/panel_state.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/progress.h"
#include "app/gui/widgets/text.h"

#include "imgui.h"

namespace throughline::gui::card {

void draw_times(CardPanel::State& state) {
    const CardDetail& d = state.detail;
    section_header("Time in each column", {}, d.time_words);
    if (!ImGui::BeginTable("times", 3, ImGuiTableFlags_SizingFixedFit)) return;
    ImGui::TableSetupColumn("name");
    ImGui::TableSetupColumn("bar", ImGuiTableColumnFlags_WidthStretch);
    ImGui::TableSetupColumn("time");
    for (const ColumnTime& row : d.times) {
        ImGui::TableNextColumn();
        text(row.name, row.here ? TextStyle{.weight = Weight::Semibold} : muted_style());
        ImGui::TableNextColumn();
        gap(sizes().xs);
        progress_bar(row.share, row.here ? Tone::Accent : Tone::Info);
        ImGui::TableNextColumn();
        text(row.words + (row.here ? ", here now" : ""), row.here ? body_style() : muted_style());
    }
    ImGui::EndTable();
}

void draw_result(CardPanel::State& state) {
    section_header("Result", {}, "What came of it, beside what was meant");
    if (begin_key_values("measure")) {
        for (const MeasureRow& row : state.detail.measure) key_value(row.label, row.words);
        end_key_values();
    }
    edit_line(state, "card-result", "result_actual", {.label = "Actual", .placeholder = "The success measure today"});
    edit_area(state, "card-result-note", "result_note", {.label = "Note", .placeholder = "What we learnt"}, 2);
}

void draw_history(CardPanel::State& state, Context& context) {
    section_header("History", {}, "Newest first");
    state.history.follow(context.desk(), context.zone(), context.now(), state.card);
    for (const HistoryRow& row : state.history.rows()) {
        paragraph(row.words);
        text(row.when, {.size = text_size::kSmall, .colour = theme().text_muted});
        gap(sizes().xs);
    }
    if (!state.history.error().empty()) paragraph("The history could not be read: " + state.history.error(), tone_style(Tone::Danger));
    if (state.history.is_reading()) {
        text("Reading...", muted_style());
    } else if (!state.history.is_whole() && button("more-history", "Show older")) {
        state.history.more(context.desk());
    }
}

}  // namespace throughline::gui::card
