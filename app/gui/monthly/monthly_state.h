// What the report screen remembers, and its parts. Private to this room.
#pragma once

#include "app/gui/monthly/monthly_view.h"
#include "app/gui/monthly/months_model.h"
#include "app/gui/monthly/page_layout.h"
#include "app/gui/monthly/written_model.h"
#include "core/rules/refusal.h"

#include <functional>
#include <optional>

namespace throughline::gui::monthly {

struct MonthlyView::State {
    std::string month;  // chosen; "": the one that is due
    float list_width = 236.0f;

    // Lines and rights, made from the board of this revision and day.
    std::uint64_t revision = 0;
    Day today;
    std::string made_for;
    std::vector<MonthLine> lines;
    model::TextMap texts;       // people's words for the month, as they stand
    std::string why_not_write;  // "" when words may be saved
    std::string why_not_issue;
    std::string issued_words;  // of an issued one: when, by whom, on which entry

    WrittenModel written;
    PageLayout page;
    // What the page was laid out from.
    struct Laid {
        std::uint64_t version = 0;
        std::uint64_t revision = 0;
        float width = 0;
        float scale = 0;
        friend bool operator==(const Laid&, const Laid&) = default;
    };
    Laid laid;
    bool to_top = false;

    // Words being written, of one section.
    struct Editing {
        std::string section;
        std::string text;
        std::string base;  // what stood there when it began
        bool focus = true;
    };
    std::optional<Editing> editing;
    std::string refocus;  // the section whose words were just done: the keyboard stays there
    // Somebody else wrote the same words meanwhile: theirs stand, these wait for an answer.
    std::optional<Editing> conflict;

    // The report is issued once the journal's head is known and the draft carries it.
    struct Head {
        bool asked = false;
        bool known = false;
        std::int64_t seq = 0;
        std::string hash;
    };
    std::shared_ptr<Head> issuing;
    bool open_issue = false;

    bool open_export = false;
    bool close_export = false;
    std::string folder;
    std::string export_failure;
    Background<Status> writing;

    std::vector<std::function<void(Context&)>> later;  // carried out after drawing

    void refresh(Context& context);
    void read_board(Context& context);
    const MonthLine* line() const;
    bool is_issued() const { return line() != nullptr && line()->state == MonthState::Issued; }

    void draw_months();  // months_view.cpp
    void choose(const std::string& chosen);
    void draw_head(Context& context);  // head_view.cpp
    void copy_markdown(Context& context) const;
    void draw_issue();
    void go_on_issuing(Context& context);
    void draw_export(Context& context);  // export_view.cpp
    void take_files(Context& context);
    void draw_page(Context& context);  // page_view.cpp
    void draw_section(Context& context, const SectionLayout& section);
    void draw_pieces(Context& context, const std::vector<Piece>& pieces, float height);
    void draw_runs(const Piece& piece, ImVec2 corner);
    void draw_chart(Context& context, const Piece& piece, ImVec2 corner);
    void draw_link(const Run& run, ImVec2 at);
    void draw_editor();  // words_view.cpp
    void begin_editing(const std::string& section);
    void save_words(Context& context, const Editing& words);
    void draw_conflict();
};

// To what a figure of the report of a month is read from: the KPI, the objective, the card, the
// chart, the decision.
void follow(Context& context, const std::string& figure, const std::string& month);
// In words, for the tooltip: "Opens the KPI".
std::string_view follow_words(std::string_view figure);

}  // namespace throughline::gui::monthly
