#include "app/gui/intake/intake_view.h"

#include "app/gui/intake/form_view.h"
#include "app/gui/intake/mine_view.h"
#include "app/gui/intake/template_view.h"
#include "app/gui/intake/triage_view.h"
#include "app/gui/intake/words.h"
#include "app/gui/palette/actions.h"
#include "app/gui/theme/icons.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/text.h"

#include "imgui.h"

#include <algorithm>
#include <array>
#include <utility>

namespace throughline::gui::intake {

// What the workbench asked for, until the next draw.
struct Errand {
    enum class Kind : std::uint8_t { None, New, Draft, Request, Attach } kind = Kind::None;
    std::int64_t id = 0;
};

struct IntakeView::State {
    Part part = Part::NewBrief;
    bool part_chosen = false;  // until then the role decides what is shown first
    Errand errand;
    model::CardId attach_to;  // the form is to be opened for this card once a template is chosen
    FormScreen form;
    MineScreen mine;
    TriageScreen triage;
    std::vector<TemplateCard> templates;
    TemplatePicker picker;
    std::uint64_t templates_revision = ~std::uint64_t{0};
    Acts acts;

    bool may_triage(Context& context) const { return triage.why_not_triage(context).empty(); }
    void show(Part next) {
        part = next;
        part_chosen = true;
    }

    void refresh(Context& context);
    void run_errand(Context& context);
    void choose_template(Context& context, model::TemplateVersionId version);
    void open_request(Context& context, model::RequestId id);
    void open_attached(Context& context, model::CardId card);
    void discard_draft(std::int64_t id, Context& context);
    void draw_tabs();
    void draw_new(Context& context);
    void draw_mine_part(Context& context);
    void draw_triage_part(Context& context);
    void follow(FormEvent event, Context& context);
};

void IntakeView::State::refresh(Context& context) {
    const std::uint64_t revision = context.desk().revision();
    if (revision != templates_revision) {
        templates_revision = revision;
        templates = template_cards(context.workspace());
    }
    mine.refresh(context, form.card_drafts);
    triage.model.refresh(context.workspace(), context.zone(), revision, context.now());
    if (part_chosen) return;
    part_chosen = true;
    if (may_triage(context) && !triage.model.is_empty()) part = Part::Triage;
}

void IntakeView::State::choose_template(Context& context, model::TemplateVersionId version) {
    save_draft(form, context, true);
    form.reset();
    const model::Card* card = context.workspace().find(attach_to);
    if (card != nullptr) {
        form.model.attach(context.workspace(), *card, version, context.desk().actor());
    } else {
        form.model.start(context.workspace(), version, context.desk().actor());
    }
    attach_to = {};
    form.focus = std::string(kTitleField);
    show(Part::NewBrief);
}

void IntakeView::State::open_request(Context& context, model::RequestId id) {
    const model::Request* request = context.workspace().find(id);
    if (request == nullptr) return;
    if (request->is_open() && may_triage(context)) {
        triage.model.select(id);
        show(Part::Triage);
    } else {
        mine.select(id);
        show(Part::Mine);
    }
}

void IntakeView::State::open_attached(Context& context, model::CardId card) {
    save_draft(form, context, true);
    form.reset();
    if (const CardDraft* begun = form.card_draft(card, context.desk().actor())) {
        form.model.resume(context.workspace(), begun->draft, card);
        form.draft_kept = std::make_shared<bool>(true);
    } else {
        attach_to = card;
    }
    show(Part::NewBrief);
}

void IntakeView::State::run_errand(Context& context) {
    const Errand now = std::exchange(errand, {});
    switch (now.kind) {
        case Errand::Kind::None: return;
        case Errand::Kind::New:
            attach_to = {};
            if (now.id != 0) return choose_template(context, {now.id});
            save_draft(form, context, true);
            form.reset();
            return show(Part::NewBrief);
        case Errand::Kind::Request: return open_request(context, {now.id});
        case Errand::Kind::Attach: return open_attached(context, {now.id});
        case Errand::Kind::Draft: break;
    }
    if (form.model.is_open() && form.model.draft_id() == now.id) return show(Part::NewBrief);
    for (const model::BriefDraft& draft : context.desk().drafts()) {
        if (draft.id != now.id) continue;
        const model::BriefDraft copy = draft;
        save_draft(form, context, true);
        form.reset();
        form.model.resume(context.workspace(), copy);
        form.draft_kept = std::make_shared<bool>(true);
        return show(Part::NewBrief);
    }
}

void IntakeView::State::draw_tabs() {
    const std::size_t asked =
        static_cast<std::size_t>(std::count_if(mine.requests.begin(), mine.requests.end(),
                                               [](const RequestRow& row) { return row.asks_me; }));
    const std::size_t open = triage.model.waiting_from();
    const std::string mine_badge = asked > 0 ? std::to_string(asked) : "";
    const std::string triage_badge = open > 0 ? std::to_string(open) : "";
    const std::array items{
        TabItem{.id = "tab:new", .label = "New brief", .icon = icons::kEdit},
        TabItem{.id = "tab:mine",
                .label = "Drafts and my requests",
                .icon = icons::kDocument,
                .badge = mine_badge,
                .badge_tone = Tone::Warning},
        TabItem{.id = "tab:triage",
                .label = "Triage",
                .icon = icons::kInbox,
                .badge = triage_badge,
                .badge_tone = triage.model.late() > 0 ? Tone::Danger : Tone::Neutral},
    };
    int selected = static_cast<int>(part);
    if (tabs("intake-tabs", selected, items)) show(static_cast<Part>(selected));
    gap(sizes().lg);
}

void IntakeView::State::follow(FormEvent event, Context& context) {
    switch (event) {
        case FormEvent::None: return;
        case FormEvent::Left:
            save_draft(form, context, true);
            if (form.model.kind() == FormKind::Edit) show(Part::Mine);
            form.reset();
            return;
        case FormEvent::WriteAnother: form.reset(); return;
        case FormEvent::ShowMine:
            mine.select(form.sent->request);
            form.reset();
            return show(Part::Mine);
        case FormEvent::ShowTriage:
            triage.model.select(form.sent->request);
            form.reset();
            return show(Part::Triage);
    }
}

void IntakeView::State::draw_new(Context& context) {
    if (form.sent && form.sent->kind == FormKind::New)
        return follow(draw_sent(form, context), context);
    if (form.sent) {  // a changed brief or an attached one goes back to where it came from
        const SentBrief sent = *form.sent;
        form.reset();
        if (sent.kind == FormKind::Attach) return context.open_card(sent.card);
        mine.select(sent.request);
        return show(Part::Mine);
    }
    if (form.model.is_open()) return follow(draw_form(form, context, acts), context);
    const model::Card* card = context.workspace().find(attach_to);
    const std::string title =
        card != nullptr ? "What kind of work is " + model::key_of(context.workspace(), *card) + "?"
                        : "What do you need?";
    screen_header(title,
                  "Choose the kind of work; the form then asks only what that kind needs. Drafts "
                  "are saved as you write.");
    gap(sizes().lg);
    if (templates.empty()) {
        const std::array actions{
            NoticeAction{"templates", "Open the settings", ButtonKind::Primary}};
        const EmptyState empty{icons::kDocument, "No templates",
                               "A request is written against a template. Add one in the settings.",
                               actions};
        if (empty_state("no-templates", empty) == 0) context.open_settings("templates");
        return;
    }
    // A little padding keeps the shadows whole; the cards still stand under the heading.
    const float pad = sizes().sm;
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() - pad);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {pad, pad});
    ImGui::BeginChild("templates", {width_left() + pad, 0},
                      ImGuiChildFlags_NavFlattened | ImGuiChildFlags_AlwaysUseWindowPadding,
                      ImGuiWindowFlags_NoSavedSettings);
    ImGui::PopStyleVar();
    const auto chosen = draw_templates(picker, templates);
    ImGui::EndChild();
    if (chosen) choose_template(context, *chosen);
}

void IntakeView::State::draw_mine_part(Context& context) {
    const MineEvents events = draw_mine(mine, context, acts, form.card_drafts);
    if (events.new_brief) show(Part::NewBrief);
    if (events.open_draft) errand = {Errand::Kind::Draft, *events.open_draft};
    if (events.open_card_draft) errand = {Errand::Kind::Attach, events.open_card_draft->value};
    if (events.edit_brief) {
        const model::Request* request = context.workspace().find(*events.edit_brief);
        save_draft(form, context, true);
        form.reset();
        if (request != nullptr) form.model.edit(context.workspace(), *request);
        show(Part::NewBrief);
    }
    if (events.discard_draft) discard_draft(*events.discard_draft, context);
}

void IntakeView::State::discard_draft(std::int64_t id, Context& context) {
    const auto say = [this](std::function<void(Context&)> remove,
                            std::function<void(Context&)> bring_back) {
        acts.add([remove = std::move(remove), bring_back = std::move(bring_back)](Context& c) {
            remove(c);
            ToastRequest toast{.text = "Draft discarded", .action = "Undo"};
            toast.on_action = [bring_back, &c] { bring_back(c); };
            c.toast(std::move(toast));
        });
    };
    for (const model::BriefDraft& draft : context.desk().drafts()) {
        if (draft.id != id) continue;
        say([id](Context& c) { c.desk().remove_draft(id); },
            [copy = draft](Context& c) { c.desk().save_draft(copy); });
    }
    for (const CardDraft& begun : form.card_drafts) {
        if (begun.draft.id != id) continue;
        say([this, id](Context&) { form.remove_card_draft(id); },
            [this, copy = begun](Context&) { form.card_drafts.push_back(copy); });
    }
}

void IntakeView::State::draw_triage_part(Context& context) {
    if (draw_triage(triage, context, acts).new_brief) show(Part::NewBrief);
}

IntakeView::IntakeView() : state_(std::make_unique<State>()) {}
IntakeView::~IntakeView() = default;

void IntakeView::draw(Context& context) {
    State& state = *state_;
    state.refresh(context);
    state.run_errand(context);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {sizes().xl, sizes().md});
    ImGui::BeginChild("intake", {0, 0},
                      ImGuiChildFlags_NavFlattened | ImGuiChildFlags_AlwaysUseWindowPadding,
                      ImGuiWindowFlags_NoSavedSettings);
    ImGui::PopStyleVar();
    state.draw_tabs();
    switch (state.part) {
        case Part::NewBrief: state.draw_new(context); break;
        case Part::Mine: state.draw_mine_part(context); break;
        case Part::Triage: state.draw_triage_part(context); break;
    }
    ImGui::EndChild();
    state.acts.run(context);
}

void IntakeView::add_actions(palette::Actions& actions) {
    add_triage_actions(state_->triage, actions);
    State* state = state_.get();
    const auto tab = [&](const char* id, const char* title, const char* icon, Part part) {
        actions.add({.id = id,
                     .title = title,
                     .section = "Intake",
                     .icon = icon,
                     .run = [state, part](Context& context) {
                         state->show(part);
                         context.go(Screen::Intake);
                     }});
    };
    tab("intake.mine", "Drafts and my requests", icons::kDocument, Part::Mine);
    tab("intake.triage", "Triage the queue", icons::kInbox, Part::Triage);
}

void IntakeView::show(Part part) {
    state_->show(part);
}

void IntakeView::open_new(model::TemplateVersionId version) {
    state_->errand = {Errand::Kind::New, version.value};
}

void IntakeView::open_draft(std::int64_t draft) {
    state_->errand = {Errand::Kind::Draft, draft};
}

void IntakeView::open_request(model::RequestId request) {
    state_->errand = {Errand::Kind::Request, request.value};
}

void IntakeView::attach_brief(model::CardId card) {
    state_->errand = {Errand::Kind::Attach, card.value};
}

const std::vector<CardDraft>& IntakeView::card_drafts() const {
    return state_->form.card_drafts;
}

void IntakeView::set_card_drafts(std::vector<CardDraft> drafts) {
    state_->form.card_drafts = std::move(drafts);
}

bool IntakeView::has_card_draft(model::CardId card, model::PersonId owner) const {
    return state_->form.card_draft(card, owner) != nullptr;
}

bool IntakeView::is_busy() const {
    return state_->mine.is_busy();
}

void IntakeView::leave(Context& context) {
    save_draft(state_->form, context, true);
    state_->triage.save_score(context);
}

}  // namespace throughline::gui::intake
