#include "app/gui/workbench/notices_model.h"

#include "core/base/text.h"
#include "core/desk/describe.h"

namespace throughline::gui::workbench {
namespace {

constexpr std::size_t kToldOneByOne = 3;

}  // namespace

Message refused(const rules::Refusal& refusal) {
    return {.tone = ToastRequest::Tone::Warning,
            .text = refusal.reason,
            .detail = refusal.remedy,
            .lasts_s = 10};
}

Message message_of(const desk::Notice& notice) {
    switch (notice.kind) {
        case desk::Notice::Kind::Refused: {
            Message message{.tone = ToastRequest::Tone::Danger,
                            .text = notice.command_title + " was taken back: others were faster.",
                            .detail = "",
                            .lasts_s = 0};
            if (notice.refusal) {
                message.detail = rules::to_text(*notice.refusal);
            }
            return message;
        }
        case desk::Notice::Kind::Failed:
            return {
                .tone = ToastRequest::Tone::Danger,
                .text = "The board cannot be written.",
                .detail = (notice.error ? to_text(*notice.error) + ". " : "") +
                          "Your changes are kept here and tried again; do not close the window.",
                .lasts_s = 0};
        case desk::Notice::Kind::Recovered:
            return {.tone = ToastRequest::Tone::Success,
                    .text = "The board is written again. Nothing is lost."};
    }
    return {};
}

std::vector<Message> messages_of(std::span<const journal::Entry> others,
                                 const model::Workspace& workspace) {
    std::vector<Message> messages;
    std::size_t told = 0;
    for (const journal::Entry& entry : others) {
        told += entry.draft.kind == journal::EntryKind::Refused ? 0 : 1;
    }
    if (told > kToldOneByOne) {
        messages.push_back({.text = std::to_string(told) + " changes by others",
                            .detail = "They are in the history."});
        return messages;
    }
    for (const journal::Entry& entry : others) {
        if (entry.draft.kind != journal::EntryKind::Refused) {
            messages.push_back({.text = desk::describe(entry, workspace)});
        }
    }
    return messages;
}

SaveWords save_words(std::size_t pending, const std::optional<Error>& failure) {
    const std::string changes = plural(static_cast<std::int64_t>(pending), "change", "changes");
    if (failure) {
        return {SaveState::Failing, "Not saved: " + changes,
                to_text(*failure) +
                    ". The changes are kept here and tried again; do not close the window."};
    }
    if (pending > 0) {
        return {SaveState::Saving, "Saving " + changes, "Shown here already; durable in a moment."};
    }
    return {SaveState::Saved, "Saved", "Every change is durable in the board's file."};
}

model::PersonId choose_actor(const model::Workspace& workspace, std::string_view asked,
                             bool asked_by_name, std::string_view last) {
    const auto active = [&](std::string_view handle) -> model::PersonId {
        const model::Person* person = handle.empty() ? nullptr : workspace.person_by_handle(handle);
        return person != nullptr && person->active ? person->id : model::PersonId{};
    };
    for (const std::string_view handle :
         {asked_by_name ? asked : last, asked_by_name ? last : asked}) {
        if (const model::PersonId id = active(handle)) {
            return id;
        }
    }
    model::PersonId only;
    for (const model::Person& person : workspace.rows<model::Person>()) {
        if (person.active) {
            if (only) {
                return {};
            }
            only = person.id;
        }
    }
    return only;
}

int waiting_requests(const model::Workspace& workspace) {
    int count = 0;
    for (const model::Request& request : workspace.rows<model::Request>()) {
        count += request.state == model::RequestState::Submitted ? 1 : 0;
    }
    return count;
}

}  // namespace throughline::gui::workbench
