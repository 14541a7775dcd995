// The readers of tables over any bytes: an error or a plan that applies, and nothing more to apply
// the second time; never a crash, never an exception; and the look at them, which may always be
// taken and gives a mapping that can be written and read. Bytes before the first zero are the
// mapping.
#include "core/exchange/file_look.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace throughline;
    std::string_view bytes(reinterpret_cast<const char*>(data), size);
    exchange::ImportOptions options;
    if (const std::size_t zero = bytes.find('\0'); zero != std::string_view::npos) {
        options.mapping = std::string(bytes.substr(0, zero));
        bytes.remove_prefix(zero + 1);
    }
    for (const char* format : {"flow-csv", "jira-csv", "csv"}) {
        model::Workspace workspace;
        model::Board board;
        board.id = {1};
        workspace.put(board);
        const auto look =
            exchange::look_at_file(bytes, exchange::import_format(format), workspace, options);
        if (look) {
            const auto again = exchange::parse_mapping(exchange::to_json(look->table->proposed));
            if (!again || *again != look->table->proposed) {
                std::abort();
            }
        }
        const Instant now = parse_instant("2026-03-01T12:00:00Z").value();
        for (std::uint64_t round = 1; round <= 2; ++round) {
            const auto plan = exchange::import_format(format)->read(
                {bytes, workspace, options, now, IdSource(round)});
            if (!plan) {
                break;
            }
            if (!journal::apply(workspace, plan->command.changes) ||
                (round == 2 && !plan->report.created.empty())) {
                std::abort();
            }
        }
    }
    return 0;
}
