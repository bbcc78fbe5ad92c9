const char *icu_shims_placeholder(void);
