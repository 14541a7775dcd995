// What hangs on a card, as rows: gates, checklist, blockers, links, comments; and the searches of
// its fields.
#include "app/gui/card/card_model.h"
#include "app/gui/card/card_words.h"
#include "core/base/text.h"
#include "core/rules/gates.h"
#include "core/rules/limits.h"

#include <algorithm>

namespace throughline::gui::card {
namespace {

std::string who_when(const model::Workspace& workspace, model::PersonId by, Instant at, const Zone& zone, Instant now) {
    const std::string name = name_of(workspace, by);
    return (name.empty() ? "The program" : name) + ", " + moment_words(zone, at, now);
}

std::vector<GateRow> gate_rows(const model::Workspace& workspace, model::CardId card, model::ColumnId column, const Zone& zone, Instant now) {
    std::vector<GateRow> rows;
    for (const rules::GateState& gate : rules::gate_of(workspace, card, column)) {
        GateRow row{.item = gate.item->id, .title = gate.item->title, .approval = gate.item->kind == model::GateKind::Approval, .passed = gate.passed()};
        if (gate.mark != nullptr) {
            row.rejected = !row.passed;
            row.who = who_when(workspace, gate.mark->by, gate.mark->at, zone, now);
            row.note = gate.mark->note;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

void add_gates(CardDetail& d, const model::Workspace& workspace, const model::Card& card, const Zone& zone, Instant now) {
    if (!card.on_board()) return;
    d.gate_column = d.column;
    d.gates = gate_rows(workspace, card.id, card.column, zone, now);
    const auto here = rules::column_index(workspace, card.column);
    if (!here || *here >= rules::points_of(workspace).commitment) return;
    for (const rules::ReadyState& ready : rules::readiness(workspace, card)) d.ready_checks.push_back({ready.words, ready.passed});
    d.ready_items = gate_rows(workspace, card.id, {}, zone, now);
}

void add_checklist(CardDetail& d, const model::Workspace& workspace, const model::Card& card, const Zone& zone, Instant now) {
    auto items = workspace.of<model::ChecklistItem>(card.id);
    std::stable_sort(items.begin(), items.end(), [](const auto* a, const auto* b) { return a->rank < b->rank; });
    const Day today = zone.day(now);
    for (const model::ChecklistItem* item : items) {
        ChecklistRow row{.item = item->id, .title = item->title, .due = item->due, .done = item->done};
        if (item->due) row.due_words = "due " + day_words(*item->due, today);
        row.late = item->due && !item->done && *item->due < today;
        if (item->done && item->done_at) row.who = who_when(workspace, item->done_by, *item->done_at, zone, now);
        d.checklist.push_back(std::move(row));
    }
}

BlockRow block_row(const model::Workspace& workspace, const model::Block& block, const Zone& zone, Instant now) {
    BlockRow row{.block = block.id, .open = block.is_open(), .waits_for = block.waits_for};
    row.waits_words = card_words(workspace, block.waits_for);
    row.title = !block.reason.empty() ? block.reason : !block.cause.empty() ? block.cause : "No reason given";
    const Instant end = block.ended_at.value_or(now);
    const int days = std::max(0, zone.day(end) - zone.day(block.since)) + 1;
    std::vector<std::string> facts;
    facts.push_back(block.cause.empty() ? "cause not known" : block.cause);
    facts.push_back("since " + moment_words(zone, block.since, now));
    facts.push_back(plural(days, "day", "days"));
    if (row.open) {
        const std::string clearer = name_of(workspace, block.clearer);
        facts.push_back(clearer.empty() ? "nobody named to clear it" : clearer + " clears it");
    } else {
        facts.push_back("cleared by " + who_when(workspace, block.ended_by, end, zone, now));
    }
    row.facts = join(facts, ", ");
    return row;
}

void add_blocks(CardDetail& d, const model::Workspace& workspace, const model::Card& card, const Zone& zone, Instant now) {
    for (const model::Block* block : workspace.of<model::Block>(card.id)) d.blocks.push_back(block_row(workspace, *block, zone, now));
    std::reverse(d.blocks.begin(), d.blocks.end());
    std::stable_partition(d.blocks.begin(), d.blocks.end(), [](const BlockRow& row) { return row.open; });
}

RelatedCard related(const model::Workspace& workspace, const model::Card& card) {
    const model::Column* column = workspace.find(card.column);
    return {card.id, card_words(workspace, card.id), column != nullptr ? column->name : std::string(state_words(card.state))};
}

void add_links(CardDetail& d, const model::Workspace& workspace, const model::Card& card) {
    for (const model::Link* link : workspace.of<model::Link>(card.id)) {
        LinkRow row{.link = link->id, .kind = link->kind, .title = link->title, .target = link->target, .other = link->other};
        if (const model::Card* other = workspace.find(link->other)) {
            const RelatedCard words = related(workspace, *other);
            row.title = words.words;
            row.target = words.state;
        }
        if (row.title.empty()) row.title = std::exchange(row.target, "");
        d.links.push_back(std::move(row));
    }
    if (const model::Card* parent = workspace.find(card.parent)) d.parent = related(workspace, *parent);
    for (const model::Card& other : workspace.rows<model::Card>()) {
        if (other.parent == card.id) d.children.push_back(related(workspace, other));
    }
    for (const model::Link& link : workspace.rows<model::Link>()) {
        if (link.kind != model::LinkKind::DependsOn || link.other != card.id) continue;
        if (const model::Card* other = workspace.find(link.card)) d.waiting.push_back(related(workspace, *other));
    }
}

void add_comments(CardDetail& d, const desk::LiveDesk& desk, const model::Card& card, const Zone& zone, Instant now) {
    const model::Workspace& workspace = desk.workspace();
    auto comments = workspace.of<model::Comment>(card.id);
    std::stable_sort(comments.begin(), comments.end(), [](const auto* a, const auto* b) { return a->at < b->at; });
    for (const model::Comment* comment : comments) {
        const std::string name = name_of(workspace, comment->by);
        d.comments.push_back({.comment = comment->id,
                              .name = name.empty() ? "Somebody" : name,
                              .colour = colour_of(comment->by),
                              .when = moment_words(zone, comment->at, now) + (comment->edited_at ? ", edited" : ""),
                              .text = comment->text,
                              .own = comment->by == desk.actor()});
    }
}

bool begins(std::string_view text, std::string_view begin) { return text.substr(0, begin.size()) == begin; }

}  // namespace

void add_parts(CardDetail& detail, const desk::LiveDesk& desk, const Zone& zone, Instant now, const model::Card& card) {
    const model::Workspace& workspace = desk.workspace();
    add_gates(detail, workspace, card, zone, now);
    add_checklist(detail, workspace, card, zone, now);
    add_blocks(detail, workspace, card, zone, now);
    add_links(detail, workspace, card);
    add_comments(detail, desk, card, zone, now);
}

std::vector<RelatedCard> find_cards(const model::Workspace& workspace, std::string_view query, model::CardId except, std::size_t most) {
    std::vector<std::string> words;
    for (const std::string& word : split(fold(trim(query)), ' ')) {
        if (!word.empty()) words.push_back(word);
    }
    std::vector<RelatedCard> found;
    if (words.empty()) return found;
    for (const bool on_board : {true, false}) {
        for (const model::Card& card : workspace.rows<model::Card>()) {
            if (found.size() >= most) return found;
            if (card.id == except || card.on_board() != on_board || card.state == model::CardState::Void) continue;
            const std::string text = fold(card_words(workspace, card.id));
            const bool all = std::all_of(words.begin(), words.end(), [&](const std::string& word) { return text.find(word) != std::string::npos; });
            if (all) found.push_back(related(workspace, card));
        }
    }
    return found;
}

std::optional<std::string> mention_at_end(std::string_view text) {
    const std::size_t at = text.rfind('@');
    if (at == std::string_view::npos) return std::nullopt;
    if (at > 0 && text[at - 1] != ' ' && text[at - 1] != '\n' && text[at - 1] != '(') return std::nullopt;
    const std::string_view rest = text.substr(at + 1);
    if (rest.find_first_of(" \n\t") != std::string_view::npos) return std::nullopt;
    return std::string(rest);
}

std::vector<Option> mention_matches(const std::vector<Option>& people, std::string_view begin) {
    constexpr std::size_t kMost = 5;
    const std::string wanted = fold(begin);
    std::vector<Option> found;
    for (const Option& person : people) {
        if (found.size() == kMost) break;
        if (begins(fold(person.value), wanted) || begins(fold(person.label), wanted)) found.push_back(person);
    }
    return found;
}

std::string complete_mention(const std::string& text, std::string_view handle) {
    const std::size_t at = text.rfind('@');
    return text.substr(0, at == std::string::npos ? text.size() : at) + "@" + std::string(handle) + " ";
}

}  // namespace throughline::gui::card
