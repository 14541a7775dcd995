// A template as a JSON document: printed by `template show --json`, read by `template revise`.
#pragma once

#include "app/cli/failure.h"
#include "app/cli/json_fwd.h"
#include "core/model/workspace.h"

namespace throughline::cli {

Json template_json(const model::Workspace& workspace, const model::Template& form);

// The revision that a document asks for; members it does not have stay as they are. Bad input names
// `path` and the member.
Fallible<rules::ReviseTemplate> revision_of(const model::Workspace& workspace,
                                            const model::Template& form, const Json& document,
                                            const std::string& path);

}  // namespace throughline::cli
