// Looking into JSON of other programs without exceptions: a wrong type is like nothing there.
#pragma once

#include "core/base/time.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace throughline::exchange {

// A value of a JsonDocument, or nothing. Valid as long as the document.
class JsonView {
public:
    JsonView() = default;
    explicit JsonView(const void* value) : value_(value) {}  // for JsonDocument

    // Something is there, be it null.
    explicit operator bool() const { return value_ != nullptr; }
    bool is_null() const;
    bool is_object() const;
    bool is_array() const;
    const std::string* text() const;  // null when it is no text
    bool flag() const;                // false when it is none
    double number() const;            // finite; 0 when it is none

    // Of an object; nothing when it is none or has no such member.
    JsonView member(const char* name) const;
    std::vector<std::string> names() const;  // of an object's members

    // Of an array; 0 for anything else.
    std::size_t size() const;
    JsonView operator[](std::size_t index) const;

    struct Iterator {
        const JsonView* array;
        std::size_t index;
        JsonView operator*() const { return (*array)[index]; }
        Iterator& operator++() { return ++index, *this; }
        bool operator!=(const Iterator& other) const { return index != other.index; }
    };
    Iterator begin() const { return {this, 0}; }
    Iterator end() const { return {this, size()}; }

private:
    const void* value_ = nullptr;
};

class JsonDocument {
public:
    // Nothing when it does not parse.
    static std::optional<JsonDocument> parse(std::string_view bytes);

    JsonView root() const;

private:
    explicit JsonDocument(std::shared_ptr<const void> root) : root_(std::move(root)) {}

    std::shared_ptr<const void> root_;  // shared for its deleter alone
};

// Members of an object.
const std::string* text_in(JsonView object, const char* name);
// The text itself, "" for none.
std::string copy_of(const std::string* text);
// With no NUL inside: what every store and screen can hold.
std::string clean(const std::string* text);
// Nothing when it is no array.
JsonView array_in(JsonView object, const char* name);
bool flag_in(JsonView object, const char* name);
double number_in(JsonView object, const char* name);
std::optional<Instant> time_in(JsonView object, const char* name);

}  // namespace throughline::exchange
