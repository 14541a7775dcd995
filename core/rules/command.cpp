#include "core/rules/command.h"

#include "core/base/text.h"
#include "core/rules/acts.h"
#include "core/rules/decide.h"
#include "core/rules/verify.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace throughline::rules {
namespace {

using nlohmann::json;

template <class C>
constexpr bool is_undoable() {
    if constexpr (requires { C::kUndoable; }) {
        return C::kUndoable;
    } else {
        return true;
    }
}

template <class... C>
std::vector<CommandInfo> make_table(std::type_identity<std::variant<C...>>) {
    return {CommandInfo{model::Fields<C>::kName, Verb<C>::kTitle, Verb<C>::kRight,
                        model::field_infos<C>(), is_undoable<C>()}...};
}

json to_json(const model::Value& value, model::FieldKind kind) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) {
        return kind == model::FieldKind::Flag ? json(*number == 1) : json(*number);
    }
    if (const auto* real = std::get_if<double>(&value)) {
        return *real;
    }
    if (const auto* text = std::get_if<std::string>(&value)) {
        return kind == model::FieldKind::List ? json::parse(*text, nullptr, false) : json(*text);
    }
    return nullptr;
}

model::Value from_json(const json& in) {
    if (in.is_boolean()) {
        return std::int64_t{in.get<bool>() ? 1 : 0};
    }
    if (in.is_number_integer()) {
        return in.get<std::int64_t>();
    }
    if (in.is_number_float()) {
        return in.get<double>();
    }
    if (in.is_string()) {
        return in.get<std::string>();
    }
    if (in.is_null()) {
        return {};
    }
    return in.dump();  // lists and maps are held as JSON text
}

template <class C>
Result<Command> decode_as(const json& args) {
    C command;
    const auto infos = model::field_infos<C>();
    const std::string_view wrong = model::read_fields(command, [&](std::size_t i) -> model::Value {
        const auto found = args.find(std::string(infos[i].name));
        return found == args.end() ? model::Value{} : from_json(*found);
    });
    if (!wrong.empty()) {
        return Error{ErrorCode::Invalid,
                     "argument '" + std::string(wrong) + "' is missing or has the wrong type",
                     std::string(model::Fields<C>::kName)};
    }
    return Command{std::move(command)};
}

template <class... C>
Result<Command> decode_any(std::type_identity<std::variant<C...>>, std::string_view name,
                           const json& args) {
    Result<Command> result =
        Error{ErrorCode::NotFound, "there is no command '" + std::string(name) + "'", ""};
    (void)((model::Fields<C>::kName == name && (result = decode_as<C>(args), true)) || ...);
    return result;
}

// The reason given to pass a limit, if the command has one.
std::string override_reason(const Command& command) {
    return std::visit(
        [](const auto& one) -> std::string {
            if constexpr (requires { one.override_reason; }) {
                return one.override_reason;
            } else {
                return "";
            }
        },
        command);
}

Verdict check_right(const Edit& edit, const Command& command, const Context& context) {
    const bool creates = std::holds_alternative<CreateBoard>(command);
    if (edit.before().board() == nullptr) {
        return creates ? Verdict(Done{})
                       : Verdict(refusal("no_board", "There is no board in this file yet.",
                                         "Create one first."));
    }
    const model::Person* actor = edit.get(context.actor);
    if (actor == nullptr || !actor->active) {
        return refusal("unknown_actor", "Nobody is named as acting.",
                       "Say who you are; an admin can add you to the people.");
    }
    return need_right(edit, context, info_of(command).right);
}

}  // namespace

std::span<const CommandInfo> command_table() {
    static const std::vector<CommandInfo> kTable = make_table(std::type_identity<Command>{});
    return kTable;
}

const CommandInfo& info_of(const Command& command) {
    return command_table()[command.index()];
}

const CommandInfo* command_info(std::string_view name) {
    const auto table = command_table();
    const auto found = std::find_if(table.begin(), table.end(),
                                    [&](const CommandInfo& info) { return info.name == name; });
    return found == table.end() ? nullptr : &*found;
}

std::string encode_args(const Command& command) {
    return std::visit(
        []<class C>(const C& one) {
            json out = json::object();
            model::for_each_field<C>([&]<class M>(const model::Field<C, M>& f) {
                const model::Value value = model::Codec<M>::encode(one.*f.member);
                if (!model::is_null(value)) {
                    out[std::string(f.name)] = to_json(value, model::Codec<M>::kKind);
                }
            });
            return out.dump(-1, ' ', false, json::error_handler_t::replace);
        },
        command);
}

Result<Command> decode_command(std::string_view name, std::string_view args) {
    const json in = json::parse(args, nullptr, false);
    if (!in.is_object()) {
        return Error{ErrorCode::Invalid, "the arguments are not a JSON object", std::string(name)};
    }
    return decode_any(std::type_identity<Command>{}, name, in);
}

Result<journal::Draft, Refusal> decide(const model::Workspace& workspace, const Command& command,
                                       const Context& context) {
    return decide_again(workspace, command, context, {});
}

Result<journal::Draft, Refusal> decide_again(const model::Workspace& workspace,
                                             const Command& command, const Context& given,
                                             const std::vector<journal::Change>& undone) {
    Context context = given;
    context.now = std::max(given.now, workspace.last_when());
    Edit edit(workspace, context.nonce);
    edit.reuse_numbers(undone);
    TL_CHECK(check_right(edit, command, context));
    TL_CHECK(std::visit([&](const auto& one) { return decide(one, edit, context); }, command));
    VerifyOptions options;
    options.override_reason = override_reason(command);
    options.moves_are_history = std::holds_alternative<Import>(command);
    TL_CHECK(verify(edit, context, options));

    journal::Draft draft;
    draft.when = context.now;
    draft.actor = context.actor;
    draft.command = info_of(command).name;
    draft.args = encode_args(command);
    draft.nonce = context.nonce;
    draft.changes = edit.changes();
    if (draft.changes.empty()) {
        return refusal("nothing_to_do", "Nothing would change.", "");
    }
    if (std::holds_alternative<CreateBoard>(command)) {
        edit.each<model::Person>([&](const model::Person& first) { draft.actor = first.id; });
    }
    return draft;
}

journal::Draft record_refusal(const model::Workspace& workspace, const Command& command,
                              const Refusal& refusal, const Context& given) {
    Context context = given;
    context.now = std::max(given.now, workspace.last_when());
    Edit edit(workspace, context.nonce);
    edit.put(model::RefusedTry{edit.next_in_log<model::RefusedTry>(), context.now, context.actor,
                               std::string(info_of(command).name), refusal.rule, refusal.subject,
                               refusal.card, refusal.limit, refusal.count});
    journal::Draft draft;
    draft.when = context.now;
    draft.actor = context.actor;
    draft.kind = journal::EntryKind::Refused;
    draft.command = info_of(command).name;
    draft.args = encode_args(command);
    draft.nonce = context.nonce;
    draft.changes = edit.changes();
    return draft;
}

}  // namespace throughline::rules
