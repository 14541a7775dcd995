// Retros as rows to read: what asks for one and what it begins with, those that are written, and
// their actions until they are done. No drawing.
#pragma once

#include "app/gui/learning/figures_model.h"
#include "app/gui/learning/parts.h"

#include <string>
#include <vector>

namespace throughline::gui::learning {

struct AskedRow {
    model::CardId card;  // one of the two
    model::ObjectiveId objective;
    std::string key;
    std::string title;
    std::string ended;  // "12 Oct 2026"
    std::string note;   // "31 days, service level 18"; "score 61%"
    Mood mood = Mood::Neutral;
    bool lacks_result = false;
    model::TextMap start;  // of the form: expected, happened
};

struct ActionRow {
    model::ActionItemId id;
    std::string key;
    std::string text;
    std::string owner;
    std::string due;
    bool is_overdue = false;
    bool is_open = true;
    std::string state;  // "Open", "Done", "Dropped: ..."
    model::RequestId request;
    std::string request_key;
    std::string form_name;  // of the template it changes; "" for none
    std::string source;     // "RT-1"
};

struct RetroRow {
    model::RetroId id;
    std::string key;
    std::string about;  // "MKT-12 Spring webinar"
    model::CardId card;
    model::ObjectiveId objective;
    std::string when;
    std::string by;
    std::string expected;
    std::string happened;
    std::string drove;
    std::string changes;
    std::vector<std::string> whys;
    std::vector<ActionRow> actions;  // open ones first
    int open_actions = 0;
};

class RetrosModel {
public:
    // Made anew when the board, the day or the figures changed.
    void refresh(Context& context, const LearningFigures* figures);

    const std::vector<AskedRow>& asked() const { return asked_; }
    const std::vector<RetroRow>& written() const { return written_; }     // newest first
    const std::vector<ActionRow>& open_actions() const { return open_; }  // the earliest due first
    const RetroRow* find(model::RetroId id) const;

private:
    std::vector<AskedRow> asked_;
    std::vector<RetroRow> written_;
    std::vector<ActionRow> open_;
    std::uint64_t revision_ = ~std::uint64_t{0};
    std::int64_t seq_ = -1;
    Day today_;
};

// Of a retro's source: "retro:RT-1".
std::string retro_source(const std::string& key);

}  // namespace throughline::gui::learning
