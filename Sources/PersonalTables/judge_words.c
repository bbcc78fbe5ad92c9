#include "characters.h"

static int stands_wide_digit(const uint8_t *s, size_t n, size_t i) {
  return i + 2 < n && s[i] == 0xEF && s[i + 1] == 0xBC && (uint8_t)(s[i + 2] - 0x90) < 10;
}

// MARK: - Numbers behind words

// A digit or the border of a cell within reach; or the word ends the header of a table.
static int has_digit_or_cell(const uint8_t *s, size_t n, size_t end, size_t reach, int letters) {
  size_t i = end, to = line_end(s, n, end, reach);
  for (; i < to; i++) {
    if (is_digit(s[i]) || s[i] == '\t' || s[i] == '|' || s[i] == ',' || stands_wide_digit(s, n, i)) return 1;
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
    // 一九八五年, 二〇〇三年.
    if (s[i] == 0xE4 && n - i >= 6 && i < end + 30
        && (memcmp(s + i, "一九", 6) == 0 || (memcmp(s + i, "二", 3) == 0 && (s[i + 3] == 0xE3 || s[i + 3] == 0xE2 || memcmp(s + i + 3, "零", 3) == 0))))
      return 1;
    if (stands_wide_digit(s, n, i) || s[i] == '/') return 1;
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
    } else if (is_digit(b) || stands_wide_digit(s, n, i)) {
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
    if (stands_wide_digit(s, n, i) || (s[i] == 0xEF && i + 1 < n && s[i + 1] == 0xBD)) return 1;
    int goes_on = is_digit(s[i]) || (letters && (is_letter(s[i]) || s[i] == '_' || s[i] == '-'));
    run = goes_on ? run + 1 : 0;
    if (run >= 5) return 1;
  }
  return 0;
}

// MARK: - Words

// 病种：…: a field of a form; the name may stand in another.
static int is_colon(const uint8_t *s, size_t n, size_t i) {
  return i < n && (s[i] == ':' || (n - i >= 3 && memcmp(s + i, "：", 3) == 0));
}

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
      found = anywhere || ((kind & PERSONAL_ROLE) && personal_is_named(f, s, n, end, w->length >= 9))
          || ((kind & PERSONAL_ADDRESS) && has_house(f, s, n, end))
          || ((kind & PERSONAL_COLUMN) && is_colon(s, n, end))
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
