#include "characters.h"

// What a byte can be for a number that is still running.
enum kind { STOP, DIGIT, LETTER, GAP, MASK, DOT };

static int is_wide_letter(const uint8_t *p) {
  return p[0] == 0xEF
      && ((p[1] == 0xBC && (uint8_t)(p[2] - 0xA1) < 26) || (p[1] == 0xBD && (uint8_t)(p[2] - 0x81) < 26));
}

static enum kind ascii_kind(uint8_t b) {
  if (is_digit(b)) return DIGIT;
  if (is_letter(b)) return LETTER;
  switch (b) {
    case '.': return DOT;
    case ' ': case '-': case '(': case ')': case '+': case '\n': case '\r': return GAP;
    case '*': case '_': case '#': case '?': return MASK;
    default: return STOP;
  }
}

// Three bytes: digits and letters of full width, and what may stand between two digits of one number.
static enum kind wide_kind(const uint8_t *p) {
  switch (p[0]) {
    case 0xE2:
      if (p[1] == 0x80) return p[2] < 0x96 ? GAP : MASK;
      return p[1] == 0x81 || p[1] == 0x83 ? GAP : p[1] == 0x88 || (p[1] >= 0x96 && p[1] <= 0x9C) ? MASK : STOP;
    case 0xE3: return p[1] == 0x80 && p[2] == 0x80 ? GAP : STOP;
    case 0xEF:
      if (is_wide_digit(p)) return DIGIT;
      if (is_wide_letter(p)) return LETTER;
      if (p[1] == 0xBB || p[1] == 0xB8 || p[1] == 0xBE) return GAP;
      if (p[1] != 0xBC) return STOP;
      // （）＋－, ．, ＃＊？; commas, colons and the like part numbers.
      switch (p[2]) {
        case 0x88: case 0x89: case 0x8B: case 0x8D: return GAP;
        case 0x8E: return DOT;
        case 0x83: case 0x8A: case 0x9F: return MASK;
        default: return STOP;
      }
    default: return STOP;
  }
}

struct number {
  size_t digits, total, longest, dots, decimals, letters, dashes;
  int is_masked;        // digits and masks enough for a number with a part hidden
  int is_filled;        // … --- ··· in the middle
  int is_vehicle;       // 17 letters and digits in a row
  int is_bracketed;     // A123456(7)
  int is_misread;       // 138OOl38000: eleven places, letters that look like digits
  int is_angle;         // 104°28′15″
};

// 28′15: minutes and seconds behind degrees.
static int has_minutes(const uint8_t *s, size_t n, size_t i) {
  while (i < n && s[i] == ' ') i++;
  size_t end = i;
  while (end < n && end < i + 2 && is_digit(s[end])) end++;
  if (end == i || end >= n) return 0;
  while (end < n && s[end] == ' ') end++;
  // ', ′, ’, 分 and their full-width forms.
  if (end >= n || (s[end] != '\'' && s[end] < 0xE2)) return 0;
  end += s[end] == '\'' ? 1 : 3;
  while (end < n && s[end] == ' ') end++;
  return end < n && (is_digit(s[end]) || s[end] >= 0xE3);
}

// What folding drops: zero-width characters, soft hyphens.
static int is_dropped(const uint8_t *s, size_t n, size_t i) {
  if (s[i] == 0xC2) return i + 1 < n && s[i + 1] == 0xAD;
  if (i + 2 >= n) return 0;
  if (s[i] == 0xE2) return (s[i + 1] == 0x80 && s[i + 2] >= 0x8B && s[i + 2] <= 0x8F) || (s[i + 1] == 0x81 && s[i + 2] >= 0xA0);
  return s[i] == 0xEF && s[i + 1] == 0xBB && s[i + 2] == 0xBF;
}

// .docx, .pdf: the end of a file name, not of a number.
static int is_extension(const uint8_t *s, size_t n, size_t i) {
  size_t end = i + 1;
  while (end < n && end < i + 7 && is_letter(s[end])) end++;
  return end - i > 2 && end - i < 7 && (end >= n || (!is_digit(s[end]) && s[end] != '.'));
}

// Reads the number or code that begins at `i`: 24 digits of it at most.
static struct number read(const uint8_t *s, size_t n, size_t i) {
  struct number r = {0};
  size_t run = 0, gap = 0;
  size_t head = 0, token = 0, token_letters = 0;      // of what is not parted at all
  size_t shown = 0, hidden = 0;                       // between two points
  size_t fill = 0;                                    // marks in a row that may stand for digits
  size_t alike = 0;                                   // O, l, I
  while (i < n) {
    size_t width = 1;
    enum kind kind = ascii_kind(s[i]);
    if (s[i] >= 0x80) {
      if (i + 1 < n && ((s[i] == 0xC2) || (s[i] == 0xC3) || (s[i] >= 0xCE && s[i] <= 0xD1))) {
        kind = s[i] == 0xC2 ? GAP : MASK;
        width = 2;
      } else if (i + 2 < n) {
        kind = wide_kind(s + i);
        width = 3;
      } else kind = STOP;
    }
    if (is_dropped(s, n, i)) {
      i += width;
      continue;
    }
    if (kind == DOT && width == 1 && is_extension(s, n, i)) kind = STOP;
    int is_x = kind == LETTER && (s[i] == 'x' || s[i] == 'X' || s[i] == 0xEF);
    if (kind == LETTER && gap > 0 && !is_x) kind = STOP;
    if (kind != DIGIT && kind != LETTER && token > 0) {
      if (token == 17 && token_letters > 0) r.is_vehicle = 1;
      if (token == head + 6 && token_letters == head && (head == 1 || head == 2)) {
        size_t at = i + (i < n && s[i] == ' ');
        if (at < n && (s[at] == '(' || (s[at] == 0xEF && at + 2 < n && s[at + 2] == 0x88)))
          r.is_bracketed = 1;
      }
      if (token == 11 && token_letters > 0 && token_letters <= 5 && alike == token_letters) r.is_misread = 1;
      head = token = token_letters = alike = 0;
    }
    if (i + 2 < n && run > 0 && run <= 3 && ((s[i] == 0xC2 && (s[i + 1] == 0xB0 || s[i + 1] == 0xBA))
        || (s[i] == 0xE5 && s[i + 1] == 0xBA && s[i + 2] == 0xA6)))
      r.is_angle |= has_minutes(s, n, i + (s[i] == 0xC2 ? 2 : 3));
    if (kind == STOP) break;
    if (kind == DIGIT || kind == LETTER) fill = 0;
    else if (s[i] == '.' || s[i] == '-' || s[i] >= 0x80) fill++;
    if (fill >= 2 || (width == 3 && s[i] == 0xE2 && s[i + 1] == 0x80 && s[i + 2] == 0xA6)) r.is_filled = 1;
    if (kind == DIGIT) {
      r.digits++; r.total++; run++; token++; shown++; gap = 0;
      if (run > r.longest) r.longest = run;
      if (r.dots > 0 && run > r.decimals) r.decimals = run;
    } else if (kind == LETTER) {
      // A word after a gap is a word of its own, a letter inside a code is not.
      run = 0; r.total++; r.letters++; token++; token_letters++;
      if (token == token_letters) head = token;
      alike += s[i] == 'O' || s[i] == 'o' || s[i] == 'l' || s[i] == 'L' || s[i] == 'I' || s[i] == 'i' || s[i] == 0xEF;
      hidden += is_x;
    } else {
      if (kind == DOT) { r.dots++; shown = hidden = 0; }
      r.dashes += s[i] == '-';
      hidden += kind == MASK;
      run = 0;
      gap += width;
      if (gap > 60) break;
    }
    if (shown >= 5 && hidden > 0 && shown + hidden >= 11) r.is_masked = 1;
    i += width;
    if (r.digits >= 24) break;
  }
  if (i >= n && token == 17 && token_letters > 0) r.is_vehicle = 1;
  if (i >= n && token == 11 && token_letters > 0 && token_letters <= 5 && alike == token_letters) r.is_misread = 1;
  return r;
}

static int is_long_enough(const struct number *r) {
  // One point is a decimal number: only a long one is of interest.
  return r->longest >= 6 || (r->dots == 1 && r->decimals >= 5) || (r->dots != 1 && r->digits >= 6)
      || (r->digits >= 4 && (r->total >= 12 || r->dots >= 3));
}

static size_t skip_blanks(const uint8_t *s, size_t n, size_t i) {
  while (i < n && s[i] == ' ') i++;
  return i;
}

static size_t skip_digits(const uint8_t *s, size_t n, size_t i, size_t most) {
  size_t end = i;
  while (end < n && end - i < most && is_digit(s[end])) end++;
  return end;
}

// Whether a date of birth may begin at a place: a year from 1900 to 2199, alone with month and day.
static int may_be_date(const uint8_t *s, size_t n, size_t i) {
  if (s[i] >= 0x80) return 1;
  size_t end = skip_digits(s, n, i, 9);
  if (end - i != 4 && end - i != 8) return 0;
  if (!((s[i] == '1' && s[i + 1] == '9') || (s[i] == '2' && s[i + 1] <= '1'))) return 0;
  if (end - i == 8) return 1;
  // 2024-05-14, 2024.5.14, 2024 - 5 - 14.
  uint8_t between = 0;
  for (int part = 0; part < 2; part++) {
    end = skip_blanks(s, n, end);
    if (end >= n) return 0;
    if (s[end] >= 0x80) return 1;
    if (s[end] != '-' && s[end] != '.') return 0;
    if (part == 1 && s[end] != between) return 0;
    between = s[end];
    end = skip_blanks(s, n, end + 1);
    if (end >= n) return 0;
    if (s[end] >= 0x80) return 1;
    size_t behind = skip_digits(s, n, end, 3);
    if (behind == end || behind - end > 2) return 0;
    end = behind;
  }
  return 1;
}

// 10.0.0.1
static int may_be_address(const uint8_t *s, size_t n, size_t i) {
  if (s[i] >= 0x80) return 1;
  for (int part = 0; part < 4; part++) {
    size_t end = skip_digits(s, n, i, 4);
    if (end == i || end - i > 3) return end < n && s[end] == 0xEF;
    if (part < 3 && (end >= n || s[end] != '.')) return end < n && s[end] == 0xEF;
    i = end + 1;
  }
  return 1;
}

// a770.fb36.77c7
static int is_dotted_hardware(const uint8_t *s, size_t n, size_t i) {
  if (n - i < 14) return 0;
  for (size_t k = 0; k < 14; k++)
    if (k == 4 || k == 9 ? s[i + k] != '.' : !is_hex(s[i + k])) return 0;
  return i + 14 >= n || (!is_digit(s[i + 14]) && !is_letter(s[i + 14]));
}

int personal_judge_number(const uint8_t *s, size_t n, size_t i, uint32_t *needs) {
  size_t start = i;
  // Letters right before belong to the code; a digit among them has been looked at.
  while (start > 0 && i - start < 64) {
    if (is_letter(s[start - 1])) start--;
    else if (start >= 3 && is_wide_letter(s + start - 3)) start -= 3;
    else if (start >= 4 && is_dropped(s, n, start - 3) && is_letter(s[start - 4])) start -= 3;
    else break;
  }
  if (i - start < 64 && start > 0) {
    if (is_digit(s[start - 1]) || (start >= 3 && is_wide_digit(s + start - 3))) return 0;
  }
  if (is_dotted_hardware(s, n, start)) {
    *needs = 0;
    return 1;
  }
  struct number r = read(s, n, start);
  if (!r.is_angle && !is_long_enough(&r)) return 0;
  // Long enough to speak for itself: mobile and identity numbers, cards, what a mask leaves over,
  // coordinates, hardware addresses, vehicles, identity cards of Hong Kong.
  if (r.digits >= 11 || r.is_masked || r.is_filled || (r.dots > 0 && r.decimals >= 5) || r.is_vehicle
      || r.is_bracketed || r.is_misread || r.is_angle || (r.letters > 0 && (r.dashes >= 3 || (r.dots >= 2 && r.total >= 12))))
  {
    *needs = 0;
    return 1;
  }
  // 8765 4321, E0570 9088; three parts are a date.
  int is_parted = r.longest == 4 && r.dots == 0 && r.dashes < 2;
  if (r.longest >= 5 || is_parted || may_be_address(s, n, i)) *needs |= PERSONAL_NEEDS_LABEL;
  if (may_be_date(s, n, i)) *needs |= PERSONAL_NEEDS_BIRTH;
  return *needs != 0;
}
