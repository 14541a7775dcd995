// Fields that change one setting each: what is typed becomes one command on leaving the field; a
// refused one keeps the old value and says why at the field. Commands run after drawing.
#pragma once

#include "app/gui/context/context.h"
#include "app/gui/widgets/choice.h"
#include "app/gui/widgets/field.h"

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace throughline::gui::settings {

class Editor {
public:
    // Each frame, before and after drawing. Without the right every field is shown, and changes
    // nothing.
    void begin(bool may_change) { may_change_ = may_change; }
    void end(Context& context);
    bool may_change() const { return may_change_; }

    // `key` is the field's id: stable and unique on the screen. `present` is the value in the
    // board.
    using FromText = std::function<rules::Command(const std::string&)>;
    void text(const std::string& key, const std::string& present, FieldText look,
              const FromText& make);
    void area(const std::string& key, const std::string& present, FieldText look,
              const FromText& make, int lines = 2);
    void number(const std::string& key, std::optional<double> present, FieldText look,
                const NumberFormat& format,
                const FromText& make);  // given as text, "" for none
    void choose(const std::string& key, int present, std::span<const ChoiceItem> items,
                FieldText look, const std::function<rules::Command(int)>& make,
                std::string_view none_label = {});
    void toggle(const std::string& key, std::string_view label, bool present, std::string_view help,
                const std::function<rules::Command(bool)>& make);

    // For buttons: the command runs after drawing, and what a rule says to it is kept under the
    // key. `then` runs when it was done.
    void run(const std::string& key, rules::Command command, std::function<void()> then = {});
    // Why the last try was refused; "" when it was not.
    const std::string& refusal(const std::string& key) const;
    // The same as a notice at the cursor that can be closed. Result: something was drawn.
    bool show_refusal(const std::string& key);
    void forget(const std::string& key) { refusals_.erase(key); }

private:
    struct Draft {
        std::string text;
        std::optional<double> number;
        bool active = false;
    };
    struct Pending {
        std::string key;
        rules::Command command;
        std::function<void()> then;
    };
    // Adds error and read-only state to the look.
    FieldText dressed(const std::string& key, FieldText look) const;

    bool may_change_ = false;
    std::map<std::string, Draft> drafts_;
    std::map<std::string, std::string> refusals_;
    std::vector<Pending> pending_;
};

}  // namespace throughline::gui::settings
