#include "CToml.h"
extern "C" int amble_toml_version(void) { return 1; }
