// What the learning screen remembers, and its parts. Private to this room.
#pragma once

#include "app/gui/learning/figures_model.h"
#include "app/gui/learning/learning_view.h"
#include "app/gui/learning/names_model.h"
#include "app/gui/learning/parts.h"
#include "app/gui/learning/playbook_model.h"
#include "app/gui/learning/recurring_model.h"
#include "app/gui/learning/retro_model.h"
#include "app/gui/learning/risk_model.h"
#include "app/gui/learning/schedule_dialog.h"
#include "app/gui/palette/action_request.h"
#include "app/gui/records/record_table.h"
#include "app/gui/widgets/mood.h"

#include <functional>
#include <optional>

namespace throughline::gui::learning {

struct LearningView::State {
    Part part = Part::Risks;
    std::int64_t wanted = 0;  // record to choose at the next draw
    bool scroll_up = false;

    FiguresModel figures;
    records::RecordEditor editor;
    std::vector<std::function<void(Context&)>> later;  // carried out after drawing

    // Risks.
    RisksModel risks;
    RiskQuestion risk_question;
    model::RiskId risk;
    struct Ending {  // of the chosen risk
        model::RiskState state = model::RiskState::Closed;
        std::string outcome;
        std::optional<rules::Refusal> refusal;
        bool open = false;
    } ending;

    // Retros, experiments.
    RetrosModel retros;
    model::RetroId retro;
    palette::ActionRequest request{"learning"};
    records::RecordTable experiments{"experiment",
                                     {"title", "owner", "from_day", "to_day", "state"}};

    // Playbooks.
    PlaybooksModel playbooks;
    model::TemplateId form;
    model::ProcessStepId step;

    // Recurring.
    RecurringModel recurring;
    model::ScheduleId schedule;
    ScheduleDialog schedule_dialog;

    // Registers and words.
    records::RecordTable tools{"tool"};
    records::RecordTable domains{"data_domain"};
    records::RecordTable trainings{"training",
                                   {"name", "role", "owner", "people", "done_people", "review_on"}};
    records::RecordTable glossary{"glossary_word"};
    NamesModel names;
    records::RecordTable assessments{"assessment", {"area", "stage", "note"}};

    void draw_list(Context& context);
    void draw_page(Context& context);
    void draw_part(Context& context);
    void take_wanted();

    void draw_risks(Context& context);  // risks_view.cpp
    void draw_risk(Context& context, const RiskRow& row);
    void draw_risk_table(Context& context);
    void draw_risk_ending(Context& context);
    void draw_retros(Context& context);  // retros_view.cpp
    void draw_asked(Context& context);
    void draw_open_actions(Context& context);
    void draw_written(Context& context);
    void draw_actions(Context& context, const std::vector<ActionRow>& rows);
    void draw_experiments(Context& context);  // experiments_view.cpp
    void draw_playbooks(Context& context);    // playbooks_view.cpp
    void draw_playbook(Context& context);
    void draw_map(Context& context);        // process_view.cpp
    void draw_recurring(Context& context);  // recurring_view.cpp
    void draw_schedule(Context& context, const ScheduleRow& row);
    void draw_registers(Context& context);  // registers_view.cpp
    void draw_glossary(Context& context);
    void draw_names(Context& context);     // names_view.cpp
    void draw_maturity(Context& context);  // maturity_view.cpp
};

}  // namespace throughline::gui::learning
