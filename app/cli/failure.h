// Why a verb did not do what it was asked: with the exit status it ends in. Every function of this
// room that can fail returns a Fallible, so that TL_TRY passes the reason up to run().
#pragma once

#include "app/cli/cli.h"
#include "app/cli/json_fwd.h"

#include <optional>
#include <string>

namespace throughline::cli {

struct Failure {
    Exit exit = Exit::BadInput;
    Error error;                                           // unless a rule refused
    std::optional<rules::Refusal> refusal = std::nullopt;  // set when exit is Refused
    bool answered = false;  // the document was printed already; only the message is left
};

template <class T>
using Fallible = Result<T, Failure>;
using Ending = StatusOf<Failure>;

// `where` names the file, line, field or option.
Failure bad_input(std::string message, std::string where = {}, ErrorCode code = ErrorCode::Invalid);
Failure store_failure(Error error);
Failure refused(rules::Refusal refusal);
// A command's arguments that cannot be stored (text that is not UTF-8) are bad input; anything else
// that a store says is a failure of the store.
Failure failure_of(desk::Stop stop);

// A core function's result as one of this room.
template <class T>
Fallible<T> lift(Result<T> result, Exit exit = Exit::Store) {
    if (!result) {
        return Failure{exit, std::move(result).error()};
    }
    return std::move(result).value();
}

// {"refused": {...}} or {"error": {...}}.
Json to_json(const Failure& failure);
// In words, for standard error; ends with a line end.
std::string to_text(const Failure& failure);

}  // namespace throughline::cli
