// The reader of whole exports over any bytes: an error or entries, never a crash, never an
// exception.
#include "core/exchange/throughline_import.h"

#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace throughline;
    model::Workspace workspace;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto head = exchange::read_export(bytes, [&workspace](const journal::Entry& entry) {
        return journal::apply(workspace, entry);
    });
    return head ? 0 : 0;
}
