// The intake screen: the brief form, drafts and own requests, and triage, as three tabs. Fills what
// is left of the current ImGui window. Knows no other screen; the workbench calls it.
#pragma once

#include "app/gui/intake/card_draft.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace throughline::gui {
class Context;
namespace palette {
class Actions;
}
}  // namespace throughline::gui

namespace throughline::gui::intake {

enum class Part : std::uint8_t { NewBrief, Mine, Triage };

class IntakeView {
public:
    IntakeView();
    ~IntakeView();
    IntakeView(const IntakeView&) = delete;
    IntakeView& operator=(const IntakeView&) = delete;

    // One frame. Runs the commands it collected after drawing.
    void draw(Context& context);
    // Adds the actions of triage and of the form; the view must outlive the table.
    void add_actions(palette::Actions& actions);

    // Carried out at the next draw. What was being written before is kept as a draft.
    void show(Part part);
    void open_new(model::TemplateVersionId version = {});  // 0 asks for the template
    void open_draft(std::int64_t draft);
    // Open requests are shown in triage to those who may triage, else among the requests.
    void open_request(model::RequestId request);
    // The form for an imported card that has no brief yet.
    // The draft that the acting person began for it is gone on with.
    void attach_brief(model::CardId card);

    // Briefs begun for imported cards; to be kept and given back at the next start.
    const std::vector<CardDraft>& card_drafts() const;
    void set_card_drafts(std::vector<CardDraft> drafts);
    bool has_card_draft(model::CardId card, model::PersonId owner) const;

    // Another screen takes its place, or the window closes: saves the draft and the score being
    // written. Cheap when there is nothing to save.
    void leave(Context& context);
    // Something that is shown is still being computed.
    bool is_busy() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace throughline::gui::intake
