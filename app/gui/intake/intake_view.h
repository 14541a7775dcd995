// The intake screen: the brief form, drafts and own requests, and triage, as three tabs.
#pragma once

#include "app/gui/context/screen_view.h"
#include "app/gui/intake/card_draft.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace throughline::gui::intake {

enum class Part : std::uint8_t { NewBrief, Mine, Triage };

class IntakeView final : public ScreenView {
public:
    IntakeView();
    ~IntakeView() override;

    void draw(Context& context) override;
    // Adds the actions of triage and of the form.
    void add_actions(palette::Actions& actions) override;

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
    bool is_busy() const override;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace throughline::gui::intake
