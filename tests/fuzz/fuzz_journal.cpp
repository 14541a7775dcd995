// The journal decoder and what follows it: no text, however damaged, may crash or throw.

#include "core/journal/entry.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace throughline;
    const auto decoded = journal::decode_payload({reinterpret_cast<const char*>(data), size});
    if (decoded) {
        model::Workspace workspace;
        if (journal::apply(workspace, decoded->draft.changes)) {
            // What was read and fits can be written, and then reads the same.
            const std::string again = journal::encode_payload(decoded->draft, decoded->seq);
            const auto second = journal::decode_payload(again);
            if (!second || second->draft != decoded->draft) {
                __builtin_trap();
            }
        }
    }
    return 0;
}
