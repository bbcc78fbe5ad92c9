#include "icu_shims.h"
const char *icu_shims_placeholder(void) { return ""; }
