# The warnings of our own rooms: linked PRIVATE, so third party never sees them.
add_library(tl_warnings INTERFACE)
if(MSVC)
  target_compile_options(tl_warnings INTERFACE /W4 /permissive- /utf-8)
  if(THROUGHLINE_WERROR)
    target_compile_options(tl_warnings INTERFACE /WX)
  endif()
  return()
endif()

target_compile_options(tl_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor
  -Woverloaded-virtual -Wformat=2
  # Values are initialised in place and filled by name: `Limit{.count = 3}` is not a mistake.
  -Wno-missing-field-initializers)
if(THROUGHLINE_WERROR)
  target_compile_options(tl_warnings INTERFACE -Werror)
endif()

if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # From -O1 on, g++ 12 and 13 report these falsely inside std::string, std::vector, std::optional
  # and std::variant (concatenation, moved-from temporaries). The sanitize preset and clang look for
  # the same mistakes and do not cry wolf.
  target_compile_options(tl_warnings INTERFACE
    -Wno-restrict -Wno-maybe-uninitialized -Wno-array-bounds -Wno-stringop-overflow
    -Wno-stringop-overread -Wno-dangling-pointer -Wno-free-nonheap-object)
  if(CMAKE_CXX_COMPILER_VERSION VERSION_GREATER_EQUAL 13)
    target_compile_options(tl_warnings INTERFACE -Wno-dangling-reference)
  endif()
endif()
