# QR Code generator: one C++ file, its header where Debian has it.

gs_build_qrcodegen() {
  mkdir -p "$3/include/qrcodegen"
  cp "$2/cpp/qrcodegen.hpp" "$3/include/qrcodegen/"
  gs_archive "$1" "$3/lib/libqrcodegencpp.a" "-I$2/cpp" -- "$2/cpp/qrcodegen.cpp"
}
