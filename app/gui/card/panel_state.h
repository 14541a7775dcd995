#pragma once
// Everything the card panel holds between frames. Private to this room; card_panel.h is the door.

#include <functional>
#include <map>
#include <optional>

#include "app/gui/card/around_model.h"
#include "app/gui/card/card_panel.h"
#include "app/gui/card/detail_model.h"
#include "app/gui/card/finish_model.h"
#include "app/gui/card/history_model.h"
#include "app/gui/palette/card_acts.h"
#include "app/gui/records/escalate_dialog.h"
#include "app/gui/records/record_table.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/field.h"
#include "app/gui/widgets/item.h"
#include "app/gui/widgets/layout.h"
#include "app/gui/widgets/text.h"

namespace throughline::gui::card {

// A text being changed: the person's version, and what it was made from.
struct TextEdit {
    std::string value;
    std::string base;
    bool active = false;
    bool was_active = false;  // in the frame before
};

struct CardPanel::State {
    model::CardId id;
    std::optional<CardDetail> detail;
    CardAround around;
    std::uint64_t revision = 0;
    Instant minute;
    int tab = 0;
    bool appearing = false;
    bool editing_title = false;
    bool focus_title = false;
    bool focused = false;
    palette::CardActs acts{"panel"};
    CardHistory history;
    FinishModel finish;
    records::RecordEditor editor;
    records::RecordTable expenses{"spend", {"kind", "amount", "channel", "day", "note"}};
    records::EscalateDialog escalation;

    std::map<std::string, TextEdit> texts;      // by field
    std::map<std::string, std::string> errors;  // refusals, shown under their field
    std::optional<std::pair<rules::Command, rules::Refusal>>
        passable;  // refused by a limit that may be passed
    model::ChecklistItemId editing_item;
    bool focus_item = false;
    std::string new_item;
    std::optional<std::chrono::year_month_day> new_item_due;
    std::vector<CommentDraft> comment_drafts;  // none of them empty between frames
    model::CommentId editing_comment;
    int link_kind = 0;
    std::string link_target;
    std::string link_title;
    std::string link_error;
    model::GateItemId rejecting;
    std::string reject_note;
    bool wants_reject = false;
    bool focus_comment = false;
    std::vector<std::function<void(Context&)>> later;  // run when all is drawn

    // card_panel.cpp
    void refresh(Context& context);
    void draw_window(Context& context, ImVec2 min, ImVec2 size);
    void draw_body(Context& context);
    void forget();
    // Runs the command after drawing; a refusal is kept under `field`.
    void run(const char* field, rules::Command command);
    void set(const char* field, std::string value);
    // The comment begun on this card by who acts now; null when there is none.
    CommentDraft* comment_draft(Context& context);
    // A text field or area of the card, committed once on leaving it.
    void edit(const char* field, const std::string& current, FieldText text, int lines = 1);
    [[nodiscard]] std::string_view error(const char* field) const;

    // head_view.cpp
    void draw_header(Context& context);
    void draw_title(const model::Card& card);
    void draw_facts(Context& context, const model::Card& card);
    void draw_acts(Context& context);

    // details_view.cpp
    void draw_properties(Context& context, const model::Card& card);
    void draw_people(Context& context, const model::Card& card);
    void draw_score(Context& context, const model::Card& card);
    void draw_due(Context& context, const model::Card& card);

    // work_view.cpp
    void draw_ready(Context& context);
    void draw_gate(Context& context, std::string_view title, const std::vector<GateRow>& rows,
                   const char* scope);
    void draw_reject(Context& context);
    void draw_checklist(Context& context);
    void draw_blockers(Context& context);

    // links_view.cpp
    void draw_links(Context& context);

    // brief_view.cpp
    void draw_brief(Context& context, const model::Card& card);
    void draw_times();

    // around_view.cpp
    void draw_money(Context& context);
    void draw_escalations(Context& context);
    void draw_milestones(Context& context);
    void draw_result(const model::Card& card);

    // talk_view.cpp
    void draw_comments(Context& context);
    void draw_new_comment(Context& context);
    void draw_mentions(Context& context, std::string& comment);
    void send_comment(const CommentDraft& comment);
    void draw_history(Context& context);
};

}  // namespace throughline::gui::card
