// What is done with an item of the inbox.
#include "app/gui/inbox/inbox_state.h"

#include "core/base/text.h"

#include <algorithm>

namespace throughline::gui::inbox {

void InboxView::State::choose(const std::string& id) {
    if (id == selected) return;
    selected = id;
    answer.clear();
    problem.clear();
    measure = {};
}

void InboxView::State::settle_choice(const std::vector<std::size_t>& shown) {
    const auto at = std::ranges::find_if(
        shown, [this](std::size_t i) { return model.rows()[i].item.id == selected; });
    if (at != shown.end()) {
        place = static_cast<std::size_t>(at - shown.begin());
        return;
    }
    place = shown.empty() ? 0 : std::min(place, shown.size() - 1);
    choose(shown.empty() ? "" : model.rows()[shown[place]].item.id);
}

void InboxView::State::move(int by) {
    const std::vector<std::size_t> shown = model.shown(seen_too);
    if (shown.empty()) return;
    const auto last = static_cast<int>(shown.size()) - 1;
    const int next = std::clamp(static_cast<int>(place) + by, 0, last);
    place = static_cast<std::size_t>(next);
    choose(model.rows()[shown[place]].item.id);
    reveal = true;
}

void InboxView::State::run(Context& context, const rules::Command& command,
                           const std::string& done) {
    const rules::Verdict verdict = context.run(command, Context::At::Caller);
    if (!verdict) {
        problem = rules::to_text(verdict.error());
        return;
    }
    problem.clear();
    answer.clear();
    steps.push_back({.title = context.desk().undo_title(), .words = done});
    context.toast({.tone = ToastRequest::Tone::Success,
                   .text = done,
                   .action = "Undo",
                   .on_action = [this, &context, title = steps.back().title] {
                       const bool is_last = !steps.empty() && steps.back().title == title;
                       if (is_last) undo(context);
                   }});
}

void InboxView::State::act(Context& context, const InboxRow& row) {
    const Act what = act_of(row.item);
    switch (what.kind) {
        case ActKind::None: return;
        case ActKind::Run: run(context, *command_of(row.item), what.done); return;
        case ActKind::Answer: focus_answer = true; return;
        case ActKind::Measure:
            if (const model::Kpi* kpi = context.workspace().find(row.item.kpi))
                measure.toggle(model::key_of(*kpi), *row.item.due);
            return;
        case ActKind::Edit: editor.edit(row.item.table, row.item.record); return;
    }
}

void InboxView::State::open(Context& context, const InboxRow& row) {
    const flow::InboxItem& item = row.item;
    if (item.card) {
        context.open_card(item.card);
    } else if (item.request) {
        context.open_request(item.request);
    } else if (item.kpi) {
        context.open_kpi(item.kpi);
    } else if (item.kind == flow::InboxKind::Action) {
        context.open_reviews("actions", item.record);
    } else if (item.kind == flow::InboxKind::Decision) {
        context.open_reviews("decisions", item.record);
    } else if (item.kind == flow::InboxKind::Commitment) {
        const model::Commitment* one = context.workspace().find(model::CommitmentId{item.record});
        if (one != nullptr) context.open_meeting(one->meeting);
    } else if (item.kind == flow::InboxKind::Risk) {
        context.open_learning("risks", item.record);
    } else {
        context.open_learning("registers", item.record);
    }
    // Opening news is seeing it.
    if (!flow::is_task(item.kind) && !item.seen) mark(context, {item.id});
}

// Marks those that are new as seen; a single one that is seen becomes new again.
void InboxView::State::mark(Context& context, const std::vector<std::string>& ids) {
    Step step;
    const InboxRow* single = ids.size() == 1 ? model.find(ids.front()) : nullptr;
    step.made_seen = single == nullptr || !single->item.seen;
    for (const std::string& id : ids) {
        const InboxRow* row = model.find(id);
        if (row == nullptr || row->item.seen == step.made_seen) continue;
        if (!context.run(rules::MarkSeen{id, step.made_seen})) return;
        step.marked.push_back(id);
    }
    if (step.marked.empty()) return;
    step.words = plural(static_cast<std::int64_t>(step.marked.size()), "item", "items");
    steps.push_back(std::move(step));
}

void InboxView::State::mark_news(Context& context) {
    std::vector<std::string> ids;
    for (const InboxRow& row : model.rows()) {
        if (!flow::is_task(row.item.kind) && !row.item.seen) ids.push_back(row.item.id);
    }
    mark(context, ids);
}

void InboxView::State::send_answer(Context& context, const flow::InboxItem& item) {
    if (trim(answer).empty()) {
        problem = "The answer is empty. Write it first.";
        focus_answer = true;
        return;
    }
    run(context, answer_of(item, answer), "Answered: " + item.about);
}

void InboxView::State::undo(Context& context) {
    if (steps.empty()) {
        context.toast({.text = "Nothing was done here that could be taken back.",
                       .action = {},
                       .on_action = {}});
        return;
    }
    const Step step = steps.back();
    steps.pop_back();
    if (!step.marked.empty()) {
        for (const std::string& id : step.marked)
            (void)context.run(rules::MarkSeen{id, !step.made_seen});
        choose(step.marked.front());
        reveal = true;
        return;
    }
    if (context.desk().undo_title() != step.title) {
        context.toast({.text = "Something else was done since. Undo in the top bar takes back the "
                               "last step first.",
                       .action = {},
                       .on_action = {}});
        return;
    }
    if (const rules::Verdict undone = context.desk().undo(); !undone) {
        context.toast({.tone = ToastRequest::Tone::Warning,
                       .text = rules::to_text(undone.error()),
                       .action = {},
                       .on_action = {}});
    }
}

}  // namespace throughline::gui::inbox
