// How check and rebuild look at a board that does not open: see core/desk/care.h.
#pragma once

#include "app/cli/cli.h"
#include "core/desk/care.h"

namespace throughline::cli {

inline desk::OpenOptions care_options(const Environment& environment, bool reading) {
    desk::OpenOptions options;
    options.clock = environment.clock;
    options.nonces = environment.nonces;
    options.automatic_backups = environment.automatic_backups;
    options.reading = reading;
    return options;
}

}  // namespace throughline::cli
