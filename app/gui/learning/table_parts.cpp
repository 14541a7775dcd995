#include "app/gui/learning/table_parts.h"

#include "app/gui/widgets/item.h"
#include "imgui.h"

namespace throughline::gui::learning {
namespace {

constexpr float kNarrow = 900.0f;  // unscaled

}  // namespace

bool is_narrow() {
    return width_left() < kNarrow * sizes().scale;
}

std::vector<TableColumn> chosen_columns(std::span<const TableColumn> all,
                                        std::span<const int> shown) {
    std::vector<TableColumn> columns;
    columns.reserve(shown.size());
    for (const int one : shown)
        columns.push_back(all[static_cast<std::size_t>(one)]);
    return columns;
}

void centre_in_row(float height) {
    ImGui::GetCurrentWindow()->DC.CurrLineTextBaseOffset = 0.0f;  // of the cells before
    ImGui::SetCursorPosY(ImGui::GetCursorPosY() + (sizes().row - height) * 0.5f);
}

}  // namespace throughline::gui::learning
