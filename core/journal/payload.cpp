#include "core/journal/entry.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>

namespace throughline::journal {
namespace {

using nlohmann::json;

constexpr int kVersion = 1;

json to_json(const model::Value& value) {
    return std::visit(
        []<class V>(const V& held) -> json {
            if constexpr (std::is_same_v<V, std::monostate>) {
                return nullptr;
            } else {
                return held;
            }
        },
        value);
}

// False for what no field can hold.
bool from_json(const json& in, model::Value& value) {
    if (in.is_null()) {
        value = std::monostate{};
    } else if (in.is_number_unsigned() && in.get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX)) {
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

json to_json(const Change& change) {
    json fields = json::object();
    for (const FieldChange& field : change.fields) {
        const std::string name(change.table->fields[field.field].name);
        switch (change.kind) {
            case ChangeKind::Insert:
                fields[name] = to_json(field.after);
                break;
            case ChangeKind::Remove:
                fields[name] = to_json(field.before);
                break;
            case ChangeKind::Update:
                fields[name] = json::array({to_json(field.before), to_json(field.after)});
                break;
        }
    }
    static constexpr std::array<const char*, 3> kKinds{"i", "u", "r"};
    return {{"t", change.table->name},
            {"id", change.id},
            {"k", kKinds[static_cast<std::size_t>(change.kind)]},
            {"f", std::move(fields)}};
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
        fits = in.is_array() && in.size() == 2 && from_json(in[0], field.before) && from_json(in[1], field.after);
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
    change.kind = kind == "i" ? ChangeKind::Insert : kind == "u" ? ChangeKind::Update : ChangeKind::Remove;
    const json& fields = member(in, "f");
    if (!fields.is_object()) {
        throw Malformed{"'f' is not an object"};
    }
    for (const auto& [name, value] : fields.items()) {
        const auto index = change.table->field_index(name);
        if (!index || *index == 0) {
            throw Malformed{"table '" + std::string(change.table->name) + "' has no field '" + name + "'"};
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
    out.draft.args = args.dump();
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

std::string encode_payload(const Draft& draft, std::int64_t seq) {
    std::array<char, 17> nonce{};
    const auto end = std::to_chars(nonce.data(), nonce.data() + 16, draft.nonce, 16).ptr;
    json changes = json::array();
    for (const Change& change : draft.changes) {
        changes.push_back(to_json(change));
    }
    const json out{{"v", kVersion},
                   {"seq", seq},
                   {"when", draft.when.us},
                   {"actor", draft.actor.value},
                   {"kind", model::name_of(draft.kind)},
                   {"command", draft.command},
                   {"args", json::parse(draft.args)},
                   {"nonce", std::string(nonce.data(), end)},
                   {"of", draft.of},
                   {"changes", std::move(changes)}};
    return out.dump(-1, ' ', false, json::error_handler_t::replace);
}

Result<Decoded> decode_payload(std::string_view payload) {
    const json in = json::parse(payload, nullptr, false);
    if (in.is_discarded()) {
        return Error{ErrorCode::Corrupt, "a journal entry cannot be read: it is not JSON", "journal"};
    }
    try {
        return read_entry(in);
    } catch (const Malformed& malformed) {
        return Error{ErrorCode::Corrupt, "a journal entry cannot be read: " + malformed.what, "journal"};
    } catch (const json::exception& error) {
        return Error{ErrorCode::Corrupt, std::string("a journal entry cannot be read: ") + error.what(), "journal"};
    }
}

}  // namespace throughline::journal
