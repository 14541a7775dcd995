// What the files of the request verb share.
#pragma once

#include "app/cli/outcome.h"
#include "app/cli/syntax.h"

namespace throughline::cli {

void add_request_list(Verb& request);
void add_request_brief(Verb& request);
void add_request_triage(Verb& request);

// Runs the command and shows the request as it then is.
Ending carry_out_on_request(Session& session, const rules::Command& command,
                            model::RequestId request);

}  // namespace throughline::cli
