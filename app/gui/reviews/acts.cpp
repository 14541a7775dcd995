// What the keys of a meeting and of the logs do, and the table of them.
#include "app/gui/reviews/reviews_state.h"
#include "core/report/monthly.h"

#include <algorithm>

namespace throughline::gui::reviews {

using Kind = Target::Kind;

Place* ReviewsView::State::place(Context& context) {
    const model::Meeting* held = opened(context);
    if (held == nullptr || held->ended_at) return nullptr;
    const auto [found, is_new] = places.try_emplace(held->id);
    Place& here = found->second;
    if (here.revision == context.desk().revision()) return &here;
    here.revision = context.desk().revision();
    Course course = make_course(context.workspace(), *held);
    if (is_new) {
        here.stop = stop_of_last_note(context.workspace(), *held, course);
        here.since = context.now();
        // The first to open it sees it begin.
        if (here.stop == 0) here.since = held->started_at;
    } else {
        here.stop = keep_stop(here.course, course, here.stop);
    }
    here.course = std::move(course);
    return &here;
}

void ReviewsView::State::go_to(Context& context, std::size_t stop) {
    Place* here = place(context);
    if (here == nullptr || stop >= here->course.stops.size() || stop == here->stop) return;
    here->spent[{here->part().handle, here->at().person}] += context.now() - here->since;
    here->stop = stop;
    here->since = context.now();
    cursor = 0;
}

void ReviewsView::State::move_cursor(int by) {
    std::size_t count = 0;
    for (const auto* sections : {&content, &entries}) {
        for (const Section& section : *sections)
            count += section.lines.size();
    }
    if (count == 0) {
        cursor = 0;
        return;
    }
    const auto last = static_cast<std::ptrdiff_t>(count) - 1;
    cursor = static_cast<std::size_t>(
        std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(cursor) + by, 0, last));
    reveal = reveal || by != 0;
}

const Line* ReviewsView::State::chosen() const {
    std::size_t place = 0;
    for (const auto* sections : {&content, &entries}) {
        for (const Section& section : *sections) {
            if (cursor < place + section.lines.size()) return &section.lines[cursor - place];
            place += section.lines.size();
        }
    }
    return nullptr;
}

void ReviewsView::State::open_target(Context& context, const Target& target) {
    switch (target.kind) {
        case Kind::None: return;
        case Kind::Card: context.open_card({target.id}); return;
        case Kind::Request: context.open_request({target.id}); return;
        case Kind::Objective: context.open_objective({target.id}); return;
        case Kind::Kpi: context.open_kpi({target.id}); return;
        case Kind::Risk: context.open_learning("risks", target.id); return;
        case Kind::Decision: editor.edit("decision", target.id); return;
        case Kind::Action: editor.edit("action_item", target.id); return;
        case Kind::Commitment: {
            const model::Commitment* one = context.workspace().find(model::CommitmentId{target.id});
            if (one != nullptr && one->state == model::CommitmentState::Open)
                writing.edit_commitment(*one);
            else if (one != nullptr && one->card)
                context.open_card(one->card);
            return;
        }
        case Kind::Note:
            if (const model::Note* note = context.workspace().find(model::NoteId{target.id}))
                writing.edit_note(*note);
            return;
        case Kind::Meeting: context.open_meeting({target.id}); return;
        case Kind::Plan: context.go(Screen::Plan); return;
        case Kind::Flow: context.go(Screen::Flow); return;
    }
}

palette::MeetingSubject ReviewsView::State::written_about(Context& context) {
    const model::Meeting& held = *opened(context);
    const Place* here = place(context);
    const Day today = context.zone().day(context.now());
    palette::MeetingSubject about{.meeting = held.id,
                                  .due = rules::usual_due(held.kind, held.period, today)};
    if (here == nullptr) return about;
    about.part = here->part().handle;
    about.person = here->at().person;
    return about;
}

void ReviewsView::State::add_decision(Context& context) {
    const model::Workspace& workspace = context.workspace();
    const Day today = context.zone().day(context.now());
    const auto handle = [&](model::PersonId id) {
        const model::Person* person = workspace.find(id);
        return person == nullptr ? std::string() : person->handle;
    };
    model::TextMap preset{{"decider", handle(context.desk().actor())},
                          {"executor", handle(context.desk().actor())},
                          {"due", to_text(today + 14)}};
    model::TextMap fixed{{"state", "open"}};
    if (const model::Meeting* held = opened(context)) {
        fixed["meeting"] = model::key_of(*held);
        preset["decider"] = handle(held->led_by);
        const Place* here = place(context);
        if (here != nullptr && here->at().person) preset["executor"] = handle(here->at().person);
    }
    const Line* line = meeting ? chosen() : nullptr;
    if (line != nullptr && line->target.kind == Kind::Objective) preset["objective"] = line->key;
    if (line != nullptr && line->target.kind == Kind::Kpi) preset["kpi"] = line->key;
    if (line != nullptr && line->target.kind == Kind::Card) preset["card"] = line->key;
    editor.add("decision", std::move(preset), std::move(fixed));
}

void ReviewsView::State::add_action(Context& context) {
    const Day today = context.zone().day(context.now());
    model::PersonId owner = context.desk().actor();
    model::TextMap fixed{{"state", "open"}};
    if (const model::Meeting* held = opened(context)) {
        fixed["source"] = rules::source_of(*held);
        const Place* here = place(context);
        if (here != nullptr && here->at().person) owner = here->at().person;
    }
    const model::Person* person = context.workspace().find(owner);
    editor.add("action_item",
               {{"owner", person == nullptr ? "" : person->handle}, {"due", to_text(today + 14)}},
               std::move(fixed));
}

void ReviewsView::State::answer(Context& context, model::CommitmentState state) {
    const Line* line = chosen();
    if (line == nullptr || line->target.kind != Kind::Commitment) return;
    const model::CommitmentId id{line->target.id};
    const model::Commitment* one = context.workspace().find(id);
    if (one == nullptr) return;
    if (state != model::CommitmentState::Kept) return writing.ask_answer(id, state);
    const bool was_kept = one->state == model::CommitmentState::Kept;
    (void)context.run(rules::CloseCommitment{
        id, was_kept ? model::CommitmentState::Open : model::CommitmentState::Kept, ""});
}

void ReviewsView::State::close_record(Context& context, Target target) {
    const bool is_decision = target.kind == Kind::Decision;
    const std::string key = is_decision ? "decision" : "action_item";
    later.emplace_back([target, key, is_decision](Context& c) {
        (void)c.run_with_undo(
            rules::EditRecord{key, target.id, {{"state", is_decision ? "executed" : "done"}}},
            is_decision ? "Decision executed" : "Action done");
    });
    (void)context;
}

void ReviewsView::State::end(Context& context) {
    if (!context.run(rules::EndMeeting{meeting})) return;
    cursor = 0;
}

std::string ReviewsView::State::markdown(Context& context) const {
    return report::to_markdown(
        report::meeting_report(context.workspace(), *opened(context), context.zone()));
}

}  // namespace throughline::gui::reviews
