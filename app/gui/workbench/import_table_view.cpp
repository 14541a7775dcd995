#include "app/gui/workbench/import_table_view.h"

#include "app/gui/context/face_model.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/button.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/text.h"
#include "app/gui/workbench/import_mapping_model.h"
#include "core/base/text.h"
#include "core/base/words.h"
#include "imgui.h"

#include <algorithm>

namespace throughline::gui::workbench {
namespace {

constexpr float kRole = 214.0f;   // unscaled
constexpr float kDates = 236.0f;  // unscaled
constexpr std::size_t kFewColumns = 14;

// Where the last import of this file, or of another, had the same columns.
void draw_earlier(ImportModel& model, const Zone& zone, Instant now) {
    const auto& earlier = model.table()->earlier;
    if (earlier.empty()) return;
    std::vector<std::string> notes;
    std::vector<ChoiceItem> items;
    for (const auto& one : earlier)
        notes.push_back("imported " + short_date(zone.day(one.at), zone.day(now)));
    for (std::size_t i = 0; i < earlier.size(); ++i)
        items.push_back({.label = earlier[i].source, .note = notes[i]});
    int chosen = model.earlier();
    constexpr std::string_view kFresh = "As the file itself suggests";
    if (choice("earlier", chosen, items,
               {.label = "Read as before",
                .help = "What you said of the columns then is used again.",
                .placeholder = model.form.mapping ? "Changed by you" : kFresh},
               kFresh)) {
        model.use_earlier(chosen);
    }
    gap(sizes().md);
}

void draw_heads(float left, float role, float dates) {
    const ImVec2 at = place({width_left(), line_height(caption_style())});
    ImDrawList& list = *ImGui::GetWindowDrawList();
    draw_text(list, at, "Column of the file, and its first values", caption_style(), left);
    draw_text(list, {at.x + left + sizes().md, at.y}, "Becomes", caption_style(), role);
    draw_text(list, {at.x + left + role + 2.0f * sizes().md, at.y}, "Its dates are read as",
              caption_style(), dates);
}

void draw_column(const MappingRow& row, float width) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 at = place({width, sizes().control});
    const float half = sizes().control * 0.25f;
    const bool taken = row.role != kNotTaken;
    draw_text_middle(
        list, {at.x, at.y + half}, row.column,
        {.weight = Weight::Semibold, .colour = taken ? theme().text : theme().text_muted}, width);
    draw_text_middle(list, {at.x, at.y + 3.0f * half}, row.values, caption_style(), width);
}

// Result: the index of the format chosen now.
std::optional<int> draw_dates(const MappingRow& row, float width) {
    if (row.dates.size() == 1 && row.date == 0) {  // nothing to decide
        icon(icons::kCheck, theme().tone(Tone::Success).ink, text_size::kIconSmall);
        ImGui::SameLine(0.0f, sizes().xs);
        text_ellipsis(row.dates.front().words,
                      {.size = text_size::kSmall, .colour = theme().text_muted});
        return std::nullopt;
    }
    std::vector<ChoiceItem> items;
    for (const DateChoice& date : row.dates)
        items.push_back({.label = date.words, .note = date.format});
    int chosen = row.date;
    const std::string id = "dates:" + row.column;
    const std::string name = "How the dates of " + row.column + " are read";
    const bool changed = static_cast<bool>(
        choice(id.c_str(), chosen, items,
               {.placeholder = row.must_choose ? "Two readings: choose one" : "Choose",
                .name = name,
                .width = width}));
    if (row.must_choose)
        ImGui::GetWindowDrawList()->AddRect(ImGui::GetItemRectMin(), ImGui::GetItemRectMax(),
                                            theme().tone(Tone::Warning).ink, sizes().radius, 0,
                                            sizes().focus_ring);
    return changed && chosen >= 0 ? std::optional(chosen) : std::nullopt;
}

class TableFrame {
public:
    // For the room that is left now.
    explicit TableFrame(ImportModel& model)
        : model_(model),
          role_(kRole * sizes().scale),
          dates_(kDates * sizes().scale),
          left_(width_left() - role_ - dates_ - 2.0f * sizes().md) {
        for (const std::string_view name : role_names())
            roles_.push_back({.label = name});
    }

    void heads() const { draw_heads(left_, role_, dates_); }

    void row(const MappingRow& row) {
        ImGui::PushID(row.column.c_str());
        draw_column(row, left_);
        ImGui::SameLine(0.0f, sizes().md);
        int role = row.role;
        const std::string id = "role:" + row.column;
        const std::string name = "What " + row.column + " becomes";
        if (choice(id.c_str(), role, roles_, {.name = name, .width = role_}) && role >= 0)
            change([&](exchange::CsvMapping& mapping) {
                set_role(mapping, *model_.table(), row.column, role);
            });
        if (!row.dates.empty()) {
            ImGui::SameLine(0.0f, sizes().md);
            if (const auto date = draw_dates(row, dates_))
                change([&](exchange::CsvMapping& mapping) {
                    set_date_format(mapping, row.column,
                                    row.dates[static_cast<std::size_t>(*date)].format);
                });
        }
        ImGui::PopID();
    }

private:
    // The mapping becomes the person's own with the first change.
    template <class Change>
    void change(Change&& act) {
        exchange::CsvMapping mapping = model_.mapping();
        act(mapping);
        model_.form.mapping = std::move(mapping);
    }

    ImportModel& model_;
    float role_;
    float dates_;
    float left_;
    std::vector<ChoiceItem> roles_;
};

}  // namespace

void draw_import_table(ImportModel& model, const Zone& zone, Instant now, bool& all) {
    const Sizes& s = sizes();
    draw_earlier(model, zone, now);
    std::vector<MappingRow> rows = mapping_rows(*model.table(), model.mapping());
    text("Columns (" + std::to_string(rows.size()) + ")", {.weight = Weight::Semibold});
    ImGui::SameLine(0.0f, s.sm);
    text(plural(static_cast<std::int64_t>(model.table()->rows), "row", "rows"), muted_style());
    const std::size_t columns = rows.size();
    if (!all && columns > kFewColumns)
        std::erase_if(rows, [](const MappingRow& row) { return row.role == kNotTaken; });
    const std::size_t folded = columns - rows.size();
    gap(s.sm);
    TableFrame frame(model);
    frame.heads();
    gap(s.sm);
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {s.md, s.md});
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(rows.size()), sizes().control + s.md);
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i)
            frame.row(rows[static_cast<std::size_t>(i)]);
    }
    ImGui::PopStyleVar();
    if (columns <= kFewColumns) return;
    const auto words = plural(static_cast<std::int64_t>(folded), "column", "columns");
    if (link("all-columns", all ? "Show only what is taken" : "Show " + words + " not taken"))
        all = !all;
}

}  // namespace throughline::gui::workbench
