#include "personal_tables.h"

// What a byte can be for a number that is still running.
enum { STOP = 0, DIGIT = 1, LETTER = 2, GAP = 3, LEAD = 4 };

static int kind_of(uint8_t b) {
  if (b >= '0' && b <= '9') return DIGIT;
  if ((b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z')) return LETTER;
  if (b >= 0x80) return LEAD;
  switch (b) {
    case ' ': case '-': case '.': case '(': case ')': case '+': case '*': case '_':
    case '#': case '?': case '\n': case '\r':
      return GAP;
    default:
      return STOP;
  }
}

static int is_fullwidth_digit(const uint8_t *p) {
  return p[0] == 0xEF && p[1] == 0xBC && p[2] >= 0x90 && p[2] <= 0x99;
}

static int is_fullwidth_letter(const uint8_t *p) {
  return p[0] == 0xEF
      && ((p[1] == 0xBC && p[2] >= 0xA1 && p[2] <= 0xBA)
          || (p[1] == 0xBD && p[2] >= 0x81 && p[2] <= 0x9A));
}

// Three bytes that may stand between two digits of one number: spaces, dashes, mask marks.
static int is_gap(const uint8_t *p) {
  switch (p[0]) {
    case 0xE2: return p[1] == 0x80 || p[1] == 0x83 || p[1] == 0x81 || p[1] == 0x88 || p[1] == 0x96 || p[1] == 0x97;
    case 0xE3: return p[1] == 0x80 && p[2] == 0x80;
    case 0xEF: return p[1] == 0xBB || p[1] == 0xB8 || (p[1] == 0xBC && p[2] < 0xA0) || p[1] == 0xBE;
    default: return 0;
  }
}

// Reads the number or code that begins at `at`; sets `*end` behind its last digit or letter.
static int is_number(const uint8_t *s, size_t n, size_t at, size_t *end) {
  size_t i = at, last = at, digits = 0, dots = 0, run = 0, gap = 0, total = 0;
  size_t longest = 0, decimals = 0;
  while (i < n) {
    int kind = kind_of(s[i]);
    size_t width = 1;
    if (kind == LEAD) {
      if ((s[i] == 0xC2 || s[i] == 0xC3) && i + 1 < n) { kind = GAP; width = 2; }
      else if ((s[i] == 0xCE || s[i] == 0xCF || s[i] == 0xD0 || s[i] == 0xD1) && i + 1 < n) {
        kind = GAP; width = 2;
      } else if (i + 2 < n) {
        width = 3;
        if (is_fullwidth_digit(s + i)) kind = DIGIT;
        else if (is_fullwidth_letter(s + i)) kind = LETTER;
        else kind = is_gap(s + i) ? GAP : STOP;
      } else kind = STOP;
    }
    if (kind == STOP) break;
    if (kind == DIGIT) {
      digits++; run++; total++; gap = 0; last = i + width;
      if (run > longest) longest = run;
      if (dots > 0 && run > decimals) decimals = run;
    } else if (kind == LETTER) {
      // A word after a gap is a word of its own, a letter inside a code is not.
      if (gap > 0 && s[i] != 'x' && s[i] != 'X') break;
      run = 0; total++; last = i + width;
    } else {
      if (s[i] == '.') dots++;
      run = 0;
      gap += width;
      if (gap > 60) break;
    }
    i += width;
    if (digits >= 24) break;
  }
  *end = last > at ? last : at + 1;
  // One point is a decimal number: only a long one is of interest.
  return longest >= 6 || (dots == 1 && longest >= 5 && decimals >= 5) || (dots != 1 && digits >= 6)
      || (digits >= 4 && (total >= 12 || dots >= 3));
}

static int is_hex(uint8_t b) {
  return (b >= '0' && b <= '9') || (b >= 'a' && b <= 'f') || (b >= 'A' && b <= 'F');
}

// One to four hexadecimal digits and a colon, as in hardware and IPv6 addresses.
static int is_hex_group(const uint8_t *s, size_t n, size_t i) {
  size_t end = i;
  while (end < n && end < i + 4 && is_hex(s[end])) end++;
  return end > i && end < n && s[end] == ':';
}

static uint8_t lower(uint8_t b) { return b >= 'A' && b <= 'Z' ? b + 32 : b; }

// ASCII words that name a net identity: qq, vx, wx, wechat, wxid, mac.
static int is_net_word(const uint8_t *s, size_t n, size_t i) {
  if (i + 1 >= n) return 0;
  uint8_t a = lower(s[i]), b = lower(s[i + 1]);
  uint8_t c = i + 2 < n ? lower(s[i + 2]) : 0;
  return (a == 'q' && b == 'q') || (a == 'v' && b == 'x') || (a == 'w' && b == 'x')
      || (a == 'w' && b == 'e' && (c == 'c' || c == 'i')) || (a == 'm' && b == 'a' && c == 'c')
      || (a == 'v' && b == 0xE4 && c == 0xBF) || (a == 'h' && b == 'i' && c == 'v');
}

uint32_t personal_pair_bit(uint32_t first, uint32_t second) {
  return ((first * 0x9E37u) ^ (second * 0x85EBu + (second >> 3))) & 0xFFFFu;
}

// The first 1,024 words say which characters begin a pair, the others which pairs there are.
static int has_pair(const uint64_t *pairs, uint32_t first, uint32_t second) {
  if (!((pairs[first >> 6] >> (first & 63)) & 1)) return 0;
  uint32_t bit = personal_pair_bit(first, second);
  return (pairs[1024 + (bit >> 6)] >> (bit & 63)) & 1;
}

size_t personal_next_trigger(
    const uint8_t *s, size_t n, size_t from, const uint64_t *pairs) {
  size_t i = from;
  uint32_t before = 0;
  while (i < n) {
    uint8_t b = s[i];
    if (b >= 0xE3 && b <= 0xE9 && i + 2 < n) {
      uint32_t c = ((uint32_t)(b & 0x0F) << 12) | ((uint32_t)(s[i + 1] & 0x3F) << 6)
          | (s[i + 2] & 0x3F);
      if (before != 0 && has_pair(pairs, before, c)) return before == 2 ? i : i - 3;
      before = c;
      i += 3;
      continue;
    }
    int fullwidth = b == 0xEF && i + 2 < n;
    if ((b >= '0' && b <= '9') || (fullwidth && is_fullwidth_digit(s + i))) {
      if (before != 0 && has_pair(pairs, before, 2)) return i - 3;
      size_t end;
      if (is_number(s, n, i, &end)) return i;
      i = end;
      before = 2;
      continue;
    } else if ((b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z')
               || (fullwidth && is_fullwidth_letter(s + i))) {
      if (before != 0 && has_pair(pairs, before, 1)) return i - 3;
      if (!fullwidth && is_net_word(s, n, i)) return i;
      size_t end;
      if (is_number(s, n, i, &end)) return i;
      i = end;
    } else if (b == '@' || (fullwidth && s[i + 1] == 0xBC && s[i + 2] == 0xA0)) {
      return i;
    } else if (b == ':' && is_hex_group(s, n, i + 1)) {
      return i;
    } else if (b == 0xE2 && i + 2 < n && s[i + 1] == 0x91 && s[i + 2] >= 0xA0 && s[i + 2] <= 0xA8
               && i + 29 < n && s[i + 3] == 0xE2 && s[i + 27] == 0xE2) {
      return i;
    } else {
      i += fullwidth ? 3 : 1;
    }
    before = 0;
  }
  return n;
}
