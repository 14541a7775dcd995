// A vector that can be copied in the time of its chunk list: copies share chunks, and a write to a
// shared chunk copies that chunk first. Made for handing a worker thread an unchanging view of a
// million rows while the owner goes on changing its own.
//
// One thread writes; any number of threads may read their own copies.
#pragma once

#include <cassert>
#include <cstddef>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

namespace throughline {

template <class T>
class CowVector {
public:
    static constexpr std::size_t kChunk = 1024;

    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }

    const T& operator[](std::size_t i) const {
        assert(i < size_);
        return (*chunks_[i / kChunk])[i % kChunk];
    }
    const T& back() const { return (*this)[size_ - 1]; }

    // For writing; valid until the next copy or change of this vector.
    T& edit(std::size_t i) {
        assert(i < size_);
        return own(i / kChunk)[i % kChunk];
    }

    void push_back(T value) {
        if (size_ % kChunk == 0) {
            chunks_.push_back(std::make_shared<Chunk>());
            chunks_.back()->reserve(size_ == 0 ? 16 : kChunk);
        }
        own(size_ / kChunk).push_back(std::move(value));
        ++size_;
    }

    void pop_back() {
        assert(size_ > 0);
        --size_;
        own(size_ / kChunk).pop_back();
        if (size_ % kChunk == 0) {
            chunks_.pop_back();
        }
    }

    void clear() {
        chunks_.clear();
        size_ = 0;
    }

    // Both hold the very same chunk: its elements are equal without looking. For finding what
    // changed between two copies in the time of the difference.
    bool shares_chunk(const CowVector& other, std::size_t chunk) const {
        return chunk < chunks_.size() && chunk < other.chunks_.size() &&
               chunks_[chunk] == other.chunks_[chunk];
    }
    std::size_t chunk_count() const { return chunks_.size(); }

    class Iterator {
    public:
        using value_type = T;
        using difference_type = std::ptrdiff_t;
        using reference = const T&;
        using pointer = const T*;
        using iterator_category = std::forward_iterator_tag;

        Iterator() = default;
        Iterator(const CowVector* vector, std::size_t at) : vector_(vector), at_(at) {}
        const T& operator*() const { return (*vector_)[at_]; }
        const T* operator->() const { return &(*vector_)[at_]; }
        Iterator& operator++() { return ++at_, *this; }
        Iterator operator++(int) {
            Iterator old = *this;
            ++at_;
            return old;
        }
        friend bool operator==(const Iterator&, const Iterator&) = default;

    private:
        const CowVector* vector_ = nullptr;
        std::size_t at_ = 0;
    };

    Iterator begin() const { return {this, 0}; }
    Iterator end() const { return {this, size_}; }

private:
    using Chunk = std::vector<T>;

    Chunk& own(std::size_t chunk) {
        auto& held = chunks_[chunk];
        if (held.use_count() > 1) {
            auto copy = std::make_shared<Chunk>();
            copy->reserve(kChunk);
            copy->assign(held->begin(), held->end());
            held = std::move(copy);
        }
        return *held;
    }

    std::vector<std::shared_ptr<Chunk>> chunks_;  // shared between copies until one of them writes
    std::size_t size_ = 0;
};

}  // namespace throughline
