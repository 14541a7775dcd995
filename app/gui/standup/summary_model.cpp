#include "app/gui/standup/summary_model.h"

#include "app/gui/context/face_model.h"
#include "core/base/text.h"
#include "core/base/words.h"
#include "core/model/column_name.h"

#include <algorithm>

namespace throughline::gui::standup {
namespace {

std::string name_of(const model::Workspace& workspace, model::PersonId id) {
    const model::Person* person = workspace.find(id);
    return person == nullptr ? "nobody" : person->name.empty() ? person->handle : person->name;
}

// A span in which a summary may be made: what was answered in it belongs to the standup.
bool is_within(const std::optional<Instant>& at, const model::Meeting& meeting, Instant until) {
    return at && *at >= meeting.started_at && *at <= until;
}

void list_blockers(const model::Workspace& workspace, const Zone& zone, Instant until,
                   Summary& summary) {
    std::vector<const model::Block*> open;
    for (const model::Block& block : workspace.rows<model::Block>()) {
        const model::Card* card = workspace.find(block.card);
        if (block.is_open() && card != nullptr && card->on_board()) open.push_back(&block);
    }
    std::sort(open.begin(), open.end(), [](const auto* a, const auto* b) {
        return std::tie(a->since, a->id) < std::tie(b->since, b->id);
    });
    for (const model::Block* block : open) {
        const model::Card& card = *workspace.find(block->card);
        const int days = std::max(0, zone.day(until) - zone.day(block->since)) + 1;
        const std::string& why = block->reason.empty() ? block->cause : block->reason;
        summary.blockers.push_back(model::key_of(workspace, card) + " " + card.title +
                                   (why.empty() ? "" : ": " + why) + "; " +
                                   name_of(workspace, block->clearer ? block->clearer : card.dri) +
                                   ", for " + std::to_string(days) + " d");
    }
}

void list_notes(const model::Workspace& workspace, const model::Meeting& meeting,
                Summary& summary) {
    std::vector<const model::Note*> notes;
    for (const model::Note& note : workspace.rows<model::Note>()) {
        if (note.meeting == meeting.id) notes.push_back(&note);
    }
    std::sort(notes.begin(), notes.end(), [](const auto* a, const auto* b) {
        return std::tie(a->at, a->id) < std::tie(b->at, b->id);
    });
    for (const model::Note* note : notes) {
        std::vector<std::string> about;
        if (const model::Column* column = workspace.column_by_handle(note->part))
            about.push_back(model::column_name(workspace, *column));
        if (const model::Card* card = workspace.find(note->card))
            about.push_back(model::key_of(workspace, *card));
        summary.notes.push_back((about.empty() ? "" : join(about, ", ") + ": ") + note->text +
                                " (" + name_of(workspace, note->by) + ")");
    }
}

void list_promises(const model::Workspace& workspace, const model::Meeting& meeting, Day today,
                   Instant until, Summary& summary) {
    for (const model::Commitment& one : workspace.rows<model::Commitment>()) {
        const model::Card* card = workspace.find(one.card);
        std::string words = name_of(workspace, one.person) + ": " + one.text;
        if (card != nullptr) words += " (" + model::key_of(workspace, *card) + ")";
        if (one.meeting == meeting.id) {
            summary.promises.push_back(words + ", by " + short_date(one.due, today));
        } else if (one.state != model::CommitmentState::Open &&
                   is_within(one.closed_at, meeting, until)) {
            words += ": " + std::string(model::name_of(one.state));
            summary.answers.push_back(one.reason.empty() ? words : words + ", " + one.reason);
        }
    }
    std::sort(summary.promises.begin(), summary.promises.end());
    std::sort(summary.answers.begin(), summary.answers.end());
}

// Signs that Markdown would take for its own.
std::string escaped(std::string_view text, SummaryForm form) {
    if (form == SummaryForm::Text) return std::string(text);
    std::string out;
    for (const char c : text) {
        if (std::string_view("\\`*_[]<>#|").find(c) != std::string_view::npos) out += '\\';
        out += c == '\n' ? ' ' : c;
    }
    return out;
}

void add_list(std::string& out, std::string_view heading, const std::vector<std::string>& lines,
              std::string_view none, SummaryForm form) {
    out += "\n" + std::string(form == SummaryForm::Markdown ? "## " : "") + std::string(heading) +
           "\n" + (form == SummaryForm::Markdown ? "\n" : "");
    if (lines.empty()) out += std::string(none) + "\n";
    for (const std::string& line : lines)
        out += "- " + escaped(line, form) + "\n";
}

}  // namespace

std::vector<std::string> change_lines(const std::vector<Change>& changes) {
    std::vector<std::string> lines;
    for (const Change& change : changes) {
        lines.push_back(std::string(title_of(change.kind)) + ": " + change.key + " " +
                        change.title + (change.detail.empty() ? "" : ", " + change.detail));
    }
    return lines;
}

Summary make_summary(const model::Workspace& workspace, const model::Meeting& meeting,
                     std::optional<std::vector<Change>> changes, const Zone& zone, Instant until) {
    Summary summary{.title = "Standup " + model::key_of(meeting),
                    .when = moment_words(zone, meeting.started_at),
                    .changes = std::move(changes)};
    const std::int64_t spent =
        std::max<std::int64_t>(1, (until - meeting.started_at).us / kMicrosPerMinute);
    summary.when += ", " + std::to_string(spent) + " min";
    std::vector<std::string> names;
    for (const model::PersonId person : meeting.present)
        names.push_back(name_of(workspace, person));
    summary.present = names.empty() ? "not noted" : join(names, ", ");
    list_blockers(workspace, zone, until, summary);
    list_notes(workspace, meeting, summary);
    list_promises(workspace, meeting, zone.day(until), until, summary);
    return summary;
}

std::string to_text(const Summary& summary, SummaryForm form) {
    const bool markdown = form == SummaryForm::Markdown;
    std::string out = (markdown ? "# " : "") + escaped(summary.title, form) + "\n\n";
    out += summary.when + "\n" + (markdown ? "\n" : "");
    out += "Present: " + escaped(summary.present, form) + "\n";
    add_list(out, "Commitments", summary.promises, "None.", form);
    add_list(out, "Blocked", summary.blockers, "Nothing is blocked.", form);
    add_list(out, "Notes", summary.notes, "None.", form);
    if (!summary.answers.empty()) add_list(out, "Earlier commitments", summary.answers, "", form);
    if (summary.changes) {
        add_list(out, "Since the last standup", change_lines(*summary.changes), "Nothing changed.",
                 form);
    }
    return out;
}

}  // namespace throughline::gui::standup
