#include "core/journal/entry.h"

#include <sodium.h>

#include <array>

namespace throughline::journal {
namespace {

std::string blake2b_hex(std::string_view bytes) {
    std::array<unsigned char, crypto_generichash_BYTES> hash{};
    // Needs no sodium_init(): no random numbers are drawn.
    crypto_generichash(hash.data(), hash.size(),
                       reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), nullptr,
                       0);
    std::array<char, 2 * crypto_generichash_BYTES + 1> hex{};
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
    return hex.data();
}

}  // namespace

std::string digest(std::string_view payload) {
    return blake2b_hex(payload);
}

std::string chain(std::string_view previous_hash, std::string_view payload_digest) {
    return blake2b_hex(std::string(previous_hash) + ":" + std::string(payload_digest));
}

}  // namespace throughline::journal
