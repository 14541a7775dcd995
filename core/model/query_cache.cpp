// What a card says in words, kept folded. Changes are found by comparing the chunks of the rows
// seen last time with those of today: a chunk that is still shared has not changed.
#include "core/base/text.h"
#include "core/model/query_parts.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace throughline::model {
namespace {

class Text {
public:
    // Parts stand on lines of their own, so that a phrase does not reach from one into the next.
    void add(std::string_view part) {
        if (part.empty()) {
            return;
        }
        const std::size_t begin = text_.size();
        unsigned char all = 0;
        for (const char c : part) {
            all |= static_cast<unsigned char>(c);
            text_.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
        }
        if (all >= 0x80) {  // rare; plain letters are folded right here
            text_.resize(begin);
            text_ += fold(part);
        }
        text_ += '\n';
    }
    std::string take() { return std::string(text_); }  // no spare room is kept
    void reserve(std::size_t size) { text_.reserve(size); }

private:
    std::string text_;
};

// Calls use(index) for every row that is not as it was.
template <class T, class Use>
void each_change(const CowVector<T>& before, const CowVector<T>& now, Use&& use) {
    const std::size_t size = std::max(before.size(), now.size());
    for (std::size_t begin = 0; begin < size; begin += CowVector<T>::kChunk) {
        const std::size_t end = std::min(size, begin + CowVector<T>::kChunk);
        if (begin < before.size() && begin < now.size() && &before[begin] == &now[begin]) {
            continue;  // shared, so nobody has written to it
        }
        for (std::size_t i = begin; i < end; ++i) {
            if (i >= before.size() || i >= now.size() || !(before[i] == now[i])) {
                use(i);
            }
        }
    }
}

// The cards that a row speaks about.
template <class T>
CardId card_of(const T& row) {
    return row.card;
}

using PartLists = std::tuple<CowVector<Comment>, CowVector<ChecklistItem>, CowVector<Link>,
                             CowVector<Block>, CowVector<Request>>;

}  // namespace

std::string query_text(const Workspace& workspace, const Card& card) {
    Text text;
    text.reserve(card.title.size() + card.description.size() + 64);
    text.add(key_of(workspace, card));
    text.add(card.title);
    text.add(card.description);
    text.add(card.type);
    for (const auto& label : card.labels) {
        text.add(label);
    }
    text.add(card.due_reason);
    text.add(card.result_actual);
    text.add(card.result_note);
    if (const Request* request = workspace.find(card.request)) {
        text.add(key_of(*request));
        text.add(request->title);
        for (const auto& [handle, answer] : request->answers) {
            text.add(answer);
        }
    }
    for (const Comment* comment : workspace.of<Comment>(card.id)) {
        text.add(comment->text);
    }
    for (const ChecklistItem* item : workspace.of<ChecklistItem>(card.id)) {
        text.add(item->title);
    }
    for (const Link* link : workspace.of<Link>(card.id)) {
        text.add(link->title);
        text.add(link->target);
    }
    for (const Block* block : workspace.of<Block>(card.id)) {
        text.add(block->cause);
        text.add(block->reason);
    }
    return text.take();
}

struct QueryCache::State {
    CowVector<Card> cards;
    PartLists parts;
    std::string prefix;
    std::vector<std::string> texts;  // beside cards
    IdMap at;                        // index by card
    std::map<std::string, int> label_counts;

    void count_labels(const Card& card, int step) {
        for (const auto& label : card.labels) {
            const auto found = label_counts.try_emplace(label, 0).first;
            found->second += step;
            if (found->second == 0) {
                label_counts.erase(found);
            }
        }
    }

    // Puts the indexes of cards whose parts of this type have changed into `stale`.
    template <class T>
    void follow(const Workspace& workspace, std::vector<CardId>& stale) {
        auto& before = std::get<CowVector<T>>(parts);
        CowVector<T> now = workspace.rows<T>().list();
        each_change(before, now, [&](std::size_t i) {
            if (i < before.size()) {
                stale.push_back(card_of(before[i]));
            }
            if (i < now.size()) {
                stale.push_back(card_of(now[i]));
            }
        });
        before = std::move(now);
    }

    void follow_cards(const Workspace& workspace, std::vector<CardId>& stale) {
        CowVector<Card> now = workspace.rows<Card>().list();
        std::vector<std::size_t> changed;
        each_change(cards, now, [&](std::size_t i) { changed.push_back(i); });
        for (const std::size_t i : changed) {  // out first: a row may have moved to another index
            if (i < cards.size()) {
                count_labels(cards[i], -1);
                at.erase(cards[i].id.value);
            }
        }
        texts.resize(now.size());
        at.reserve(now.size());
        for (const std::size_t i : changed) {
            if (i < now.size()) {
                count_labels(now[i], 1);
                at.set(now[i].id.value, static_cast<std::int64_t>(i));
                stale.push_back(now[i].id);
            }
        }
        cards = std::move(now);
    }
};

QueryCache::QueryCache() : state_(std::make_unique<State>()) {}
QueryCache::~QueryCache() = default;
QueryCache::QueryCache(QueryCache&&) noexcept = default;
QueryCache& QueryCache::operator=(QueryCache&&) noexcept = default;

void QueryCache::refresh(const Workspace& workspace) {
    State& state = *state_;
    const std::string prefix =
        workspace.board() == nullptr ? std::string() : workspace.board()->key_prefix;
    if (prefix != state.prefix) {
        state = State{};
        state.prefix = prefix;
    }
    std::vector<CardId> stale;
    state.follow_cards(workspace, stale);
    state.follow<Comment>(workspace, stale);
    state.follow<ChecklistItem>(workspace, stale);
    state.follow<Link>(workspace, stale);
    state.follow<Block>(workspace, stale);
    state.follow<Request>(workspace, stale);
    std::sort(stale.begin(), stale.end());
    stale.erase(std::unique(stale.begin(), stale.end()), stale.end());
    for (const CardId id : stale) {
        if (const auto index = state.at.find(id.value)) {
            const auto i = static_cast<std::size_t>(*index);
            state.texts[i] = query_text(workspace, state.cards[i]);
        }
    }
}

std::string_view QueryCache::text(CardId card) const {
    const auto index = state_->at.find(card.value);
    return index ? std::string_view(state_->texts[static_cast<std::size_t>(*index)])
                 : std::string_view();
}

std::string_view QueryCache::text_at(std::size_t index, CardId card) const {
    const bool is_there = index < state_->cards.size() && state_->cards[index].id == card;
    return is_there ? std::string_view(state_->texts[index]) : text(card);
}

std::vector<std::pair<std::string, int>> QueryCache::labels() const {
    return {state_->label_counts.begin(), state_->label_counts.end()};
}

}  // namespace throughline::model
