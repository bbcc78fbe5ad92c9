// What the Swift side of the interface keeps per thread. Not part of the public header.
#pragma once

// The text of the last failure on this thread; never NULL.
const char *zhubi_thread_error(void);
void zhubi_set_thread_error(const char *text);
