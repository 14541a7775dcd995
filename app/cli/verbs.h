// Every verb, each in a file of its own name. A new verb is declared here and listed in verbs.cpp.
#pragma once

#include "app/cli/syntax.h"

namespace throughline::cli {

void add_new(Verb& program);
void add_demo(Verb& program);
void add_import(Verb& program);
void add_export(Verb& program);
void add_board(Verb& program);
void add_card(Verb& program);
void add_request(Verb& program);
void add_objective(Verb& program);
void add_bet(Verb& program);
void add_person(Verb& program);
void add_column(Verb& program);
void add_group(Verb& program);
void add_gate(Verb& program);
void add_template(Verb& program);
void add_policy(Verb& program);
void add_term(Verb& program);
void add_view(Verb& program);
void add_alert(Verb& program);
void add_inbox(Verb& program);
void add_kpi(Verb& program);
void add_plan(Verb& program);
void add_records(Verb& program);
void add_learning(Verb& program);
void add_report(Verb& program);
void add_review(Verb& program);
void add_system(Verb& program);
void add_undo(Verb& program);
void add_history(Verb& program);
void add_diff(Verb& program);
void add_metrics(Verb& program);
void add_forecast(Verb& program);
void add_simulate(Verb& program);
void add_calc(Verb& program);
void add_chart(Verb& program);
void add_screenshot(Verb& program);
void add_check(Verb& program);
void add_safety(Verb& program);

void add_verbs(Verb& program);

}  // namespace throughline::cli
