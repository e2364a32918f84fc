# What `cmake --install` puts where, and the Debian package that `cpack -G DEB` makes of it.
include(GNUInstallDirs)
set(desktop "${PROJECT_SOURCE_DIR}/app/desktop")
set(made "${PROJECT_BINARY_DIR}/desktop")
set_source_files_properties(app/cli.cpp PROPERTIES COMPILE_DEFINITIONS "GS_VERSION=\"${PROJECT_VERSION}\"" SKIP_PRECOMPILE_HEADERS ON)

# ---- made by the build: what the program says of itself, and the icon in pixels

file(GLOB words CONFIGURE_DEPENDS "${desktop}/*.mjs")
add_custom_command(OUTPUT "${made}/greensilk.1.gz" "${made}/greensilk.bash" "${made}/changelog.gz"
  COMMAND node "${desktop}/words.mjs" $<TARGET_FILE:greensilk> "${PROJECT_SOURCE_DIR}/data" "${PROJECT_VERSION}" "${made}"
  DEPENDS greensilk ${words} "${desktop}/greensilk.1.in" "${desktop}/changelog" COMMENT "Writing the manual page and completion" VERBATIM)
set(desktop_files "${made}/greensilk.1.gz")
find_program(RSVG_CONVERT rsvg-convert)
foreach(size 48 128 256)
  if(RSVG_CONVERT)
    add_custom_command(OUTPUT "${made}/greensilk-${size}.png"
      COMMAND "${RSVG_CONVERT}" -w ${size} -h ${size} -o "${made}/greensilk-${size}.png" "${desktop}/greensilk.svg"
      DEPENDS "${desktop}/greensilk.svg" COMMENT "Drawing the icon, ${size} px" VERBATIM)
    list(APPEND desktop_files "${made}/greensilk-${size}.png")
    install(FILES "${made}/greensilk-${size}.png" DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/${size}x${size}/apps"
      RENAME greensilk.png)
  endif()
endforeach()
file(MAKE_DIRECTORY "${made}")
configure_file("${desktop}/greensilk.metainfo.xml" "${made}/org.example.greensilk.metainfo.xml" @ONLY)
# With sanitizers or as a fuzzer nothing is installed.
if(NOT GS_SANITIZE AND NOT GS_FUZZ)
  add_custom_target(desktop ALL DEPENDS ${desktop_files})
endif()

# ---- what is installed

install(TARGETS greensilk RUNTIME)
# manifest.json and fonts.json tell the page and the tests what was baked.
install(DIRECTORY "${assets}/" DESTINATION "${CMAKE_INSTALL_DATADIR}/greensilk" PATTERN manifest.json EXCLUDE PATTERN fonts.json EXCLUDE)
install(FILES "${desktop}/greensilk.desktop" DESTINATION "${CMAKE_INSTALL_DATADIR}/applications")
install(FILES "${desktop}/greensilk-mime.xml" DESTINATION "${CMAKE_INSTALL_DATADIR}/mime/packages" RENAME greensilk.xml)
install(FILES "${desktop}/greensilk.svg" DESTINATION "${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps")
install(FILES "${made}/org.example.greensilk.metainfo.xml" DESTINATION "${CMAKE_INSTALL_DATADIR}/metainfo")
install(FILES "${made}/greensilk.1.gz" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
install(FILES "${made}/greensilk.bash" DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions" RENAME greensilk)
install(FILES "${desktop}/copyright" "${made}/changelog.gz" DESTINATION "${CMAKE_INSTALL_DOCDIR}")
install(FILES "${PROJECT_SOURCE_DIR}/data/LICENSES.md" DESTINATION "${CMAKE_INSTALL_DOCDIR}" RENAME credits.md)
install(FILES "${desktop}/lintian-overrides" DESTINATION "${CMAKE_INSTALL_DATADIR}/lintian/overrides" RENAME greensilk)

# ---- the package

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME greensilk)
set(CPACK_PACKAGE_CONTACT "Green Silk Road explorer developers <greensilk@example.org>")  # example.org belongs to nobody
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Opened at run time, so that dpkg-shlibdeps does not see them: SDL's way to OpenGL, and Mesa's drivers behind EGL.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libgl1, libgl1-mesa-dri")
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "ffmpeg, xdg-desktop-portal | zenity")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "map and simulation of the green projects of the Belt and Road")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"A map of energy projects, railways and locomotives of the Belt and Road
Initiative, with a source for each figure. It computes from physics what each
project saves, and shows it beside what is reported, each with its range.

The package has the desktop program and its command line, which simulates,
checks tables of one's own, draws maps without a display, and answers whether
a claim is plausible. It speaks English, Chinese, Russian and Arabic.")
include(CPack)
