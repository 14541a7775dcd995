# Finds every library but Dear ImGui (imgui.cmake). What each is for: README.md beside this file.
include(FetchContent)
find_package(PkgConfig)

find_package(Threads REQUIRED)
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(date REQUIRED)
find_package(SQLite3 REQUIRED)

pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
add_library(tl_sodium INTERFACE)
target_link_libraries(tl_sodium INTERFACE PkgConfig::sodium)

if(THROUGHLINE_APP)
  find_package(CLI11 REQUIRED)
  find_package(Freetype REQUIRED)
  # Headers only: the one .cpp that needs stb defines its implementation macro itself.
  find_path(STB_INCLUDE_DIR stb_image_write.h PATH_SUFFIXES stb REQUIRED)
  add_library(tl_stb INTERFACE)
  target_include_directories(tl_stb SYSTEM INTERFACE "${STB_INCLUDE_DIR}")
  if(THROUGHLINE_WINDOW)
    find_package(glfw3 3.3 REQUIRED)
    find_package(OpenGL REQUIRED)
  endif()
endif()
if(THROUGHLINE_TESTS)
  find_package(doctest REQUIRED)
endif()
