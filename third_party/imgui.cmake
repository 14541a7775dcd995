# Dear ImGui >= 1.92 as a static library, from IMGUI_DIR (get-imgui.sh fills the default folder).
set(IMGUI_DIR "${CMAKE_SOURCE_DIR}/third_party/imgui" CACHE PATH "Dear ImGui source tree (>= 1.92)")
if(NOT EXISTS "${IMGUI_DIR}/imgui.h")
  execute_process(COMMAND bash "${CMAKE_SOURCE_DIR}/third_party/get-imgui.sh" "${IMGUI_DIR}"
                  RESULT_VARIABLE imgui_fetch_result)
  if(NOT imgui_fetch_result EQUAL 0)
    # No Debian mirror has it (or this is no Debian): upstream, the same version by its commit.
    message(STATUS "Dear ImGui: not to be had from a mirror, taking it from upstream")
    FetchContent_Declare(imgui GIT_REPOSITORY https://github.com/ocornut/imgui.git
                         GIT_TAG 45acd5e0e82f4c954432533ae9985ff0e1aad6d5) # 1.92.2b
    FetchContent_MakeAvailable(imgui)
    set(IMGUI_DIR "${imgui_SOURCE_DIR}")
  endif()
endif()
file(STRINGS "${IMGUI_DIR}/imgui.h" imgui_version REGEX "#define IMGUI_VERSION_NUM")
string(REGEX MATCH "[0-9]+" imgui_version "${imgui_version}")
if(imgui_version LESS 19200)
  message(FATAL_ERROR "Dear ImGui in ${IMGUI_DIR} is too old (${imgui_version}); 19200 is needed")
endif()

# Built with the test engine's hooks, which our own driver uses to find items by name. The four
# hook symbols are ours and belong to this library, since imgui.cpp calls them.
file(GLOB imgui_hooks CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/app/gui/headless/imgui_hooks.cpp")
add_library(imgui_core STATIC
  ${IMGUI_DIR}/imgui.cpp ${IMGUI_DIR}/imgui_draw.cpp ${IMGUI_DIR}/imgui_tables.cpp
  ${IMGUI_DIR}/imgui_widgets.cpp ${IMGUI_DIR}/misc/cpp/imgui_stdlib.cpp
  ${IMGUI_DIR}/misc/freetype/imgui_freetype.cpp ${imgui_hooks})
target_include_directories(imgui_core SYSTEM PUBLIC
  ${IMGUI_DIR} ${IMGUI_DIR}/misc/cpp ${IMGUI_DIR}/misc/freetype)
target_include_directories(imgui_core PRIVATE ${CMAKE_SOURCE_DIR})
# PUBLIC: these change the layout of structs, so every user must see the same.
target_compile_definitions(imgui_core PUBLIC
  IMGUI_ENABLE_FREETYPE IMGUI_ENABLE_STB_TRUETYPE IMGUI_USE_WCHAR32 IMGUI_ENABLE_TEST_ENGINE
  IMGUI_DISABLE_OBSOLETE_FUNCTIONS IMGUI_DISABLE_DEMO_WINDOWS)
target_link_libraries(imgui_core PUBLIC Freetype::Freetype)

if(THROUGHLINE_WINDOW)
  add_library(imgui_glfw STATIC
    ${IMGUI_DIR}/backends/imgui_impl_glfw.cpp ${IMGUI_DIR}/backends/imgui_impl_opengl3.cpp)
  target_include_directories(imgui_glfw SYSTEM PUBLIC ${IMGUI_DIR}/backends)
  target_compile_definitions(imgui_glfw PUBLIC GLFW_INCLUDE_NONE)
  target_link_libraries(imgui_glfw PUBLIC imgui_core glfw ${CMAKE_DL_LIBS})
endif()
