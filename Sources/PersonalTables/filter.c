#include "filter.h"

#include <stdlib.h>

struct personal_filter *personal_filter_create(void) {
  struct personal_filter *f = calloc(1, sizeof *f);
  if (f == NULL) return NULL;
  for (int b = '0'; b <= '9'; b++) f->ascii[b] = IS_DIGIT;
  for (int b = 'a'; b <= 'z'; b++) f->ascii[b] = f->ascii[b - 32] = IS_LETTER;
  // qq, vx, wx, wechat, weixin, wxid, wj, mac, v信, hiv.
  static const char net[] = "qvwmh";
  for (const char *b = net; *b; b++) {
    f->ascii[(int)*b] |= IS_NET;
    f->ascii[*b - 32] |= IS_NET;
  }
  // EF BC 90 … 99 and A0, E2 91 A0 … A8.
  f->neighbour_bytes[0][0xEF & 63] |= WIDE;
  f->neighbour_bytes[1][0xBC & 63] |= WIDE;
  for (int b = 0x90; b <= 0x99; b++) f->neighbour_bytes[2][b & 63] |= WIDE;
  f->neighbour_bytes[2][0xA0 & 63] |= WIDE;
  f->neighbour_bytes[0][0xE2 & 63] |= CIRCLED;
  f->neighbour_bytes[1][0x91 & 63] |= CIRCLED;
  for (int b = 0xA0; b <= 0xA8; b++) f->neighbour_bytes[2][b & 63] |= CIRCLED;
  // name@, name#163.com, name[at]163.com, name(at)163.com; EF BC 83.
  f->ascii['@'] = f->ascii['#'] = f->ascii['['] = f->ascii['('] = IS_AT;
  f->neighbour_bytes[2][0x83 & 63] |= WIDE;
  // Ａ … Ｚ behind a province.
  for (int b = 0xA1; b <= 0xBA; b++) f->neighbour_bytes[2][b & 63] |= WIDE;
  f->ascii[':'] = IS_COLON;
  return f;
}

void personal_filter_set_class(struct personal_filter *f, uint32_t scalar, uint16_t classes) {
  if (scalar < 0x10000) f->classes[scalar] |= classes;
}

static int add(
    struct personal_filter *f, uint32_t first, uint32_t second, struct word word) {
  if (f->count + 1 >= MOST_WORDS) return 0;
  uint32_t place = ++f->count, head = head_of(first, second);
  word.next = f->heads[head];
  word.key = first << 16 | second;
  f->words[place] = word;
  f->heads[head] = place;
  return 1;
}

static void put(uint8_t table[][64], uint32_t scalar, uint8_t bit) {
  table[0][(0xE0 | scalar >> 12) & 63] |= bit;
  table[1][scalar >> 6 & 63] |= bit;
  table[2][scalar & 63] |= bit;
}

static void add_pair(struct personal_filter *f, uint32_t first, uint32_t second, int bucket) {
  uint32_t bit = pair_bit(first, second);
  f->pairs[bit >> 6] |= 1ull << (bit & 63);
  put(f->pair_bytes[bucket / 8], first, (uint8_t)(1 << bucket % 8));
  put(f->pair_bytes[bucket / 8] + 3, second, (uint8_t)(1 << bucket % 8));
}

// The low six bits of one of the six bytes of a pair.
static uint32_t byte_of(uint32_t first, uint32_t second, int i) {
  uint32_t c = i < 3 ? first : second;
  return (i % 3 == 0 ? 0xE0 | c >> 12 : i % 3 == 1 ? c >> 6 : c) & 63;
}

// How many pairs of characters a bucket lets pass, with one more pair in it.
static uint64_t width_of(const struct personal_filter *f, int bucket, uint32_t first, uint32_t second) {
  uint64_t all = 1;
  for (int i = 0; i < 6; i++) {
    int is_in = f->sets[bucket][i] >> byte_of(first, second, i) & 1;
    all *= (uint64_t)f->set_count[bucket][i] + !is_in;
  }
  return all;
}

// Puts a pair where it lets the fewest others pass; returns how many more.
static uint64_t place_pair(
    struct personal_filter *f, uint32_t first, uint32_t second, int *bucket) {
  uint64_t least = UINT64_MAX;
  for (int k = 0; k < BUCKETS; k++) {
    uint64_t more = width_of(f, k, first, second) - f->widths[k];
    if (more < least) { least = more; *bucket = k; }
  }
  return least;
}

static void take_pair(struct personal_filter *f, uint32_t first, uint32_t second, int bucket) {
  f->widths[bucket] = width_of(f, bucket, first, second);
  for (int i = 0; i < 6; i++) {
    uint64_t bit = 1ull << byte_of(first, second, i);
    f->set_count[bucket][i] += !(f->sets[bucket][i] & bit);
    f->sets[bucket][i] |= bit;
  }
  add_pair(f, first, second, bucket);
}

// Whether a word is already found by a pair. The bits of `has_pair` do not say: pairs share them.
static int is_taken(const struct personal_filter *f, const uint8_t *p) {
  uint32_t first = three_bytes(p), second = three_bytes(p + 3), key = first << 16 | second;
  for (uint32_t at = f->heads[head_of(first, second)]; at != 0; at = f->words[at].next)
    if (f->words[at].key == key) return 1;
  return 0;
}

int personal_filter_add_word(
    struct personal_filter *f, const uint8_t *bytes, size_t length, uint8_t kind) {
  if (length < 4 || length > 96 || !is_lead(bytes[0])) return 0;
  struct word word = {.bytes = bytes, .length = (uint8_t)length, .kind = kind};
  if (bytes[3] < 0x80) {
    personal_filter_add_neighbour(f, three_bytes(bytes), 1);
    return add(f, three_bytes(bytes), 1, word);
  }
  // Any two of its characters find a word: those that let the fewest others pass.
  uint64_t least = UINT64_MAX;
  int bucket = 0;
  size_t best = length;
  for (size_t i = 0; i + 5 < length && is_lead(bytes[i]) && is_lead(bytes[i + 3]); i += 3) {
    int where = 0;
    uint64_t more = is_taken(f, bytes + i)
        ? 0 : place_pair(f, three_bytes(bytes + i), three_bytes(bytes + i + 3), &where);
    if (more < least) { least = more; best = i; bucket = where; }
  }
  if (best == length) return 0;
  uint32_t first = three_bytes(bytes + best), second = three_bytes(bytes + best + 3);
  if (!is_taken(f, bytes + best)) take_pair(f, first, second, bucket);
  word.back = (uint8_t)best;
  return add(f, first, second, word);
}

int personal_filter_add_pair(struct personal_filter *f, uint32_t first, uint32_t second) {
  int bucket = 0;
  place_pair(f, first, second, &bucket);
  take_pair(f, first, second, bucket);
  return 1;
}

void personal_filter_add_neighbour(struct personal_filter *f, uint32_t scalar, int kind) {
  if (scalar >= 0x10000) return;
  f->neighbours[scalar] |= (uint8_t)(1 << kind);
  // Three buckets each, by the middle bits: characters of one row share them.
  put(f->neighbour_bytes, scalar, (uint8_t)(1 << ((scalar >> 8) % 3 + (kind == 3 ? 3 : 0))));
}
