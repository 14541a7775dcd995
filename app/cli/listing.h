// Lists and single things printed: a table, or the same as JSON.
#pragma once

#include "app/cli/json.h"
#include "app/cli/session.h"
#include "app/cli/text_table.h"

#include <functional>
#include <ostream>
#include <string>
#include <vector>

namespace throughline::cli {

template <class T>
struct Listing {
    std::vector<std::string> head;
    std::function<std::vector<std::string>(const T&)> cells;
    std::function<Json(const T&)> json;
    std::string none;  // "No big bets."
};

template <class T>
void print_list(Session& session, const std::vector<const T*>& rows, const Listing<T>& listing) {
    if (session.json()) {
        Json list = Json::array();
        for (const T* row : rows) {
            list.push_back(listing.json(*row));
        }
        session.print(list);
        return;
    }
    if (rows.empty()) {
        session.out() << listing.none << "\n";
        return;
    }
    TextTable table;
    table.head(listing.head);
    for (const T* row : rows) {
        table.row(listing.cells(*row));
    }
    table.print(session.out(), session.terminal());
}

// A document as lines "name  value"; a list takes a line for each item; what is null or empty is
// left out.
void print_facts(Session& session, const Json& document);
// The document itself with --json, else its facts.
void print_one(Session& session, const Json& document);

std::string number_or_dash(const std::optional<int>& number);
inline std::string yes_or_empty(bool yes, const char* word) {
    return yes ? word : "";
}

}  // namespace throughline::cli
