// Commands on the board's make-up: columns, groups, gates, templates, taxonomy, service levels,
// views.
#pragma once

#include "core/model/brief.h"
#include "core/model/column.h"
#include "core/model/settings.h"
#include "core/rules/verb.h"

namespace throughline::rules {

// The first entry of a journal: the board, its columns and templates, and the first person.
struct CreateBoard {
    static constexpr bool kUndoable = false;  // nothing was there before
    std::string kind = "marketing";           // or "empty"
    std::string name;
    std::string zone = "UTC";
    std::string handle;  // of the first person, an admin
    std::string person_name;
};

// name, key_prefix, zone, commitment and delivery (column handles), wip_limit, expedite_limit,
// person_limit, weekdays (bits), holidays (days, lines), day_begin_minute, day_end_minute,
// weight_value, weight_urgency, weight_enablement, ready_checks (lines), naming_pattern, load_low,
// load_high.
struct EditBoard {
    model::TextMap set;
};

struct AddColumn {
    std::string name;
    model::ColumnKind kind = model::ColumnKind::Active;
    std::optional<int> position;  // index among the columns; absent: last
    std::optional<int> wip_limit;
};
struct EditColumn {
    model::ColumnId column;
    model::TextMap set;  // name, kind, wip_limit, entry_policy, exit_policy
};
struct MoveColumn {
    model::ColumnId column;
    int position = 0;
};
// Refused while cards stand in it or a point lies on it. Its history stays.
struct RemoveColumn {
    model::ColumnId column;
};
// Two halves, doing and done, under the column's limit.
struct SplitColumn {
    model::ColumnId column;
};
struct AddGroup {
    std::string name;
    std::vector<model::ColumnId> columns;  // neighbours
    std::optional<int> wip_limit;
};
struct EditGroup {
    model::ColumnGroupId group;
    model::TextMap set;  // name, wip_limit
};
struct RemoveGroup {
    model::ColumnGroupId group;  // its columns stay
};

struct AddGateItem {
    model::ColumnId column;  // 0: definition of ready
    model::GateKind kind = model::GateKind::Check;
    std::string title;
};
struct EditGateItem {
    model::GateItemId item;
    model::TextMap set;  // title, kind, removed
};

struct AddTemplate {
    std::string name;
    model::TemplateId copy_of;  // 0: without own fields
};
// A new version; old briefs keep theirs.
struct ReviseTemplate {
    model::TemplateId form;
    std::string name;
    std::string description;
    int sla_hours = 16;
    model::ServiceClass service_class = model::ServiceClass::Standard;
    model::TextList checklist;
    std::vector<model::BriefField> fields;
    std::string why;
};
struct RetireTemplate {
    model::TemplateId form;
    bool retired = true;
};

struct AddTerm {
    std::string kind;
    std::string value;
};
struct EditTerm {
    model::TermId term;
    model::TextMap set;  // value, retired
};

struct SetServiceLevel {
    model::ServiceClass service_class = model::ServiceClass::Standard;
    int probability = 85;  // percent, 50..99
    int days = 10;
};

// A view of the same name and owner is replaced.
struct SaveView {
    std::string name;
    std::string query;
    std::string lanes;
    bool shared = false;
};
struct RemoveView {
    model::SavedViewId view;
};

TL_COMMAND(CreateBoard, "create-board", "Create board", Look, "kind", kind, "name", name, "zone",
           zone, "handle", handle, "person_name", person_name);
TL_COMMAND(EditBoard, "edit-board", "Change board settings", Configure, "set", set);
TL_COMMAND(AddColumn, "add-column", "Add column", Configure, "name", name, "kind", kind, "position",
           position, "wip_limit", wip_limit);
TL_COMMAND(EditColumn, "edit-column", "Change column", Configure, "column", column, "set", set);
TL_COMMAND(MoveColumn, "move-column", "Move column", Configure, "column", column, "position",
           position);
TL_COMMAND(RemoveColumn, "remove-column", "Remove column", Configure, "column", column);
TL_COMMAND(SplitColumn, "split-column", "Split column", Configure, "column", column);
TL_COMMAND(AddGroup, "add-group", "Group columns", Configure, "name", name, "columns", columns,
           "wip_limit", wip_limit);
TL_COMMAND(EditGroup, "edit-group", "Change column group", Configure, "group", group, "set", set);
TL_COMMAND(RemoveGroup, "remove-group", "Ungroup columns", Configure, "group", group);
TL_COMMAND(AddGateItem, "add-gate-item", "Add gate item", Configure, "column", column, "kind", kind,
           "title", title);
TL_COMMAND(EditGateItem, "edit-gate-item", "Change gate item", Configure, "item", item, "set", set);
TL_COMMAND(AddTemplate, "add-template", "Add template", Configure, "name", name, "copy_of",
           copy_of);
TL_COMMAND(ReviseTemplate, "revise-template", "Revise template", Configure, "form", form, "name",
           name, "description", description, "sla_hours", sla_hours, "service_class", service_class,
           "checklist", checklist, "fields", fields, "why", why);
TL_COMMAND(RetireTemplate, "retire-template", "Retire template", Configure, "form", form, "retired",
           retired);
TL_COMMAND(AddTerm, "add-term", "Add taxonomy value", Configure, "kind", kind, "value", value);
TL_COMMAND(EditTerm, "edit-term", "Change taxonomy value", Configure, "term", term, "set", set);
TL_COMMAND(SetServiceLevel, "set-service-level", "Adopt service level", Configure, "service_class",
           service_class, "probability", probability, "days", days);
TL_COMMAND(SaveView, "save-view", "Save view", Look, "name", name, "query", query, "lanes", lanes,
           "shared", shared);
TL_COMMAND(RemoveView, "remove-view", "Remove view", Look, "view", view);

}  // namespace throughline::rules
