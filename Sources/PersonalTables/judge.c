#include "characters.h"

#include <string.h>

static int is_wide_digit(const uint8_t *p) {
  return p[0] == 0xEF && p[1] == 0xBC && (uint8_t)(p[2] - 0x90) < 10;
}

static int is_wide_alnum(const uint8_t *p) {
  return is_wide_digit(p)
      || (p[0] == 0xEF
          && ((p[1] == 0xBC && (uint8_t)(p[2] - 0xA1) < 26)
              || (p[1] == 0xBD && (uint8_t)(p[2] - 0x81) < 26)));
}

static int has_digit_before(const uint8_t *s, size_t i) {
  return (i > 0 && is_digit(s[i - 1])) || (i >= 3 && is_wide_digit(s + i - 3));
}

static int has_alnum_before(const uint8_t *s, size_t i) {
  return (i > 0 && (is_digit(s[i - 1]) || is_letter(s[i - 1]))) || (i >= 3 && is_wide_alnum(s + i - 3));
}

// What the Han character before a place is beside a letter or digit.
static int neighbour_before(const struct personal_filter *f, const uint8_t *s, size_t i, int kind) {
  return i >= 3 && is_lead(s[i - 3]) && (f->neighbours[three_bytes(s + i - 3)] >> kind & 1);
}

// MARK: - Net identities

static int is_hex(uint8_t b) { return is_digit(b) || (uint8_t)((b | 0x20) - 'a') < 6; }

// A colon between groups of a hardware or IPv6 address; a time of day has two colons only.
static int is_hex_address(const uint8_t *s, size_t n, size_t i) {
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
static int is_mail(const uint8_t *s, size_t n, size_t i, size_t width) {
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

static int spells(const uint8_t *s, size_t n, size_t i, const char *word) {
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
static int is_plate(const uint8_t *s, size_t n, size_t i) {
  int digits = 0;
  for (size_t k = i; k < n && k < i + 24; k++)
    digits += (k < i + 12 && is_digit(s[k])) || (k + 2 < n && is_wide_digit(s + k));
  return digits >= 3;
}

// Latin words that name a net identity or an illness, and what they need.
static int judge_net(
    const struct personal_filter *f, const uint8_t *s, size_t n, size_t i, int has_tables) {
  size_t end = i;
  while (end < n && is_letter(s[end])) end++;
  int is_cell = has_tables;
  int letters = 0;
  if (spells(s, n, i, "qq")) {
    is_cell = is_cell || personal_has_account(s, n, i, 0);
  } else if (spells(s, n, i, "v\xE4\xBF") || spells(s, n, i, "vx") || spells(s, n, i, "wx")
             || spells(s, n, i, "wechat") || spells(s, n, i, "weixin"))
  {
    letters = 1;
    // wxid_… is a name itself.
    is_cell = is_cell || (end < n && (is_digit(s[end]) || s[end] == '_' || s[end] == '-'));
  } else if (spells(s, n, i, "mac") && end == i + 3) {
    is_cell = is_cell || has_hardware_address(s, n, i);
  } else if (spells(s, n, i, "wj")) {
    // WJ京1234X.
    return end == i + 2 && end + 6 < n && is_lead(s[end]) && (f->neighbours[three_bytes(s + end)] & 2)
        && is_plate(s, n, end + 3);
  } else if (spells(s, n, i, "hiv")) {
    is_cell = is_cell || personal_names_person(f, s, n, i, i + 3);
  } else {
    return 0;
  }
  return is_cell || (letters && personal_has_account(s, n, end, 1)) || personal_has_rows_below(s, n, i);
}

// MARK: - Pairs of characters

static const char *const numerals = "〇零一二三四五六七八九幺壹贰貳叁參叄肆伍陆陸柒捌玖";

static int is_numeral(const uint8_t *p) {
  for (const char *k = numerals; *k; k += 3) if (memcmp(p, k, 3) == 0) return 1;
  return 0;
}

// Eleven numerals or more in a row, in groups perhaps: a number spelled to slip past filters.
static int is_spelled(const uint8_t *s, size_t n, size_t i) {
  int count = 0;
  for (size_t to = i + 45; i < n && i < to && count < 11;) {
    if (s[i] == ' ' || s[i] == '-') { i++; continue; }
    if (i + 2 >= n) break;
    if (is_numeral(s + i)) count++;
    else if (memcmp(s + i, "\xE3\x80\x80", 3) != 0) break;
    i += 3;
  }
  return count >= 11;
}

// A pair that is no word: 一三八…, 三组, 24日生.
static int judge_pair(
    const struct personal_filter *f, const uint8_t *s, size_t n, size_t i, uint32_t *needs) {
  uint32_t first = three_bytes(s + i), second = three_bytes(s + i + 3);
  if (first == 0x65E5) {
    if (second != 0x751F && second != 0x51FA) return 0;
    int is_spelled_day = i >= 3 && is_lead(s[i - 3]) && (f->classes[three_bytes(s + i - 3)] & PERSONAL_NUMERAL);
    if (i == 0 || (s[i - 1] != ' ' && !has_digit_before(s, i) && !is_spelled_day)) return 0;
    // 24日出生; 24日生 alone or before 人, 于: 生产, 生效 are other words.
    const uint8_t *behind = s + i + 6;
    if (n - i < 9 || !is_lead(*behind)) return 1;
    if (second == 0x751F) return memcmp(behind, "人", 3) == 0 || memcmp(behind, "于", 3) == 0 || memcmp(behind, "於", 3) == 0;
    return memcmp(behind, "生", 3) == 0 || memcmp(behind, "世", 3) == 0;
  }
  // 一三八…, 幺三八…, 壹叁捌…, and the years of identity numbers: 壹玖…, 贰零….
  int is_one = first == 0x4E00 || first == 0x58F9 || first == 0x5E7A;
  int is_year = (first == 0x8D30 || first == 0x8CB3) && second == 0x96F6;
  if ((is_one || is_year) && is_numeral(s + i + 3) && is_spelled(s, n, i)) return 1;
  int is_group = second == 0x7EC4 || second == 0x793E || second == 0x961F;
  int is_in_village = neighbour_before(f, s, i, 2)
      || (i + 8 < n && (is_digit(s[i + 6]) || s[i + 6] == 0xEF || (is_lead(s[i + 6]) && (f->classes[three_bytes(s + i + 6)] & PERSONAL_NUMERAL))));
  if (is_group && is_in_village && (f->classes[first] & PERSONAL_NUMERAL)) {
    *needs |= PERSONAL_NEEDS_NO_STATUTE;
    return 1;
  }
  return 0;
}

// 301室; 5/24生, for other dates are numbers of their own.
static int judge_behind(const uint8_t *s, size_t n, size_t i, uint32_t *needs) {
  uint32_t scalar = three_bytes(s + i);
  if (scalar == 0x751F || scalar == 0x51FA) {
    for (size_t k = 1; k <= 6 && k <= i; k++) if (s[i - k] == '/') return 1;
    // Full-width digits and strokes.
    return s[i - 1] >= 0x80;
  }
  // 2单元; 单位, 单项 are other words.
  if (scalar == 0x5355 && (n - i < 6 || memcmp(s + i + 3, "元", 3) != 0)) return 0;
  *needs |= PERSONAL_NEEDS_NO_STATUTE;
  return 1;
}

// MARK: - One place

// Whether digits behind a character of addresses may be the number of a house, of its parts or of an
// embassy's car.
static int is_house_number(const struct personal_filter *f, const uint8_t *s, size_t n, size_t i) {
  uint32_t before = three_bytes(s + i - 3);
  size_t end = i, digits = 0;
  while (end < n && end - i < 24) {
    if (is_digit(s[end])) end++;
    else if (end + 2 < n && is_wide_digit(s + end)) end += 3;
    else break;
    digits++;
  }
  if (before == 0x4F7F || before == 0x9886) return digits == 6;
  if (end + 2 >= n) return 1;
  if (is_lead(s[end])) return (f->classes[three_bytes(s + end)] & (PERSONAL_HOUSE_END | PERSONAL_NUMERAL)) != 0;
  return s[end] != '.' && s[end] != '%' && memcmp(s + end, "％", 3) != 0;
}

// 12-3-401 behind a Han character: building, staircase and room, of four digits at most.
static int is_dashed_room(const uint8_t *s, size_t n, size_t i) {
  if (i < 3 || !is_lead(s[i - 3]) || s[i - 3] == 0xE3) return 0;
  for (int part = 0; part < 3; part++) {
    size_t end = i;
    while (end < n && end - i < 5 && is_digit(s[end])) end++;
    if (end == i || end - i > (part < 2 ? 3 : 4)) return 0;
    if (part < 2 && (end >= n || s[end] != '-')) return 0;
    i = end + 1;
  }
  return 1;
}

// 张三 2018年3月3日, 男，2018年3月3日, 女 1984/5/21: a day right behind a name or a sex.
static int is_day_of_person(const struct personal_filter *f, const uint8_t *s, size_t n, size_t i) {
  if (i < 7 || n - i < 8 || !((s[i] == '1' && s[i + 1] == '9') || (s[i] == '2' && s[i + 1] == '0')))
    return 0;
  if (!is_digit(s[i + 2]) || !is_digit(s[i + 3])) return 0;
  int is_parted = s[i + 4] == '/';
  if (!is_parted && memcmp(s + i + 4, "年", 3) != 0) return 0;
  size_t end = i + (is_parted ? 5 : 7), month = end;
  while (end < n && end < month + 2 && is_digit(s[end])) end++;
  if (n - end < 2 || end == month) return 0;
  if (is_parted) {
    if (s[end] != '/' || !is_digit(s[end + 1])) return 0;
  } else if (n - end < 5 || memcmp(s + end, "月", 3) != 0 || !is_digit(s[end + 3])) {
    return 0;
  }
  size_t at = i;
  while (at > 3 && s[at - 1] == ' ') at--;
  if (s[at - 1] == ',' || s[at - 1] == '(' || s[at - 1] == '\t' || s[at - 1] == '|') at--;
  else if (at >= 3 && (memcmp(s + at - 3, "，", 3) == 0 || memcmp(s + at - 3, "（", 3) == 0
                       || memcmp(s + at - 3, "　", 3) == 0 || memcmp(s + at - 3, "、", 3) == 0)) at -= 3;
  else if (at == i) return 0;
  while (at > 3 && s[at - 1] == ' ') at--;
  if (at < 3 || !is_lead(s[at - 3])) return 0;
  static const char *const fields[] = {"男", "女", "汉", "族"};
  for (int k = 0; k < 4; k++) if (memcmp(s + at - 3, fields[k], 3) == 0) return 1;
  for (size_t back = 6; back <= 12 && back <= at && is_lead(s[at - back]); back += 3) {
    if (!(f->classes[three_bytes(s + at - back)] & (PERSONAL_SURNAME | PERSONAL_COMPOUND))) continue;
    if (back == at || back + 3 > at || !is_lead(s[at - back - 3]) || s[at - back - 3] == 0xE3) return 1;
    if (f->classes[three_bytes(s + at - back - 3)] & PERSONAL_BEFORE_NAME) return 1;
  }
  return 0;
}

static int judge_digit(
    const struct personal_filter *f, const uint8_t *s, size_t n, size_t i, uint32_t *needs) {
  int is_house = (neighbour_before(f, s, i, 2) && is_house_number(f, s, n, i)) || is_dashed_room(s, n, i);
  if (has_digit_before(s, i) || !personal_judge_number(s, n, i, needs)) {
    if (is_house) *needs = PERSONAL_NEEDS_NO_STATUTE;
    else if (is_day_of_person(f, s, n, i)) { *needs = PERSONAL_NEEDS_BIRTH; return 1; }
    return is_house;
  }
  if (is_house && *needs != 0) *needs |= PERSONAL_NEEDS_NO_STATUTE;
  return 1;
}

int personal_judge(
    const struct personal_filter *f, const uint8_t *s, size_t n, size_t i, int has_tables,
    uint32_t *needs) {
  uint8_t b = s[i];
  *needs = 0;
  if (b < 0x80) {
    uint8_t kind = f->ascii[b];
    if (kind & IS_DIGIT) {
      int found = judge_digit(f, s, n, i, needs);
      if (has_tables) *needs = 0;
      return found;
    }
    if (kind & IS_LETTER) {
      if (neighbour_before(f, s, i, 1)) {
        if (is_plate(s, n, i)) return 1;
        if (personal_judge_word(f, s, n, i - 3, has_tables, needs)) return 1;
      }
      return (kind & IS_NET) && !has_alnum_before(s, i) && judge_net(f, s, n, i, has_tables);
    }
    if (kind & IS_AT) {
      int is_sign = b == '@' || b == '#';
      if (!is_sign && !spells(s, n, i + 1, "at]") && !spells(s, n, i + 1, "at)")) return 0;
      return is_mail(s, n, i, is_sign ? 1 : 4);
    }
    return (kind & IS_COLON) && is_hex_address(s, n, i);
  }
  if (i + 2 >= n) return 0;
  if (is_lead(b)) {
    uint32_t scalar = three_bytes(s + i);
    int found = 0;
    if ((f->neighbours[scalar] & 8) && has_digit_before(s, i)) {
      found = judge_behind(s, n, i, needs);
      if (has_tables) *needs = 0;
      if (found && *needs == 0) return 1;
    }
    if (i + 5 < n && is_lead(s[i + 3]) && has_pair(f, s + i)) {
      uint32_t word = 0, also = 0;
      int is_word = personal_judge_word(f, s, n, i, has_tables, &word);
      int is_pair = judge_pair(f, s, n, i, &also);
      if (is_pair && has_tables) also = 0;
      if ((is_word && word == 0) || (is_pair && also == 0)) {
        *needs = 0;
        return 1;
      }
      *needs |= word | also;
      found |= is_word | is_pair;
    }
    return found;
  }
  if (b == 0xEF) {
    if (is_wide_digit(s + i)) {
      int found = judge_digit(f, s, n, i, needs);
      if (has_tables) *needs = 0;
      return found;
    }
    if (is_wide_alnum(s + i) && neighbour_before(f, s, i, 1)) return is_plate(s, n, i);
    return s[i + 1] == 0xBC && (s[i + 2] == 0xA0 || s[i + 2] == 0x83) && is_mail(s, n, i, 3);
  }
  // ①③⑧…: ten circled digits or more.
  return b == 0xE2 && s[i + 1] == 0x91 && s[i + 2] >= 0xA0 && s[i + 2] <= 0xA8 && i + 29 < n
      && s[i + 3] == 0xE2 && s[i + 27] == 0xE2;
}
