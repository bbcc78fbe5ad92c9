#include "filter.h"

#include <string.h>

static uint32_t head_of(uint32_t first, uint32_t second) {
  return (first * 0x9E3779B1u + second * 0x85EBCA77u) >> 21;
}

static size_t line_start(const uint8_t *s, size_t i, size_t reach) {
  size_t lowest = i > reach ? i - reach : 0;
  while (i > lowest && s[i - 1] != '\n') i--;
  return i;
}

size_t personal_line_end(const uint8_t *s, size_t n, size_t i) {
  const uint8_t *found = i < n ? memchr(s + i, '\n', n - i) : NULL;
  return found ? (size_t)(found - s) : n;
}

static size_t line_end(const uint8_t *s, size_t n, size_t i, size_t reach) {
  size_t highest = n - i > reach ? i + reach : n;
  const uint8_t *found = i < highest ? memchr(s + i, '\n', highest - i) : NULL;
  return found ? (size_t)(found - s) : highest;
}

// MARK: - Tables

static size_t count_of(const uint8_t *s, size_t from, size_t to, uint8_t delimiter) {
  size_t count = 0;
  uint8_t before = delimiter;
  for (size_t i = from; i < to; i++) {
    count += s[i] == delimiter && (delimiter != ' ' || before != ' ');
    before = s[i];
  }
  return count;
}

// The byte that parts the cells of a line; 0 for none.
static uint8_t delimiter_of(const uint8_t *s, size_t from, size_t to) {
  static const uint8_t delimiters[] = {'\t', '|', ',', ' '};
  if (to - from > 4000) return 0;
  for (size_t k = 0; k < sizeof delimiters; k++)
    if (memchr(s + from, delimiters[k], to - from)) return delimiters[k];
  return 0;
}

static int is_alike(const uint8_t *s, size_t from, size_t to, size_t from2, size_t to2, uint8_t d) {
  if (d == 0 || delimiter_of(s, from2, to2) != d) return 0;
  // Two words apart are no cells; what stands in them stands side by side anyway.
  size_t a = count_of(s, from, to, d), b = count_of(s, from2, to2, d);
  if (d == ' ') return a == b && a > 1;
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
      && !memchr(s + low, '|', high - low))
    return 0;
  size_t start = line_start(s, place, 4096), end = line_end(s, n, place, 4096);
  if (end >= n || s[end] != '\n') return 0;
  uint8_t delimiter = delimiter_of(s, start, end);
  return delimiter != ' '
      && is_alike(s, start, end, end + 1, line_end(s, n, end + 1, 4096), delimiter);
}

// MARK: - Names

// A character that folding may drop, join or change: what stands beside it is not what it seems.
static int is_odd(const uint8_t *s, size_t n, size_t i) {
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

// (qū): a gloss behind a Han character.
static int is_gloss(const uint8_t *s, size_t n, size_t i) {
  if (i < 3 || !is_lead(s[i - 3])) return 0;
  size_t in = i + (s[i] == '(' ? 1 : 3);
  return in < n && (is_letter(s[in]) || (s[in] >= 0xC3 && s[in] <= 0xC9));
}

static size_t width_of(uint8_t b) { return b < 0x80 ? 1 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4; }

static int is_han(const uint8_t *s, size_t n, size_t i) { return i + 2 < n && is_lead(s[i]); }

// What stands right behind a name of one or two given characters: anything but Han, or a character
// known to follow names.
static int may_end(const struct personal_filter *f, const uint8_t *s, size_t n, size_t i) {
  return !is_han(s, n, i) || (f->classes[three_bytes(s + i)] & PERSONAL_BEHIND_NAME);
}

// Whether a name may begin at a place. A weak surname needs a border before it.
static int may_name(
    const struct personal_filter *f, const uint8_t *s, size_t n, size_t i, int apart, int expected) {
  if (!is_han(s, n, i) || !is_han(s, n, i + 3)) return 0;
  uint16_t first = f->classes[three_bytes(s + i)];
  if (!(first & PERSONAL_SURNAME)) return 0;
  if (first & PERSONAL_COMPOUND) return 1;
  if ((first & PERSONAL_WEAK_SURNAME) && !apart) return 0;
  if (f->classes[three_bytes(s + i + 3)] & PERSONAL_NEVER_GIVEN) return 0;
  if (expected || may_end(f, s, n, i + 6)) return 1;
  return is_han(s, n, i + 6) && !(f->classes[three_bytes(s + i + 6)] & PERSONAL_NEVER_GIVEN)
      && may_end(f, s, n, i + 9);
}

static int ends_sentence(const uint8_t *s, size_t n, size_t i) {
  if (s[i] == ';' || s[i] == '!' || s[i] == '?') return 1;
  if (i + 2 >= n) return 0;
  if (s[i] == 0xE3) return s[i + 1] == 0x80 && s[i + 2] == 0x82;
  return s[i] == 0xEF && s[i + 1] == 0xBC && (s[i + 2] == 0x81 || s[i + 2] == 0x9B || s[i + 2] == 0x9F);
}

// Whether a word such as 患有, 诊断, 病种 may stand close before a place.
static int follows_illness(const struct personal_filter *f, const uint8_t *s, size_t n, size_t i) {
  for (int k = 0; k < 14 && i >= 3; k++) {
    i--;
    while (i > 0 && (s[i] & 0xC0) == 0x80) i--;
    if (is_han(s, n, i) && (f->classes[three_bytes(s + i)] & PERSONAL_ILLNESS_END)) return 1;
    if (is_odd(s, n, i)) return 1;
    if (ends_sentence(s, n, i)) return 0;
  }
  return 0;
}

// What may stand between an illness and the name of who has it: 二级患者（患儿）：张三.
static int is_between(const uint8_t *s, size_t i) {
  static const char known[] =
      "患者病人感染儿的村民居学生职工老女子男孩童申请户主一二三四级阳性中晚早期综合征症：（";
  if (s[i] < 0x80) return s[i] == ':' || s[i] == ' ' || s[i] == '(';
  for (const char *k = known; *k; k += 3) if (memcmp(s + i, k, 3) == 0) return 1;
  return 0;
}

// Whether a line may name the person who is ill: in the sentence before the illness, anywhere before
// it in the line where a field says it is one, right behind it; anywhere in the row of a table.
int personal_names_person(
    const struct personal_filter *f, const uint8_t *s, size_t n, size_t start, size_t end) {
  size_t from = line_start(s, start, 700), to = line_end(s, n, end, 1400);
  int in_row = memchr(s + from, '\t', to - from) || memchr(s + from, '|', to - from)
      || ((memchr(s + from, ',', to - from) || memchr(s + from, ' ', to - from))
          && (personal_is_row(s, n, start) || personal_has_rows_below(s, n, start)));
  int is_field = in_row || follows_illness(f, s, n, start);
  if (!in_row && to > end + 100) to = end + 100;
  while (from < start && (s[from] & 0xC0) == 0x80) from++;
  // Whether the character before lets a name begin, and whether one has begun in this sentence.
  int is_start = 1, apart = 1, known = 0;
  // Behind the illness, where it may be a longer word than the one known, then what may lie between.
  size_t behind = end + 12;
  for (size_t i = from; i < to; i += width_of(s[i])) {
    if (i >= start && known) return 1;
    int is_behind = i >= end && i <= behind;
    if (is_behind && i == behind && i + 2 < n && is_between(s, i)) behind += width_of(s[i]);
    if (!is_han(s, n, i) || s[i] == 0xE3) {
      if (is_odd(s, n, i)) return 1;
      if ((s[i] == '(' || (s[i] == 0xEF && i + 2 < n && s[i + 2] == 0x88)) && is_gloss(s, n, i))
        return 1;
      if (!is_field && ends_sentence(s, n, i)) {
        if (i >= end) return 0;
        known = 0;
      }
      is_start = apart = 1;
      continue;
    }
    if (is_start || is_behind) {
      if (may_name(f, s, n, i, apart, 0)) {
        if (is_behind || in_row) return 1;
        if (i < start) known = 1;
      }
    }
    is_start = (f->classes[three_bytes(s + i)] & PERSONAL_BEFORE_NAME) != 0;
    apart = 0;
  }
  return known;
}

// A name behind a role: 举报人姓名：张三.
static int is_named(const struct personal_filter *f, const uint8_t *s, size_t n, size_t end) {
  static const char *const labels[] = {"姓名", "名单", "信息"};
  size_t i = end;
  for (int k = 0; k < 3; k++)
    if (n - i >= 6 && memcmp(s + i, labels[k], 6) == 0) { i += 6; break; }
  for (int steps = 0; steps < 4 && i < n; steps++) {
    static const char *const between[] = {"：", "　", "“", "（", "是", "为", "叫", "為"};
    if (s[i] == ':' || s[i] == ' ' || s[i] == '(' || s[i] == '|') { i++; continue; }
    int known = 0;
    for (int k = 0; k < 8 && !known; k++)
      known = n - i >= 3 && memcmp(s + i, between[k], 3) == 0;
    if (!known) break;
    i += 3;
  }
  for (size_t k = end; k < n && k < i + 24; k += width_of(s[k])) {
    if (is_odd(s, n, k)) return 1;
    if ((s[k] == '(' || (s[k] == 0xEF && k + 2 < n && s[k + 2] == 0x88)) && is_gloss(s, n, k)) return 1;
    if (s[k] == '\n') break;
  }
  return may_name(f, s, n, i, 1, i > end);
}

// MARK: - Numbers behind words

static int is_wide_digit(const uint8_t *s, size_t n, size_t i) {
  return i + 2 < n && s[i] == 0xEF && s[i + 1] == 0xBC && (uint8_t)(s[i + 2] - 0x90) < 10;
}

// A digit or the border of a cell within reach; or the word ends the header of a table.
static int has_digit_or_cell(const uint8_t *s, size_t n, size_t end, size_t reach, int letters) {
  size_t i = end, to = line_end(s, n, end, reach);
  for (; i < to; i++) {
    if (is_digit(s[i]) || s[i] == '\t' || s[i] == '|' || s[i] == ',' || is_wide_digit(s, n, i)) return 1;
    if (letters && is_letter(s[i])) return 1;
  }
  if (i < n && s[i] != '\n') return 0;
  for (i = end; i > 0 && end - i < 200 && s[i - 1] != '\n'; i--)
    if (s[i - 1] == '\t' || s[i - 1] == '|' || s[i - 1] == ',') return 1;
  return 0;
}

// 1986年2月24日 soon behind a word of birth. Days in figures only are numbers of their own.
static int has_date(const uint8_t *s, size_t n, size_t end) {
  size_t to = line_end(s, n, end, 72);
  for (size_t i = end; i < to; i++) {
    if (is_wide_digit(s, n, i) || s[i] == '/') return 1;
    if (n - i < 3 || memcmp(s + i, "年", 3) != 0 || i == end || (!is_digit(s[i - 1]) && s[i - 1] != ' '))
      continue;
    // The month follows, then the day.
    for (size_t k = i + 3; k < i + 12 && k + 2 < n; k++)
      if (memcmp(s + k, "月", 3) == 0 || s[k] >= 0xEA || s[k] == 0xE2) return 1;
  }
  return 0;
}

// What may be the number of a house within the reach of an address.
static int has_house(const struct personal_filter *f, const uint8_t *s, size_t n, size_t end) {
  size_t to = line_end(s, n, end, 216);
  int number = 0;
  for (size_t i = end; i < to; i += width_of(s[i])) {
    uint8_t b = s[i];
    if (is_han(s, n, i)) {
      uint8_t kind = f->classes[three_bytes(s + i)];
      if (number && (kind & PERSONAL_HOUSE_END)) return 1;
      number = (kind & (PERSONAL_NUMERAL | PERSONAL_HOUSE_END)) != 0;
    } else if (is_digit(b) || is_wide_digit(s, n, i)) {
      // 8栋705, 2-301, 12#3.
      if (number) {
        size_t before = i;
        while (before > end && is_digit(s[before - 1])) before--;
        if (before > end && !is_letter(s[before - 1])) {
          uint8_t c = s[before - 1];
          if (c == '-' || c == '#') return 1;
          if (before >= 3 && is_lead(s[before - 3])
              && (f->classes[three_bytes(s + before - 3)] & PERSONAL_HOUSE_END))
            return 1;
        }
      }
      number = 1;
    } else if (is_letter(b) || b == '-' || b == '#') {
      number = 1;
    } else {
      if (is_odd(s, n, i) || b == 0xEF) { number = 1; continue; }
      number = 0;
    }
  }
  return 0;
}

int personal_has_account(const uint8_t *s, size_t n, size_t from, int letters) {
  size_t run = 0, to = line_end(s, n, from, 72);
  for (size_t i = from; i < to; i++) {
    if (is_wide_digit(s, n, i) || (s[i] == 0xEF && i + 1 < n && s[i + 1] == 0xBD)) return 1;
    int goes_on = is_digit(s[i]) || (letters && (is_letter(s[i]) || s[i] == '_' || s[i] == '-'));
    run = goes_on ? run + 1 : 0;
    if (run >= 5) return 1;
  }
  return 0;
}

// MARK: - Words

int personal_judge_word(
    const struct personal_filter *f, const uint8_t *s, size_t n, size_t i, int has_tables,
    uint32_t *needs) {
  uint32_t first = three_bytes(s + i), second = s[i + 3] < 0x80 ? 1 : three_bytes(s + i + 3);
  uint32_t key = first << 16 | second;
  size_t pair = i;
  int any = 0;
  for (uint32_t at = f->heads[head_of(first, second)]; at != 0; at = f->words[at].next) {
    const struct word *w = &f->words[at];
    if (w->key != key || w->back > pair) continue;
    i = pair - w->back;
    if (w->length > n - i || memcmp(s + i, w->bytes, w->length) != 0) continue;
    size_t end = i + w->length;
    uint8_t kind = w->kind;
    int found = 0, anywhere = 0;
    if (has_tables) {
      found = (kind & (PERSONAL_ILLNESS | PERSONAL_COLUMN | PERSONAL_ROLE))
          || (kind && has_digit_or_cell(s, n, end, kind & PERSONAL_ADDRESS ? 180 : 60, kind & PERSONAL_ACCOUNT));
      anywhere = found && (kind & (PERSONAL_BIRTH | PERSONAL_ACCOUNT));
    } else {
      anywhere = ((kind & PERSONAL_BIRTH) && has_date(s, n, end))
          || ((kind & PERSONAL_ACCOUNT) && personal_has_account(s, n, end, 1));
      found = anywhere || ((kind & PERSONAL_ROLE) && is_named(f, s, n, end))
          || ((kind & PERSONAL_ADDRESS) && has_house(f, s, n, end))
          || ((kind & PERSONAL_ILLNESS) && personal_names_person(f, s, n, i, end));
      if (!anywhere && (!found || (kind & (PERSONAL_BIRTH | PERSONAL_ACCOUNT)))
          && personal_has_rows_below(s, n, i)) {
        found = 1;
        anywhere = (kind & (PERSONAL_BIRTH | PERSONAL_ACCOUNT)) != 0;
      }
    }
    if (anywhere) {
      *needs = 0;
      return 1;
    }
    if (found) {
      *needs = PERSONAL_NEEDS_NO_STATUTE;
      any = 1;
    }
  }
  return any;
}
