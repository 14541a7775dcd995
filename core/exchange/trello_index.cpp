#include "core/exchange/trello_index.h"

#include "core/base/text.h"

namespace throughline::exchange {

std::size_t index_of(const TrelloIds& ids, const std::string* id) {
    const auto found = id == nullptr ? ids.end() : ids.find(*id);
    return found == ids.end() ? kNone : found->second;
}

std::size_t TrelloIndex::person(JsonView one, bool on_board) {
    const std::string* id = text_in(one, "id");
    if (id == nullptr || id->empty()) {
        return kNone;
    }
    const auto [found, is_new] = people.try_emplace(*id, board.people.size());
    if (is_new) {
        board.people.push_back(
            {clean(text_in(one, "username")), clean(text_in(one, "fullName")), on_board});
    }
    return found->second;
}

std::size_t TrelloIndex::list_of(JsonView one) {
    const std::string* id = text_in(one, "id");
    if (id == nullptr || id->empty()) {
        return kNone;
    }
    const auto [found, is_new] = lists.try_emplace(*id, board.lists.size());
    if (is_new) {
        board.lists.push_back({*id, clean(text_in(one, "name")), 0, true, false, {}});
    }
    return found->second;
}

std::string trello_label_name(JsonView label) {
    std::string name = clean(text_in(label, "name"));
    return trim(name).empty() ? copy_of(text_in(label, "color")) : name;
}

std::string trello_place(const char* array, std::size_t index, const char* field) {
    return array + ("[" + std::to_string(index) + "]") +
           (field == nullptr ? "" : "." + std::string(field));
}

bool is_sane_due(Instant at, Instant now) {
    return is_sane(at, now + days(365 * 50));
}

}  // namespace throughline::exchange
