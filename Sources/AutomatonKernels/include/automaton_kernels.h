int automaton_kernels_placeholder(void);
