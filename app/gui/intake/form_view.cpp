#include "app/gui/intake/form_view.h"

#include "app/gui/intake/brief_model.h"
#include "app/gui/intake/form_field.h"
#include "app/gui/intake/form_side.h"
#include "app/gui/intake/words.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/chip.h"
#include "app/gui/widgets/field.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/notice.h"
#include "app/gui/widgets/progress.h"
#include "app/gui/widgets/text.h"

#include <algorithm>
#include <array>

namespace throughline::gui::intake {
namespace {

constexpr float kSide = 300.0f;       // unscaled
constexpr float kLeastMeter = 90.0f;  // of the answers given
constexpr float kDraftState = 90.0f;
constexpr float kLeastForm = 440.0f;  // unscaled; with less than both, there is no side

// Headings stand before the first question of their part of the form.
std::string_view heading_before(std::string_view handle) {
    if (handle == rules::kWhat) return "The work";
    if (handle == rules::kWhyNow) return "Why it matters";
    if (handle == rules::kObjective) return "Where and when it fits";
    return {};
}

// Questions that belong side by side with the one after them.
bool is_pair(std::string_view first, std::string_view second) {
    return (first == rules::kBaseline && second == rules::kTarget) ||
           (first == rules::kNeededBy && second == rules::kNeededByReason);
}

bool is_common(std::string_view handle) {
    const auto common = rules::common_fields();
    return std::any_of(common.begin(), common.end(),
                       [&](const auto& field) { return field.handle == handle; });
}

class FormFrame {
public:
    FormFrame(FormScreen& screen, Context& context)
        : screen_(screen), now_(context.now()), today_(context.zone().day(context.now())) {}

    void question(const model::BriefField& field, float width) {
        FieldPlace place;
        place.problem = screen_.model.shown_problem(field.handle);
        place.focus = screen_.focus == field.handle;
        place.width = width;
        place.today = today_;
        const FieldEdit edit = draw_field(field, screen_.model.answer(field.handle),
                                          screen_.choices.of(field.handle), place);
        if (edit.answer) screen_.model.set_answer(field.handle, *edit.answer, now_);
        if (edit.active) active_ = field.handle;
        if (place.focus) {
            scroll_item_into_view(sizes().xxl);
            ImGui::SetNavCursorVisible(true);  // lists and boxes have no caret to show where it is
        }
    }

    void title() {
        model::BriefField field;
        field.handle = std::string(kTitleField);
        field.label = "Title";
        field.help = "Short and plain: people will know the work by it.";
        field.example = "Reporting module: launch to existing customers";
        field.required = true;
        question(field, 0.0f);
    }

    // The field left in this frame shows its problem from now on.
    void finish(const std::string& focused_before) {
        if (screen_.focus == focused_before) screen_.focus.clear();
        if (!screen_.active.empty() && screen_.active != active_)
            screen_.model.leave_field(screen_.active);
        screen_.active = active_;
    }

private:
    FormScreen& screen_;
    Instant now_;
    Day today_;
    std::string active_;
};

void draw_requester(const model::Workspace& workspace, model::PersonId person) {
    const model::Person* row = workspace.find(person);
    if (row == nullptr) return;
    avatar({.name = row->name, .colour = colour_of(person), .size = sizes().avatar_small});
    ImGui::SameLine(0.0f, sizes().sm);
    text("Requested by " + row->name, muted_style());
}

void draw_questions(FormScreen& screen, Context& context) {
    FormFrame frame(screen, context);
    const std::string focused = screen.focus;
    // An item further down that has the keyboard (the submit button) would take it back within the
    // same frame; without any focus it cannot.
    if (!focused.empty()) ImGui::SetWindowFocus(nullptr);
    draw_requester(context.workspace(), screen.model.requester());
    gap(sizes().lg);
    frame.title();
    bool own_heading = false;
    const auto& fields = screen.model.fields();
    for (std::size_t i = 0; i < fields.size(); ++i) {
        std::string heading(heading_before(fields[i].handle));
        if (heading.empty() && !own_heading && !is_common(fields[i].handle)) {
            own_heading = true;
            heading = "About the " + template_name(context.workspace(), screen.model.version());
        }
        gap(heading.empty() ? sizes().lg : sizes().xl);
        if (!heading.empty()) {
            section_header(heading);
            gap(sizes().sm);
        }
        if (i + 1 < fields.size() && is_pair(fields[i].handle, fields[i + 1].handle)) {
            const float half = (width_left() - sizes().lg) * 0.5f;
            frame.question(fields[i], half);
            ImGui::SameLine(0.0f, sizes().lg);
            frame.question(fields[++i], half);
        } else {
            frame.question(fields[i], 0.0f);
        }
    }
    gap(sizes().xl);
    frame.finish(focused);
}

std::string form_title(const FormScreen& screen, const model::Workspace& workspace) {
    const std::string name = template_name(workspace, screen.model.version());
    switch (screen.model.kind()) {
        case FormKind::Edit: {
            const model::Request* request = workspace.find(screen.model.request());
            return "Brief of " + (request != nullptr ? model::key_of(*request) : name);
        }
        case FormKind::Attach: {
            const model::Card* card = workspace.find(screen.model.card());
            return "Brief for " + (card != nullptr ? model::key_of(workspace, *card) : name);
        }
        case FormKind::None:
        case FormKind::New: break;
    }
    return name;
}

FormEvent draw_head(FormScreen& screen, Context& context) {
    const bool back = icon_button("form-back", icons::kArrowLeft, "Back; what you wrote is kept");
    ImGui::SameLine(0.0f, sizes().sm);
    ImGui::AlignTextToFramePadding();
    text(form_title(screen, context.workspace()), title_style());
    gap(sizes().md);
    return back ? FormEvent::Left : FormEvent::None;
}

// "Draft saved", or why nothing is to be saved yet.
void draw_draft_state(const FormScreen& screen, float width) {
    const FormModel& model = screen.model;
    if (!model.keeps_draft()) return;
    const bool typed = model.kind() == FormKind::New ? !model.is_empty() : model.draft_is_dirty();
    const bool written = typed || model.draft_id() != 0;
    const bool kept = screen.draft_kept && *screen.draft_kept && !model.draft_is_dirty();
    std::string_view words = "Drafts are saved as you write.";
    if (kept) {
        words = "Draft saved";
        icon(icons::kCheck, theme().tone(Tone::Success).ink, text_size::kIconSmall);
        ImGui::SameLine(0.0f, sizes().xs);
    } else if (written) {
        words = model.requester() ? "Saving the draft" : "Choose who you are to keep a draft";
    }
    text_ellipsis(words, {.size = text_size::kSmall, .colour = theme().text_muted},
                  width - (kept ? text_px(text_size::kIconSmall) + sizes().xs : 0.0f));
}

std::string_view submit_words(FormKind kind) {
    switch (kind) {
        case FormKind::Edit: return "Save the brief";
        case FormKind::Attach: return "Give it this brief";
        case FormKind::None:
        case FormKind::New: break;
    }
    return "Submit";
}

void draw_footer(FormScreen& screen, Context& context, Acts& acts) {
    const FormModel& model = screen.model;
    const auto right =
        model.kind() == FormKind::Attach ? rules::Right::Work : rules::Right::Request;
    const std::string why = why_not(actor_of(context.workspace(), context.desk().actor()), right);
    const std::string_view label = submit_words(model.kind());
    const std::string_view give_up = model.keeps_draft() ? "Discard" : "Cancel";
    const ButtonOptions send{.kind = ButtonKind::Primary,
                             .icon = icons::kSend,
                             .shortcut = "Ctrl+Enter",
                             .disabled = !why.empty(),
                             .disabled_why = why};
    const float buttons = button_width(label, send) + button_width(give_up) + sizes().sm;
    // In a narrow place the state of the draft gives way first, then the meter.
    const float room = width_left() - buttons - sizes().lg;
    const float least = kLeastMeter * sizes().scale;
    const float meter =
        std::min({width_left() * 0.4f, 300.0f * sizes().scale, std::max(room, least)});
    completeness_meter(model.completeness().done, model.completeness().total, "answers", meter);
    ImGui::SameLine(0.0f, sizes().lg);
    if (const float left = room - meter - sizes().lg; left >= kDraftState * sizes().scale) {
        ImGui::BeginGroup();
        draw_draft_state(screen, left);
        ImGui::EndGroup();
    }
    align_right(buttons);
    if (button("discard", give_up, {.kind = ButtonKind::Ghost})) {
        acts.add([&screen](Context& c) { discard(screen, c); });
    }
    ImGui::SameLine(0.0f, sizes().sm);
    const bool free = why.empty() && !ImGui::IsPopupOpen("", ImGuiPopupFlags_AnyPopup);
    const bool keys = free && ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_Enter);
    if (button("submit", label, send) || keys) {
        acts.add([&screen](Context& c) { submit(screen, c); });
    }
}

void draw_refusal(FormScreen& screen) {
    if (!screen.refusal) return;
    const int pressed = notice("form-refusal", {.tone = Tone::Danger,
                                                .title = screen.refusal->reason,
                                                .remedy = screen.refusal->remedy,
                                                .closable = true});
    gap(sizes().md);
    if (pressed == kNoticeClosed) screen.refusal.reset();
}

}  // namespace

FormEvent draw_form(FormScreen& screen, Context& context, Acts& acts) {
    const Day today = context.zone().day(context.now());
    const std::uint64_t revision = context.desk().revision();
    screen.model.refresh(context.workspace(), revision, today);
    screen.choices.refresh(context.workspace(), screen.model.fields(), revision, today);
    if (screen.model.kind() != FormKind::Attach) {
        screen.similar.follow(context, screen.model.text(), screen.model.request());
    }
    const FormEvent event = draw_head(screen, context);
    draw_refusal(screen);

    const float room = width_left();
    const float side = kSide * sizes().scale;
    const bool has_side = room >= side + sizes().xl + kLeastForm * sizes().scale;
    const float widest = sizes().reading + 2.0f * sizes().xl;
    const float form_width = std::min(widest, has_side ? room - side - sizes().xl : room);
    const float footer = sizes().control + sizes().lg;
    const float height = ImGui::GetContentRegionAvail().y - footer - sizes().md;
    begin_panel("form", {form_width, height});
    if (!has_side) draw_problems(screen);
    draw_questions(screen, context);
    if (!has_side) draw_similar(screen, context);
    end_panel();
    if (has_side) {
        ImGui::SameLine(0.0f, sizes().xl);
        ImGui::BeginChild("form-side", {side, height}, ImGuiChildFlags_NavFlattened,
                          ImGuiWindowFlags_NoSavedSettings);
        draw_problems(screen);
        draw_similar(screen, context);
        draw_next_steps(screen, context);
        ImGui::EndChild();
    }
    gap(sizes().md);
    ImGui::BeginChild("form-footer", {form_width, 0.0f}, ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_NoSavedSettings);
    draw_footer(screen, context, acts);
    ImGui::EndChild();
    screen.model.refresh(context.workspace(), revision, today);
    save_draft(screen, context, false);
    return event;
}

}  // namespace throughline::gui::intake
