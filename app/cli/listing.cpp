#include "app/cli/listing.h"

namespace throughline::cli {

void print_facts(Session& session, const Json& document) {
    TextTable table;
    for (const auto& [name, value] : document.items()) {
        if (value.is_null() || (value.is_structured() && value.empty())) continue;
        if (value.is_array()) {
            for (const Json& item : value) {
                table.row({&item == &value.front() ? name : "",
                           item.is_string() ? item.get<std::string>() : item.dump()});
            }
        } else {
            table.row({name, value.is_string()    ? value.get<std::string>()
                             : value.is_boolean() ? (value.get<bool>() ? "yes" : "no")
                                                  : value.dump()});
        }
    }
    table.print(session.out(), session.terminal());
}

void print_one(Session& session, const Json& document) {
    session.json() ? session.print(document) : print_facts(session, document);
}

std::string number_or_dash(const std::optional<int>& number) {
    return number ? std::to_string(*number) : "-";
}

}  // namespace throughline::cli
