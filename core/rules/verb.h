// How a command is registered: its stored name, its title for people, the right it needs and its
// arguments. From this one line the journal, redo, the command palette, the command line and the
// audit wording know it.
//
//     struct DeclineRequest { model::RequestId request; std::string reason; };
//     TL_COMMAND(DeclineRequest, "decline-request", "Decline request", Triage,
//                "request", request, "reason", reason);
//
// Then add it to the Command variant in command.h and write its decide() in the area's file.
#pragma once

#include "core/model/fields.h"
#include "core/model/ids.h"
#include "core/rules/roles.h"

namespace throughline::rules {

template <class C>
struct Verb;

}  // namespace throughline::rules

// Pairs of "name", member become field("name", &C::member).
#define TL_FIELD_(C, name, member) ::throughline::model::field(name, &C::member)
#define TL_F1_(C, n, m) TL_FIELD_(C, n, m)
#define TL_F2_(C, n, m, ...) TL_FIELD_(C, n, m), TL_F1_(C, __VA_ARGS__)
#define TL_F3_(C, n, m, ...) TL_FIELD_(C, n, m), TL_F2_(C, __VA_ARGS__)
#define TL_F4_(C, n, m, ...) TL_FIELD_(C, n, m), TL_F3_(C, __VA_ARGS__)
#define TL_F5_(C, n, m, ...) TL_FIELD_(C, n, m), TL_F4_(C, __VA_ARGS__)
#define TL_F6_(C, n, m, ...) TL_FIELD_(C, n, m), TL_F5_(C, __VA_ARGS__)
#define TL_F7_(C, n, m, ...) TL_FIELD_(C, n, m), TL_F6_(C, __VA_ARGS__)
#define TL_F8_(C, n, m, ...) TL_FIELD_(C, n, m), TL_F7_(C, __VA_ARGS__)
#define TL_PICK_(_1, _2, _3, _4, _5, _6, _7, _8, _9, _10, _11, _12, _13, _14, _15, _16, NAME, ...) \
    NAME
#define TL_FIELDS_(C, ...)                                                                        \
    TL_PICK_(__VA_ARGS__, TL_F8_, TL_F8_, TL_F7_, TL_F7_, TL_F6_, TL_F6_, TL_F5_, TL_F5_, TL_F4_, \
             TL_F4_, TL_F3_, TL_F3_, TL_F2_, TL_F2_, TL_F1_, TL_F1_)                              \
    (C, __VA_ARGS__)

#define TL_COMMAND(C, name, title, right, ...)                            \
    }                                                                     \
    template <>                                                           \
    struct throughline::model::Fields<throughline::rules::C> {            \
        static constexpr std::string_view kName = name;                   \
        static constexpr auto kList =                                     \
            std::tuple{TL_FIELDS_(::throughline::rules::C, __VA_ARGS__)}; \
    };                                                                    \
    namespace throughline::rules {                                        \
    template <>                                                           \
    struct Verb<C> {                                                      \
        static constexpr std::string_view kTitle = title;                 \
        static constexpr Right kRight = Right::right;                     \
    }
