// The sections of the settings screen; each draws itself into the current column of the page.
// Private to this room.
#pragma once

#include "app/gui/context/background.h"
#include "app/gui/settings/editor.h"
#include "app/gui/settings/settings_model.h"
#include "app/gui/settings/sle_model.h"
#include "app/gui/settings/template_model.h"

namespace throughline::gui::settings {

// What is being typed into forms that are not a setting yet.
struct ColumnForms {
    std::string name;
    int kind = 1;
    model::ColumnId policies;  // whose policies are open
    model::ColumnId grouping;  // who asks for a group
    std::string group_name;
};
struct GateForms {
    std::map<std::int64_t, std::string> title;  // by column
    std::map<std::int64_t, int> kind;
};
struct TaxonomyForms {
    int kind = 0;
    std::string value;
    std::string new_kind;
};
struct TemplateForms {
    model::TemplateId chosen;
    TemplateDraft draft;
    int open_field = -1;
    std::string name;  // of a new one
    int copy_of = kNoChoice;
};
struct CalendarForms {
    std::optional<std::chrono::year_month_day> holiday;
    std::vector<std::string> zones;
};

void draw_board(Context& context, Editor& editor);
void draw_columns(Context& context, Editor& editor, ColumnForms& forms);
void draw_gates(Context& context, Editor& editor, GateForms& forms);
void draw_templates(Context& context, Editor& editor, TemplateForms& forms);
void draw_taxonomy(Context& context, Editor& editor, TaxonomyForms& forms);
void draw_score(Context& context, Editor& editor, SleProposals& proposals);
void draw_people(Context& context);
void draw_calendar(Context& context, Editor& editor, CalendarForms& forms);
void draw_appearance(Context& context);

// EditBoard with one field.
rules::Command set_board(const std::string& field, const std::string& value);
// Two or more fields side by side: width of each.
float column_width(int count);
// Room of a label, so that a button beside fields stands at the height of their controls.
void label_space();
// A panel with a heading, for a group of settings that belong together.
void begin_block(const char* id, std::string_view title, std::string_view text = {});
void end_block();

}  // namespace throughline::gui::settings
