#include "app/gui/objectives/forms.h"

#include "app/gui/objectives/plan_words.h"
#include "core/base/period.h"
#include "core/base/text.h"

#include <algorithm>

namespace throughline::gui::objectives {
namespace {

constexpr int kQuartersAhead = 4;

std::vector<Option> quarter_options(Day today, const std::string& own) {
    std::vector<Option> options;
    const std::string present = quarter_of(today);
    if (!own.empty() && own < present) options.push_back({quarter_words(own), "past", own});
    for (int i = 0; i <= kQuartersAhead; ++i) {
        const std::string quarter = next_quarter(present, i);
        options.push_back({quarter_words(quarter),
                           i == 0   ? "this quarter"
                           : i == 1 ? "next quarter"
                                    : "",
                           quarter});
    }
    options.push_back({"Standing", "work without an end", ""});
    return options;
}

std::vector<Option> bet_options(const model::Workspace& workspace, model::BetId own) {
    std::vector<std::pair<std::int64_t, Option>> bets;
    for (const model::Bet& bet : workspace.rows<model::Bet>()) {
        if (bet.closed && bet.id != own) continue;
        bets.push_back(
            {bet.number,
             {model::key_of(bet) + " " + bet.title, std::to_string(bet.year), model::key_of(bet)}});
    }
    std::sort(bets.begin(), bets.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Option> options;
    for (auto& bet : bets)
        options.push_back(std::move(bet.second));
    return options;
}

// Active people, and those whom the objective names already.
std::vector<Option> people_options(const model::Workspace& workspace,
                                   const model::Objective& objective) {
    const auto names = [&](model::PersonId id) {
        const auto in = [id](const std::vector<model::PersonId>& list) {
            return std::ranges::find(list, id) != list.end();
        };
        return objective.dri == id || in(objective.responsible) || in(objective.consulted) ||
               in(objective.informed);
    };
    std::vector<Option> options;
    for (const model::Person& person : workspace.rows<model::Person>()) {
        if (!person.active && !names(person.id)) continue;
        options.push_back(
            {person.name, person.handle, person.handle, static_cast<int>(colour_of(person.id))});
    }
    std::sort(options.begin(), options.end(),
              [](const Option& a, const Option& b) { return fold(a.label) < fold(b.label); });
    return options;
}

void set_if(model::TextMap& set, const char* name, const std::string& value,
            const std::string& before) {
    if (value != before) set[name] = value;
}

std::string handle_of(const model::Workspace& workspace, model::PersonId id) {
    const model::Person* person = workspace.find(id);
    return person != nullptr ? person->handle : "";
}

std::vector<std::string> handles_of(const model::Workspace& workspace,
                                    const std::vector<model::PersonId>& people) {
    std::vector<std::string> handles;
    for (const model::PersonId id : people)
        handles.push_back(handle_of(workspace, id));
    return handles;
}

// "Ana, Bo" -> one name a line.
std::string lines_of(const std::string& names) {
    std::vector<std::string> lines;
    for (const std::string& name : split(names, ',')) {
        if (!trim(name).empty()) lines.emplace_back(trim(name));
    }
    return join(lines, "\n");
}

std::string bet_key(const model::Workspace& workspace, model::BetId id) {
    const model::Bet* bet = workspace.find(id);
    return bet != nullptr ? model::key_of(*bet) : "";
}

}  // namespace

ObjectiveForm objective_form(const model::Workspace& workspace, model::ObjectiveId id, Day today,
                             model::PersonId actor) {
    ObjectiveForm form;
    model::Objective row;
    if (const model::Objective* found = workspace.find(id)) {
        row = *found;
        form.key = model::key_of(row);
        form.colour = row.colour;
    } else {
        row.quarter = quarter_of(today);
        row.dri = actor;
    }
    form.id = row.id;
    form.title = row.title;
    form.quarter = row.quarter;
    form.bet = bet_key(workspace, row.bet);
    form.dri = handle_of(workspace, row.dri);
    form.status = row.status;
    form.reason = row.status_reason;
    form.quarters = quarter_options(today, row.quarter);
    form.bets = bet_options(workspace, row.bet);
    form.people = people_options(workspace, row);
    form.responsible = handles_of(workspace, row.responsible);
    form.consulted = handles_of(workspace, row.consulted);
    form.informed = handles_of(workspace, row.informed);
    form.stakeholders = join(row.stakeholders, ", ");
    return form;
}

std::string ObjectiveForm::missing() const {
    if (trim(title).empty()) return "Write what will be true at the end, with a number.";
    if (dri.empty()) return "Choose who answers for it.";
    if (id && status != model::ObjectiveStatus::OnTrack && trim(reason).empty())
        return "Say why it is not on track.";
    return {};
}

rules::Command command_of(const ObjectiveForm& form, const model::Workspace& workspace) {
    const model::Objective* row = workspace.find(form.id);
    if (row == nullptr) {
        const model::Bet* bet = model::bet_by_key(workspace, form.bet);
        const model::Person* dri = workspace.person_by_handle(form.dri);
        return rules::AddObjective{form.title, form.quarter,
                                   bet != nullptr ? bet->id : model::BetId{},
                                   dri != nullptr ? dri->id : model::PersonId{}, form.colour};
    }
    const auto status = [](model::ObjectiveStatus s) {
        return std::string(model::Names<model::ObjectiveStatus>::kAll[static_cast<std::size_t>(s)]);
    };
    rules::EditObjective command{row->id, {}};
    set_if(command.set, "title", form.title, row->title);
    set_if(command.set, "quarter", form.quarter, row->quarter);
    set_if(command.set, "bet", form.bet, bet_key(workspace, row->bet));
    set_if(command.set, "dri", form.dri, handle_of(workspace, row->dri));
    set_if(command.set, "status", status(form.status), status(row->status));
    set_if(command.set, "status_reason", form.reason, row->status_reason);
    set_if(command.set, "colour", std::to_string(form.colour), std::to_string(row->colour));
    const auto set_people = [&](const char* name, const std::vector<std::string>& handles,
                                const std::vector<model::PersonId>& before) {
        set_if(command.set, name, join(handles, "\n"), join(handles_of(workspace, before), "\n"));
    };
    set_people("responsible", form.responsible, row->responsible);
    set_people("consulted", form.consulted, row->consulted);
    set_people("informed", form.informed, row->informed);
    set_if(command.set, "stakeholders", lines_of(form.stakeholders), join(row->stakeholders, "\n"));
    return command;
}

BetForm bet_form(const model::Workspace& workspace, model::BetId id, int year) {
    BetForm form;
    form.year = year;
    if (const model::Bet* bet = workspace.find(id)) {
        form = {bet->id, model::key_of(*bet), bet->year, bet->title, bet->sentence, bet->reason, 0};
    }
    for (const model::Bet& bet : workspace.rows<model::Bet>()) {
        form.others += bet.year == form.year && bet.id != id && !bet.closed ? 1 : 0;
    }
    return form;
}

std::string BetForm::missing() const {
    if (trim(title).empty()) return "Give it a title.";
    if (trim(sentence).empty()) return "Say in a sentence what shifts.";
    return {};
}

rules::Command command_of(const BetForm& form) {
    if (!form.id) return rules::AddBet{form.year, form.title, form.sentence, form.reason};
    return rules::EditBet{
        form.id, {{"title", form.title}, {"sentence", form.sentence}, {"reason", form.reason}}};
}

PersonForm person_form(const model::Workspace& workspace, model::PersonId id) {
    const model::Person* person = workspace.find(id);
    if (person == nullptr) return {};
    return {person->id,   person->handle,    person->name,
            person->role, person->wip_limit, person->active};
}

std::string PersonForm::missing() const {
    if (trim(name).empty()) return "Write the name.";
    if (trim(handle).empty()) return "Give a handle: small letters, such as ana.";
    return {};
}

rules::Command command_of(const PersonForm& form) {
    if (!form.id) return rules::AddPerson{form.handle, form.name, form.role};
    return rules::EditPerson{
        form.id,
        {{"handle", form.handle},
         {"name", form.name},
         {"role",
          std::string(model::Names<model::Role>::kAll[static_cast<std::size_t>(form.role)])},
         {"wip_limit", form.wip_limit ? std::to_string(*form.wip_limit) : ""},
         {"active", form.active ? "true" : "false"}}};
}

std::optional<rules::Command> limit_command(const PersonForm& form,
                                            const model::Workspace& workspace) {
    const model::Person* person = workspace.person_by_handle(form.handle);
    if (form.id || !form.wip_limit || person == nullptr) return std::nullopt;
    return rules::EditPerson{person->id, {{"wip_limit", std::to_string(*form.wip_limit)}}};
}

}  // namespace throughline::gui::objectives
