// Another library has a zip.h of its own, and on some systems it is found first.
#if __has_include(<minizip/zip.h>)
#include <minizip/unzip.h>
#include <minizip/zip.h>
#else
#include <unzip.h>
#include <zip.h>
#endif
