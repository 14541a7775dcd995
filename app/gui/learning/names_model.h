// Names and values of open work that break the rules (core/rules/naming.h), found off the frame and
// kept until the board changes. No drawing.
#pragma once

#include "app/gui/context/background.h"
#include "app/gui/context/context.h"
#include "core/rules/naming.h"

#include <string>
#include <vector>

namespace throughline::gui::learning {

struct NameRow {
    model::CardId card;  // one of the two
    model::RequestId request;
    std::string key;
    std::string title;
    std::string fault;  // "Title does not fit the pattern", "Channel: 'Fax' is not in the taxonomy"
    std::string remedy;  // "Rename the card", "Add it to the taxonomy, or change the brief"
    bool is_pattern = false;
    std::string kind;   // of the taxonomy
    std::string value;  // that is not offered
    bool is_retired = false;
};

class NamesModel {
public:
    // Each frame in which they are wanted.
    void refresh(Context& context);

    bool is_known() const { return is_known_; }
    bool is_busy() const { return work_.is_busy(); }
    const std::vector<NameRow>& rows() const { return rows_; }

private:
    Background<std::vector<rules::NameFinding>> work_;
    std::vector<NameRow> rows_;
    std::uint64_t asked_ = ~std::uint64_t{0};  // revision
    bool is_known_ = false;
};

}  // namespace throughline::gui::learning
