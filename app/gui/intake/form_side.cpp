#include "app/gui/intake/form_side.h"

#include "app/gui/intake/promise.h"
#include "app/gui/intake/words.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/notice.h"
#include "app/gui/widgets/text.h"
#include "core/base/text.h"

#include <fmt/format.h>

namespace throughline::gui::intake {
namespace {

// A line of a list with an icon at its start; wraps.
void icon_line(const char* glyph, ImU32 colour, std::string_view words) {
    icon(glyph, colour, text_size::kIconSmall);
    ImGui::SameLine(0.0f, sizes().sm);
    paragraph(words, {.size = text_size::kSmall, .colour = theme().text_muted});
}

bool problem_row(const rules::FieldProblem& problem) {
    const TextStyle style{.size = text_size::kSmall};
    const std::string words = problem.label + " " + problem.problem;
    const float inset = sizes().sm;
    const float mark = text_px(text_size::kIconSmall) + sizes().sm;
    const float width = width_left();
    const float inner = width - 2.0f * inset - mark;
    const float height = wrap_height(words, style, inner) + sizes().sm;
    const RowState row = list_row(("missing:" + problem.field).c_str(), words, false, height);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    draw_icon(list, {row.min.x + inset + mark * 0.4f, row.min.y + height * 0.5f},
              icons::kAlertCircle, theme().tone(Tone::Danger).ink, text_size::kIconSmall);
    draw_wrapped(list, {row.min.x + inset + mark, row.min.y + sizes().xs}, words, style, inner);
    return row.pressed;
}

void similar_row(const rules::Similar& one, Context& context) {
    const TextStyle title{.weight = Weight::Semibold};
    const TextStyle note{.size = text_size::kSmall, .colour = theme().text_muted};
    const float pad = sizes().sm;
    const float inner = width_left() - 2.0f * pad;
    const float height =
        wrap_height(one.title, title, inner, 2) + line_height(note) + 2.0f * pad + sizes().xxs;
    const RowState row =
        list_row(("similar:" + one.key).c_str(), one.key + " " + one.title, false, height);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ImVec2 at{row.min.x + pad, row.min.y + pad};
    list.AddRect(row.min, row.max, theme().border, sizes().radius, 0, sizes().hair);
    at.y += draw_wrapped(list, at, one.title, title, inner, 2) + sizes().xxs;
    draw_text(list, at, fmt::format("{}, {:.0f}% alike", one.key, one.likeness * 100), note, inner);
    if (!row.pressed) return;
    if (one.card) {
        context.open_card(one.card);
    } else {
        context.open_request(one.request);
    }
}

}  // namespace

void draw_problems(FormScreen& screen) {
    const auto& problems = screen.model.problems();
    if (!screen.model.tried() || problems.empty()) return;
    const auto count = static_cast<std::int64_t>(problems.size());
    section_header(plural(count, "answer to go", "answers to go"));
    for (const rules::FieldProblem& problem : problems) {
        if (problem_row(problem)) screen.focus = problem.field;
    }
    gap(sizes().lg);
}

void draw_similar(const FormScreen& screen, Context& context) {
    const auto& found = screen.similar.found();
    if (found.empty()) return;
    section_header("Looks like this", std::to_string(found.size()));
    paragraph(
        "If it is the same work, open it and add your words there. If you submit all the same, "
        "triage can merge the two.",
        {.size = text_size::kSmall, .colour = theme().text_muted});
    gap(sizes().sm);
    for (const rules::Similar& one : found) {
        similar_row(one, context);
        gap(sizes().xs);
    }
    gap(sizes().lg);
}

void draw_next_steps(const FormScreen& screen, Context& context) {
    if (screen.model.kind() != FormKind::New) return;
    section_header("What happens next");
    const ImU32 colour = theme().text_muted;
    const std::string by = answer_by(context.workspace(), context.zone(), screen.model.version(),
                                     context.now(), context.now());
    if (!by.empty())
        icon_line(icons::kClock, colour, "Submitted now, it is answered by " + by + ".");
    icon_line(icons::kInbox, colour,
              "Triage accepts it, asks you something, or declines it with a reason.");
    icon_line(icons::kEye, colour, "You see where it stands under Drafts and my requests.");
}

}  // namespace throughline::gui::intake
