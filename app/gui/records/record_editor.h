// Adds, changes and removes records of any kind: one dialog, made from the kind's fields. Every
// screen that shows records has one.
#pragma once

#include "app/gui/context/context.h"
#include "app/gui/records/record_model.h"

#include <optional>
#include <string_view>

namespace throughline::gui::records {

class RecordEditor {
public:
    // Carried out at the next draw(). `preset` is shown and may be changed, `fixed` is not shown.
    void add(std::string_view table, model::TextMap preset = {}, model::TextMap fixed = {});
    void edit(std::string_view table, std::int64_t id);
    // At once and with an undo button: nothing is lost.
    void remove(std::string_view table, std::int64_t id);

    // Each frame, after everything that reads the workspace: it runs the commands.
    void draw(Context& context);

private:
    void open(Context& context);
    void save(Context& context);

    struct Wish {
        const rules::RecordKind* kind = nullptr;
        std::int64_t id = 0;
        bool removes = false;
        model::TextMap preset;
        model::TextMap fixed;
    };
    std::optional<Wish> wish_;
    RecordForm form_;
};

// Why the acting person may not change records of this kind; "" when allowed.
std::string why_not(Context& context, const rules::RecordKind& kind);

}  // namespace throughline::gui::records
