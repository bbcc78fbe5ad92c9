#define _GNU_SOURCE  // memmem
#include "characters.h"

size_t personal_line_end(const uint8_t *s, size_t n, size_t i) {
  const uint8_t *found = i < n ? memchr(s + i, '\n', n - i) : NULL;
  return found ? (size_t)(found - s) : n;
}

static int is_wide_blank(const uint8_t *s, size_t i, size_t to) {
  return to - i >= 3 && s[i] == 0xE3 && s[i + 1] == 0x80 && s[i + 2] == 0x80;
}

static size_t count_of(const uint8_t *s, size_t from, size_t to, uint8_t delimiter) {
  size_t count = 0;
  if (delimiter == ' ') {
    for (size_t i = from, in_blank = 1; i < to;) {
      size_t width = s[i] == ' ' ? 1 : is_wide_blank(s, i, to) ? 3 : 0;
      count += width > 0 && !in_blank;
      in_blank = width > 0;
      i += width ? width : 1;
    }
    return count;
  }
  for (size_t i = from; i < to; i++) count += s[i] == delimiter;
  return count;
}

// The byte that parts the cells of a line; 0 for none.
static uint8_t delimiter_of(const uint8_t *s, size_t from, size_t to) {
  static const uint8_t delimiters[] = {'\t', '|', ',', ' '};
  if (to - from > 4000) return 0;
  for (size_t k = 0; k < sizeof delimiters; k++)
    if (memchr(s + from, delimiters[k], to - from)) return delimiters[k];
  for (size_t i = from; i + 2 < to; i++) if (is_wide_blank(s, i, to)) return ' ';
  return 0;
}

static int is_alike(const uint8_t *s, size_t from, size_t to, size_t from2, size_t to2, uint8_t d) {
  if (d == 0 || delimiter_of(s, from2, to2) != d) return 0;
  // Two words apart are no cells; what stands in them stands side by side anyway.
  size_t a = count_of(s, from, to, d), b = count_of(s, from2, to2, d);
  if (d == ' ') return a == b && (a > 1 || (a == 1 && to - from < 60 && to2 - from2 < 100));
  return (a > b ? a - b : b - a) <= 1;
}

// Whether a line may be the row of a table: cells parted as those of the line above.
int personal_is_row(const uint8_t *s, size_t n, size_t place) {
  size_t start = line_start(s, place, 4096), end = line_end(s, n, place, 4096);
  if (start == 0 || s[start - 1] != '\n') return 0;
  size_t above = line_start(s, start - 1, 4096);
  return is_alike(s, start, end, above, start - 1, delimiter_of(s, start, end));
}

size_t personal_headers_above(
    const uint8_t *s, size_t n, size_t place, size_t *lines, size_t most) {
  size_t start = line_start(s, place, 4096), end = line_end(s, n, place, 4096), found = 0;
  uint8_t delimiter = delimiter_of(s, start, end);
  size_t cells = delimiter ? count_of(s, start, end, delimiter) : 0;
  for (size_t steps = 0; delimiter != 0; steps++) {
    if (start > 0 && s[start - 1] != '\n') return most;
    size_t above = start > 0 ? line_start(s, start - 1, 4096) : 0;
    int goes_on = start > 0 && delimiter_of(s, above, start - 1) == delimiter;
    size_t more = goes_on ? count_of(s, above, start - 1, delimiter) : 0;
    // The place's own line is no header.
    if (steps > 0 && (!goes_on || more != cells)) {
      if (found + 1 >= most) return most;
      lines[2 * found] = start;
      lines[2 * found + 1] = end;
      found++;
    }
    if (!goes_on) break;
    if (place - above > (1 << 16)) return most;
    end = start - 1;
    start = above;
    cells = more;
  }
  return found;
}

int personal_has_rows_below(const uint8_t *s, size_t n, size_t place) {
  // The cell of a header is short: what parts it from the next stands close.
  size_t low = place > 130 ? place - 130 : 0, high = n - place > 260 ? place + 260 : n;
  if (!memchr(s + low, ',', high - low) && !memchr(s + low, '\t', high - low)
      && !memchr(s + low, '|', high - low) && !memchr(s + low, ' ', high - low)
      && !memmem(s + low, high - low, "　", 3))
    return 0;
  size_t start = line_start(s, place, 4096), end = line_end(s, n, place, 4096);
  if (end >= n || s[end] != '\n') return 0;
  uint8_t delimiter = delimiter_of(s, start, end);
  return is_alike(s, start, end, end + 1, line_end(s, n, end + 1, 4096), delimiter);
}
