#include "app/cli/verbs.h"

namespace throughline::cli {

void add_verbs(Verb& program) {
    for (const auto add :
         {add_new,      add_demo,      add_import, add_export,  add_board,      add_card,
          add_request,  add_objective, add_bet,    add_person,  add_column,     add_group,
          add_gate,     add_template,  add_policy, add_term,    add_view,       add_alert,
          add_inbox,    add_kpi,       add_plan,   add_system,  add_records,    add_learning,
          add_report,   add_review,    add_undo,   add_history, add_diff,       add_metrics,
          add_forecast, add_simulate,  add_calc,   add_chart,   add_screenshot, add_check,
          add_safety}) {
        add(program);
    }
}

}  // namespace throughline::cli
