#include "app/gui/palette/fuzzy.h"

namespace throughline::gui::palette {
namespace {

constexpr int kPerLetter = 1;
constexpr int kWordStart = 8;
constexpr int kInOnePiece = 5;
constexpr int kWhole = 12;  // the word stands there as typed

bool starts_word(std::string_view text, std::size_t at) {
    if (at == 0) return true;
    const char before = text[at - 1];
    return before == ' ' || before == '-' || before == '/' || before == '_' || before == ':';
}

std::optional<int> score_word(std::string_view word, std::string_view text) {
    if (const std::size_t at = text.find(word); at != std::string_view::npos) {
        // A later occurrence may begin a word.
        std::size_t best = at;
        for (std::size_t i = at; i != std::string_view::npos; i = text.find(word, i + 1)) {
            if (starts_word(text, i)) {
                best = i;
                break;
            }
        }
        const int length = static_cast<int>(word.size());
        return kWhole + length * (kPerLetter + kInOnePiece) +
               (starts_word(text, best) ? kWordStart : 0);
    }
    int score = 0;
    std::size_t at = 0;
    bool touching = false;
    for (const char letter : word) {
        // A letter that begins a word is preferred to the nearest one.
        std::size_t found = text.find(letter, at);
        if (found == std::string_view::npos) return std::nullopt;
        if (!(touching && found == at)) {
            for (std::size_t i = found; i != std::string_view::npos; i = text.find(letter, i + 1)) {
                if (starts_word(text, i)) {
                    found = i;
                    break;
                }
            }
        }
        score += kPerLetter + (starts_word(text, found) ? kWordStart : 0) +
                 (touching && found == at ? kInOnePiece : 0);
        touching = true;
        at = found + 1;
    }
    // Letters strewn over the text are chance.
    return score >= static_cast<int>(word.size()) * 4 ? std::optional(score) : std::nullopt;
}

}  // namespace

std::optional<int> fuzzy_score(std::string_view folded_query, std::string_view folded_text) {
    int total = 0;
    while (!folded_query.empty()) {
        const std::size_t space = folded_query.find(' ');
        const std::string_view word = folded_query.substr(0, space);
        folded_query =
            space == std::string_view::npos ? std::string_view() : folded_query.substr(space + 1);
        if (word.empty()) continue;
        const std::optional<int> score = score_word(word, folded_text);
        if (!score) return std::nullopt;
        total += *score;
    }
    return total;
}

}  // namespace throughline::gui::palette
