#include "core/base/text.h"
#include "core/exchange/trello_actions.h"
#include "core/exchange/trello_index.h"

namespace throughline::exchange {
namespace {

class Reader {
public:
    Reader(JsonView document, TrelloIndex& index, const Zone& zone, Instant now,
           ImportReport& report)
        : document_(document), index_(index), zone_(zone), now_(now), report_(report) {}

    void read() {
        std::vector<TrelloAction> actions;
        const JsonView all = array_in(document_, "actions");
        actions.reserve(all.size());
        bool reaches_back = false;
        for (std::size_t i = 0; i < all.size(); ++i) {
            const std::string* type = text_in(all[i], "type");
            if (type == nullptr) {
                leave_out("an action", trello_place("actions", i, "type"), "it has no type");
                continue;
            }
            reaches_back = reaches_back || *type == "createBoard";
            if (const auto kind = trello_action_kind(*type)) {
                if (auto action = read_action(all[i], *kind, i)) {
                    actions.push_back(std::move(*action));
                }
            }
        }
        index_.board.history_is_cut = !reaches_back;
        apply_actions(index_.board, std::move(actions), gone_, report_);
    }

private:
    void leave_out(std::string what, std::string where, std::string why) {
        report_.left_out.push_back({std::move(what), std::move(where), std::move(why)});
    }

    std::optional<TrelloAction> read_action(JsonView one, TrelloActionKind kind,
                                            std::size_t number) {
        const JsonView data = one.member("data");
        const JsonView old = data.member("old");
        if (kind == TrelloActionKind::RenameList && text_in(old, "name") == nullptr) {
            return std::nullopt;  // archived, or moved sideways
        }
        TrelloAction action;
        action.kind = kind;
        action.number = number;
        const auto time = time_in(one, "date");
        if (!time || !is_sane(*time, now_)) {
            leave_out("a step of the history (" + *text_in(one, "type") + ")",
                      trello_place("actions", number, "date"),
                      !time ? "it has no time that can be read"
                            : "its time cannot be: " + *text_in(one, "date"));
            return std::nullopt;
        }
        action.at = *time;
        action.by = index_.person(one.member("memberCreator"), false);
        if (action.by == kNone) {
            action.by = index_of(index_.people, text_in(one, "idMemberCreator"));
        }
        action.list = index_.list_of(data.member("list"));
        if (kind == TrelloActionKind::RenameList) {
            action.old_name = clean(text_in(old, "name"));
            action.text = clean(text_in(data.member("list"), "name"));
            return action;
        }
        if (!find_card(data.member("card"), action)) {
            return std::nullopt;
        }
        read_details(data, old, one, action);
        return action;
    }

    // False when the action is about nothing that can be told.
    bool find_card(JsonView card, TrelloAction& action) {
        const std::string* id = text_in(card, "id");
        if (id == nullptr || index_.skipped.contains(*id)) {
            return false;
        }
        action.card = index_of(index_.cards, id);
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

    void read_details(JsonView data, JsonView old, JsonView one, TrelloAction& action) {
        const JsonView card = data.member("card");
        switch (action.kind) {
            case TrelloActionKind::UpdateCard:
                action.before = index_.list_of(data.member("listBefore"));
                action.after = index_.list_of(data.member("listAfter"));
                if (old.member("closed")) {
                    action.closed = flag_in(card, "closed");
                }
                if (const std::string* name = text_in(old, "name")) {
                    action.old_name = clean(name);
                }
                if (const std::string* description = text_in(old, "desc")) {
                    action.old_description = clean(description);
                }
                if (old.member("due")) {
                    const auto due = time_in(old, "due");
                    action.old_due.emplace(due && is_sane_due(*due, now_)
                                               ? std::optional(zone_.day(*due))
                                               : std::nullopt);
                }
                return;
            case TrelloActionKind::Comment:
                action.id = copy_of(text_in(one, "id"));
                action.text = clean(text_in(data, "text"));
                action.edited_at = time_in(data, "dateLastEdited");
                if (action.edited_at && !is_sane(*action.edited_at, now_)) {
                    action.edited_at.reset();
                }
                return;
            case TrelloActionKind::AddLabel:
            case TrelloActionKind::RemoveLabel: {
                const JsonView label = data.member("label");
                action.text = label ? trello_label_name(label) : copy_of(text_in(data, "text"));
                return;
            }
            case TrelloActionKind::TickItem:
                action.text = copy_of(text_in(data.member("checkItem"), "id"));
                action.done = copy_of(text_in(data.member("checkItem"), "state")) == "complete";
                return;
            case TrelloActionKind::Create:
            case TrelloActionKind::Arrive:
            case TrelloActionKind::Leave:
            case TrelloActionKind::Delete:
            case TrelloActionKind::RenameList: return;
        }
    }

    JsonView document_;
    TrelloIndex& index_;
    const Zone& zone_;
    Instant now_;
    ImportReport& report_;
    TrelloIds gone_ids_;
    std::vector<TrelloGoneCard> gone_;
};

}  // namespace

void read_trello_actions(JsonView document, TrelloIndex& index, const Zone& zone, Instant now,
                         ImportReport& report) {
    Reader(document, index, zone, now, report).read();
}

}  // namespace throughline::exchange
