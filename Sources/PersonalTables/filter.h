// What the scan of a text shares: the filter, and the judgement of one place.
#ifndef PERSONAL_FILTER_H
#define PERSONAL_FILTER_H

#include "personal_triggers.h"

enum { MOST_WORDS = 8192, WORD_HEADS = 2048, BUCKETS = 16, CHUNK = 2048 };

// A word is found by one pair of its characters, `back` bytes behind its beginning.
struct word {
  const uint8_t *bytes;
  uint32_t next;
  uint32_t key;
  uint8_t length;
  uint8_t back;
  uint8_t kind;
};

struct personal_filter {
  // Six bytes of two neighbouring characters: the pairs of one bucket share one bit.
  uint8_t pair_bytes[BUCKETS / 8][6][64];
  // Three bytes of a character: what it is beside a letter or digit, in the bits of `beside`.
  uint8_t neighbour_bytes[3][64];
  // The pairs themselves, by a hash of 16 bits.
  uint64_t pairs[1024];
  // What an ASCII byte is.
  uint8_t ascii[128];
  // What the character is beside a letter or digit; 1 << kind.
  uint8_t neighbours[0x10000];
  uint16_t classes[0x10000];
  // What each byte of a bucket's pairs may be, how many that are, and their product.
  uint64_t sets[BUCKETS][6], widths[BUCKETS];
  uint8_t set_count[BUCKETS][6];
  uint32_t heads[WORD_HEADS];
  struct word words[MOST_WORDS];
  uint32_t count;
};

// A character before a letter or digit, behind a digit; letters and digits of full width, and
// circled digits.
enum { BEFORE = 0x07, BEHIND = 0x38, WIDE = 0x40, CIRCLED = 0x80 };

// What an ASCII byte is to the scan.
enum { IS_DIGIT = 1, IS_LETTER = 2, IS_NET = 4, IS_AT = 8, IS_COLON = 16 };

static inline uint32_t three_bytes(const uint8_t *p) {
  return (uint32_t)(p[0] & 0x0F) << 12 | (uint32_t)(p[1] & 0x3F) << 6 | (p[2] & 0x3F);
}

static inline int is_lead(uint8_t b) { return (uint8_t)(b - 0xE3) < 7; }
static inline int is_digit(uint8_t b) { return (uint8_t)(b - '0') < 10; }
static inline int is_letter(uint8_t b) { return (uint8_t)((b | 0x20) - 'a') < 26; }

// Where the words of a pair begin.
static inline uint32_t head_of(uint32_t first, uint32_t second) {
  return (first * 0x9E3779B1u + second * 0x85EBCA77u) >> 21;
}

static inline uint32_t pair_bit(uint32_t first, uint32_t second) {
  return ((first * 0x9E37u) ^ (second * 0x85EBu + (second >> 3))) & 0xFFFFu;
}

static inline int has_pair(const struct personal_filter *f, const uint8_t *p) {
  uint32_t bit = pair_bit(three_bytes(p), three_bytes(p + 3));
  return f->pairs[bit >> 6] >> (bit & 63) & 1;
}

// For each of `count` blocks of 64 bytes at `p` a set bit for every byte that may be a trigger. Five
// bytes behind the last block are read.
void personal_candidates_avx2(
    const struct personal_filter *f, const uint8_t *p, size_t count, uint64_t *masks);
void personal_candidates_avx512(
    const struct personal_filter *f, const uint8_t *p, size_t count, uint64_t *masks);
int personal_has_avx2(void);
int personal_has_avx512(void);

// Whether a place is a trigger, and what it needs.
int personal_judge(
    const struct personal_filter *f, const uint8_t *s, size_t n, size_t i, int has_tables,
    uint32_t *needs);

// The parts of the judgement.
// The words found by the pair at a place.
int personal_judge_word(
    const struct personal_filter *f, const uint8_t *s, size_t n, size_t i, int has_tables,
    uint32_t *needs);
// Latin words that name a net identity or an illness.
int personal_judge_net(
    const struct personal_filter *f, const uint8_t *s, size_t n, size_t i, int has_tables);
int personal_is_mail(const uint8_t *s, size_t n, size_t i, size_t width);
int personal_is_hex_address(const uint8_t *s, size_t n, size_t i);
int personal_is_plate(const uint8_t *s, size_t n, size_t i);
// Whether an ASCII word stands at a place, in whatever case.
int personal_spells(const uint8_t *s, size_t n, size_t i, const char *word);
int personal_judge_number(const uint8_t *s, size_t n, size_t i, uint32_t *needs);
int personal_is_row(const uint8_t *s, size_t n, size_t place);
int personal_has_rows_below(const uint8_t *s, size_t n, size_t i);
int personal_has_account(const uint8_t *s, size_t n, size_t from, int letters);
int personal_is_named(
    const struct personal_filter *f, const uint8_t *s, size_t n, size_t end, int expected);
int personal_names_person(
    const struct personal_filter *f, const uint8_t *s, size_t n, size_t start, size_t end);

#endif
