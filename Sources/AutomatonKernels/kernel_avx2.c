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

TARGET uint32_t zk_decode_avx2(const zk_tables *t, zk_scratch *s, const uint8_t *source, uint32_t length, uint32_t base, uint32_t have) {
  return decode_by_pairs(t, s, source, length, base, have, both_pext);
}

/* Positions of the set bits of a byte, as eight bytes. */
TARGET ZK_INLINE __m256i positions(uint32_t mask) {
  uint64_t all = _pdep_u64(mask, 0x0101010101010101ull) * 255;
  return _mm256_cvtepu8_epi32(_mm_cvtsi64_si128((long long)_pext_u64(0x0706050403020100ull, all)));
}

typedef struct { uint32_t *pair, *triple, two, three; } Candidates;

/* Bits of eight positions `at` with hashes h, words g and third units d. */
TARGET ZK_INLINE void test8(Candidates *k, __m256i at, __m256i h, __m256i g, __m256i d, uint32_t some) {
  const __m256i K3 = _mm256_set1_epi32(THIRD_MULTIPLIER), split = _mm256_set1_epi32(SPLIT), m31 = _mm256_set1_epi32(31), bit = _mm256_set1_epi32(1);
  __m256i y = _mm256_or_si256(_mm256_add_epi32(h, _mm256_srli_epi32(_mm256_mullo_epi32(d, K3), 22)), split);
  h = _mm256_andnot_si256(split, h);
  h = _mm256_or_si256(_mm256_sllv_epi32(bit, _mm256_and_si256(h, m31)), _mm256_sllv_epi32(bit, _mm256_and_si256(_mm256_srli_epi32(h, 5), m31)));
  y = _mm256_or_si256(_mm256_sllv_epi32(bit, _mm256_and_si256(y, m31)), _mm256_sllv_epi32(bit, _mm256_and_si256(_mm256_srli_epi32(y, 5), m31)));
  uint32_t k2 = some & (uint32_t)_mm256_movemask_ps(_mm256_castsi256_ps(_mm256_cmpeq_epi32(_mm256_and_si256(g, h), h)));
  uint32_t k3 = some & (uint32_t)_mm256_movemask_ps(_mm256_castsi256_ps(_mm256_cmpeq_epi32(_mm256_and_si256(g, y), y)));
  _mm256_storeu_si256((void *)(k->pair + k->two), _mm256_permutevar8x32_epi32(at, positions(k2))); k->two += (uint32_t)__builtin_popcount(k2);
  _mm256_storeu_si256((void *)(k->triple + k->three), _mm256_permutevar8x32_epi32(at, positions(k3))); k->three += (uint32_t)__builtin_popcount(k3);
}

/* Every position through the filter: hashes, words by plain loads (they beat the gather of AVX2), bits. */
TARGET static void filter_all(const zk_tables *t, zk_scratch *s, uint32_t lo, uint32_t hi) {
  const uint16_t *const c = s->code;
  const uint32_t *const f = t->filter;
  uint32_t *const hash = s->hash, *const word = s->word;
  const __m256i K = _mm256_set1_epi32(PAIR_MULTIPLIER), counting = _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7);
  const __m128i shift = _mm_cvtsi32_si128((int)filter_shift(t));
  for (uint32_t i = lo; i < hi; i += 8) {
    __m256i a = _mm256_cvtepu16_epi32(_mm_loadu_si128((const void *)(c + i))), b = _mm256_cvtepu16_epi32(_mm_loadu_si128((const void *)(c + i + 1)));
    __m256i h = _mm256_mullo_epi32(_mm256_or_si256(a, _mm256_slli_epi32(b, 16)), K);
    _mm256_storeu_si256((void *)(hash + (i - lo)), _mm256_srl_epi32(h, shift));
  }
  for (uint32_t i = 0; i < hi - lo; i += 4) {
    uint64_t a = load8(hash + i), b = load8(hash + i + 2);
    word[i] = f[(uint32_t)a >> 10]; word[i + 1] = f[a >> 42]; word[i + 2] = f[(uint32_t)b >> 10]; word[i + 3] = f[b >> 42];
  }
  Candidates k = {s->pair, s->triple, 0, 0};
  for (uint32_t i = lo; i < hi; i += 8) {
    __m256i d = _mm256_cvtepu16_epi32(_mm_loadu_si128((const void *)(c + i + 2))), at = _mm256_add_epi32(counting, _mm256_set1_epi32((int)i));
    test8(&k, at, _mm256_loadu_si256((const void *)(hash + (i - lo))), _mm256_loadu_si256((const void *)(word + (i - lo))), d, 255);
  }
  while (k.two && k.pair[k.two - 1] >= hi) k.two--;
  while (k.three && k.triple[k.three - 1] >= hi) k.three--;
  s->pairs = k.two; s->triples = k.three;
}

/* First only positions whose two units may begin an anchor, 16 comparisons at a time; then the filter for those. */
TARGET static void filter_survivors(const zk_tables *t, zk_scratch *s, uint32_t lo, uint32_t hi) {
  const uint16_t *const c = s->code;
  const uint32_t *const f = t->filter;
  uint32_t *const at = s->single, *const hash = s->hash, *const third = s->word, n = 0;
  /* unsigned x - low < span: the saturated difference to span - 1 is zero (an empty span has no anchors) */
  const __m256i low1 = _mm256_set1_epi16((short)t->first_low), last1 = _mm256_set1_epi16((short)(t->first_span - 1)),
                low2 = _mm256_set1_epi16((short)t->second_low), last2 = _mm256_set1_epi16((short)(t->second_span - 1)), zero = _mm256_setzero_si256(),
                counting = _mm256_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7);
  s->pairs = s->triples = 0;
  if (!t->first_span || !t->second_span) return;
  for (uint32_t i = lo; i < hi; i += 16) {
    __m256i a = _mm256_sub_epi16(_mm256_loadu_si256((const void *)(c + i)), low1), b = _mm256_sub_epi16(_mm256_loadu_si256((const void *)(c + i + 1)), low2);
    a = _mm256_cmpeq_epi16(_mm256_or_si256(_mm256_subs_epu16(a, last1), _mm256_subs_epu16(b, last2)), zero);
    uint32_t m = _pext_u32((uint32_t)_mm256_movemask_epi8(a), 0x55555555u);
    __m256i from = _mm256_add_epi32(_mm256_set1_epi32((int)i), counting);
    _mm256_storeu_si256((void *)(at + n), _mm256_permutevar8x32_epi32(from, positions(m & 255))); n += (uint32_t)__builtin_popcount(m & 255);
    from = _mm256_add_epi32(from, _mm256_set1_epi32(8));
    _mm256_storeu_si256((void *)(at + n), _mm256_permutevar8x32_epi32(from, positions(m >> 8))); n += (uint32_t)__builtin_popcount(m >> 8);
  }
  while (n && at[n - 1] >= hi) n--;
  judge_density(s, n, hi - lo);
  const uint32_t shift = filter_shift(t);
  Candidates k = {s->pair, s->triple, 0, 0};
  for (uint32_t j = 0; j < n; j++) {
    uint64_t x = load8(c + at[j]);
    hash[j] = ((uint32_t)x * (uint32_t)PAIR_MULTIPLIER) >> shift;
    third[j] = (uint16_t)(x >> 32);
  }
  for (uint32_t j = 0; j < n; j += 8) {
    uint32_t some = n - j < 8 ? (1u << (n - j)) - 1 : 255, words[8] = {0};
    for (uint32_t q = 0; q < 8 && q < n - j; q++) words[q] = f[hash[j + q] >> 10];
    test8(&k, _mm256_loadu_si256((const void *)(at + j)), _mm256_loadu_si256((const void *)(hash + j)), _mm256_loadu_si256((const void *)words),
          _mm256_loadu_si256((const void *)(third + j)), some);
  }
  s->pairs = k.two; s->triples = k.three;
}

TARGET void zk_filter_avx2(const zk_tables *t, zk_scratch *s, uint32_t lo, uint32_t hi) {
  if (s->dense) { s->dense--; filter_all(t, s, lo, hi); }
  else filter_survivors(t, s, lo, hi);
  const uint32_t low = t->single_low, span = t->code_end - low;
  uint32_t *const single = s->single, one = 0;
  if (span) for (uint32_t i = lo; i < hi; i++) { single[one] = i; one += s->code[i] - low < span; }
  s->singles = one;
}

TARGET uint32_t zk_next_event_avx2(zk_scratch *s, uint32_t out, uint32_t from, uint32_t to) {
  const uint16_t *const c = s->code;
  const __m256i first = _mm256_set1_epi16((short)ZK_EVENT);
  uint32_t i = from;
  for (; i < to; i += 16) {
    __m256i x = _mm256_loadu_si256((const void *)(c + i));
    uint32_t m = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi16(_mm256_max_epu16(x, first), x));
    if (__builtin_expect(m != 0, 0)) { i += (uint32_t)__builtin_ctz(m) / 2; break; }
  }
  i = i < to ? i : to;
  move_down(s, out, from, i - from);
  return i;
}

TARGET ZK_INLINE uint32_t events32(const uint16_t *c) {
  const __m256i first = _mm256_set1_epi16((short)ZK_EVENT);
  __m256i x = _mm256_loadu_si256((const void *)c), y = _mm256_loadu_si256((const void *)(c + 16));
  x = _mm256_cmpeq_epi16(_mm256_max_epu16(x, first), x); y = _mm256_cmpeq_epi16(_mm256_max_epu16(y, first), y);
  if (__builtin_expect(_mm256_testz_si256(_mm256_or_si256(x, y), _mm256_or_si256(x, y)), 1)) return 0;
  x = _mm256_permute4x64_epi64(_mm256_packs_epi16(x, y), 0xD8);
  return (uint32_t)_mm256_movemask_epi8(x);
}

TARGET void zk_rule_out_avx2(const zk_tables *t, zk_scratch *s, const uint8_t *text, uint64_t count, uint32_t from, uint32_t to) {
  rule_out(t, s, text, count, from, to, events32);
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
uint32_t zk_next_event_avx2(zk_scratch *s, uint32_t out, uint32_t from, uint32_t to) {
  return zk_next_event_portable(s, out, from, to);
}
void zk_rule_out_avx2(const zk_tables *t, zk_scratch *s, const uint8_t *text, uint64_t count, uint32_t from, uint32_t to) {
  zk_rule_out_portable(t, s, text, count, from, to);
}
uint32_t zk_probe_pairs_avx2(const zk_tables *t, zk_scratch *s, uint32_t from, uint32_t count) {
  return zk_probe_pairs_portable(t, s, from, count);
}
uint32_t zk_probe_triples_avx2(const zk_tables *t, zk_scratch *s, uint32_t from, uint32_t count, const uint16_t *records) {
  return zk_probe_triples_portable(t, s, from, count, records);
}
#endif
