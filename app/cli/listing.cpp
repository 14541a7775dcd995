#include "app/cli/listing.h"

#include "core/base/words.h"
#include "core/report/figure_words.h"

namespace throughline::cli {

namespace {

// A value of a document as people read it: of an object "title: Legal; kind: approval".
std::string in_words(const Json& value) {
    if (value.is_string()) {
        return value.get<std::string>();
    }
    if (value.is_boolean()) {
        return value.get<bool>() ? "yes" : "no";
    }
    if (value.is_number_float()) {
        return number_words(value.get<double>());
    }
    if (!value.is_structured()) {
        return value.dump();
    }
    std::string words;
    for (const auto& [name, member] : value.items()) {
        if (member.is_null() || (member.is_structured() && member.empty())) continue;
        words += words.empty() ? "" : value.is_array() ? ", " : "; ";
        if (value.is_object()) {
            words += name + ": ";
        }
        words += in_words(member);
    }
    return words;
}

}  // namespace

void print_facts(Session& session, const Json& document) {
    TextTable table;
    for (const auto& [name, value] : document.items()) {
        if (value.is_null() || (value.is_structured() && value.empty())) continue;
        if (value.is_array()) {
            for (const Json& item : value) {
                table.row({&item == &value.front() ? name : "", in_words(item)});
            }
        } else {
            table.row({name, in_words(value)});
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
