#include "core/journal/entry.h"

#include "core/base/text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace throughline::journal {
namespace {

using nlohmann::json;

constexpr int kVersion = 1;
// Our own entries nest five deep; arguments may add some. Printing JSON is recursive in the
// library, so a hostile text must not choose the depth.
constexpr int kMaxNesting = 64;

bool nests_too_deep(std::string_view text) {
    int depth = 0;
    bool in_string = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (in_string) {
            i += c == '\\' ? 1U : 0U;
            in_string = c != '"';
        } else if (c == '"') {
            in_string = true;
        } else if (c == '[' || c == '{') {
            if (++depth > kMaxNesting) {
                return true;
            }
        } else if (c == ']' || c == '}') {
            --depth;
        }
    }
    return false;
}

// False for what no field can hold.
bool from_json(const json& in, model::Value& value) {
    if (in.is_null()) {
        value = std::monostate{};
    } else if (in.is_number_unsigned() &&
               in.get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX)) {
        return false;
    } else if (in.is_number_integer()) {
        value = in.get<std::int64_t>();
    } else if (in.is_number_float()) {
        value = in.get<double>();
    } else if (in.is_string()) {
        value = in.get<std::string>();
    } else {
        return false;
    }
    return true;
}

// "" when it can be written and read back, else why not.
std::string_view fault_of(const model::FieldInfo& field, const model::Value& value) {
    if (const auto* text = std::get_if<std::string>(&value);
        text != nullptr && !is_valid_utf8(*text)) {
        return "is not valid UTF-8";
    }
    if (const auto* real = std::get_if<double>(&value); real != nullptr && !std::isfinite(*real)) {
        return "is not a finite number";
    }
    // Null is right on the side where there is no row.
    return model::is_null(value) || field.fits(value) ? "" : "cannot be a value of this field";
}

std::string fault_of(const Change& change) {
    if (change.table == nullptr || change.id <= 0) {
        return "a change names no row";
    }
    const std::string row = std::string(change.table->name) + " " + std::to_string(change.id);
    for (const FieldChange& field : change.fields) {
        if (field.field == 0 || field.field >= change.table->fields.size()) {
            return row + ": a change names no field";
        }
        const model::FieldInfo& info = change.table->fields[field.field];
        for (const model::Value* value : {&field.before, &field.after}) {
            if (const std::string_view fault = fault_of(info, *value); !fault.empty()) {
                return row + ": '" + std::string(info.name) + "' " + std::string(fault);
            }
        }
        const bool has_row_after = change.kind != ChangeKind::Remove;
        if (has_row_after && model::is_null(field.after) && !info.nullable) {
            return row + ": '" + std::string(info.name) + "' may not be empty";
        }
    }
    return "";
}

// Prints an entry as the library would print the same document (keys in order, no white space),
// without building the document first: every move of a card is printed once. Texts with something
// to escape, and reals, are left to the library.
class Printer {
public:
    Printer& raw(std::string_view text) {
        out_ += text;
        return *this;
    }
    Printer& number(std::int64_t number) {
        std::array<char, 24> digits{};
        out_.append(digits.data(),
                    std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr);
        return *this;
    }
    Printer& text(std::string_view text) {
        const bool plain = std::all_of(text.begin(), text.end(), [](char c) {
            return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
        });
        if (plain) {
            (out_ += '"').append(text) += '"';
        } else {
            out_ += json(text).dump(-1, ' ', false, json::error_handler_t::replace);
        }
        return *this;
    }
    Printer& value(const model::Value& value) {
        if (const auto* number = std::get_if<std::int64_t>(&value)) {
            return this->number(*number);
        }
        if (const auto* text = std::get_if<std::string>(&value)) {
            return this->text(*text);
        }
        const auto* real = std::get_if<double>(&value);
        return raw(real != nullptr ? json(*real).dump() : "null");
    }
    Printer& change(const Change& change);

    std::string take() { return std::move(out_); }

private:
    std::string out_;
};

Printer& Printer::change(const Change& change) {
    static constexpr std::array<std::string_view, 3> kKinds{"i", "u", "r"};
    const auto name = [&](const FieldChange* field) {
        return change.table->fields[field->field].name;
    };
    std::vector<const FieldChange*> fields;
    fields.reserve(change.fields.size());
    for (const FieldChange& field : change.fields) {
        fields.push_back(&field);
    }
    std::sort(fields.begin(), fields.end(),
              [&](const auto* a, const auto* b) { return name(a) < name(b); });
    raw(R"({"f":{)");
    for (const FieldChange* field : fields) {
        raw(field == fields.front() ? "" : ",").text(name(field)).raw(":");
        switch (change.kind) {
            case ChangeKind::Insert: value(field->after); break;
            case ChangeKind::Remove: value(field->before); break;
            case ChangeKind::Update:
                raw("[").value(field->before).raw(",").value(field->after).raw("]");
                break;
        }
    }
    return raw(R"(},"id":)")
        .number(change.id)
        .raw(R"(,"k":)")
        .text(kKinds[static_cast<std::size_t>(change.kind)])
        .raw(R"(,"t":)")
        .text(change.table->name)
        .raw("}");
}

// Reading throws this one type; decode_payload turns it into an Error.
struct Malformed {
    std::string what;
};

const json& member(const json& object, const char* name) {
    const auto found = object.find(name);
    if (found == object.end()) {
        throw Malformed{std::string("'") + name + "' is missing"};
    }
    return *found;
}

std::int64_t integer(const json& object, const char* name) {
    model::Value value;
    if (!from_json(member(object, name), value) || !std::holds_alternative<std::int64_t>(value)) {
        throw Malformed{std::string("'") + name + "' is not a whole number"};
    }
    return std::get<std::int64_t>(value);
}

std::string text(const json& object, const char* name) {
    const json& found = member(object, name);
    if (!found.is_string()) {
        throw Malformed{std::string("'") + name + "' is not text"};
    }
    return found.get<std::string>();
}

FieldChange read_field(const Change& change, std::size_t index, const json& in) {
    FieldChange field{index, {}, {}};
    bool fits = false;
    if (change.kind == ChangeKind::Update) {
        fits = in.is_array() && in.size() == 2 && from_json(in[0], field.before) &&
               from_json(in[1], field.after);
    } else {
        fits = from_json(in, change.kind == ChangeKind::Insert ? field.after : field.before);
    }
    if (!fits) {
        throw Malformed{"a value of table " + std::string(change.table->name) + " cannot be read"};
    }
    return field;
}

Change read_change(const json& in) {
    if (!in.is_object()) {
        throw Malformed{"a change is not an object"};
    }
    Change change;
    change.table = model::table_by_name(text(in, "t"));
    if (change.table == nullptr) {
        throw Malformed{"table '" + text(in, "t") + "' is unknown"};
    }
    change.id = integer(in, "id");
    const std::string kind = text(in, "k");
    if (change.id <= 0 || (kind != "i" && kind != "u" && kind != "r")) {
        throw Malformed{"a change has no valid id or kind"};
    }
    change.kind = kind == "i"   ? ChangeKind::Insert
                  : kind == "u" ? ChangeKind::Update
                                : ChangeKind::Remove;
    const json& fields = member(in, "f");
    if (!fields.is_object()) {
        throw Malformed{"'f' is not an object"};
    }
    for (const auto& [name, value] : fields.items()) {
        const auto index = change.table->field_index(name);
        if (!index || *index == 0) {
            throw Malformed{"table '" + std::string(change.table->name) + "' has no field '" +
                            name + "'"};
        }
        change.fields.push_back(read_field(change, *index, value));
    }
    std::sort(change.fields.begin(), change.fields.end(),
              [](const FieldChange& a, const FieldChange& b) { return a.field < b.field; });
    return change;
}

std::uint64_t read_nonce(const json& in) {
    const std::string hex = text(in, "nonce");
    std::uint64_t nonce = 0;
    const auto [end, error] = std::from_chars(hex.data(), hex.data() + hex.size(), nonce, 16);
    if (error != std::errc{} || end != hex.data() + hex.size()) {
        throw Malformed{"'nonce' is not a hexadecimal number"};
    }
    return nonce;
}

Decoded read_entry(const json& in) {
    if (!in.is_object()) {
        throw Malformed{"it is not an object"};
    }
    if (integer(in, "v") != kVersion) {
        throw Malformed{"its version " + std::to_string(integer(in, "v")) + " is unknown"};
    }
    Decoded out;
    out.seq = integer(in, "seq");
    out.draft.when = {integer(in, "when")};
    out.draft.actor = {integer(in, "actor")};
    const auto kind = model::from_name<EntryKind>(text(in, "kind"));
    if (!kind || out.seq <= 0 || out.draft.actor.value < 0) {
        throw Malformed{"'kind', 'seq' or 'actor' is not valid"};
    }
    out.draft.kind = *kind;
    out.draft.command = text(in, "command");
    const json& args = member(in, "args");
    if (!args.is_object()) {
        throw Malformed{"'args' is not an object"};
    }
    out.draft.args = args.dump(-1, ' ', false, json::error_handler_t::replace);
    out.draft.nonce = read_nonce(in);
    out.draft.of = integer(in, "of");
    const json& changes = member(in, "changes");
    if (!changes.is_array()) {
        throw Malformed{"'changes' is not a list"};
    }
    out.draft.changes.reserve(changes.size());
    for (const json& change : changes) {
        out.draft.changes.push_back(read_change(change));
    }
    return out;
}

}  // namespace

Status check_storable(const Draft& draft) {
    if (!is_valid_utf8(draft.command)) {
        return Error{ErrorCode::Invalid, "the command's name is not valid UTF-8", "journal"};
    }
    if (!draft.args.empty() &&
        (nests_too_deep(draft.args) || !json::parse(draft.args, nullptr, false).is_object())) {
        return Error{ErrorCode::Invalid, "the arguments are not a JSON object", draft.command};
    }
    if (draft.actor.value < 0 || draft.of < 0) {
        return Error{ErrorCode::Invalid, "the actor or the entry referred to cannot be",
                     draft.command};
    }
    for (const Change& change : draft.changes) {
        if (std::string fault = fault_of(change); !fault.empty()) {
            return Error{ErrorCode::Invalid, std::move(fault), draft.command};
        }
    }
    return Done{};
}

std::string canonical_args(std::string_view args) {
    return args.empty() ? "{}"
                        : json::parse(args).dump(-1, ' ', false, json::error_handler_t::replace);
}

std::string encode_payload(const Draft& draft, std::int64_t seq) {
    std::array<char, 17> nonce{};
    const auto end = std::to_chars(nonce.data(), nonce.data() + 16, draft.nonce, 16).ptr;
    Printer printer;
    printer.raw(R"({"actor":)").number(draft.actor.value);
    printer.raw(R"(,"args":)").raw(canonical_args(draft.args)).raw(R"(,"changes":[)");
    for (const Change& change : draft.changes) {
        printer.raw(&change == &draft.changes.front() ? "" : ",").change(change);
    }
    printer.raw(R"(],"command":)").text(draft.command);
    printer.raw(R"(,"kind":)").text(model::name_of(draft.kind));
    printer.raw(R"(,"nonce":)").text({nonce.data(), static_cast<std::size_t>(end - nonce.data())});
    printer.raw(R"(,"of":)").number(draft.of);
    printer.raw(R"(,"seq":)").number(seq);
    printer.raw(R"(,"v":)").number(kVersion);
    printer.raw(R"(,"when":)").number(draft.when.us).raw("}");
    return printer.take();
}

Result<Decoded> decode_payload(std::string_view payload) {
    if (nests_too_deep(payload)) {
        return Error{ErrorCode::Corrupt, "a journal entry cannot be read: it is nested too deep",
                     "journal"};
    }
    const json in = json::parse(payload, nullptr, false);
    if (in.is_discarded()) {
        return Error{ErrorCode::Corrupt, "a journal entry cannot be read: it is not JSON",
                     "journal"};
    }
    try {
        return read_entry(in);
    } catch (const Malformed& malformed) {
        return Error{ErrorCode::Corrupt, "a journal entry cannot be read: " + malformed.what,
                     "journal"};
    } catch (const json::exception& error) {
        return Error{ErrorCode::Corrupt,
                     std::string("a journal entry cannot be read: ") + error.what(), "journal"};
    }
}

}  // namespace throughline::journal
