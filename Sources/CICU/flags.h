// Empty on purpose: this module carries linker flags. ICU's headers clash with Foundation's own
// copy of ICU, so only the C files of ICUShims include them.
