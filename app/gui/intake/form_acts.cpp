#include "app/gui/intake/form_view.h"
#include "app/gui/intake/words.h"
#include "core/base/ids.h"

#include <algorithm>

namespace throughline::gui::intake {
namespace {

std::string done_words(const FormScreen& screen, const model::Workspace& workspace) {
    if (screen.model.kind() == FormKind::Edit) {
        const model::Request* request = workspace.find(screen.model.request());
        return "The brief of " + (request != nullptr ? model::key_of(*request) : "the request") +
               " is changed.";
    }
    const model::Card* card = workspace.find(screen.model.card());
    return (card != nullptr ? model::key_of(workspace, *card) : "The card") + " has its brief.";
}

// The request that the brief became: the one numbered last.
model::RequestId newest_request(const model::Workspace& workspace) {
    const model::Request* request = workspace.request_by_number(workspace.last_number("request"));
    return request != nullptr ? request->id : model::RequestId{};
}

// Becomes true once the store holds this very draft; asked behind the save, on the same worker.
std::shared_ptr<bool> ask_if_kept(Context& context, const model::BriefDraft& draft) {
    auto kept = std::make_shared<bool>(false);
    auto found = std::make_shared<bool>(false);
    context.desk().with_desk(
        [found, draft](desk::Desk& desk) {
            const auto drafts = desk.drafts();
            *found = drafts && std::find(drafts->begin(), drafts->end(), draft) != drafts->end();
        },
        [found, kept] { *kept = *found; });
    return kept;
}

void keep_card_draft(FormScreen& screen, model::CardId card, const model::BriefDraft& draft) {
    screen.remove_card_draft(draft.id);
    screen.card_drafts.push_back({card, draft});
    screen.draft_kept = std::make_shared<bool>(true);
}

// Wherever it is kept; nothing for 0.
void remove_draft(FormScreen& screen, Context& context, std::int64_t draft) {
    if (draft == 0) return;
    if (screen.model.kind() == FormKind::Attach) {
        screen.remove_card_draft(draft);
    } else {
        context.desk().remove_draft(draft);
    }
}

void after_success(FormScreen& screen, Context& context) {
    const FormKind kind = screen.model.kind();
    const std::int64_t draft = screen.model.draft_id();
    const std::string done = kind == FormKind::New ? "" : done_words(screen, context.workspace());
    SentBrief sent{kind, screen.model.request(), screen.model.card()};
    if (kind == FormKind::New) sent.request = newest_request(context.workspace());
    remove_draft(screen, context, draft);
    screen.reset();
    screen.sent = sent;
    if (!done.empty()) context.toast({.tone = ToastRequest::Tone::Success, .text = done});
}

}  // namespace

void FormScreen::reset() {
    std::vector<CardDraft> kept = std::move(card_drafts);
    *this = FormScreen{};
    card_drafts = std::move(kept);
}

const CardDraft* FormScreen::card_draft(model::CardId card, model::PersonId owner) const {
    const auto found = std::find_if(
        card_drafts.begin(), card_drafts.end(),
        [&](const CardDraft& one) { return one.card == card && one.draft.owner == owner; });
    return found == card_drafts.end() ? nullptr : &*found;
}

void FormScreen::remove_card_draft(std::int64_t draft) {
    std::erase_if(card_drafts, [draft](const CardDraft& one) { return one.draft.id == draft; });
}

void submit(FormScreen& screen, Context& context) {
    FormModel& model = screen.model;
    model.refresh(context.workspace(), context.desk().revision(),
                  context.zone().day(context.now()));
    screen.refusal.reset();
    if (!model.try_submit()) {
        screen.focus = model.first_problem();
        return;
    }
    const rules::Verdict verdict = context.run(model.command(), Context::At::Caller);
    if (verdict) {
        after_success(screen, context);
    } else if (!verdict.error().fields.empty()) {
        model.take_problems(verdict.error().fields);
        screen.focus = model.first_problem();
    } else {
        screen.refusal = verdict.error();
    }
}

void save_draft(FormScreen& screen, Context& context, bool now_or_never) {
    FormModel& model = screen.model;
    const auto due = model.draft_due();
    if (!due || !model.keeps_draft() || !context.desk().actor()) return;
    if (!now_or_never && context.now() < *due) {
        context.redraw_at(*due);
        return;
    }
    const std::int64_t fresh = IdSource(context.desk().new_nonce()).next_raw();
    const model::BriefDraft draft = model.take_draft(fresh, context.now());
    if (model.kind() == FormKind::Attach) return keep_card_draft(screen, model.card(), draft);
    context.desk().save_draft(draft);
    screen.draft_kept = ask_if_kept(context, draft);
}

void discard(FormScreen& screen, Context& context) {
    const model::BriefDraft draft = screen.model.peek_draft(context.now());
    const model::CardId card = screen.model.card();
    const bool was_changed = draft.id != 0 || screen.model.draft_is_dirty();
    const bool had_words =
        card ? was_changed : !screen.model.is_empty() && screen.model.keeps_draft();
    remove_draft(screen, context, draft.id);
    screen.reset();
    if (!had_words) return;
    ToastRequest toast{.text = "Draft discarded", .action = "Undo"};
    toast.on_action = [draft, card, &screen, &context] {
        model::BriefDraft back = draft;
        if (back.id == 0) back.id = IdSource(context.desk().new_nonce()).next_raw();
        if (card) {
            keep_card_draft(screen, card, back);
            return context.attach_brief(card);
        }
        context.desk().save_draft(back);
        context.open_draft(back.id);
    };
    context.toast(std::move(toast));
}

}  // namespace throughline::gui::intake
