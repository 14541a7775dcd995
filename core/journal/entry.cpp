#include "core/journal/entry.h"

namespace throughline::journal {

Status apply(model::Workspace& workspace, const Entry& entry) {
    if (entry.seq != workspace.seq() + 1) {
        return Error{ErrorCode::Corrupt,
                     "entry " + std::to_string(entry.seq) + " does not follow entry " +
                         std::to_string(workspace.seq()),
                     "journal"};
    }
    TL_CHECK(apply(workspace, entry.draft.changes));
    workspace.set_position(entry.seq, entry.draft.when);
    return Done{};
}

}  // namespace throughline::journal
