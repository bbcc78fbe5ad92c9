#include "characters.h"

// (qū): a gloss behind a Han character.
static int is_gloss(const uint8_t *s, size_t n, size_t i) {
  if (i < 3 || !is_lead(s[i - 3])) return 0;
  size_t in = i + (s[i] == '(' ? 1 : 3);
  return in < n && (is_letter(s[in]) || (s[in] >= 0xC3 && s[in] <= 0xC9));
}

// What stands right behind a name of one or two given characters: anything but Han, or a character
// known to follow names.
static int may_end(const struct personal_filter *f, const uint8_t *s, size_t n, size_t i) {
  // Ideographic blanks, commas and stops begin with E3.
  return !is_han(s, n, i) || s[i] == 0xE3 || (f->classes[three_bytes(s + i)] & PERSONAL_BEHIND_NAME);
}

// Whether a name may begin at a place. A weak surname needs a border before it.
static int may_name(
    const struct personal_filter *f, const uint8_t *s, size_t n, size_t i, int apart, int expected) {
  if (!is_han(s, n, i)) return 0;
  uint16_t first = f->classes[three_bytes(s + i)];
  if ((first & PERSONAL_COMPOUND) && is_han(s, n, i + 3)
      && (f->classes[three_bytes(s + i + 3)] & PERSONAL_COMPOUND_END))
    return 1;
  if (!(first & PERSONAL_SURNAME)) return 0;
  if (i + 6 < n && (s[i + 3] == ' ' || memcmp(s + i + 3, "　", 3) == 0)) return apart;  // 张　三
  if (!is_han(s, n, i + 3)) return 0;
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
      "患者病人感染儿的村民居学生职工老女子男孩童申请户主一二三四级阳性中晚早期综合征症：（去世逝离故死亡住院卧床致贫返残困难重度低保";
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
  // 病种：…, a line of its own in a form: the name stands above.
  int is_apart = start > from && (s[start - 1] == ':' || s[start - 1] == ' '
      || (start >= from + 3 && (memcmp(s + start - 3, "：", 3) == 0 || memcmp(s + start - 3, "　", 3) == 0)));
  if (is_field && is_apart && start - from <= 36 && line_end(s, n, end, 100) - from < 120) return 1;
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

// A name behind a role: 举报人姓名：张三. Behind a long one it need not end where a word begins.
int personal_is_named(
    const struct personal_filter *f, const uint8_t *s, size_t n, size_t end, int expected) {
  static const char *const labels[] = {"姓名", "名单", "信息"};
  size_t i = end;
  if (n - i >= 12 && memcmp(s + i, "真实", 6) == 0) i += 6;
  for (int k = 0; k < 3; k++)
    if (n - i >= 6 && memcmp(s + i, labels[k], 6) == 0) { i += 6; break; }
  if (n - i >= 3 && (s[i] == ')' || memcmp(s + i, "）", 3) == 0)) i += s[i] == ')' ? 1 : 3;
  for (int steps = 0; steps < 4 && i < n; steps++) {
    static const char *const between[] = {"：", "　", "“", "（", "是", "为", "叫", "為", "系", "係"};
    if (s[i] == ':' || s[i] == ' ' || s[i] == '(' || s[i] == '|') { i++; continue; }
    int known = 0;
    for (int k = 0; k < 10 && !known; k++)
      known = n - i >= 3 && memcmp(s + i, between[k], 3) == 0;
    if (!known) break;
    i += 3;
  }
  for (size_t k = end; k < n && k < i + 24; k += width_of(s[k])) {
    if (is_odd(s, n, k)) return 1;
    if ((s[k] == '(' || (s[k] == 0xEF && k + 2 < n && s[k + 2] == 0x88)) && is_gloss(s, n, k)) return 1;
    if (s[k] == '\n') break;
  }
  return may_name(f, s, n, i, 1, expected || i > end);
}
