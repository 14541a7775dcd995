#include "core/exchange/column_names.h"

#include "core/base/text.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace throughline::exchange {
namespace {

std::vector<std::string> words_of(std::string_view name) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : fold(name)) {
        if ((c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80) {
            word.push_back(c);
        } else if (!word.empty()) {
            words.push_back(std::exchange(word, {}));
        }
    }
    if (!word.empty()) {
        words.push_back(std::move(word));
    }
    return words;
}

template <std::size_t N>
bool any_word(const std::vector<std::string>& words,
              const std::array<std::string_view, N>& wanted) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) {
        return std::find(wanted.begin(), wanted.end(), word) != wanted.end();
    });
}

}  // namespace

bool sounds_done(std::string_view name) {
    constexpr std::array<std::string_view, 14> kDone{
        "done",      "complete", "completed", "finished", "released", "live",     "shipped",
        "delivered", "launched", "published", "deployed", "fertig",   "erledigt", "archive"};
    constexpr std::array<std::string_view, 12> kNot{"not",    "to",     "be",       "ready",
                                                    "until",  "before", "for",      "almost",
                                                    "nearly", "going",  "approval", "definition"};
    const auto words = words_of(name);
    return any_word(words, kDone) && !any_word(words, kNot);
}

bool sounds_finished(std::string_view name) {
    constexpr std::array<std::string_view, 3> kFinished{"closed", "resolved", "geschlossen"};
    return sounds_done(name) || any_word(words_of(name), kFinished);
}

bool sounds_begun(std::string_view name) {
    constexpr std::array<std::string_view, 11> kBegun{
        "doing",  "progress",  "wip",    "working", "development", "started",
        "active", "activated", "arbeit", "create",  "creating"};
    constexpr std::array<std::string_view, 3> kNot{"not", "to", "ready"};
    const auto words = words_of(name);
    return any_word(words, kBegun) && !any_word(words, kNot);
}

bool sounds_waiting(std::string_view name) {
    constexpr std::array<std::string_view, 10> kWaiting{"backlog",  "todo",  "open",    "new",
                                                        "selected", "ready", "planned", "ideas",
                                                        "inbox",    "offen"};
    const auto words = words_of(name);
    return any_word(words, kWaiting) || slug(name) == "to-do";
}

}  // namespace throughline::exchange
