#include "automaton_kernels.h"
int automaton_kernels_placeholder(void) { return 0; }
