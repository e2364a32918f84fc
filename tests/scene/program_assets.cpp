// The program reads its assets in a file that belongs to no layer; the tests read them with the same one.
#include "assets.cpp"
