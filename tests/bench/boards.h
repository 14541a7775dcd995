// Large boards for measuring: cards spread over the marketing columns, each with a history.
#pragma once

#include "core/desk/desk.h"

namespace throughline::bench {

// Without limits; `moves` transitions per card. Made by imports, so the rules have seen it all.
void fill(desk::Desk& desk, int cards, int moves);

// KPIs with that many weekly values each and targets, objectives of the last quarters with two key
// results each, risks and decisions; on a board that fill() made.
void fill_plan(desk::Desk& desk, int kpis, int weeks, int objectives);

// The text of a Trello export of about `megabytes`.
std::string trello_export(int megabytes);

}  // namespace throughline::bench
