#include "characters.h"

// A colon between groups of a hardware or IPv6 address; a time of day has two colons only.
int personal_is_hex_address(const uint8_t *s, size_t n, size_t i) {
  size_t end = i + 1;
  while (end < n && end < i + 5 && is_hex(s[end])) end++;
  if (end == i + 1 || end >= n || s[end] != ':') return 0;
  size_t from = i, groups = 0, colons = 0;
  int doubled = 0;
  while (from > 0 && i - from < 48 && (is_hex(s[from - 1]) || s[from - 1] == ':')) from--;
  if (from > 0 && s[from - 1] >= 0x80 && !is_lead(from >= 3 ? s[from - 3] : 0)) return 1;
  size_t to = from;
  for (; to < n && to - from < 96 && (is_hex(s[to]) || s[to] == ':'); to++) {
    if (s[to] == ':') {
      colons++;
      doubled |= to > from && s[to - 1] == ':';
    } else if (to == from || s[to - 1] == ':') groups++;
  }
  if (to < n && s[to] >= 0x80 && !is_lead(s[to])) return 1;
  return colons >= 5 || (doubled && groups >= 3);
}

// A character of three bytes that ends an address and is neither dropped nor changed: Han, quotes.
static int is_no_part(const uint8_t *s, size_t n, size_t i) {
  return is_lead(s[i]) || (s[i] == 0xE2 && !is_odd(s, n, i));
}

// Something of an address before and behind an @.
int personal_is_mail(const uint8_t *s, size_t n, size_t i, size_t width) {
  if (i == 0 || i + width >= n) return 0;
  size_t local = 0;
  while (local < 2) {
    uint8_t b = i > local ? s[i - 1 - local] : 0;
    if (b >= 0x80) {
      size_t at = i - 1 - local;
      if (at >= 2 && is_no_part(s, n, at - 2)) return 0;
      break;
    }
    if (!is_digit(b) && !is_letter(b) && b != '.' && b != '_' && b != '-' && b != '+') return 0;
    local++;
  }
  int dots = 0;
  for (size_t k = i + width; k < n && k - i < 100; k++) {
    uint8_t b = s[k];
    if (b >= 0x80) return !is_no_part(s, n, k);
    if (b == '.') dots++;
    else if (!is_digit(b) && !is_letter(b) && b != '-') return 0;
    else if (dots > 0) return 1;
  }
  return 0;
}

static uint8_t lower(uint8_t b) { return (uint8_t)(b - 'A') < 26 ? b + 32 : b; }

int personal_spells(const uint8_t *s, size_t n, size_t i, const char *word) {
  for (; *word; word++, i++) if (i >= n || lower(s[i]) != (uint8_t)*word) return 0;
  return 1;
}

// AC-DE-48, AC:DE:48, acde.4800 within reach.
static int has_hardware_address(const uint8_t *s, size_t n, size_t i) {
  for (size_t k = i + 3; k + 2 < n && k < i + 80 && s[k] != '\n'; k++) {
    if (s[k] >= 0x80 && !is_lead(s[k]) && (s[k] & 0xC0) != 0x80) return 1;
    size_t run = 0;
    while (run < 12 && k + run < n && is_hex(s[k + run])) run++;
    if (run == 12) return 1;
    if ((s[k] == '-' || s[k] == ':' || s[k] == '.') && is_hex(s[k - 1]) && is_hex(s[k - 2])
        && is_hex(s[k + 1]) && is_hex(s[k + 2]))
      return 1;
  }
  return 0;
}

// 京A12345.
int personal_is_plate(const uint8_t *s, size_t n, size_t i) {
  int digits = 0;
  for (size_t k = i; k < n && k < i + 24; k++)
    digits += (k < i + 12 && is_digit(s[k])) || (k + 2 < n && is_wide_digit(s + k));
  return digits >= 3;
}

// Latin words that name a net identity or an illness, and what they need.
int personal_judge_net(
    const struct personal_filter *f, const uint8_t *s, size_t n, size_t i, int has_tables) {
  size_t end = i;
  while (end < n && is_letter(s[end])) end++;
  int is_cell = has_tables;
  int letters = 0;
  if (personal_spells(s, n, i, "qq")) {
    is_cell = is_cell || personal_has_account(s, n, i, 0);
  } else if (personal_spells(s, n, i, "v\xE4\xBF") || personal_spells(s, n, i, "vx") || personal_spells(s, n, i, "wx")
             || personal_spells(s, n, i, "wechat") || personal_spells(s, n, i, "weixin"))
  {
    letters = 1;
    // wxid_… is a name itself.
    is_cell = is_cell || (end < n && (is_digit(s[end]) || s[end] == '_' || s[end] == '-'));
  } else if (personal_spells(s, n, i, "mac") && end == i + 3) {
    is_cell = is_cell || has_hardware_address(s, n, i);
  } else if (personal_spells(s, n, i, "wj")) {
    // WJ京1234X.
    return end == i + 2 && end + 6 < n && is_lead(s[end]) && (f->neighbours[three_bytes(s + end)] & 2)
        && personal_is_plate(s, n, end + 3);
  } else if (personal_spells(s, n, i, "hiv")) {
    is_cell = is_cell || personal_names_person(f, s, n, i, i + 3);
  } else {
    return 0;
  }
  return is_cell || (letters && personal_has_account(s, n, end, 1)) || personal_has_rows_below(s, n, i);
}
