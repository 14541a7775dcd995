// A reason, which many acts need: after the key or as --reason.
#pragma once

#include "app/cli/syntax.h"

#include <optional>
#include <string>

namespace throughline::cli {

struct Reason {
    std::optional<std::string> placed;
    std::optional<std::string> named;

    std::string text() const { return named ? *named : placed.value_or(""); }
};

inline Verb& add_reason(Verb& verb, Reason& reason, const std::string& help) {
    return verb.may("REASON", reason.placed, help)
        .option("--reason", "TEXT", reason.named, "The same, by name");
}

}  // namespace throughline::cli
