#include "filter.h"
#include "candidates.h"

#if defined(__x86_64__)
#include <immintrin.h>
#define TARGET __attribute__((target("avx2,bmi,bmi2,popcnt,lzcnt")))
#define INLINE static inline __attribute__((always_inline))

int personal_has_avx2(void) {
  __builtin_cpu_init();
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2");
}

TARGET INLINE __m256i load(const uint8_t *p) { return _mm256_loadu_si256((const void *)p); }
TARGET INLINE uint32_t bits(__m256i x) { return (uint32_t)_mm256_movemask_epi8(x); }
TARGET INLINE uint32_t has(__m256i x, uint8_t some) {
  __m256i none = _mm256_cmpeq_epi8(
      _mm256_and_si256(x, _mm256_set1_epi8((char)some)), _mm256_setzero_si256());
  return ~bits(none);
}
TARGET INLINE __m256i part(const uint8_t *table, __m256i x) {
  return _mm256_shuffle_epi8(_mm256_broadcastsi128_si256(_mm_loadu_si128((const void *)table)), x);
}

// 64 entries in four quarters, chosen by bits 4 and 5 of the byte.
TARGET INLINE __m256i look_up(const uint8_t *table, __m256i x) {
  __m256i low = _mm256_and_si256(x, _mm256_set1_epi8(0x0F));
  __m256i odd = _mm256_slli_epi16(x, 3), upper = _mm256_slli_epi16(x, 2);
  __m256i a = _mm256_blendv_epi8(part(table, low), part(table + 16, low), odd);
  __m256i b = _mm256_blendv_epi8(part(table + 32, low), part(table + 48, low), odd);
  return _mm256_blendv_epi8(a, b, upper);
}

TARGET INLINE __m256i all(__m256i a, __m256i b, __m256i c) {
  return _mm256_and_si256(_mm256_and_si256(a, b), c);
}

TARGET INLINE __m256i pairs(const uint8_t table[6][64], const __m256i x[6]) {
  return _mm256_and_si256(
      all(look_up(table[0], x[0]), look_up(table[1], x[1]), look_up(table[2], x[2])),
      all(look_up(table[3], x[3]), look_up(table[4], x[4]), look_up(table[5], x[5])));
}

// Half a block; the pairs found.
TARGET INLINE uint64_t half(const struct personal_filter *f, const uint8_t *p, int at, struct block *b) {
  __m256i x[6] = {load(p), load(p + 1), load(p + 2), load(p + 3), load(p + 4), load(p + 5)};
  // Only a byte that begins three or four others can begin a pair.
  __m256i floor = _mm256_set1_epi8((char)0xE2);
  uint32_t leads = bits(_mm256_cmpeq_epi8(_mm256_max_epu8(x[0], floor), x[0])), ascii = ~bits(x[0]);
  uint64_t found = leads ? has(_mm256_or_si256(pairs(f->pair_bytes[0], x), pairs(f->pair_bytes[1], x)), 0xFF) & leads : 0;
#define PUT(field, mask) b->field |= (uint64_t)(uint32_t)(mask) << at
  if (leads) {
    __m256i beside = all(
        look_up(f->neighbour_bytes[0], x[0]), look_up(f->neighbour_bytes[1], x[1]),
        look_up(f->neighbour_bytes[2], x[2]));
    PUT(before, has(beside, BEFORE) & leads);
    PUT(behind, has(beside, BEHIND) & leads);
    PUT(rare, has(beside, WIDE | CIRCLED) & leads);
  }
  if (ascii) {
    __m256i kind = _mm256_blendv_epi8(
        look_up(f->ascii, x[0]), look_up(f->ascii + 64, x[0]), _mm256_slli_epi16(x[0], 1));
    PUT(digits, has(kind, IS_DIGIT) & ascii);
    PUT(letters, has(kind, IS_LETTER) & ascii);
    PUT(net, has(kind, IS_NET) & ascii);
    PUT(at, has(kind, IS_AT) & ascii);
    PUT(colons, has(kind, IS_COLON) & ascii);
  }
  return found << at;
}

TARGET void personal_candidates_avx2(
    const struct personal_filter *f, const uint8_t *p, size_t count, uint64_t *masks) {
  for (size_t i = 0; i < count; i++, p += 64) {
    struct block b = {0};
    uint64_t found = half(f, p, 0, &b);
    found |= half(f, p + 32, 32, &b);
    masks[i] = found | candidates(&b);
  }
}
#else
int personal_has_avx2(void) { return 0; }
void personal_candidates_avx2(
    const struct personal_filter *f, const uint8_t *p, size_t count, uint64_t *masks) {
  (void)f; (void)p;
  for (size_t i = 0; i < count; i++) masks[i] = ~0ull;
}
#endif
