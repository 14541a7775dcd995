#pragma once
// The one place where something is kept for an ImGui context: an object per type, made on first use
// and destroyed with the context. Used for the current theme, the fonts, and the few things widgets
// must remember between frames. No other hidden state exists in theme or widgets.

#include <memory>

namespace throughline::gui {

namespace detail {
struct StateBase {
    virtual ~StateBase() = default;
};
template <class T>
struct StateHolder final : StateBase {
    T value{};
};
// The address of this variable is the type's key.
template <class T>
inline const char kStateKey = 0;

// Null when the current context has no such state yet.
StateBase* find_state(const void* key);
StateBase* add_state(const void* key, std::unique_ptr<StateBase> state);
}  // namespace detail

// The current context's T, default-constructed on first use. The reference lives as long as the
// context. A current context is required.
template <class T>
[[nodiscard]] T& context_state() {
    const void* key = &detail::kStateKey<T>;
    detail::StateBase* state = detail::find_state(key);
    if (state == nullptr)
        state = detail::add_state(key, std::make_unique<detail::StateHolder<T>>());
    return static_cast<detail::StateHolder<T>*>(state)->value;
}

}  // namespace throughline::gui
