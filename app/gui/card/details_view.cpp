#include <algorithm>

#include "app/gui/card/panel_state.h"
#include "app/gui/theme/icons.h"
#include "core/base/text.h"

namespace throughline::gui::card {
namespace {

constexpr std::array<int, 6> kSteps{1, 2, 3, 5, 8, 13};

struct People {
    std::vector<ChoiceItem> items;
    std::vector<const model::Person*> rows;

    [[nodiscard]] int index_of(model::PersonId id) const {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (rows[i]->id == id) return static_cast<int>(i);
        }
        return kNoChoice;
    }
};

// Active people by name, and those the card names already.
People people_of(const model::Workspace& workspace, const model::Card& card) {
    People people;
    const auto named = [&](model::PersonId id) {
        const auto in = [&](const std::vector<model::PersonId>& list) {
            return std::find(list.begin(), list.end(), id) != list.end();
        };
        return card.dri == id || in(card.responsible) || in(card.consulted) || in(card.informed);
    };
    for (const model::Person& person : workspace.rows<model::Person>()) {
        if (person.active || named(person.id)) people.rows.push_back(&person);
    }
    std::sort(people.rows.begin(), people.rows.end(),
              [](const auto* a, const auto* b) { return a->name < b->name; });
    for (const model::Person* person : people.rows) {
        people.items.push_back({.label = person->name,
                                .note = person->handle,
                                .category = static_cast<int>(person->id.value % 12),
                                .person = true});
    }
    return people;
}

}  // namespace

void CardPanel::State::draw_people(Context& context, const model::Card& card) {
    section_header("People");
    const People people = people_of(context.workspace(), card);
    int dri = people.index_of(card.dri);
    if (choice("field:dri", dri, people.items,
               {.label = "DRI, who answers for it",
                .placeholder = "Choose one person",
                .error = error("dri"),
                .required = true}) &&
        dri != kNoChoice) {
        set("dri", people.rows[static_cast<std::size_t>(dri)]->handle);
    }
    const auto several = [&](const char* field, std::string_view label,
                             const std::vector<model::PersonId>& chosen) {
        std::vector<int> selected;
        for (const model::PersonId person : chosen) {
            if (const int index = people.index_of(person); index != kNoChoice)
                selected.push_back(index);
        }
        const std::string field_id = std::string("field:") + field;
        if (!multi_choice(field_id.c_str(), selected, people.items,
                          {.label = label, .placeholder = "Nobody", .error = error(field)}))
            return;
        std::vector<std::string> handles;
        for (const int index : selected)
            handles.push_back(people.rows[static_cast<std::size_t>(index)]->handle);
        set(field, join(handles, "\n"));
    };
    several("responsible", "Responsible, who does the work", card.responsible);
    several("consulted", "Consulted", card.consulted);
    several("informed", "Informed", card.informed);
    gap(sizes().sm);
}

void CardPanel::State::draw_properties(Context& context, const model::Card& card) {
    section_header("What it serves");
    const model::Workspace& workspace = context.workspace();
    std::vector<const model::Objective*> objectives;
    for (const model::Objective& objective : workspace.rows<model::Objective>()) {
        if (!objective.closed || objective.id == card.objective) objectives.push_back(&objective);
    }
    std::sort(objectives.begin(), objectives.end(),
              [](const auto* a, const auto* b) { return a->number < b->number; });
    std::vector<std::string> labels;
    std::vector<ChoiceItem> items;
    int selected = kNoChoice;
    labels.reserve(objectives.size());
    for (const model::Objective* objective : objectives) {
        if (objective->id == card.objective) selected = static_cast<int>(items.size());
        labels.push_back(model::key_of(*objective) + "  " + objective->title);
        items.push_back(
            {.label = labels.back(), .note = objective->quarter, .category = objective->colour});
    }
    if (choice("field:objective", selected, items,
               {.label = "Objective",
                .placeholder = "Choose what it serves",
                .error = error("objective"),
                .required = true}) &&
        selected != kNoChoice) {
        set("objective", model::key_of(*objectives[static_cast<std::size_t>(selected)]));
    }
    const ChoiceItem classes[] = {{.label = "Standard", .icon = icons::kStandard},
                                  {.label = "Fixed date", .icon = icons::kFixedDate},
                                  {.label = "Expedite", .icon = icons::kExpedite},
                                  {.label = "Intangible", .icon = icons::kIntangible}};
    int service_class = static_cast<int>(card.service_class);
    if (segmented("field:service_class", service_class, classes,
                  {.label = "Class of service", .error = error("service_class")})) {
        set("service_class",
            std::string(model::name_of(static_cast<model::ServiceClass>(service_class))));
    }
    edit("description", card.description,
         {.label = "Description", .placeholder = "Notes for those who work on it"}, 3);
    // Labels are typed with commas and kept as lines.
    TextEdit& text = texts["labels"];
    const std::string current = join(card.labels, ", ");
    if (text.base != current && !text.active) text = {.value = current, .base = current};
    const FieldResult result =
        text_field("field:labels", text.value,
                   {.label = "Labels", .help = "Separated by commas", .error = error("labels")});
    text.active = result.active;
    if (result.committed && text.value != current) {
        std::vector<std::string> lines;
        for (const std::string& label : split(text.value, ',')) {
            if (!trim(label).empty()) lines.emplace_back(trim(label));
        }
        text.base = text.value;
        set("labels", join(lines, "\n"));
    }
    gap(sizes().sm);
}

void CardPanel::State::draw_due(Context& context, const model::Card& card) {
    section_header("Date");
    const auto to_ymd = [](Day day) {
        const CivilDate date = civil(day);
        return std::chrono::year_month_day(std::chrono::year(date.year),
                                           std::chrono::month(static_cast<unsigned>(date.month)),
                                           std::chrono::day(static_cast<unsigned>(date.day)));
    };
    std::optional<std::chrono::year_month_day> due;
    if (card.due) due = to_ymd(*card.due);
    const auto today = to_ymd(context.zone().day(context.now()));
    if (date_field("field:due", due,
                   {.label = "Due", .help = "Empty for no date", .error = error("due")}, today))
        set("due", due ? format_date(*due) : "");
    edit("due_reason", card.due_reason,
         {.label = "Why that date", .placeholder = "What happens if it is missed"});
    gap(sizes().sm);
}

void CardPanel::State::draw_score(Context& context, const model::Card& card) {
    section_header("Score", {}, "Cost of delay divided by size: " + detail->score);
    std::vector<std::string> labels;
    std::vector<ChoiceItem> items;
    labels.reserve(kSteps.size() + 1);
    labels.emplace_back("–");
    for (const int step : kSteps)
        labels.push_back(std::to_string(step));
    for (const std::string& label : labels)
        items.push_back({.label = label});
    const auto part = [&](const char* field, std::string_view label, std::optional<int> value) {
        int selected = 0;
        for (std::size_t i = 0; i < kSteps.size(); ++i) {
            if (value == kSteps[i]) selected = static_cast<int>(i) + 1;
        }
        const std::string field_id = std::string("field:") + field;
        if (segmented(field_id.c_str(), selected, items, {.label = label, .error = error(field)})) {
            set(field, selected == 0
                           ? ""
                           : std::to_string(kSteps[static_cast<std::size_t>(selected - 1)]));
        }
    };
    part("value", "Value", card.value);
    part("urgency", "Urgency", card.urgency);
    part("enablement", "Enablement", card.enablement);
    part("size", "Size", card.size);
    (void)context;
}

}  // namespace throughline::gui::card
