// What the desk has to say, in words for toasts and the top bar. No drawing.
#pragma once

#include "app/gui/context/context.h"

#include <optional>
#include <span>
#include <string>

namespace throughline::gui::workbench {

// A message: what happened, and quietly what would help.
struct Message {
    ToastRequest::Tone tone = ToastRequest::Tone::Info;
    std::string text;
    std::string detail;
    double lasts_s = 6;      // 0: until closed
    std::string topic = {};  // as in widgets/toast.h

    friend bool operator==(const Message&, const Message&) = default;
};

Message refused(const rules::Refusal& refusal);
// A change that was shown and is taken back, a store that cannot write or writes again.
Message message_of(const desk::Notice& notice);
// What others did: each in a sentence while there are few, else only how many.
std::vector<Message> messages_of(std::span<const journal::Entry> others,
                                 const model::Workspace& workspace);

enum class SaveState { Saved, Saving, Failing };
struct SaveWords {
    SaveState state = SaveState::Saved;
    std::string words;
    std::string help;

    friend bool operator==(const SaveWords&, const SaveWords&) = default;
};
SaveWords save_words(std::size_t pending, const std::optional<Error>& failure);

// The person a board is opened as: the one asked for, the one last acted as, the operating system's
// user, or the only active person; 0 when it must be chosen.
model::PersonId choose_actor(const model::Workspace& workspace, std::string_view asked,
                             bool asked_by_name, std::string_view last);

// Requests that wait for triage: open, and not waiting for the requester.
int waiting_requests(const model::Workspace& workspace);

}  // namespace throughline::gui::workbench
