// Values given as text: numbers, days, instants, names of a fixed set, FIELD=VALUE pairs. Each
// names the option or field in its failure.
#pragma once

#include "app/cli/failure.h"
#include "core/model/codec.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::cli {

// A whole number within the closed range; nothing else around it.
Fallible<std::int64_t> number_value(std::string_view text, std::string_view where,
                                    std::int64_t least, std::int64_t most);
Fallible<std::optional<int>> count_value(const std::optional<std::string>& text,
                                         std::string_view where, int least = 0,
                                         int most = 1'000'000);
Fallible<double> real_value(std::string_view text, std::string_view where, double least,
                            double most);
Fallible<Day> day_value(std::string_view text, std::string_view where);
// An instant, or a day: its first moment is not guessed, so a day is refused with the form wanted.
Fallible<Instant> instant_value(std::string_view text, std::string_view where);

// One of the names of an enum: "fixed-date".
template <model::Named E>
Fallible<E> choice_value(std::string_view text, std::string_view where) {
    if (const auto found = model::from_name<E>(text)) {
        return *found;
    }
    std::string names;
    for (const std::string_view name : model::Names<E>::kAll) {
        names += (names.empty() ? "" : ", ") + std::string(name);
    }
    return bad_input("\"" + std::string(text) + "\" is none of: " + names, std::string(where));
}

// What an edit may set, and how people write it: as it is, items with commas, or yes and no.
enum class Written { Plain, List, Flag };
struct Settable {
    std::string_view field;
    Written written = Written::Plain;
    std::string_view stored = {};  // its name in the command, where people write another
};
// "due=2026-03-08" and so on; an empty value clears. A field twice, or one that is not settable, is
// bad input that names those which are.
Fallible<model::TextMap> settings_value(const std::vector<std::string>& pairs,
                                        std::span<const Settable> settable);
// "title, due, ...": for help texts.
std::string field_names(std::span<const Settable> settable);

}  // namespace throughline::cli
