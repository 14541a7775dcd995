// What the dialogs of this screen hold while they are filled in, and the commands they become. An
// id of 0 adds, any other edits and sends only what was changed.
#pragma once

#include "core/rules/command.h"

#include <optional>
#include <string>
#include <vector>

namespace throughline::gui::objectives {

struct Option {
    std::string label;
    std::string note;
    std::string value;  // key, handle, quarter
    int category = -1;
};

struct ObjectiveForm {
    model::ObjectiveId id;
    std::string key;  // "" when added
    std::string title;
    std::string quarter;
    std::string bet;  // key, "" for none
    std::string dri;  // handle
    model::ObjectiveStatus status = model::ObjectiveStatus::OnTrack;
    std::string reason;
    int colour = -1;  // -1: chosen by itself
    // RACI beside the DRI, handles; asked when it is edited.
    std::vector<std::string> responsible;
    std::vector<std::string> consulted;
    std::vector<std::string> informed;
    std::string stakeholders;  // outside the team, with commas

    std::vector<Option> quarters;
    std::vector<Option> bets;
    std::vector<Option> people;

    // What it still needs, in words; "" when it may be sent.
    std::string missing() const;
};
ObjectiveForm objective_form(const model::Workspace& workspace, model::ObjectiveId id, Day today,
                             model::PersonId actor);
rules::Command command_of(const ObjectiveForm& form, const model::Workspace& workspace);

struct BetForm {
    model::BetId id;
    std::string key;
    int year = 0;
    std::string title;
    std::string sentence;
    std::string reason;
    int others = 0;  // open bets of the year beside this one

    std::string missing() const;
};
BetForm bet_form(const model::Workspace& workspace, model::BetId id, int year);
rules::Command command_of(const BetForm& form);

struct PersonForm {
    model::PersonId id;
    std::string handle;
    std::string name;
    model::Role role = model::Role::Member;
    std::optional<int> wip_limit;
    bool active = true;

    std::string missing() const;
};
PersonForm person_form(const model::Workspace& workspace, model::PersonId id);
rules::Command command_of(const PersonForm& form);
// Adding takes no limit; this sets it afterwards. nullopt when none was given or the person was
// edited.
std::optional<rules::Command> limit_command(const PersonForm& form,
                                            const model::Workspace& workspace);

}  // namespace throughline::gui::objectives
