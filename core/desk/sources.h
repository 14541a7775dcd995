// Where a desk takes its time and its random numbers from, exchangeable while it is open. For a
// demo that writes two quarters of history, and for nothing that people use.
#pragma once

#include "core/desk/desk.h"

namespace throughline::desk {

struct Sources {
    Clock clock;
    NonceSource nonces;
};

// Gives the desk other sources; returns those it had.
Sources exchange_sources(Desk& desk, Sources sources);

}  // namespace throughline::desk
