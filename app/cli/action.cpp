// Actions beyond what every record has: making a request of one.
#include "app/cli/action.h"

#include "app/cli/brief_file.h"
#include "app/cli/json.h"
#include "app/cli/lookup.h"
#include "app/cli/outcome.h"
#include "core/rules/record_text.h"

#include <memory>

namespace throughline::cli {

namespace {

struct FileArgs {
    std::string key;
    std::string brief;
};

Ending file(Session& session, const FileArgs& args) {
    TL_TRY(auto* desk, session.acting_desk());
    const model::ActionItemId id{
        rules::referred(desk->workspace(), model::table_of<model::ActionItem>(), args.key)};
    if (desk->workspace().find(id) == nullptr) {
        return bad_input("there is no action \"" + args.key + "\"", "KEY", ErrorCode::NotFound);
    }
    TL_TRY(BriefFile brief, read_brief(session, args.brief));
    const rules::FileAction command{id, brief.version->id, std::move(brief.title),
                                    std::move(brief.answers)};
    return carry_out(session, command, [&session](const journal::Entry& entry) {
        const auto* request = inserted<model::Request>(session.workspace(), entry);
        return Json{{"request", request != nullptr ? Json(model::key_of(*request)) : Json()}};
    });
}

}  // namespace

void add_action_file(Verb& action) {
    auto filed = std::make_shared<FileArgs>();
    action.verb("file", "Make a request of an action; its brief must be complete")
        .needs("KEY", filed->key, "AC-3")
        .needs("FILE", filed->brief, "A brief as JSON; - is standard input")
        .example("throughline action file AC-3 brief.json")
        .does(filed, &file);
}

}  // namespace throughline::cli
