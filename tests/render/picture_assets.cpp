// The program's own assets.cpp lies beside main.cpp, in no library: the tests of pictures compile it in.
#include "assets.cpp"
