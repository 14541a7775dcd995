// What the card panel keeps while it is open, and the sections that draw from it. Sections collect
// jobs; the panel runs them after drawing and keeps each refusal for the place that asked.
#pragma once

#include "app/gui/card/card_model.h"
#include "app/gui/card/card_panel.h"
#include "app/gui/card/history_model.h"
#include "app/gui/context/background.h"
#include "app/gui/palette/card_acts.h"
#include "app/gui/widgets/field.h"

#include <functional>
#include <map>
#include <string>
#include <vector>

namespace throughline::gui::card {

// One edit to be run, and the place that shows its refusal.
struct Job {
    rules::Command command;
    std::string place;
    std::function<void()> done;  // when it went through; may be empty
};

// Text being typed into a field, beside the value it started from.
struct Draft {
    std::string text;
    std::string base;
    bool active = false;
};

struct CommentDraft {
    std::string text;
    model::CommentId editing;  // 0: a new comment
};

struct CardPanel::State {
    model::CardId card;
    bool opened = false;  // takes the keyboard with the next frame
    bool closing = false;
    bool busy = false;    // a field or a list was in use in the last frame: Escape is theirs
    bool to_comment = false;
    CardDetail detail;
    std::uint64_t revision = 0;
    std::int64_t minute = 0;
    bool stale = true;
    palette::CardActs acts{"card"};

    std::vector<Job> jobs;
    std::map<std::string, std::string> refusals;  // by place
    std::map<std::string, Draft> drafts;          // by place
    std::map<std::int64_t, CommentDraft> comments;  // by card, kept until sent

    model::ChecklistItemId item;  // being edited
    model::GateItemId rejecting;
    std::string reject_reason;
    int link_kind = 0;
    std::string link_text;
    std::string link_title;

    Background<FlowFacts> work;
    FlowFacts facts;
    Day facts_day{INT32_MIN};
    model::CardId facts_card;
    CardHistory history;

    void run(rules::Command command, std::string place, std::function<void()> done = {}) {
        jobs.push_back({std::move(command), std::move(place), std::move(done)});
    }
    void set(const std::string& field, const std::string& value) {
        run(rules::EditCard{.card = card, .set = {{field, value}}}, field);
    }
    std::string_view refusal(const std::string& place) const {
        const auto found = refusals.find(place);
        return found == refusals.end() ? std::string_view() : std::string_view(found->second);
    }
    Draft& draft(const std::string& place, const std::string& value);
    // Typed and not yet sent: becomes a job.
    void flush();
};

// --- fields of the card: value, commit on leaving, refusal under the field ----------------------
void edit_line(CardPanel::State& state, const char* id, const std::string& field, FieldText text);
void edit_area(CardPanel::State& state, const char* id, const std::string& field, FieldText text, int lines);
void edit_date(CardPanel::State& state, const char* id, const std::string& field, FieldText text, Day today);
void edit_choice(CardPanel::State& state, const char* id, const std::string& field, const std::vector<Option>& options,
                 FieldText text, std::string_view none);
void edit_several(CardPanel::State& state, const char* id, const std::string& field, const std::vector<Option>& options, FieldText text);
// The refusal of a place, as a notice; nothing without one.
void show_refusal(const CardPanel::State& state, const std::string& place);

// Two cells side by side.
bool begin_pair(const char* id);
void next_cell();
void end_pair();

// --- sections ---------------------------------------------------------------------------------
void draw_head(CardPanel::State& state, Context& context);
void draw_brief(CardPanel::State& state, Context& context);
void draw_plan(CardPanel::State& state, Context& context);
void draw_gates(CardPanel::State& state, Context& context);
void draw_checklist(CardPanel::State& state, Context& context);
void draw_blocks(CardPanel::State& state, Context& context);
void draw_links(CardPanel::State& state, Context& context);
void draw_comments(CardPanel::State& state, Context& context);
void draw_times(CardPanel::State& state);
void draw_result(CardPanel::State& state);
void draw_history(CardPanel::State& state, Context& context);

}  // namespace throughline::gui::card
