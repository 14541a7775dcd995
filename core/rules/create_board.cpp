#include "core/base/text.h"
#include "core/base/zone.h"
#include "core/rules/acts.h"
#include "core/rules/decide.h"
#include "core/rules/shipped.h"

namespace throughline::rules {

Verdict decide(const CreateBoard& command, Edit& edit, const Context& context) {
    if (edit.before().board() != nullptr) {
        return refusal("board_there", "There is a board in this file already.",
                       "Choose another file for a new board.");
    }
    if (command.kind != "marketing" && command.kind != "empty") {
        return refusal("bad_value", "'" + command.kind + "' is not a kind of board.",
                       "Choose marketing or empty.");
    }
    if (auto zone = Zone::load(command.zone); !zone) {
        return refusal("bad_value", zone.error().message + ".", "");
    }
    model::Person person;
    person.id = edit.new_id<model::PersonId>();
    person.handle = slug(command.handle).empty() ? "admin" : slug(command.handle);
    person.name =
        trim(command.person_name).empty() ? person.handle : std::string(trim(command.person_name));
    person.role = model::Role::Admin;
    Context by_first = context;
    by_first.actor = person.id;
    edit.put(std::move(person));

    model::Board board;
    board.id = edit.new_id<model::BoardId>();
    board.name = trim(command.name).empty() ? "Marketing" : std::string(trim(command.name));
    board.zone = command.zone;
    if (command.kind == "marketing") {
        add_marketing_columns(edit, board);
        add_marketing_terms(edit);
    }
    add_marketing_templates(edit, by_first);
    edit.put(std::move(board));
    return Done{};
}

}  // namespace throughline::rules
