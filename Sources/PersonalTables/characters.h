// Lines and characters of the text, as the judgement of a place looks at them.
#ifndef PERSONAL_CHARACTERS_H
#define PERSONAL_CHARACTERS_H

#include <string.h>

#include "filter.h"

// The start of the line, at most `reach` bytes back.
static inline size_t line_start(const uint8_t *s, size_t i, size_t reach) {
  size_t lowest = i > reach ? i - reach : 0;
  while (i > lowest && s[i - 1] != '\n') i--;
  return i;
}

// The line feed at the end of the line, at most `reach` bytes on.
static inline size_t line_end(const uint8_t *s, size_t n, size_t i, size_t reach) {
  size_t highest = n - i > reach ? i + reach : n;
  const uint8_t *found = i < highest ? memchr(s + i, '\n', highest - i) : NULL;
  return found ? (size_t)(found - s) : highest;
}

static inline size_t width_of(uint8_t b) { return b < 0x80 ? 1 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4; }

static inline int is_han(const uint8_t *s, size_t n, size_t i) { return i + 2 < n && is_lead(s[i]); }

// A character that folding may drop, join or change: what stands beside it is not what it seems.
static inline int is_odd(const uint8_t *s, size_t n, size_t i) {
  uint8_t b = s[i], c = i + 1 < n ? s[i + 1] : 0, d = i + 2 < n ? s[i + 2] : 0;
  if (b < 0xC2) return 0;
  if (b < 0xE0) return b == 0xCC || b == 0xCD || (b == 0xC2 && (c == 0xAD || c == 0xB7));
  // Middle dots part the names of some peoples.
  if (b == 0xE2)
    return c == 0x81 || c == 0xBA || c == 0xBB || c == 0xBC
        || (c == 0x80 && (d < 0x90 || d > 0xA6 || d == 0xA2 || d == 0xA7));
  if (b == 0xE3) return c == 0x83 && d == 0xBB;
  if (b == 0xE1 || b == 0xEA) return 1;
  if (b == 0xEF) return c != 0xBC && c != 0xBD;
  return b == 0xF3 || (b == 0xF0 && c != 0x9F);
}

static inline int is_wide_digit(const uint8_t *p) {
  return p[0] == 0xEF && p[1] == 0xBC && (uint8_t)(p[2] - 0x90) < 10;
}

static inline int is_wide_alnum(const uint8_t *p) {
  return is_wide_digit(p)
      || (p[0] == 0xEF
          && ((p[1] == 0xBC && (uint8_t)(p[2] - 0xA1) < 26)
              || (p[1] == 0xBD && (uint8_t)(p[2] - 0x81) < 26)));
}

static inline int has_digit_before(const uint8_t *s, size_t i) {
  return (i > 0 && is_digit(s[i - 1])) || (i >= 3 && is_wide_digit(s + i - 3));
}

static inline int has_alnum_before(const uint8_t *s, size_t i) {
  return (i > 0 && (is_digit(s[i - 1]) || is_letter(s[i - 1]))) || (i >= 3 && is_wide_alnum(s + i - 3));
}

// What the Han character before a place is beside a letter or digit.
static inline int neighbour_before(const struct personal_filter *f, const uint8_t *s, size_t i, int kind) {
  return i >= 3 && is_lead(s[i - 3]) && (f->neighbours[three_bytes(s + i - 3)] >> kind & 1);
}

static inline int is_hex(uint8_t b) { return is_digit(b) || (uint8_t)((b | 0x20) - 'a') < 6; }

#endif
