#include "core/exchange/trello_file.h"

#include "core/base/text.h"
#include "core/exchange/json_error.h"
#include "core/exchange/trello_index.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>
#include <unordered_set>

namespace throughline::exchange {
namespace {

class Reader {
public:
    Reader(JsonView document, const Zone& zone, Instant now, ImportReport& report)
        : document_(document), zone_(zone), now_(now), report_(report) {}

    TrelloBoard read() {
        board_.id = copy_of(text_in(document_, "id"));
        board_.name = clean(text_in(document_, "name"));
        for (const JsonView one : array_in(document_, "members")) {
            index_.person(one, true);
        }
        read_lists();
        read_labels();
        read_cards();
        read_checklists();
        read_trello_actions(document_, index_, zone_, now_, report_);
        note_what_is_not_taken();
        return std::move(board_);
    }

private:
    void leave_out(std::string what, std::string where, std::string why) {
        report_.left_out.push_back({std::move(what), std::move(where), std::move(why)});
    }
    static std::string titled(const char* what, const std::string& name) {
        return std::string(what) + " \"" + name + "\"";
    }

    // --- people, lists, labels ------------------------------------------------------------------

    void read_lists() {
        struct Entry {
            TrelloList list;
            const std::string* id;
        };
        std::vector<Entry> entries;
        std::unordered_set<std::string_view> seen;
        const JsonView lists = array_in(document_, "lists");
        for (std::size_t i = 0; i < lists.size(); ++i) {
            const std::string* id = text_in(lists[i], "id");
            std::string name = clean(text_in(lists[i], "name"));
            if (id == nullptr || id->empty()) {
                leave_out(titled("list", name), trello_place("lists", i, "id"), "it has no id");
                continue;
            }
            if (!seen.insert(*id).second) {
                leave_out(titled("list", name), trello_place("lists", i, "id"),
                          "its id stands twice in the file");
                continue;
            }
            entries.push_back({{*id,
                                std::move(name),
                                number_in(lists[i], "pos"),
                                flag_in(lists[i], "closed"),
                                true,
                                {}},
                               id});
        }
        std::stable_sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
            return a.list.position < b.list.position;
        });
        for (Entry& entry : entries) {
            index_.lists.emplace(*entry.id, board_.lists.size());
            board_.lists.push_back(std::move(entry.list));
        }
    }

    void read_labels() {
        for (const JsonView label : array_in(document_, "labels")) {
            if (const std::string* id = text_in(label, "id")) {
                labels_.emplace(*id, trello_label_name(label));
            }
        }
    }

    // --- cards ----------------------------------------------------------------------------------

    void read_cards() {
        const JsonView cards = array_in(document_, "cards");
        board_.cards.reserve(cards.size());
        for (std::size_t i = 0; i < cards.size(); ++i) {
            read_card(cards[i], i);
        }
    }

    void read_card(JsonView one, std::size_t number) {
        const std::string* id = text_in(one, "id");
        std::string name = clean(text_in(one, "name"));
        const std::string what = name.empty() ? "card" : titled("card", name);
        if (!one.is_object()) {
            return leave_out(what, trello_place("cards", number), "it is no object");
        }
        if (id == nullptr || id->empty()) {
            return leave_out(what, trello_place("cards", number, "id"), "it has no id");
        }
        if (flag_in(one, "isTemplate")) {
            index_.skipped.insert(*id);
            return leave_out(what, trello_place("cards", number),
                             "it is a template for cards, no work");
        }
        const std::size_t list = index_of(index_.lists, text_in(one, "idList"));
        if (list == kNone) {
            index_.skipped.insert(*id);
            const bool named = text_in(one, "idList") != nullptr;
            return leave_out(what, trello_place("cards", number, "idList"),
                             named ? "the list it names is not in the file" : "it names no list");
        }
        if (!index_.cards.try_emplace(*id, board_.cards.size()).second) {
            return leave_out(what, trello_place("cards", number, "id"),
                             "its id stands twice in the file");
        }
        if (text_in(one, "name") == nullptr) {
            leave_out("the title of card " + *id, trello_place("cards", number, "name"),
                      "it is no text");
        }
        TrelloCard card;
        card.id = *id;
        card.name = std::move(name);
        card.description = clean(text_in(one, "desc"));
        card.list = list;
        card.position = number_in(one, "pos");
        card.closed = flag_in(one, "closed");
        card.due = due_of(one, "due", what, number);
        card.last_activity = time_in(one, "dateLastActivity");
        if (card.last_activity && !is_sane(*card.last_activity, now_)) {
            card.last_activity.reset();
        }
        read_card_labels(one, card);
        read_members(one, card, what, number);
        read_attachments(one, card, what, number);
        read_inner_checklists(one);
        board_.cards.push_back(std::move(card));
    }

    std::optional<Day> due_of(JsonView object, const char* name, const std::string& what,
                              std::size_t number) {
        const JsonView value = object.member(name);
        if (!value || value.is_null()) {
            return std::nullopt;
        }
        const auto instant = time_in(object, name);
        if (!instant || !is_sane_due(*instant, now_)) {
            leave_out("the due date of " + what, trello_place("cards", number, name),
                      "it is no date that can be");
            return std::nullopt;
        }
        return zone_.day(*instant);
    }

    void read_card_labels(JsonView one, TrelloCard& card) {
        for (const JsonView label : array_in(one, "labels")) {
            card.labels.push_back(trello_label_name(label));
        }
        if (card.labels.empty()) {
            for (const JsonView id : array_in(one, "idLabels")) {
                const auto* text = id.text();
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

    void read_members(JsonView one, TrelloCard& card, const std::string& what, std::size_t number) {
        for (const JsonView id : array_in(one, "idMembers")) {
            const std::size_t index = index_of(index_.people, id.text());
            if (index == kNone) {
                leave_out("a member of " + what, trello_place("cards", number, "idMembers"),
                          "the person is not in the file");
            } else {
                card.members.push_back(index);
            }
        }
    }

    void read_attachments(JsonView one, TrelloCard& card, const std::string& what,
                          std::size_t number) {
        for (const JsonView attachment : array_in(one, "attachments")) {
            std::string url = clean(text_in(attachment, "url"));
            if (url.empty()) {
                leave_out("an attachment of " + what, trello_place("cards", number, "attachments"),
                          "it has no address");
                continue;
            }
            card.attachments.push_back({std::move(url), clean(text_in(attachment, "name"))});
        }
    }

    // --- checklists: of the board, in newer exports also inside the card
    // --------------------------

    void read_inner_checklists(JsonView one) {
        const JsonView inner = array_in(one, "checklists");
        for (const JsonView checklist : inner) {
            checklists_.push_back(checklist);
        }
    }

    void read_checklists() {
        for (const JsonView checklist : array_in(document_, "checklists")) {
            checklists_.push_back(checklist);
        }
        std::stable_sort(checklists_.begin(), checklists_.end(), [](JsonView a, JsonView b) {
            return number_in(a, "pos") < number_in(b, "pos");
        });
        std::unordered_map<std::string_view, bool> seen;
        for (const JsonView checklist : checklists_) {
            const std::string* id = text_in(checklist, "id");
            if (id != nullptr && !seen.try_emplace(*id, true).second) {
                continue;
            }
            const std::size_t card = index_of(index_.cards, text_in(checklist, "idCard"));
            if (card != kNone) {
                read_items(checklist, board_.cards[card]);
            } else if (!index_.skipped.contains(copy_of(text_in(checklist, "idCard")))) {
                leave_out(titled("checklist", clean(text_in(checklist, "name"))), "checklists",
                          "its card is not in the file");
            }
        }
    }

    // "Launch: tag the links"; the name every checklist is born with says nothing and is left away.
    void read_items(JsonView checklist, TrelloCard& card) {
        const std::string name = clean(text_in(checklist, "name"));
        const std::string prefix = name.empty() || name == "Checklist" ? "" : name + ": ";
        std::vector<JsonView> items;
        for (const JsonView item : array_in(checklist, "checkItems")) {
            items.push_back(item);
        }
        std::stable_sort(items.begin(), items.end(), [](JsonView a, JsonView b) {
            return number_in(a, "pos") < number_in(b, "pos");
        });
        for (const JsonView item : items) {
            SourceCheckItem one;
            one.id = copy_of(text_in(item, "id"));
            one.title = prefix + clean(text_in(item, "name"));
            one.done = copy_of(text_in(item, "state")) == "complete";
            if (const auto due = time_in(item, "due"); due && is_sane_due(*due, now_)) {
                one.due = zone_.day(*due);
            }
            card.checklist.push_back(std::move(one));
        }
    }

    void note_what_is_not_taken() {
        std::size_t fields = 0;
        for (const JsonView card : array_in(document_, "cards")) {
            fields += array_in(card, "customFieldItems").size();
        }
        if (fields > 0) {
            report_.notes.push_back(
                plural(static_cast<std::int64_t>(fields), "custom field", "custom fields") +
                " of cards were not taken in: they have no place on a card here.");
        }
    }

    JsonView document_;
    const Zone& zone_;
    Instant now_;
    ImportReport& report_;
    TrelloBoard board_;
    TrelloIndex index_{board_};
    std::unordered_map<std::string_view, std::string> labels_;
    std::vector<JsonView> checklists_;
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

Result<TrelloBoard> read_trello_file(std::string_view bytes, const Zone& zone, Instant now,
                                     ImportReport& report) {
    auto document = JsonDocument::parse(bytes);
    if (!document && !is_valid_utf8(bytes)) {  // malformed text is no reason to lose a board
        const std::string mended = to_valid_utf8(bytes);
        document = JsonDocument::parse(mended);
        if (document) {
            report.notes.emplace_back(
                "The file is not clean UTF-8; bytes that mean nothing are shown as \xEF\xBF\xBD.");
        }
    }
    if (!document) {
        return json_error(bytes);
    }
    for (const char* name : {"cards", "lists"}) {
        const JsonView value = document->root().member(name);
        if (!value.is_array()) {
            return Error{ErrorCode::Invalid,
                         !value
                             ? "this is no Trello board: it has no list of " + std::string(name)
                             : "this is no Trello board: '" + std::string(name) + "' is not a list",
                         name};
        }
    }
    const JsonView actions = document->root().member("actions");
    if (actions && !actions.is_array()) {
        return Error{ErrorCode::Invalid, "'actions' is not a list", "actions"};
    }
    return Reader(document->root(), zone, now, report).read();
}

}  // namespace throughline::exchange
