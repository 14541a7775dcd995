#include "core/desk/care.h"

#include "core/desk/store_desk.h"

namespace throughline::desk {

Result<ClosedCheck> check_closed(const std::string& where, const OpenOptions& options) {
    TL_TRY(const auto store, open_store(where, options));
    ClosedCheck closed;
    closed.store = store->describe();
    TL_TRY(const auto findings, store->check({}));
    for (const store::Finding& finding : findings) {
        closed.report.findings.push_back({finding.what, finding.where});
    }
    model::Workspace workspace;
    if (const Status loaded = store->load(workspace); !loaded && findings.empty()) {
        closed.report.findings.push_back({loaded.error().message, loaded.error().where});
    }
    TL_TRY(const store::Head head, store->head());
    closed.report.entries = head.seq;
    closed.report.head = head.hash;
    return closed;
}

Result<std::unique_ptr<Desk>> rebuild_closed(const std::string& where, const OpenOptions& options) {
    TL_TRY(auto store, open_store(where, options));
    TL_CHECK(store->rebuild({}));
    TL_TRY(auto desk, StoreDesk::create(std::move(store), options.clock, options.nonces));
    return std::unique_ptr<Desk>(std::move(desk));
}

}  // namespace throughline::desk
