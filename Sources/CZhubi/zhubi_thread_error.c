#include "zhubi_thread_error.h"
#include <string.h>

// Longer messages are cut; they name files and lines, so the beginning is what counts.
static _Thread_local char message[4096];

const char *zhubi_thread_error(void) { return message; }

void zhubi_set_thread_error(const char *text) {
  size_t length = strlen(text);
  if (length >= sizeof message) {
    length = sizeof message - 1;
    while (length > 0 && (text[length] & 0xC0) == 0x80) length--;
  }
  memcpy(message, text, length);
  message[length] = 0;
}
