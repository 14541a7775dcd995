#include "core/exchange/trello_file.h"

#include "core/base/text.h"
#include "core/exchange/json_error.h"
#include "core/exchange/trello_actions.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

namespace throughline::exchange {
namespace {

using Json = nlohmann::json;

// --- reading without exceptions; a wrong type is like nothing there
// ---------------------------------

const Json* member(const Json* object, const char* name) {
    if (object == nullptr || !object->is_object()) {
        return nullptr;
    }
    const auto found = object->find(name);
    return found == object->end() ? nullptr : &*found;
}
const std::string* text_in(const Json* object, const char* name) {
    const Json* value = member(object, name);
    return value == nullptr ? nullptr : value->get_ptr<const Json::string_t*>();
}
std::string copy_of(const std::string* text) {
    return text == nullptr ? std::string() : *text;
}
const Json& array_in(const Json* object, const char* name) {
    static const Json kEmpty = Json::array();
    const Json* value = member(object, name);
    return value != nullptr && value->is_array() ? *value : kEmpty;
}
bool flag_in(const Json* object, const char* name) {
    const Json* value = member(object, name);
    return value != nullptr && value->is_boolean() && value->get<bool>();
}
double number_in(const Json* object, const char* name) {
    const Json* value = member(object, name);
    const double number = value != nullptr && value->is_number() ? value->get<double>() : 0;
    return std::isfinite(number) ? number : 0;
}
std::optional<Instant> time_in(const Json* object, const char* name) {
    const std::string* text = text_in(object, name);
    const auto instant = text == nullptr ? Result<Instant>(Error{}) : parse_instant(*text);
    return instant ? std::optional(*instant) : std::nullopt;
}

// Text that every store and screen can hold: no NUL inside.
std::string clean(const std::string* text) {
    std::string out = copy_of(text);
    std::replace(out.begin(), out.end(), '\0', ' ');
    return out;
}

using Ids = std::unordered_map<std::string_view, std::size_t>;  // views into the document
std::size_t index_of(const Ids& ids, const std::string* id) {
    const auto found = id == nullptr ? ids.end() : ids.find(*id);
    return found == ids.end() ? kNone : found->second;
}

class Reader {
public:
    Reader(const Json& document, const Zone& zone, Instant now, ImportReport& report)
        : document_(&document), zone_(zone), now_(now), report_(report) {}

    TrelloBoard read() {
        board_.id = copy_of(text_in(document_, "id"));
        board_.name = clean(text_in(document_, "name"));
        for (const Json& one : array_in(document_, "members")) {
            person(&one, true);
        }
        read_lists();
        read_labels();
        read_cards();
        read_checklists();
        read_actions();
        note_what_is_not_taken();
        return std::move(board_);
    }

private:
    void leave_out(std::string what, std::string where, std::string why) {
        report_.left_out.push_back({std::move(what), std::move(where), std::move(why)});
    }
    static std::string at(const char* array, std::size_t index, const char* field = nullptr) {
        return array + ("[" + std::to_string(index) + "]") +
               (field == nullptr ? "" : "." + std::string(field));
    }
    static std::string titled(const char* what, const std::string& name) {
        return std::string(what) + " \"" + name + "\"";
    }

    // --- people, lists, labels ------------------------------------------------------------------

    std::size_t person(const Json* one, bool on_board) {
        const std::string* id = text_in(one, "id");
        if (id == nullptr || id->empty()) {
            return kNone;
        }
        const auto [found, is_new] = people_.try_emplace(*id, board_.people.size());
        if (is_new) {
            board_.people.push_back(
                {clean(text_in(one, "username")), clean(text_in(one, "fullName")), on_board});
        }
        return found->second;
    }

    void read_lists() {
        struct Entry {
            TrelloList list;
            const std::string* id;
        };
        std::vector<Entry> entries;
        std::unordered_set<std::string_view> seen;
        const Json& lists = array_in(document_, "lists");
        for (std::size_t i = 0; i < lists.size(); ++i) {
            const std::string* id = text_in(&lists[i], "id");
            std::string name = clean(text_in(&lists[i], "name"));
            if (id == nullptr || id->empty()) {
                leave_out(titled("list", name), at("lists", i, "id"), "it has no id");
                continue;
            }
            if (!seen.insert(*id).second) {
                leave_out(titled("list", name), at("lists", i, "id"),
                          "its id stands twice in the file");
                continue;
            }
            entries.push_back({{*id,
                                std::move(name),
                                number_in(&lists[i], "pos"),
                                flag_in(&lists[i], "closed"),
                                true,
                                {}},
                               id});
        }
        std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
            return a.list.position < b.list.position;
        });
        for (Entry& entry : entries) {
            lists_.emplace(*entry.id, board_.lists.size());
            board_.lists.push_back(std::move(entry.list));
        }
    }

    // A list that an action names; one that left the board is kept for the history's sake.
    std::size_t list_of(const Json* one) {
        const std::string* id = text_in(one, "id");
        if (id == nullptr || id->empty()) {
            return kNone;
        }
        const auto [found, is_new] = lists_.try_emplace(*id, board_.lists.size());
        if (is_new) {
            board_.lists.push_back({*id, clean(text_in(one, "name")), 0, true, false, {}});
        }
        return found->second;
    }

    // A label without a name is called by its colour.
    static std::string label_name(const Json* label) {
        std::string name = clean(text_in(label, "name"));
        return trim(name).empty() ? copy_of(text_in(label, "color")) : name;
    }

    void read_labels() {
        for (const Json& label : array_in(document_, "labels")) {
            if (const std::string* id = text_in(&label, "id")) {
                labels_.emplace(*id, label_name(&label));
            }
        }
    }

    // --- cards ----------------------------------------------------------------------------------

    void read_cards() {
        const Json& cards = array_in(document_, "cards");
        board_.cards.reserve(cards.size());
        for (std::size_t i = 0; i < cards.size(); ++i) {
            read_card(cards[i], i);
        }
    }

    void read_card(const Json& one, std::size_t number) {
        const std::string* id = text_in(&one, "id");
        std::string name = clean(text_in(&one, "name"));
        const std::string what = name.empty() ? "card" : titled("card", name);
        if (!one.is_object()) {
            return leave_out(what, at("cards", number), "it is no object");
        }
        if (id == nullptr || id->empty()) {
            return leave_out(what, at("cards", number, "id"), "it has no id");
        }
        if (flag_in(&one, "isTemplate")) {
            skipped_.insert_or_assign(*id, true);
            return leave_out(what, at("cards", number), "it is a template for cards, no work");
        }
        const std::size_t list = index_of(lists_, text_in(&one, "idList"));
        if (list == kNone) {
            skipped_.insert_or_assign(*id, true);
            const bool named = text_in(&one, "idList") != nullptr;
            return leave_out(what, at("cards", number, "idList"),
                             named ? "the list it names is not in the file" : "it names no list");
        }
        if (!cards_.try_emplace(*id, board_.cards.size()).second) {
            return leave_out(what, at("cards", number, "id"), "its id stands twice in the file");
        }
        if (text_in(&one, "name") == nullptr) {
            leave_out("the title of card " + *id, at("cards", number, "name"), "it is no text");
        }
        TrelloCard card;
        card.id = *id;
        card.name = std::move(name);
        card.description = clean(text_in(&one, "desc"));
        card.list = list;
        card.position = number_in(&one, "pos");
        card.closed = flag_in(&one, "closed");
        card.due = due_of(&one, "due", what, number);
        card.last_activity = time_in(&one, "dateLastActivity");
        if (card.last_activity && !is_sane(*card.last_activity, now_)) {
            card.last_activity.reset();
        }
        read_card_labels(one, card);
        read_members(one, card, what, number);
        read_attachments(one, card, what, number);
        read_inner_checklists(one);
        board_.cards.push_back(std::move(card));
    }

    std::optional<Day> due_of(const Json* object,
                              const char* name,
                              const std::string& what,
                              std::size_t number) {
        const Json* value = member(object, name);
        if (value == nullptr || value->is_null()) {
            return std::nullopt;
        }
        const auto instant = time_in(object, name);
        if (!instant || !is_sane(*instant, now_ + days(365 * 50))) {
            leave_out("the due date of " + what, at("cards", number, name),
                      "it is no date that can be");
            return std::nullopt;
        }
        return zone_.day(*instant);
    }

    void read_card_labels(const Json& one, TrelloCard& card) {
        for (const Json& label : array_in(&one, "labels")) {
            card.labels.push_back(label_name(&label));
        }
        if (card.labels.empty()) {
            for (const Json& id : array_in(&one, "idLabels")) {
                const auto* text = id.get_ptr<const Json::string_t*>();
                const auto found = text == nullptr ? labels_.end() : labels_.find(*text);
                if (found != labels_.end()) {
                    card.labels.push_back(found->second);
                }
            }
        }
        std::sort(card.labels.begin(), card.labels.end());
        card.labels.erase(std::unique(card.labels.begin(), card.labels.end()), card.labels.end());
        std::erase(card.labels, "");
    }

    void read_members(const Json& one,
                      TrelloCard& card,
                      const std::string& what,
                      std::size_t number) {
        for (const Json& id : array_in(&one, "idMembers")) {
            const std::size_t index = index_of(people_, id.get_ptr<const Json::string_t*>());
            if (index == kNone) {
                leave_out("a member of " + what, at("cards", number, "idMembers"),
                          "the person is not in the file");
            } else {
                card.members.push_back(index);
            }
        }
    }

    void read_attachments(const Json& one,
                          TrelloCard& card,
                          const std::string& what,
                          std::size_t number) {
        for (const Json& attachment : array_in(&one, "attachments")) {
            std::string url = clean(text_in(&attachment, "url"));
            if (url.empty()) {
                leave_out("an attachment of " + what, at("cards", number, "attachments"),
                          "it has no address");
                continue;
            }
            card.attachments.push_back({std::move(url), clean(text_in(&attachment, "name"))});
        }
    }

    // --- checklists: of the board, in newer exports also inside the card
    // --------------------------

    void read_inner_checklists(const Json& one) {
        const Json& inner = array_in(&one, "checklists");
        for (const Json& checklist : inner) {
            checklists_.push_back(&checklist);
        }
    }

    void read_checklists() {
        for (const Json& checklist : array_in(document_, "checklists")) {
            checklists_.push_back(&checklist);
        }
        std::stable_sort(checklists_.begin(), checklists_.end(), [](const Json* a, const Json* b) {
            return number_in(a, "pos") < number_in(b, "pos");
        });
        std::unordered_map<std::string_view, bool> seen;
        for (const Json* checklist : checklists_) {
            const std::string* id = text_in(checklist, "id");
            if (id != nullptr && !seen.try_emplace(*id, true).second) {
                continue;
            }
            const std::size_t card = index_of(cards_, text_in(checklist, "idCard"));
            if (card != kNone) {
                read_items(*checklist, board_.cards[card]);
            } else if (!skipped_.contains(copy_of(text_in(checklist, "idCard")))) {
                leave_out(titled("checklist", clean(text_in(checklist, "name"))), "checklists",
                          "its card is not in the file");
            }
        }
    }

    // "Launch: tag the links"; the name every checklist is born with says nothing and is left away.
    void read_items(const Json& checklist, TrelloCard& card) {
        const std::string name = clean(text_in(&checklist, "name"));
        const std::string prefix = name.empty() || name == "Checklist" ? "" : name + ": ";
        std::vector<const Json*> items;
        for (const Json& item : array_in(&checklist, "checkItems")) {
            items.push_back(&item);
        }
        std::stable_sort(items.begin(), items.end(), [](const Json* a, const Json* b) {
            return number_in(a, "pos") < number_in(b, "pos");
        });
        for (const Json* item : items) {
            TrelloCheckItem one;
            one.id = copy_of(text_in(item, "id"));
            one.title = prefix + clean(text_in(item, "name"));
            one.done = copy_of(text_in(item, "state")) == "complete";
            if (const auto due = time_in(item, "due");
                due && is_sane(*due, now_ + days(365 * 50))) {
                one.due = zone_.day(*due);
            }
            card.checklist.push_back(std::move(one));
        }
    }

    // --- actions --------------------------------------------------------------------------------

    void read_actions() {
        std::vector<TrelloAction> actions;
        const Json& all = array_in(document_, "actions");
        actions.reserve(all.size());
        bool reaches_back = false;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const std::string* type = text_in(&all[i], "type");
            if (type == nullptr) {
                leave_out("an action", at("actions", i, "type"), "it has no type");
                continue;
            }
            reaches_back = reaches_back || *type == "createBoard";
            if (const auto kind = trello_action_kind(*type)) {
                if (auto action = read_action(all[i], *kind, i)) {
                    actions.push_back(std::move(*action));
                }
            }
        }
        board_.history_is_cut = !reaches_back;
        apply_actions(board_, std::move(actions), gone_, report_);
    }

    std::optional<TrelloAction> read_action(const Json& one,
                                            TrelloActionKind kind,
                                            std::size_t number) {
        const Json* data = member(&one, "data");
        const Json* old = member(data, "old");
        if (kind == TrelloActionKind::RenameList && text_in(old, "name") == nullptr) {
            return std::nullopt;  // archived, or moved sideways
        }
        TrelloAction action;
        action.kind = kind;
        action.number = number;
        const auto time = time_in(&one, "date");
        if (!time || !is_sane(*time, now_)) {
            leave_out("a step of the history (" + *text_in(&one, "type") + ")",
                      at("actions", number, "date"),
                      !time ? "it has no time that can be read"
                            : "its time cannot be: " + *text_in(&one, "date"));
            return std::nullopt;
        }
        action.at = *time;
        action.by = person(member(&one, "memberCreator"), false);
        if (action.by == kNone) {
            action.by = index_of(people_, text_in(&one, "idMemberCreator"));
        }
        action.list = list_of(member(data, "list"));
        if (kind == TrelloActionKind::RenameList) {
            action.old_name = clean(text_in(old, "name"));
            action.text = clean(text_in(member(data, "list"), "name"));
            return action;
        }
        if (!find_card(member(data, "card"), action)) {
            return std::nullopt;
        }
        read_details(data, old, one, action);
        return action;
    }

    // False when the action is about nothing that can be told.
    bool find_card(const Json* card, TrelloAction& action) {
        const std::string* id = text_in(card, "id");
        if (id == nullptr || skipped_.contains(*id)) {
            return false;
        }
        action.card = index_of(cards_, id);
        if (action.card != kNone) {
            return true;
        }
        const auto [found, is_new] = gone_ids_.try_emplace(*id, gone_.size());
        if (is_new) {
            gone_.push_back({*id, {}, {}, {}, action.number});
        }
        TrelloGoneCard& gone = gone_[found->second];
        if (gone.name.empty()) {
            gone.name = clean(text_in(card, "name"));
        }
        auto& when = action.kind == TrelloActionKind::Delete ? gone.deleted_at : gone.left_at;
        if (action.kind == TrelloActionKind::Delete ||
            (action.kind == TrelloActionKind::Leave && !gone.deleted_at)) {
            when = action.at;
            gone.number = action.number;
        }
        return false;
    }

    void read_details(const Json* data, const Json* old, const Json& one, TrelloAction& action) {
        const Json* card = member(data, "card");
        switch (action.kind) {
            case TrelloActionKind::UpdateCard:
                action.before = list_of(member(data, "listBefore"));
                action.after = list_of(member(data, "listAfter"));
                if (member(old, "closed") != nullptr) {
                    action.closed = flag_in(card, "closed");
                }
                if (const std::string* name = text_in(old, "name")) {
                    action.old_name = clean(name);
                }
                if (const std::string* description = text_in(old, "desc")) {
                    action.old_description = clean(description);
                }
                if (member(old, "due") != nullptr) {
                    const auto due = time_in(old, "due");
                    action.old_due.emplace(due && is_sane(*due, now_ + days(365 * 50))
                                               ? std::optional(zone_.day(*due))
                                               : std::nullopt);
                }
                return;
            case TrelloActionKind::Comment:
                action.id = copy_of(text_in(&one, "id"));
                action.text = clean(text_in(data, "text"));
                action.edited_at = time_in(data, "dateLastEdited");
                if (action.edited_at && !is_sane(*action.edited_at, now_)) {
                    action.edited_at.reset();
                }
                return;
            case TrelloActionKind::AddLabel:
            case TrelloActionKind::RemoveLabel: {
                const Json* label = member(data, "label");
                action.text = label != nullptr ? label_name(label) : copy_of(text_in(data, "text"));
                return;
            }
            case TrelloActionKind::TickItem:
                action.text = copy_of(text_in(member(data, "checkItem"), "id"));
                action.done = copy_of(text_in(member(data, "checkItem"), "state")) == "complete";
                return;
            case TrelloActionKind::Create:
            case TrelloActionKind::Arrive:
            case TrelloActionKind::Leave:
            case TrelloActionKind::Delete:
            case TrelloActionKind::RenameList: return;
        }
    }

    void note_what_is_not_taken() {
        std::size_t fields = 0;
        for (const Json& card : array_in(document_, "cards")) {
            fields += array_in(&card, "customFieldItems").size();
        }
        if (fields > 0) {
            report_.notes.push_back(
                plural(static_cast<std::int64_t>(fields), "custom field", "custom fields") +
                " of cards were not taken in: they have no place on a card here.");
        }
    }

    const Json* document_;
    const Zone& zone_;
    Instant now_;
    ImportReport& report_;
    TrelloBoard board_;
    Ids people_;
    Ids lists_;
    Ids cards_;
    Ids gone_ids_;
    std::unordered_map<std::string_view, std::string> labels_;
    std::unordered_map<std::string, bool> skipped_;  // cards of the file that were left out
    std::vector<const Json*> checklists_;
    std::vector<TrelloGoneCard> gone_;
};

}  // namespace

std::optional<Instant> time_in_id(std::string_view id) {
    std::uint32_t seconds = 0;
    if (id.size() != 24) {
        return std::nullopt;
    }
    const auto [end, error] = std::from_chars(id.data(), id.data() + 8, seconds, 16);
    if (error != std::errc{} || end != id.data() + 8) {
        return std::nullopt;
    }
    return Instant{static_cast<std::int64_t>(seconds) * kMicrosPerSecond};
}

bool is_sane(Instant at, Instant now) {
    return at.us >= 0 && at <= now + days(1);
}

Result<TrelloBoard> read_trello_file(std::string_view bytes,
                                     const Zone& zone,
                                     Instant now,
                                     ImportReport& report) {
    Json document = Json::parse(bytes.begin(), bytes.end(), nullptr, false);
    if (document.is_discarded() &&
        !is_valid_utf8(bytes)) {  // malformed text is no reason to lose a board
        const std::string mended = to_valid_utf8(bytes);
        document = Json::parse(mended, nullptr, false);
        if (!document.is_discarded()) {
            report.notes.emplace_back(
                "The file is not clean UTF-8; bytes that mean nothing are shown as \xEF\xBF\xBD.");
        }
    }
    if (document.is_discarded()) {
        return json_error(bytes);
    }
    for (const char* name : {"cards", "lists"}) {
        const Json* value = member(&document, name);
        if (value == nullptr || !value->is_array()) {
            return Error{ErrorCode::Invalid,
                         value == nullptr
                             ? "this is no Trello board: it has no list of " + std::string(name)
                             : "this is no Trello board: '" + std::string(name) + "' is not a list",
                         name};
        }
    }
    const Json* actions = member(&document, "actions");
    if (actions != nullptr && !actions->is_array()) {
        return Error{ErrorCode::Invalid, "'actions' is not a list", "actions"};
    }
    return Reader(document, zone, now, report).read();
}

}  // namespace throughline::exchange
