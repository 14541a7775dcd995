#include "app/gui/inbox/inbox_model.h"

#include "core/base/text.h"
#include "core/base/words.h"

#include <algorithm>

namespace throughline::gui::inbox {
namespace {

using flow::InboxItem;
using flow::InboxKind;

std::string_view kind_words(InboxKind kind) {
    switch (kind) {
        case InboxKind::Question: return "Question";
        case InboxKind::Approval: return "Approval";
        case InboxKind::Escalation: return "Escalation";
        case InboxKind::Blocker: return "Blocker";
        case InboxKind::Commitment: return "Commitment";
        case InboxKind::Action: return "Action";
        case InboxKind::Decision: return "Decision to carry out";
        case InboxKind::Measurement: return "Value missing";
        case InboxKind::Risk: return "Risk review";
        case InboxKind::Register: return "Register review";
        case InboxKind::Result: return "Result missing";
        case InboxKind::Mention: return "Mention";
        case InboxKind::Answer: return "Answer";
        case InboxKind::Move: return "Card moved";
    }
    return "";
}

InboxRow row_of(const model::Workspace& workspace, const Zone& zone, Day today, InboxItem item) {
    InboxRow row;
    row.kind = kind_words(item.kind);
    if (const model::Person* from = workspace.find(item.from)) row.from = from->name;
    if (item.at != Instant{}) {
        const Day day = zone.day(item.at);
        row.when = day == today ? "today" : short_date(day, today);
    }
    if (item.due) {
        row.due = due_words(*item.due, today);
        row.due_state = due_state(*item.due, today);
    }
    std::vector<std::string> parts;
    for (const std::string& part : {row.kind, item.about, row.from, row.when}) {
        if (!part.empty()) parts.push_back(part);
    }
    row.meta = join(parts, "  \u00b7  ");
    row.item = std::move(item);
    return row;
}

}  // namespace

Act act_of(const InboxItem& item) {
    switch (item.kind) {
        case InboxKind::Question: return {ActKind::Answer, "Answer", "Answered"};
        case InboxKind::Escalation: return {ActKind::Answer, "Answer", "Answered"};
        case InboxKind::Approval: return {ActKind::Run, "Approve", "Approved: " + item.about};
        case InboxKind::Blocker: return {ActKind::Run, "Clear", "Cleared: " + item.about};
        case InboxKind::Commitment: return {ActKind::Run, "Kept", "Commitment kept"};
        case InboxKind::Action: return {ActKind::Run, "Done", "Action done"};
        case InboxKind::Decision: return {ActKind::Run, "Executed", "Decision executed"};
        case InboxKind::Measurement: return {ActKind::Measure, "Measure", ""};
        case InboxKind::Risk:
        case InboxKind::Register: return {ActKind::Edit, "Review", ""};
        case InboxKind::Result:
        case InboxKind::Mention:
        case InboxKind::Answer:
        case InboxKind::Move: return {};
    }
    return {};
}

std::optional<rules::Command> command_of(const InboxItem& item) {
    switch (item.kind) {
        case InboxKind::Approval:
            return rules::MarkGate{item.card, model::GateItemId{item.record},
                                   model::Verdict::Approved, ""};
        case InboxKind::Blocker: return rules::UnblockCard{item.card, model::BlockId{item.record}};
        case InboxKind::Commitment:
            return rules::CloseCommitment{model::CommitmentId{item.record},
                                          model::CommitmentState::Kept, ""};
        case InboxKind::Action:
            return rules::EditRecord{"action_item", item.record, {{"state", "done"}}};
        case InboxKind::Decision:
            return rules::EditRecord{"decision", item.record, {{"state", "executed"}}};
        case InboxKind::Question:
        case InboxKind::Escalation:
        case InboxKind::Measurement:
        case InboxKind::Risk:
        case InboxKind::Register:
        case InboxKind::Result:
        case InboxKind::Mention:
        case InboxKind::Answer:
        case InboxKind::Move: return std::nullopt;
    }
    return std::nullopt;
}

rules::Command answer_of(const InboxItem& item, const std::string& answer) {
    if (item.kind == InboxKind::Question) return rules::AnswerQuestion{item.request, answer};
    return rules::EditRecord{"escalation", item.record, {{"answer", answer}}};
}

std::string full_text(const model::Workspace& workspace, const InboxItem& item) {
    if (item.kind == InboxKind::Mention) {
        const model::Comment* comment = workspace.find(model::CommentId{item.record});
        if (comment != nullptr) return comment->text;
    }
    if (item.kind == InboxKind::Question) {
        const model::Request* request = workspace.find(item.request);
        if (request != nullptr) return request->reason;
    }
    if (item.kind == InboxKind::Escalation) {
        const model::Escalation* one = workspace.find(model::EscalationId{item.record});
        if (one != nullptr) return one->reason;
    }
    return item.text;
}

void InboxModel::refresh(Context& context) {
    if (auto items = work_.take()) {
        made_ = wanted_;
        ready_ = true;
        unseen_ = flow::unseen(*items);
        rows_.clear();
        const Day today = context.zone().day(context.now());
        for (InboxItem& item : *items)
            rows_.push_back(row_of(context.workspace(), context.zone(), today, std::move(item)));
    }
    Key now{context.desk().revision(), context.desk().actor(), context.now().us / kMicrosPerHour,
            context.zone().name()};
    if (work_.is_running() || (ready_ && now == made_)) return;
    wanted_ = std::move(now);
    work_.start(
        [rows = flow::inbox_rows_of(context.workspace(), context.zone()), actor = wanted_.actor,
         at = context.now()] { return flow::inbox_of(rows, actor, at); },
        context.waker());
}

std::vector<std::size_t> InboxModel::shown(bool seen_too) const {
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < rows_.size(); ++i) {
        if (seen_too || rows_[i].item.is_open()) shown.push_back(i);
    }
    return shown;
}

const InboxRow* InboxModel::find(std::string_view id) const {
    const auto found =
        std::ranges::find_if(rows_, [id](const InboxRow& row) { return row.item.id == id; });
    return found == rows_.end() ? nullptr : &*found;
}

}  // namespace throughline::gui::inbox
