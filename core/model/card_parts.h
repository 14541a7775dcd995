// What hangs on a card: checklist items and milestones, comments, links.
#pragma once

#include "core/model/fields.h"
#include "core/model/ids.h"

namespace throughline::model {

// With a due date it is a milestone.
struct ChecklistItem {
    ChecklistItemId id;
    CardId card;
    std::string title;
    double rank = 0;
    std::optional<Day> due;
    bool done = false;
    PersonId done_by;
    std::optional<Instant> done_at;

    friend bool operator==(const ChecklistItem&, const ChecklistItem&) = default;
};

template <>
struct Fields<ChecklistItem> {
    static constexpr std::string_view kName = "checklist_item";
    static constexpr auto kList = std::tuple{
        field("id", &ChecklistItem::id),           field("card", &ChecklistItem::card),
        field("title", &ChecklistItem::title),     field("rank", &ChecklistItem::rank),
        field("due", &ChecklistItem::due),         field("done", &ChecklistItem::done),
        field("done_by", &ChecklistItem::done_by), field("done_at", &ChecklistItem::done_at),
    };
};

// On a card or on a request; exactly one of the two is set.
struct Comment {
    CommentId id;
    CardId card;
    RequestId request;
    PersonId by;
    Instant at;
    std::string text;
    std::vector<PersonId> mentions;  // who "@handle" in the text names
    std::optional<Instant> edited_at;
    std::string source_id;  // of an imported comment

    friend bool operator==(const Comment&, const Comment&) = default;
};

template <>
struct Fields<Comment> {
    static constexpr std::string_view kName = "comment";
    static constexpr auto kList = std::tuple{
        field("id", &Comment::id),
        field("card", &Comment::card),
        field("request", &Comment::request),
        field("by_person", &Comment::by),
        field("at", &Comment::at),
        field("text", &Comment::text),
        field("mentions", &Comment::mentions),
        field("edited_at", &Comment::edited_at),
        field("source_id", &Comment::source_id),
    };
};

enum class LinkKind { DependsOn, Web, File };
template <>
struct Names<LinkKind> {
    static constexpr std::array<std::string_view, 3> kAll{"depends-on", "web", "file"};
};

// A card waiting on another (`other`), or an address or path (`target`).
struct Link {
    LinkId id;
    CardId card;
    LinkKind kind = LinkKind::Web;
    CardId other;
    std::string target;
    std::string title;

    friend bool operator==(const Link&, const Link&) = default;
};

template <>
struct Fields<Link> {
    static constexpr std::string_view kName = "link";
    static constexpr auto kList = std::tuple{
        field("id", &Link::id),       field("card", &Link::card),     field("kind", &Link::kind),
        field("other", &Link::other), field("target", &Link::target), field("title", &Link::title),
    };
};

}  // namespace throughline::model
