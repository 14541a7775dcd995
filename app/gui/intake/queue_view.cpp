#include "app/gui/intake/request_panel.h"
#include "app/gui/intake/triage_view.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/menu.h"
#include "app/gui/widgets/text.h"

#include <cmath>

namespace throughline::gui::intake {
namespace {

constexpr float kRow = 68.0f;       // unscaled
constexpr float kScoreBox = 44.0f;  // unscaled

float row_height() {
    return std::round(kRow * sizes().scale);
}

void draw_score_box(ImDrawList& list, ImVec2 min, ImVec2 max, const QueueRow& row) {
    const ToneColours& tone = theme().tone(row.score.empty() ? Tone::Neutral : Tone::Accent);
    list.AddRectFilled(min, max, tone.soft, sizes().radius);
    const TextStyle style{.weight = Weight::Bold,
                          .colour = row.score.empty() ? theme().text_muted : tone.ink};
    draw_text_centred(list, min, max, row.score.empty() ? "–" : row.score, style);
}

void draw_row(TriageScreen& screen, const QueueRow& row) {
    const bool chosen = screen.model.selected() == row.id;
    const RowState item =
        list_row(("request:" + row.key).c_str(), row.key + " " + row.title, chosen, row_height());
    if (item.pressed) screen.model.select(row.id);
    if (!ImGui::IsRectVisible(item.min, item.max)) return;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const Theme& t = theme();
    if (chosen)
        list.AddRectFilled(item.min, {item.min.x + sizes().xxs + 1.0f, item.max.y}, t.accent,
                           sizes().xxs);
    const float pad = sizes().md;
    const float box = kScoreBox * sizes().scale;
    const float middle = (item.min.y + item.max.y) * 0.5f;
    const float half = line_height(body_style()) * 0.68f;
    draw_score_box(list, {item.min.x + pad, middle - half - sizes().xxs},
                   {item.min.x + pad + box, middle + half + sizes().xxs}, row);
    const float x = item.min.x + pad + box + sizes().md;
    const float promise = draw_promise(list, {item.max.x - pad, middle + half}, row.promise);
    const float right = item.max.x - pad;
    draw_text_middle(list, {x, middle - half}, row.title, {.weight = Weight::Semibold}, right - x);
    const std::string note =
        row.key + ", " + row.age + ", " + row.requester + ", " + row.template_name;
    draw_text_middle(list, {x, middle + half}, note,
                     {.size = text_size::kSmall, .colour = t.text_muted},
                     right - promise - sizes().sm - x);
}

void draw_rows(TriageScreen& screen, std::size_t first, std::size_t end) {
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(end - first), row_height() + ImGui::GetStyle().ItemSpacing.y);
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            draw_row(screen, screen.model.rows()[first + static_cast<std::size_t>(i)]);
        }
    }
}

}  // namespace

void draw_queue(TriageScreen& screen) {
    const auto& rows = screen.model.rows();
    const std::size_t waiting = screen.model.waiting_from();
    const bool moved = screen.model.take_moved();
    ImGui::PushStyleVar(ImGuiStyleVar_ItemSpacing, {sizes().sm, sizes().xxs});
    const float step = row_height() + ImGui::GetStyle().ItemSpacing.y;
    section_header("To answer", std::to_string(waiting));
    gap(sizes().sm);
    const ImVec2 top = ImGui::GetCursorScreenPos();
    if (waiting == 0) paragraph("All answered.", muted_style());
    draw_rows(screen, 0, waiting);
    ImVec2 second = top;
    if (waiting < rows.size()) {
        gap(sizes().lg);
        section_header("Waiting for the requester", std::to_string(rows.size() - waiting));
        gap(sizes().sm);
        second = ImGui::GetCursorScreenPos();
        draw_rows(screen, waiting, rows.size());
    }
    ImGui::PopStyleVar();
    const auto index = screen.model.selected_index();
    if (!moved || !index) return;
    const bool waits = *index >= waiting;
    const float y =
        (waits ? second.y : top.y) + static_cast<float>(waits ? *index - waiting : *index) * step;
    scroll_into_view({top.x, y}, {top.x, y + step}, sizes().lg);
}

}  // namespace throughline::gui::intake
