# Finds every library but Dear ImGui (imgui.cmake). What each is for: README.md beside this file.
# The system's package comes first; where there is none and the library builds with CMake, its
# source is taken at a fixed commit.
include(FetchContent)
find_package(Threads REQUIRED)

# tl_library(<package> <version> <target> <repository> <commit>)
function(tl_library package version target repository commit)
  find_package(${package} ${version} QUIET)
  if(TARGET ${target})
    return()
  endif()
  message(STATUS "${package} is not installed: taking its source from ${repository}")
  string(TOLOWER "${package}" name)
  FetchContent_Declare(${name} GIT_REPOSITORY "${repository}" GIT_TAG "${commit}")
  FetchContent_MakeAvailable(${name})
  # Our warnings are not for their headers.
  get_target_property(real ${target} ALIASED_TARGET)
  if(NOT real)
    set(real ${target})
  endif()
  get_target_property(folders ${real} INTERFACE_INCLUDE_DIRECTORIES)
  set_target_properties(${real} PROPERTIES INTERFACE_SYSTEM_INCLUDE_DIRECTORIES "${folders}")
endfunction()

set(CMAKE_POLICY_DEFAULT_CMP0077 NEW) # the settings below reach the projects taken as source
set(BUILD_SHARED_LIBS OFF)
set(BUILD_TZ_LIB ON)         # date: the time zone half too,
set(USE_SYSTEM_TZ_DB ON)     # reading the system's zone files instead of downloading its own
set(GLFW_BUILD_EXAMPLES OFF)
set(GLFW_BUILD_TESTS OFF)
set(GLFW_BUILD_DOCS OFF)
set(GLFW_BUILD_WAYLAND OFF)   # X11 serves Wayland desktops too and needs fewer packages to build

tl_library(fmt "" fmt::fmt https://github.com/fmtlib/fmt.git
           40626af88bd7df9a5fb80be7b25ac85b122d6c21) # 11.2.0
tl_library(nlohmann_json 3.10 nlohmann_json::nlohmann_json https://github.com/nlohmann/json.git
           9cca280a4d0ccf0c08f47a99aa71d1b0e52f8d03) # 3.11.3
tl_library(date "" date::date-tz https://github.com/HowardHinnant/date.git
           f94b8f36c6180be0021876c4a397a054fe50c6f2) # 3.0.4
if(THROUGHLINE_TESTS)
  tl_library(doctest "" doctest::doctest https://github.com/doctest/doctest.git
             1da23a3e8119ec5cce4f9388e91b065e20bf06f5) # 2.4.12
endif()

# These two do not build with CMake, so the system (or a package manager) must have them.
find_package(SQLite3 3.35 REQUIRED)
find_path(SODIUM_INCLUDE_DIR sodium.h)
find_library(SODIUM_LIBRARY NAMES sodium libsodium)
if(NOT SODIUM_INCLUDE_DIR OR NOT SODIUM_LIBRARY)
  message(FATAL_ERROR "libsodium is missing (Debian: libsodium-dev)")
endif()
add_library(tl_sodium INTERFACE)
target_include_directories(tl_sodium SYSTEM INTERFACE "${SODIUM_INCLUDE_DIR}")
target_link_libraries(tl_sodium INTERFACE "${SODIUM_LIBRARY}")

if(THROUGHLINE_APP)
  tl_library(CLI11 "" CLI11::CLI11 https://github.com/CLIUtils/CLI11.git
             4160d259d961cd393fd8d67590a8c7d210207348) # 2.5.0
  find_package(Freetype REQUIRED)
  # Headers only: the one .cpp that needs stb defines its implementation macro itself.
  find_path(STB_INCLUDE_DIR stb_image_write.h PATH_SUFFIXES stb)
  if(NOT STB_INCLUDE_DIR)
    FetchContent_Declare(stb GIT_REPOSITORY https://github.com/nothings/stb.git
                         GIT_TAG 31c1ad37456438565541f4919958214b6e762fb4)
    FetchContent_MakeAvailable(stb)
    set(STB_INCLUDE_DIR "${stb_SOURCE_DIR}")
  endif()
  add_library(tl_stb INTERFACE)
  target_include_directories(tl_stb SYSTEM INTERFACE "${STB_INCLUDE_DIR}")
  if(THROUGHLINE_WINDOW)
    tl_library(glfw3 3.3 glfw https://github.com/glfw/glfw.git
               7b6aead9fb88b3623e3b3725ebb42670cbe4c579) # 3.4
    find_package(OpenGL REQUIRED)
  endif()
endif()
