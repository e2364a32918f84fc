# The link of the browser program, and build/web/page: everything that it needs beside it, under the names that the sources have.
# web/publish.mjs makes the folder for servers of it, build/web/site.

set(page "${PROJECT_BINARY_DIR}/page")
set(program "${PROJECT_BINARY_DIR}/program")  # as it is linked, in one piece
file(MAKE_DIRECTORY "${page}" "${program}")
set_target_properties(greensilk PROPERTIES SUFFIX .mjs RUNTIME_OUTPUT_DIRECTORY "${program}"
  LINK_DEPENDS "${assets}.stamp")

target_compile_options(greensilk PRIVATE -fno-rtti)

# Words and fonts of one language, which the page fetches when it is wanted (app/assets.cpp), and hanzi that only readers type.
set(of_one_language i18n/zh.json i18n/ru.json i18n/ar.json fonts/zh.ttf fonts/zh-typed.ttf fonts/ru-display-bold.ttf fonts/ar-regular.ttf fonts/ar-bold.ttf)

# What the page's own scripts may call on the module.
set(runtime_methods ccall,cwrap,UTF8ToString,stringToUTF8,lengthBytesUTF8,stackAlloc,FS)
foreach(file ${of_one_language})
  target_link_options(greensilk PRIVATE "SHELL:--exclude-file */${file}")
endforeach()
# A browser compiles a function when it is first called: large ones that are called once stay by themselves, or the first
# frame would wait for all that the later ones do.
target_link_options(greensilk PRIVATE -sBINARYEN_EXTRA_PASSES=--one-caller-inline-max-function-size=300)
target_link_options(greensilk PRIVATE
  -O2 -sMIN_WEBGL_VERSION=2 -sMAX_WEBGL_VERSION=2 -sALLOW_MEMORY_GROWTH=1 -sENVIRONMENT=web -sDYNAMIC_EXECUTION=0 -sMODULARIZE=1 -sEXPORT_ES6=1
  -sEXPORT_NAME=greensilk -sEXPORTED_RUNTIME_METHODS=${runtime_methods}
  -sEXPORTED_FUNCTIONS=_main,_malloc,_free -sINITIAL_MEMORY=32MB -sTOTAL_STACK=1MB
  "SHELL:--preload-file ${assets}@/assets" "SHELL:--exclude-file */world-*.bin"
  "SHELL:--exclude-file */water*.bin" "SHELL:--exclude-file */relief.bin" "SHELL:--exclude-file */cities.csv" "SHELL:--exclude-file */fonts/fonts.json" "SHELL:--exclude-file */manifest.json"
  "SHELL:--exclude-file */assets/data/*")

# The page around the canvas, and what it fetches after its first picture: the facts and the nearer base map at once,
# languages, the finest base map, lakes and rivers, relief and cities when a reader needs them.
file(GLOB page_files CONFIGURE_DEPENDS web/*.html web/*.css web/*.js web/*.mjs web/*.svg web/*.png web/*.webmanifest)
list(FILTER page_files EXCLUDE REGEX "/(serve|pack|publish|split)\\.mjs$")
add_custom_command(OUTPUT "${page}.stamp"
  COMMAND find "${page}" -maxdepth 1 -type f ! -name "greensilk.*" -delete  # what the sources have no more
  COMMAND "${CMAKE_COMMAND}" -E rm -rf "${page}/assets"
  COMMAND "${CMAKE_COMMAND}" -E make_directory "${page}/assets"
  COMMAND "${CMAKE_COMMAND}" -E chdir "${assets}" cp --parents ${of_one_language} "${page}/assets"
  COMMAND "${CMAKE_COMMAND}" -E copy "${assets}/world-50m.bin" "${assets}/world-10m.bin" "${assets}/water.bin"
    "${assets}/water-10m.bin" "${assets}/relief.bin" "${assets}/cities.csv" "${page}/assets/"
  COMMAND "${CMAKE_COMMAND}" -E copy_directory "${assets}/data/stories" "${page}/assets/data/stories"
  COMMAND node "${PROJECT_SOURCE_DIR}/web/pack.mjs" "${assets}" "${page}/assets/rest.pack" data
  COMMAND "${CMAKE_COMMAND}" -E copy ${page_files} "${page}"
  COMMAND "${CMAKE_COMMAND}" -E touch "${page}.stamp"
  DEPENDS ${page_files} web/pack.mjs "${assets}.stamp" COMMENT "Copying the page" VERBATIM COMMAND_EXPAND_LISTS)

# In two parts: what the first map needs, and the rest.
add_custom_command(OUTPUT "${program}.stamp"
  COMMAND "${CMAKE_COMMAND}" -E copy "${program}/greensilk.data" "${page}"
  COMMAND esbuild "${program}/greensilk.mjs" --minify --format=esm --target=es2022 --log-level=warning "--outfile=${page}/greensilk.mjs"
  COMMAND node "${PROJECT_SOURCE_DIR}/web/split.mjs" "${page}" "${program}/greensilk.wasm"
  COMMAND "${CMAKE_COMMAND}" -E touch "${program}.stamp"
  DEPENDS "${page}.stamp" greensilk web/split.mjs COMMENT "Parting the program: what the first map needs, and the rest" VERBATIM)
add_custom_target(site ALL DEPENDS "${program}.stamp")
