/* Stages with AVX2 and BMI2: pext takes two characters apart, eight hashes at a time, compaction through a table. */
#include "hashes.h"

#if defined(__x86_64__)
#define TARGET __attribute__((target("avx2,bmi,bmi2,popcnt,lzcnt")))

int zk_has_avx2(void) {
  __builtin_cpu_init();
  return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt");
}

TARGET ZK_INLINE uint32_t both_pext(uint64_t x) { return (uint32_t)_pext_u64(__builtin_bswap64(x), 0x0F3F3F0F3F3F0000ull); }

TARGET ZK_INLINE uint32_t equal8(const zk_line *l, uint32_t key) {
  __m256i k = _mm256_set1_epi32((int)key);
  return (uint32_t)_mm256_movemask_ps(_mm256_castsi256_ps(_mm256_cmpeq_epi32(_mm256_loadu_si256((const void *)l->key), k)));
}

/* The body of decode_by_pairs, repeated: a function without the target may not be inlined around pext. */
TARGET uint32_t zk_decode_avx2(const zk_tables *t, zk_scratch *s, const uint8_t *source, uint32_t length, uint32_t base, uint32_t have) {
  return decode_by_pairs(t, s, source, length, base, have, both_pext);
}

/* Positions of the set bits of a byte, as eight bytes. */
TARGET ZK_INLINE __m256i positions(uint32_t mask) {
  uint64_t all = _pdep_u64(mask, 0x0101010101010101ull) * 255;
  return _mm256_cvtepu8_epi32(_mm_cvtsi64_si128((long long)_pext_u64(0x0706050403020100ull, all)));
}

TARGET void zk_filter_avx2(const zk_tables *t, zk_scratch *s, uint32_t lo, uint32_t hi) {
  const uint16_t *c = s->code;
  const uint32_t *f = t->filter;
  uint32_t *const hash = s->hash, *const word = s->word, *const single = s->single, *const pair = s->pair, *const triple = s->triple;
  uint32_t one = 0, two = 0, three = 0;
  const __m256i K = _mm256_set1_epi32(PAIR_MULTIPLIER), K3 = _mm256_set1_epi32(THIRD_MULTIPLIER), split = _mm256_set1_epi32(SPLIT),
                m31 = _mm256_set1_epi32(31), bit = _mm256_set1_epi32(1);
  const __m128i shift = _mm_cvtsi32_si128((int)filter_shift(t));
  for (uint32_t i = lo; i < hi; i += 8) {                        /* hashes */
    __m256i a = _mm256_cvtepu16_epi32(_mm_loadu_si128((const void *)(c + i))), b = _mm256_cvtepu16_epi32(_mm_loadu_si128((const void *)(c + i + 1)));
    __m256i h = _mm256_mullo_epi32(_mm256_or_si256(a, _mm256_slli_epi32(b, 16)), K);
    _mm256_storeu_si256((void *)(hash + (i - lo)), _mm256_srl_epi32(h, shift));
  }
  for (uint32_t i = 0; i < hi - lo; i += 4) {                    /* words: plain loads beat the gather of AVX2 */
    uint64_t a = load8(hash + i), b = load8(hash + i + 2);
    word[i] = f[(uint32_t)a >> 10]; word[i + 1] = f[a >> 42]; word[i + 2] = f[(uint32_t)b >> 10]; word[i + 3] = f[b >> 42];
  }
  for (uint32_t i = lo; i < hi; i += 8) {                        /* bits */
    __m256i h = _mm256_loadu_si256((const void *)(hash + (i - lo))), g = _mm256_loadu_si256((const void *)(word + (i - lo)));
    __m256i d = _mm256_cvtepu16_epi32(_mm_loadu_si128((const void *)(c + i + 2)));
    __m256i y = _mm256_or_si256(_mm256_add_epi32(h, _mm256_srli_epi32(_mm256_mullo_epi32(d, K3), 22)), split);
    h = _mm256_andnot_si256(split, h);
    h = _mm256_or_si256(_mm256_sllv_epi32(bit, _mm256_and_si256(h, m31)), _mm256_sllv_epi32(bit, _mm256_and_si256(_mm256_srli_epi32(h, 5), m31)));
    y = _mm256_or_si256(_mm256_sllv_epi32(bit, _mm256_and_si256(y, m31)), _mm256_sllv_epi32(bit, _mm256_and_si256(_mm256_srli_epi32(y, 5), m31)));
    uint32_t k2 = (uint32_t)_mm256_movemask_ps(_mm256_castsi256_ps(_mm256_cmpeq_epi32(_mm256_and_si256(g, h), h)));
    uint32_t k3 = (uint32_t)_mm256_movemask_ps(_mm256_castsi256_ps(_mm256_cmpeq_epi32(_mm256_and_si256(g, y), y)));
    __m256i at = _mm256_set1_epi32((int)i);
    _mm256_storeu_si256((void *)(pair + two), _mm256_add_epi32(at, positions(k2))); two += (uint32_t)__builtin_popcount(k2);
    _mm256_storeu_si256((void *)(triple + three), _mm256_add_epi32(at, positions(k3))); three += (uint32_t)__builtin_popcount(k3);
  }
  while (two && pair[two - 1] >= hi) two--;
  while (three && triple[three - 1] >= hi) three--;
  uint32_t low = t->single_low, span = t->code_end - low;
  if (span) for (uint32_t i = lo; i < hi; i++) { single[one] = i; one += c[i] - low < span; }
  s->singles = one; s->pairs = two; s->triples = three;
}

TARGET uint32_t zk_next_event_avx2(const zk_scratch *s, uint32_t from, uint32_t to) {
  const uint16_t *const c = s->code;
  const __m256i first = _mm256_set1_epi16((short)ZK_EVENT);
  for (uint32_t i = from; i < to; i += 16) {
    __m256i x = _mm256_loadu_si256((const void *)(c + i));
    uint32_t m = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi16(_mm256_max_epu16(x, first), x));
    if (__builtin_expect(m != 0, 0)) { i += (uint32_t)__builtin_ctz(m) / 2; return i < to ? i : to; }
  }
  return to;
}

TARGET uint32_t zk_probe_pairs_avx2(const zk_tables *t, zk_scratch *s, uint32_t from, uint32_t count) {
  return probe_pairs(t, s, from, count, equal8);
}

TARGET uint32_t zk_probe_triples_avx2(const zk_tables *t, zk_scratch *s, uint32_t from, uint32_t count, const uint16_t *records) {
  return probe_triples(t, s, from, count, records, equal8);
}
#else
int zk_has_avx2(void) { return 0; }
uint32_t zk_decode_avx2(const zk_tables *t, zk_scratch *s, const uint8_t *source, uint32_t length, uint32_t base, uint32_t have) {
  return zk_decode_portable(t, s, source, length, base, have);
}
void zk_filter_avx2(const zk_tables *t, zk_scratch *s, uint32_t lo, uint32_t hi) { zk_filter_portable(t, s, lo, hi); }
uint32_t zk_next_event_avx2(const zk_scratch *s, uint32_t from, uint32_t to) { return zk_next_event_portable(s, from, to); }
uint32_t zk_probe_pairs_avx2(const zk_tables *t, zk_scratch *s, uint32_t from, uint32_t count) {
  return zk_probe_pairs_portable(t, s, from, count);
}
uint32_t zk_probe_triples_avx2(const zk_tables *t, zk_scratch *s, uint32_t from, uint32_t count, const uint16_t *records) {
  return zk_probe_triples_portable(t, s, from, count, records);
}
#endif
