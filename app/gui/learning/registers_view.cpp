// Registers: tools and integrations, data domains, training and its adoption by role; and the
// words.
#include "app/gui/learning/learning_state.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/progress.h"
#include "app/gui/widgets/text.h"
#include "core/base/text.h"
#include "imgui.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace throughline::gui::learning {
namespace {

constexpr int kMostRows = 8;  // of a list
constexpr float kRoleWidth = 220.0f;
constexpr float kBarWidth = 220.0f;

struct Adoption {
    int done = 0;
    int asked = 0;
};

// How many of those who should have a training have it, by the role it is for.
void draw_adoption(const model::Workspace& workspace) {
    std::map<std::string, Adoption> by_role;
    for (const model::Training& one : workspace.rows<model::Training>()) {
        Adoption& role = by_role[one.role];
        role.asked += static_cast<int>(one.people.size());
        for (const model::PersonId person : one.people)
            role.done += std::ranges::find(one.done, person) != one.done.end() ? 1 : 0;
    }
    if (by_role.empty()) return;
    gap(sizes().sm);
    text("Adoption by role", caption_style());
    for (const auto& [role, adoption] : by_role) {
        const float left = ImGui::GetCursorPosX();
        text_ellipsis(role, {}, kRoleWidth * sizes().scale);
        ImGui::SameLine(left + (kRoleWidth + 8.0f) * sizes().scale);
        const float share = adoption.asked == 0 ? 0.0f
                                                : static_cast<float>(adoption.done) /
                                                      static_cast<float>(adoption.asked);
        progress_bar(share, share < 1.0f ? Tone::Accent : Tone::Success, kBarWidth * sizes().scale);
        ImGui::SameLine(0.0f, sizes().sm);
        text(adoption.asked == 0 ? "nobody is asked to have it"
                                 : fmt::format("{} of {}", adoption.done, adoption.asked),
             muted_style());
    }
}

}  // namespace

void LearningView::State::draw_registers(Context& context) {
    const auto list = [&](const char* title, const char* words, records::RecordTable& table,
                          const char* empty) {
        section_header(title, {}, words);
        gap(sizes().sm);
        table.draw(context, editor, {.most_rows = kMostRows, .empty = empty});
    };
    list("Tools and integrations",
         "Who answers for each, what it costs a year, what data goes where.", tools,
         "Begin with those that hold customers' data.");
    gap(sizes().xl);
    list("Data domains", "What the users of a kind of data may rely on, and how fresh it is.",
         domains, "Leads, accounts, consent: each with one owner.");
    gap(sizes().xl);
    list("Training", "Who should know what, and who does.", trainings,
         "Name the role it is for and the people who should have it.");
    draw_adoption(context.workspace());
    gap(sizes().xl);
}

void LearningView::State::draw_glossary(Context& context) {
    glossary.draw(
        context, editor,
        {.empty = "Write down the words that new people ask about, in one sentence each."});
}

}  // namespace throughline::gui::learning
