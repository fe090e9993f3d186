// Debian ships no glpk.pc, so the module map names the library itself.
#include <glpk.h>
