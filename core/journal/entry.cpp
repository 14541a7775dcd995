#include "core/journal/entry.h"

#include <algorithm>
#include <cassert>

namespace throughline::journal {

Status apply(model::Workspace& workspace, const std::vector<Change>& changes) {
    for (std::size_t i = 0; i < changes.size(); ++i) {
        if (Status status = apply(workspace, changes[i]); !status) {
            for (std::size_t j = i; j > 0; --j) {
                const Status back = apply(workspace, invert(changes[j - 1]));
                assert(back.ok());
            }
            return status;
        }
    }
    return Done{};
}

Status apply(model::Workspace& workspace, const Entry& entry) {
    if (entry.seq != workspace.seq() + 1) {
        return Error{ErrorCode::Corrupt,
                     "entry " + std::to_string(entry.seq) + " does not follow entry " + std::to_string(workspace.seq()),
                     "journal"};
    }
    TL_CHECK(apply(workspace, entry.draft.changes));
    workspace.set_position(entry.seq, entry.draft.when);
    return Done{};
}

void unapply(model::Workspace& workspace, const std::vector<Change>& changes) {
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
        const Status status = apply(workspace, invert(*change));
        assert(status.ok());
    }
}

}  // namespace throughline::journal
