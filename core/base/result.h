// Result<T, E>: a value or the reason why there is none. C++20 has no std::expected, so this is
// ours.
//
// A fault of the outside world (a damaged file, a wrong row) is an Error; a rule saying no is a
// rules::Refusal, which is another E. Programming mistakes are asserts, never a Result.
#pragma once

#include <cassert>
#include <optional>
#include <string>
#include <utility>
#include <variant>

namespace throughline {

enum class ErrorCode { NotFound, Conflict, Invalid, Io, Corrupt, Unsupported, Cancelled };

// What went wrong, in words for a person, and where: a file, a line, a field. `where` may be empty.
struct Error {
    ErrorCode code = ErrorCode::Invalid;
    std::string message;
    std::string where;

    friend bool operator==(const Error&, const Error&) = default;
};

// "where: message", or the message alone.
inline std::string to_text(const Error& error) {
    return error.where.empty() ? error.message : error.where + ": " + error.message;
}

template <class T, class E = Error>
class [[nodiscard]] Result {
public:
    Result(T value) : data_(std::in_place_index<0>, std::move(value)) {}
    Result(E error) : data_(std::in_place_index<1>, std::move(error)) {}

    bool ok() const { return data_.index() == 0; }
    explicit operator bool() const { return ok(); }

    // Only when ok().
    T& value() & { return assert(ok()), *std::get_if<0>(&data_); }
    const T& value() const& { return assert(ok()), *std::get_if<0>(&data_); }
    T&& value() && { return assert(ok()), std::move(*std::get_if<0>(&data_)); }
    T& operator*() & { return value(); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    T* operator->() { return &value(); }
    const T* operator->() const { return &value(); }

    // Only when not ok().
    const E& error() const& { return assert(!ok()), *std::get_if<1>(&data_); }
    E&& error() && { return assert(!ok()), std::move(*std::get_if<1>(&data_)); }

private:
    std::variant<T, E> data_;
};

// A result without a value: done, or the reason why not.
struct Done {
    friend bool operator==(Done, Done) = default;
};
template <class E = Error>
using StatusOf = Result<Done, E>;
using Status = StatusOf<>;

}  // namespace throughline

// Leaves the enclosing function with the error of `expr`, or goes on. The enclosing function must
// return a Result with the same E.
#define TL_CHECK(expr)                               \
    do {                                             \
        if (auto tl_status_ = (expr); !tl_status_) { \
            return std::move(tl_status_).error();    \
        }                                            \
    } while (false)

// TL_TRY(auto x, f()): x is f()'s value, or the enclosing function returns f()'s error.
#define TL_TRY_CONCAT_(a, b) a##b
#define TL_TRY_NAME_(line) TL_TRY_CONCAT_(tl_result_, line)
#define TL_TRY(declaration, expr)                         \
    auto TL_TRY_NAME_(__LINE__) = (expr);                 \
    if (!TL_TRY_NAME_(__LINE__)) {                        \
        return std::move(TL_TRY_NAME_(__LINE__)).error(); \
    }                                                     \
    declaration = std::move(TL_TRY_NAME_(__LINE__)).value()
