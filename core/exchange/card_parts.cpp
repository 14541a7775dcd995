#include "core/exchange/card_parts.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace throughline::exchange {
namespace {

constexpr double kStep = 1024;

}  // namespace

void CardParts::take_checklist(const std::vector<SourceCheckItem>& items, model::CardId card) {
    if (items.empty()) {
        return;
    }
    std::unordered_multimap<std::string_view, const model::ChecklistItem*> here;
    double rank = 0;
    for (const auto* item : ws_.of<model::ChecklistItem>(card)) {
        here.emplace(item->title, item);
        rank = std::max(rank, item->rank);
    }
    for (const SourceCheckItem& item : items) {
        const auto found = here.find(item.title);
        const bool is_new = found == here.end();
        model::ChecklistItem row;
        if (is_new) {
            row.id = ids_.next<model::ChecklistItemId>();
            row.card = card;
            row.title = item.title;
            row.rank = rank += kStep;
            row.due = item.due;
        } else {
            row = *found->second;
            here.erase(found);
        }
        if (item.done && !row.done) {  // never taken back
            row.done = true;
            row.done_at = item.done_at;
            row.done_by = person_(item.done_by);
        }
        if (is_new) {
            add(changes_, report_, row, "checklist_items");
        } else {
            update(changes_, report_, row, "checklist_items");
        }
    }
}

void CardParts::take_comments(const std::vector<SourceComment>& comments, model::CardId card) {
    if (comments.empty()) {
        return;
    }
    std::unordered_map<std::string_view, const model::Comment*> here;
    for (const auto* comment : ws_.of<model::Comment>(card)) {
        here.emplace(comment->source_id, comment);
    }
    for (const SourceComment& comment : comments) {
        const auto found = comment.id.empty() ? here.end() : here.find(comment.id);
        if (found == here.end()) {
            model::Comment row;
            row.id = ids_.next<model::CommentId>();
            row.card = card;
            row.by = person_(comment.by);
            row.at = comment.at;
            row.text = comment.text;
            row.edited_at = comment.edited_at;
            row.source_id = comment.id;
            add(changes_, report_, row, "comments");
            continue;
        }
        model::Comment row = *found->second;
        if (comment.edited_at && (!row.edited_at || *row.edited_at < *comment.edited_at)) {
            row.text = comment.text;
            row.edited_at = comment.edited_at;
        }
        update(changes_, report_, row, "comments");
    }
}

void CardParts::take_links(const std::vector<SourceLink>& links, model::CardId card) {
    if (links.empty()) {
        return;
    }
    std::unordered_set<std::string_view> here;
    for (const auto* link : ws_.of<model::Link>(card)) {
        here.insert(link->target);
    }
    for (const SourceLink& link : links) {
        if (!here.insert(link.url).second) {
            ++report_.unchanged["links"];
            continue;
        }
        model::Link row;
        row.id = ids_.next<model::LinkId>();
        row.card = card;
        row.kind = link.url.find("://") == std::string::npos ? model::LinkKind::File
                                                             : model::LinkKind::Web;
        row.target = link.url;
        row.title = link.title == link.url ? "" : link.title;
        add(changes_, report_, row, "links");
    }
}

}  // namespace throughline::exchange
