#include "app/gui/context/face_model.h"

#include "app/gui/context/length_words.h"
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/flow/card_figures.h"
#include "core/rules/gates.h"
#include "core/rules/limits.h"

#include <algorithm>

namespace throughline::gui {
namespace {

constexpr int kSoonDays = 7;

std::string days_text(int days) {
    return std::to_string(days) + " d";
}

void describe_people(const model::Workspace& workspace, const model::Card& card, CardFace& face) {
    if (const model::Person* dri = workspace.find(card.dri)) {
        face.dri = dri->name;
        face.dri_colour = static_cast<int>(dri->id.value % 12);
    }
    if (const model::Objective* objective = workspace.find(card.objective)) {
        face.objective = model::key_of(*objective);
        face.objective_colour = objective->colour;
    }
}

std::string flag_words(const CardFace& face) {
    switch (face.flag) {
        case CardFlag::None: return {};
        case CardFlag::NeedsBrief: return "Imported: needs a brief";
        case CardFlag::NeedsDri: return "Needs a DRI";
        case CardFlag::NeedsObjective: return "Needs an objective";
        case CardFlag::ObjectiveClosed: return "Objective " + face.objective + " is closed";
    }
    return {};
}

void describe_age(const FaceInputs& in, const model::Card& card, CardFace& face) {
    const Day today = in.zone.day(in.now);
    const int here = std::max(0, today - in.zone.day(card.entered_at)) + 1;
    face.column_age = days_text(here) + " here";
    const auto figures = flow::card_figures(in.workspace, in.workflow, in.zone, card.id, in.now);
    if (!figures) return;
    if (figures->age_days) {
        const flow::AgeYardstick& yardstick = in.yardsticks.of(card.service_class);
        face.age = age_words(*figures->age_days, yardstick);
        face.age_state = flow::age_state(*figures->age_days, figures->journey.column, yardstick);
        face.age_words = flow::to_text(face.age_state);
    }
    // What is delivered is late for ever, or never again.
    if (card.due && figures->journey.finished) {
        const int late = figures->journey.end_day - *card.due;
        face.due = late > 0 ? days_text(late) + " late" : short_date(*card.due, today);
        face.due_state = late > 0 ? DueState::Late : DueState::Later;
    }
    if (figures->age_days) return;
    if (figures->cycle_time_days) {
        face.age = "took " + days_text(*figures->cycle_time_days);
        face.column_age.clear();
    } else if (!figures->journey.finished) {
        face.age = days_text(std::max(0, today - in.zone.day(card.created_at)) + 1) + " waiting";
        face.column_age.clear();
    }
}

void describe_blocks(const FaceInputs& in, const model::Card& card, CardFace& face) {
    if (!in.workspace.is_blocked(card.id)) return;
    const model::Block* oldest = nullptr;
    int open = 0;
    for (const model::Block* block : in.workspace.of<model::Block>(card.id)) {
        if (!block->is_open()) continue;
        ++open;
        if (oldest == nullptr || block->since < oldest->since) oldest = block;
    }
    if (oldest == nullptr) return;
    const Duration length = in.now - oldest->since;
    std::string why = oldest->reason;
    if (const model::Card* other = in.workspace.find(oldest->waits_for);
        other != nullptr && why.empty()) {
        why = "waits for " + model::key_of(in.workspace, *other);
    }
    if (why.empty()) why = oldest->cause.empty() ? "no reason given" : oldest->cause;
    face.blocked = "Blocked " + length_words(length) + ": " + why;
    if (open > 1) face.blocked += " (and " + std::to_string(open - 1) + " more)";
}

void count_progress(const FaceInputs& in, const model::Card& card, CardFace& face) {
    for (const rules::GateState& gate : rules::gate_of(in.workspace, card.id, card.column)) {
        ++face.total;
        face.done += gate.passed() ? 1 : 0;
        face.rejected += gate.mark != nullptr && !gate.passed() ? 1 : 0;
    }
    for (const model::ChecklistItem* item : in.workspace.of<model::ChecklistItem>(card.id)) {
        ++face.total;
        face.done += item->done ? 1 : 0;
    }
}

}  // namespace

CardFlag flag_of(const model::Workspace& workspace, const model::Card& card) {
    if (!card.has_brief()) return CardFlag::NeedsBrief;
    if (!card.dri) return CardFlag::NeedsDri;
    const model::Objective* objective = workspace.find(card.objective);
    if (objective == nullptr) return CardFlag::NeedsObjective;
    const bool is_wrong = objective->closed && card.on_board();
    return is_wrong && !rules::is_delivered(workspace, card) ? CardFlag::ObjectiveClosed
                                                             : CardFlag::None;
}

std::string due_words(Day due, Day today) {
    const int left = due - today;
    if (left < 0) return days_text(-left) + " late";
    if (left == 0) return "today";
    if (left == 1) return "tomorrow";
    if (left <= kSoonDays) return "in " + days_text(left);
    return short_date(due, today);
}

DueState due_state(Day due, Day today) {
    const int left = due - today;
    return left < 0            ? DueState::Late
           : left == 0         ? DueState::Today
           : left <= kSoonDays ? DueState::Soon
                               : DueState::Later;
}

std::string age_words(int days, const flow::AgeYardstick& yardstick) {
    return yardstick.sle_days ? std::to_string(days) + " of " + days_text(*yardstick.sle_days)
                              : days_text(days);
}

CardFace make_face(const FaceInputs& in, const model::Card& card) {
    CardFace face{.id = card.id,
                  .key = model::key_of(in.workspace, card),
                  .title = card.title,
                  .service_class = card.service_class};
    const model::Template* form = in.workspace.template_by_handle(card.type);
    face.type = form != nullptr ? form->name : card.type;
    describe_people(in.workspace, card, face);
    if (card.due) {
        const Day today = in.zone.day(in.now);
        face.due = due_words(*card.due, today);
        face.due_state = due_state(*card.due, today);
    }
    describe_age(in, card, face);
    describe_blocks(in, card, face);
    face.flag = flag_of(in.workspace, card);
    face.flag_words = flag_words(face);
    count_progress(in, card, face);
    face.comments = static_cast<int>(in.workspace.of<model::Comment>(card.id).size());
    face.labels = join(card.labels, ", ");
    return face;
}

}  // namespace throughline::gui
