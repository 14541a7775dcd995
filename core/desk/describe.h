// An entry of the journal in words, for the audit view, the command line and notices:
// "ana moved MKT-12 'Spring launch' from Create to Review". Commands with wording of their own are
// listed in describe.cpp; every other one is told from its changes and their field lists:
// "ana changed card MKT-3 'Webinar': due 2026-03-01 -> 2026-03-08".
#pragma once

#include "core/journal/entry.h"

#include <string>

namespace throughline::desk {

// One sentence without a full stop. Names are those of the workspace, which may be a later one than
// the entry's; rows that it no longer has are named from the entry.
std::string describe(const journal::Entry& entry, const model::Workspace& workspace);

// The same without the acting person's handle: "moved MKT-12 ...".
std::string describe_act(const journal::Entry& entry, const model::Workspace& workspace);

}  // namespace throughline::desk
