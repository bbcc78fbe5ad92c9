#include "characters.h"

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
        if (personal_is_plate(s, n, i)) return 1;
        if (personal_judge_word(f, s, n, i - 3, has_tables, needs)) return 1;
      }
      return (kind & IS_NET) && !has_alnum_before(s, i) && personal_judge_net(f, s, n, i, has_tables);
    }
    if (kind & IS_AT) {
      int is_sign = b == '@' || b == '#';
      if (!is_sign && !personal_spells(s, n, i + 1, "at]") && !personal_spells(s, n, i + 1, "at)")) return 0;
      return personal_is_mail(s, n, i, is_sign ? 1 : 4);
    }
    return (kind & IS_COLON) && personal_is_hex_address(s, n, i);
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
    if (is_wide_alnum(s + i) && neighbour_before(f, s, i, 1)) return personal_is_plate(s, n, i);
    return s[i + 1] == 0xBC && (s[i + 2] == 0xA0 || s[i + 2] == 0x83) && personal_is_mail(s, n, i, 3);
  }
  // ①③⑧…: ten circled digits or more.
  return b == 0xE2 && s[i + 1] == 0x91 && s[i + 2] >= 0xA0 && s[i + 2] <= 0xA8 && i + 29 < n
      && s[i + 3] == 0xE2 && s[i + 27] == 0xE2;
}
