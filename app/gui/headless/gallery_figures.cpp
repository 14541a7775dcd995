#include <array>
#include <cmath>
#include <vector>

#include "app/gui/headless/gallery_parts.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/canvas_imgui.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/progress.h"
#include "app/gui/widgets/table.h"
#include "app/gui/widgets/text.h"
#include "core/report/canvas.h"
#include "imgui.h"

namespace throughline::gui::headless {
namespace {

struct Row {
    const char* key;
    const char* title;
    const char* person;
    std::size_t colour;
    const char* age;
};
constexpr std::array kRows{
    Row{"MKT-12", "Autumn launch: landing page", "Ada Lovelace", 0, "4 d"},
    Row{"MKT-31", "Pricing one-pager for partners in three languages", "Grace Hopper", 1, "11 d"},
    Row{"MKT-40", "Webinar follow-up email", "Katherine Johnson", 2, "2 d"},
    Row{"MKT-41", "日本語のタイトルも表示できる 🚀", "Mary Jackson", 3, "1 d"}};

void card_table(GalleryState& state) {
    constexpr std::array kColumns{
        TableColumn{.title = "Key", .width = 76.0f}, TableColumn{.title = "Title"},
        TableColumn{.title = "DRI", .width = 52.0f, .sortable = false},
        TableColumn{.title = "Age", .width = 60.0f, .align = Align::Right}};
    const auto cell = [](int row, int column) {
        const Row& r = kRows[static_cast<std::size_t>(row)];
        if (column == 0) table_text(r.key, theme().text_muted);
        if (column == 1) table_text(r.title);
        if (column == 2) {
            const ImVec2 at = ImGui::GetCursorScreenPos();
            draw_avatar(*ImGui::GetWindowDrawList(), {at.x + sizes().md, at.y + sizes().row * 0.5f},
                        {.name = r.person, .colour = r.colour, .size = sizes().avatar_small});
        }
        if (column == 3) table_text(r.age);
    };
    const auto name = [](int row) { return std::string(kRows[static_cast<std::size_t>(row)].key); };
    const TableEvents events = table("cards", kColumns, static_cast<int>(kRows.size()), state.sort,
                                     cell, name, {.height = -1.0f, .selected = state.row});
    if (events.clicked >= 0) state.row = events.clicked;
    if (events.activated >= 0)
        state.last_pressed = kRows[static_cast<std::size_t>(events.activated)].key;
}

void sample_chart(report::Canvas& canvas) {
    using namespace report;
    const Size size = canvas.size();
    const Box plot{44.0, 12.0, size.width - 56.0, size.height - 44.0};
    for (int i = 0; i <= 4; ++i) {
        const double y = plot.y + plot.height * i / 4.0;
        canvas.line({plot.x, y}, {plot.x + plot.width, y}, {.ink = i == 4 ? Ink::Axis : Ink::Grid});
        canvas.text({plot.x - 8.0, y}, std::to_string((4 - i) * 5),
                    {.ink = Ink::TextFaint, .side = Side::End, .level = Level::Middle});
    }
    std::vector<Point> line;
    std::vector<Point> area{{plot.x, plot.y + plot.height}};
    for (int i = 0; i <= 24; ++i) {
        const double x = plot.x + plot.width * i / 24.0;
        const double y = plot.y + plot.height * (0.55 - 0.25 * std::sin(i * 0.5) - i * 0.008);
        line.push_back({x, y});
        area.push_back({x, y});
    }
    area.push_back({plot.x + plot.width, plot.y + plot.height});
    canvas.fill_polygon(area, {.ink = Ink::AccentSoft, .opacity = 0.7});
    canvas.hatch({plot.x + plot.width * 0.7, plot.y, plot.width * 0.12, plot.height},
                 Hatch::Forward, {.ink = Ink::TextFaint, .opacity = 0.35});
    canvas.polyline(line, {.ink = Ink::Accent, .width = 2.0});
    for (std::size_t i = 0; i < line.size(); i += 4)
        canvas.fill_circle(line[i], 3.5, {.ink = series(static_cast<int>(i / 4))});
    canvas.line({plot.x, plot.y + 26.0}, {plot.x + plot.width, plot.y + 26.0},
                {.ink = Ink::Danger, .width = 1.5, .dash = Dash::Dashed});
    canvas.text({plot.x + plot.width, plot.y + 22.0}, "SLE 85%: 14 days",
                {.ink = Ink::Danger, .strong = true, .side = Side::End, .level = Level::Bottom});
    canvas.text({plot.x + plot.width * 0.5, size.height - 8.0}, "Week of delivery",
                {.ink = Ink::TextMuted, .side = Side::Middle});
    canvas.text_upwards({12.0, plot.y + plot.height * 0.5}, "Days",
                        {.ink = Ink::TextMuted, .side = Side::Middle, .level = Level::Middle});
}

}  // namespace

void gallery_figures(GalleryState& state) {
    begin_panel("chart");
    section_header("Cycle time", {}, "Days from commitment to delivery, last 12 weeks");
    const CanvasItem chart = begin_canvas("cycle-times", "Cycle times", {0, 190});
    sample_chart(*chart.canvas);
    end_panel();

    begin_panel("table");
    section_header("In review", "4");
    card_table(state);
    end_panel();

    begin_panel("progress");
    progress_ring(0.72f, "72%", Tone::Success);
    ImGui::SameLine(0.0f, sizes().lg);
    ImGui::BeginGroup();
    progress_bar(0.4f);
    load_bar(0.8f, 0.75f, 0.85f);
    load_bar(1.1f, 0.75f, 0.85f);
    ImGui::EndGroup();
    if (begin_key_values("facts")) {
        key_value("Objective", "Pipeline from partners up 20% by June");
        key_value("Accepted", "2027-03-02 by Grace Hopper");
        key_value("Forecast", "");
        end_key_values();
    }
    skeleton_lines(2);
    end_panel();

    begin_panel("empty", {0, 230.0f * sizes().scale});
    constexpr std::array kActions{
        NoticeAction{.id = "write", .label = "Write a brief", .kind = ButtonKind::Primary},
        NoticeAction{.id = "import", .label = "Import …"}};
    empty_state("nothing", {.icon = icons::kInbox,
                            .title = "No requests wait",
                            .text = "New briefs appear here the moment they are submitted.",
                            .actions = kActions});
    end_panel();
}

}  // namespace throughline::gui::headless
