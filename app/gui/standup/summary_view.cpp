// What the standup leaves behind.
#include "app/gui/standup/state.h"
#include "app/gui/widgets/layout.h"
#include "core/base/text.h"
#include "imgui.h"

namespace throughline::gui::standup {

void StandupView::State::draw_summary(Context& context, ImVec2 size) {
    const Sizes& s = sizes();
    const Summary made = summary(context);
    const TextStyle body = styled(text_size::kHeading);
    const TextStyle quiet = styled(text_size::kHeading, Weight::Regular, theme().text_muted);
    const auto part = [&](std::string_view title, const std::vector<std::string>& lines,
                          std::string_view none) {
        text(title, styled(text_size::kTitle, Weight::Semibold));
        gap(s.xs);
        if (lines.empty()) paragraph(none, quiet);
        for (const std::string& line : lines)
            paragraph(line, body);
        gap(s.lg);
    };
    const float width = (size.x - s.lg) * 0.5f;
    begin_panel("left", {width, size.y});
    paragraph(made.when, body);
    paragraph("Present: " + made.present, body);
    gap(s.lg);
    part("Commitments", made.promises, "None was made.");
    part("Notes", made.notes, "None was written.");
    end_panel();
    ImGui::SameLine(0, s.lg);
    begin_panel("right", {width, size.y});
    part("Blocked", made.blockers, "Nothing is blocked.");
    if (!made.answers.empty()) part("Earlier commitments", made.answers, "");
    if (made.changes)
        part("Since the last standup", change_lines(*made.changes), "Nothing changed.");
    end_panel();
}

}  // namespace throughline::gui::standup
