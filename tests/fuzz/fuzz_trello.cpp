// The Trello reader over any bytes: an error or a plan that applies, never a crash, never an
// exception.
#include "core/exchange/import.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace throughline;
    model::Workspace workspace;
    model::Board board;
    board.id = {1};
    workspace.put(board);
    const exchange::ImportOptions options;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const Instant now = parse_instant("2026-03-01T12:00:00Z").value();
    for (std::uint64_t round = 1; round <= 2; ++round) {  // the second time it is all there already
        const auto plan = exchange::import_format("trello")->read(
            {bytes, workspace, options, now, IdSource(round)});
        if (!plan) {
            return 0;
        }
        if (!journal::apply(workspace, plan->command.changes)) {
            std::abort();
        }
    }
    return 0;
}
