/* Stages with AVX-512 VBMI2: 64 byte positions decoded at a time, 16 words of the filter per gather. */
#include "hashes.h"

#if defined(__x86_64__)
#define TARGET __attribute__((target("avx2,avx512f,avx512bw,avx512vl,avx512vbmi,avx512vbmi2,bmi,bmi2,popcnt,lzcnt")))

int zk_has_avx512(void) {
  __builtin_cpu_init();
  return zk_has_avx2() && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
         __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vbmi") && __builtin_cpu_supports("avx512vbmi2");
}

TARGET ZK_INLINE __m512i select8(__m512i mask, __m512i a, __m512i b) { return _mm512_ternarylogic_epi32(mask, a, b, 0xCA); }

/* Low and high bytes of 32 scalar values, put together. */
TARGET ZK_INLINE __m512i join(__m256i lo, __m256i hi) {
  return _mm512_or_si512(_mm512_cvtepu8_epi16(lo), _mm512_slli_epi16(_mm512_cvtepu8_epi16(hi), 8));
}

/* Malformed bytes or a character above U+FFFF: strictly, one character at a time. Returns where the next one begins. */
static __attribute__((noinline)) uint32_t decode_strictly(const zk_tables *t, zk_scratch *s, const uint8_t *source, uint32_t q, uint32_t stop,
                                                          uint32_t base, uint32_t *n, uint16_t *cp, uint32_t *beyond) {
  for (; q < stop; (*n)++) {
    uint32_t scalar, step = decode_one(source + q, &scalar);
    uint32_t above = scalar >= 0x10000 && scalar != ZK_NONE && code_of(t, scalar);
    *cp++ = (uint16_t)(scalar < 0x10000 ? scalar : above ? ZK_BEYOND : ZK_INVALID);
    *beyond |= above;
    s->pos[*n] = base + q;
    q += step;
  }
  return q;
}

/* No branch per character: the scalar value is computed at every byte position as if a character began there (its
 * halves hi and lo), then the positions of lead bytes are compressed together. */
TARGET uint32_t zk_decode_avx512(const zk_tables *t, zk_scratch *s, const uint8_t *source, uint32_t length, uint32_t base, uint32_t have) {
  static const uint8_t counting[64] = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21,
    22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50,
    51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};
  const __m512i index = _mm512_loadu_si512(counting), continuation = _mm512_set1_epi8(-64), xF0 = _mm512_set1_epi8((char)0xF0),
    xE0 = _mm512_set1_epi8((char)0xE0), xC0 = _mm512_set1_epi8((char)0xC0), xA0 = _mm512_set1_epi8((char)0xA0),
    x07 = _mm512_set1_epi8(7), xFE = _mm512_set1_epi8((char)0xFE), xDF = _mm512_set1_epi8((char)0xDF), ones = _mm512_set1_epi8(-1);
  uint16_t *const cp = s->cp, *const code = s->code;   /* in registers: vector stores might alias the struct */
  uint32_t *const pos = s->pos, n = have, found_beyond = 0;
  uint64_t carry = 0, beyond = t->has_far ? ~0ull : 0;
  for (uint32_t p = 0; p < length; p += 64) {
    __m512i x0 = _mm512_loadu_si512(source + p), x1 = _mm512_loadu_si512(source + p + 1), x2 = _mm512_loadu_si512(source + p + 2);
    uint64_t cont = _mm512_cmplt_epi8_mask(x0, continuation), cont1 = _mm512_cmplt_epi8_mask(x1, continuation), cont2 = _mm512_cmplt_epi8_mask(x2, continuation);
    uint64_t high = _mm512_movepi8_mask(x0), ge2 = _mm512_cmpge_epu8_mask(x0, xC0), ge3 = _mm512_cmpge_epu8_mask(x0, xE0), ge4 = _mm512_cmpge_epu8_mask(x0, xF0);
    uint64_t overlong = _mm512_mask_cmplt_epu8_mask(_mm512_cmpeq_epi8_mask(x0, xE0), x1, xA0) | _mm512_cmpeq_epi8_mask(_mm512_and_si512(x0, xFE), xC0);
    uint64_t expected = carry | ge2 << 1 | ge3 << 2 | ge4 << 3;
    uint64_t odd = (ge2 & ~cont1) | (ge3 & ~cont2) | (cont & ~expected) | overlong | (ge4 & beyond);
    if (__builtin_expect(odd != 0, 0)) {
      uint32_t q = p, stop = p + 64 < length ? p + 64 : length;
      for (; carry & cont & 1; carry >>= 1, cont >>= 1) q++;
      q = decode_strictly(t, s, source, q, stop, base, &n, cp + (n - have), &found_beyond);
      carry = q > p + 64 ? (1ull << (q - p - 64)) - 1 : 0;
      continue;
    }
    carry = ge2 >> 63 | ge3 >> 62 | ge4 >> 61;
    uint64_t lead = ~cont;
    if (__builtin_expect(length - p < 64, 0)) lead &= (1ull << (length - p)) - 1;
    __m512i hi3 = select8(xF0, _mm512_slli_epi16(x0, 4), _mm512_srli_epi16(x1, 2));
    __m512i lo3 = select8(xC0, _mm512_slli_epi16(x1, 6), x2);
    __m512i hi = _mm512_maskz_mov_epi8(high, _mm512_and_si512(_mm512_srli_epi16(x0, 2), x07));
    __m512i lo = _mm512_mask_mov_epi8(x0, high, select8(xC0, _mm512_slli_epi16(x0, 6), x1));
    hi = _mm512_mask_mov_epi8(_mm512_mask_mov_epi8(hi, ge3, hi3), ge4, xDF);
    lo = _mm512_mask_mov_epi8(_mm512_mask_mov_epi8(lo, ge3, lo3), ge4, ones);
    hi = _mm512_maskz_compress_epi8(lead, hi);
    lo = _mm512_maskz_compress_epi8(lead, lo);
    __m512i at = _mm512_maskz_compress_epi8(lead, index), from = _mm512_set1_epi32((int)(base + p));
    uint16_t *o = cp + (n - have);
    uint32_t *q = pos + n, k = (uint32_t)__builtin_popcountll(lead);
    _mm512_storeu_si512(o, join(_mm512_castsi512_si256(lo), _mm512_castsi512_si256(hi)));
    _mm512_storeu_si512(q, _mm512_add_epi32(from, _mm512_cvtepu8_epi32(_mm512_castsi512_si128(at))));
    _mm512_storeu_si512(q + 16, _mm512_add_epi32(from, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(at, 1))));
    if (__builtin_expect(k > 32, 0)) {
      _mm512_storeu_si512(o + 32, join(_mm512_extracti64x4_epi64(lo, 1), _mm512_extracti64x4_epi64(hi, 1)));
      _mm512_storeu_si512(q + 32, _mm512_add_epi32(from, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(at, 2))));
      _mm512_storeu_si512(q + 48, _mm512_add_epi32(from, _mm512_cvtepu8_epi32(_mm512_extracti32x4_epi32(at, 3))));
    }
    n += k;
  }
  const uint16_t *c = cp, *fold = t->fold;
  uint16_t *o = code + have;
  uint32_t k = n - have, i = 0;
  for (; i + 8 <= k; i += 8) {                                   /* plain loads (the gather is slower here), one store */
    uint64_t a = load8(c + i), b = load8(c + i + 4);
    __m128i x = _mm_cvtsi32_si128(fold[(uint16_t)a]), y = _mm_cvtsi32_si128(fold[(uint16_t)b]);
    x = _mm_insert_epi16(x, fold[(uint16_t)(a >> 16)], 1); y = _mm_insert_epi16(y, fold[(uint16_t)(b >> 16)], 1);
    x = _mm_insert_epi16(x, fold[(uint16_t)(a >> 32)], 2); y = _mm_insert_epi16(y, fold[(uint16_t)(b >> 32)], 2);
    x = _mm_insert_epi16(x, fold[a >> 48], 3); y = _mm_insert_epi16(y, fold[b >> 48], 3);
    _mm_storeu_si128((void *)(o + i), _mm_unpacklo_epi64(x, y));
  }
  for (; i < k; i++) o[i] = fold[c[i]];
  if (found_beyond) for (i = 0; i < k; i++) if (__builtin_expect(c[i] == ZK_BEYOND, 0)) {
    uint32_t scalar;
    decode_one(source + (pos[have + i] - base), &scalar);
    o[i] = code_of(t, scalar);
  }
  return n;
}

typedef struct { __m512i pair_multiplier, third_multiplier, bit, split; __m128i shift; const uint32_t *filter; } FilterConstants;

TARGET ZK_INLINE FilterConstants filter_constants(const zk_tables *t) {
  return (FilterConstants){_mm512_set1_epi32(PAIR_MULTIPLIER), _mm512_set1_epi32(THIRD_MULTIPLIER), _mm512_set1_epi32(1),
                           _mm512_set1_epi32(SPLIT), _mm_cvtsi32_si128((int)filter_shift(t)), t->filter};
}

/* 16 positions: one word of the filter each, tested for the pair (k2) and for the trigram (k3). */
TARGET ZK_INLINE void test16(const FilterConstants *f, __m512i a, __m512i b, __m512i c, __mmask16 *k2, __mmask16 *k3) {
  __m512i h = _mm512_srl_epi32(_mm512_mullo_epi32(_mm512_or_si512(a, _mm512_slli_epi32(b, 16)), f->pair_multiplier), f->shift);
  __m512i g = _mm512_i32gather_epi32(_mm512_srli_epi32(h, 10), f->filter, 4);
  __m512i y = _mm512_or_si512(f->split, _mm512_add_epi32(h, _mm512_srli_epi32(_mm512_mullo_epi32(c, f->third_multiplier), 22)));
  h = _mm512_andnot_si512(f->split, h);
  /* rotation takes its count modulo 32, so the bit number needs no mask */
  *k2 = _mm512_test_epi32_mask(_mm512_and_si512(_mm512_rorv_epi32(g, h), f->bit), _mm512_rorv_epi32(g, _mm512_srli_epi32(h, 5)));
  *k3 = _mm512_test_epi32_mask(_mm512_and_si512(_mm512_rorv_epi32(g, y), f->bit), _mm512_rorv_epi32(g, _mm512_srli_epi32(y, 5)));
}

TARGET ZK_INLINE __m512i load16(const uint16_t *p) { return _mm512_cvtepu16_epi32(_mm256_loadu_si256((const void *)p)); }

/* Every position through the filter. */
TARGET static void filter_all(const zk_tables *t, zk_scratch *s, uint32_t lo, uint32_t hi) {
  const uint16_t *const c = s->code;
  const FilterConstants f = filter_constants(t);
  uint32_t *const pair = s->pair, *const triple = s->triple, two = 0, three = 0;
  __m512i at = _mm512_add_epi32(_mm512_setr_epi32(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15), _mm512_set1_epi32((int)lo));
  for (uint32_t i = lo; i < hi; i += 16) {
    __mmask16 k2, k3;
    test16(&f, load16(c + i), load16(c + i + 1), load16(c + i + 2), &k2, &k3);
    /* compressed in a register: the form that stores to memory is microcode on Zen 4 */
    _mm512_storeu_si512(pair + two, _mm512_maskz_compress_epi32(k2, at)); two += (uint32_t)__builtin_popcount(k2);
    _mm512_storeu_si512(triple + three, _mm512_maskz_compress_epi32(k3, at)); three += (uint32_t)__builtin_popcount(k3);
    at = _mm512_add_epi32(at, _mm512_set1_epi32(16));
  }
  while (two && pair[two - 1] >= hi) two--;
  while (three && triple[three - 1] >= hi) three--;
  s->pairs = two; s->triples = three;
}

/* First only positions whose two units may begin an anchor: 32 comparisons at a time, survivors side by side. */
TARGET static void filter_survivors(const zk_tables *t, zk_scratch *s, uint32_t lo, uint32_t hi) {
  const uint16_t *const c = s->code;
  uint16_t *const as = (uint16_t *)s->hash, *const bs = as + ZK_CAPACITY, *const cs = (uint16_t *)s->word, *const is = cs + ZK_CAPACITY;
  const __m512i low1 = _mm512_set1_epi16((short)t->first_low), span1 = _mm512_set1_epi16((short)t->first_span),
                low2 = _mm512_set1_epi16((short)t->second_low), span2 = _mm512_set1_epi16((short)t->second_span);
  uint16_t counting[32];
  for (uint32_t k = 0; k < 32; k++) counting[k] = (uint16_t)(lo + k);
  __m512i at = _mm512_loadu_si512(counting);
  uint32_t n = 0;
  for (uint32_t i = lo; i < hi; i += 32) {
    __m512i a = _mm512_loadu_si512(c + i), b = _mm512_loadu_si512(c + i + 1), d = _mm512_loadu_si512(c + i + 2);
    __mmask32 k = _mm512_cmplt_epu16_mask(_mm512_sub_epi16(a, low1), span1);
    k = _mm512_mask_cmplt_epu16_mask(k, _mm512_sub_epi16(b, low2), span2);
    _mm512_storeu_si512(as + n, _mm512_maskz_compress_epi16(k, a));
    _mm512_storeu_si512(bs + n, _mm512_maskz_compress_epi16(k, b));
    _mm512_storeu_si512(cs + n, _mm512_maskz_compress_epi16(k, d));
    _mm512_storeu_si512(is + n, _mm512_maskz_compress_epi16(k, at));
    n += (uint32_t)__builtin_popcount(k);
    at = _mm512_add_epi16(at, _mm512_set1_epi16(32));
  }
  while (n && is[n - 1] >= hi) n--;
  judge_density(s, n, hi - lo);
  const FilterConstants f = filter_constants(t);
  uint32_t *const pair = s->pair, *const triple = s->triple, two = 0, three = 0;
  for (uint32_t j = 0; j < n; j += 16) {
    __mmask16 k2, k3, some = n - j < 16 ? (__mmask16)((1u << (n - j)) - 1) : 0xFFFF;
    __m512i i = load16(is + j);
    test16(&f, load16(as + j), load16(bs + j), load16(cs + j), &k2, &k3);
    k2 &= some; k3 &= some;
    _mm512_storeu_si512(pair + two, _mm512_maskz_compress_epi32(k2, i)); two += (uint32_t)__builtin_popcount(k2);
    _mm512_storeu_si512(triple + three, _mm512_maskz_compress_epi32(k3, i)); three += (uint32_t)__builtin_popcount(k3);
  }
  s->pairs = two; s->triples = three;
}

TARGET static void find_singles(const zk_tables *t, zk_scratch *s, uint32_t lo, uint32_t hi) {
  const uint32_t low = t->single_low, span = t->code_end - low;
  uint32_t *const single = s->single, n = 0;
  if (span) for (uint32_t i = lo; i < hi; i += 16) {
    __mmask16 k = _mm512_cmplt_epu32_mask(_mm512_sub_epi32(load16(s->code + i), _mm512_set1_epi32((int)low)), _mm512_set1_epi32((int)span));
    for (; k; k &= k - 1) { single[n] = i + (uint32_t)__builtin_ctz(k); n += single[n] < hi; }
  }
  s->singles = n;
}

TARGET void zk_filter_avx512(const zk_tables *t, zk_scratch *s, uint32_t lo, uint32_t hi) {
  find_singles(t, s, lo, hi);
  if (s->dense) { s->dense--; filter_all(t, s, lo, hi); }
  else filter_survivors(t, s, lo, hi);
}

TARGET uint32_t zk_next_event_avx512(zk_scratch *s, uint32_t out, uint32_t from, uint32_t to) {
  uint16_t *const c = s->code;
  uint32_t *const p = s->pos;
  const __m512i first = _mm512_set1_epi16((short)ZK_EVENT);
  for (uint32_t i = from; i < to; i += 32, out += 32) {
    __m512i x = _mm512_loadu_si512(c + i);
    uint32_t m = _mm512_cmpge_epu16_mask(x, first), left = to - i, k = m ? (uint32_t)__builtin_ctz(m) : 32;
    k = k < left ? k : left;
    if (out != i) {                                              /* never behind the event: what follows is still to be read */
      uint32_t some = _bzhi_u32(~0u, k);
      __m512i p0 = _mm512_loadu_si512(p + i), p1 = _mm512_loadu_si512(p + i + 16);
      _mm512_mask_storeu_epi16(c + out, some, x);
      _mm512_mask_storeu_epi32(p + out, (__mmask16)some, p0);
      _mm512_mask_storeu_epi32(p + out + 16, (__mmask16)(some >> 16), p1);
    }
    if (k < 32) return i + k;
  }
  return to;
}

TARGET ZK_INLINE uint32_t events32(const uint16_t *c) {
  return _mm512_cmpge_epu16_mask(_mm512_loadu_si512(c), _mm512_set1_epi16((short)ZK_EVENT));
}

TARGET void zk_rule_out_avx512(const zk_tables *t, zk_scratch *s, const uint8_t *text, uint64_t count, uint32_t from, uint32_t to) {
  rule_out(t, s, text, count, from, to, events32);
}

TARGET ZK_INLINE uint32_t equal8(const zk_line *l, uint32_t key) {
  return _mm256_cmpeq_epi32_mask(_mm256_loadu_si256((const void *)l->key), _mm256_set1_epi32((int)key));
}

TARGET uint32_t zk_probe_pairs_avx512(const zk_tables *t, zk_scratch *s, uint32_t from, uint32_t count) {
  return probe_pairs(t, s, from, count, equal8);
}

TARGET uint32_t zk_probe_triples_avx512(const zk_tables *t, zk_scratch *s, uint32_t from, uint32_t count, const uint16_t *records) {
  return probe_triples(t, s, from, count, records, equal8);
}
#else
int zk_has_avx512(void) { return 0; }
uint32_t zk_decode_avx512(const zk_tables *t, zk_scratch *s, const uint8_t *source, uint32_t length, uint32_t base, uint32_t have) {
  return zk_decode_portable(t, s, source, length, base, have);
}
void zk_filter_avx512(const zk_tables *t, zk_scratch *s, uint32_t lo, uint32_t hi) { zk_filter_portable(t, s, lo, hi); }
uint32_t zk_next_event_avx512(zk_scratch *s, uint32_t out, uint32_t from, uint32_t to) {
  return zk_next_event_portable(s, out, from, to);
}
void zk_rule_out_avx512(const zk_tables *t, zk_scratch *s, const uint8_t *text, uint64_t count, uint32_t from, uint32_t to) {
  zk_rule_out_portable(t, s, text, count, from, to);
}
uint32_t zk_probe_pairs_avx512(const zk_tables *t, zk_scratch *s, uint32_t from, uint32_t count) {
  return zk_probe_pairs_portable(t, s, from, count);
}
uint32_t zk_probe_triples_avx512(const zk_tables *t, zk_scratch *s, uint32_t from, uint32_t count, const uint16_t *records) {
  return zk_probe_triples_portable(t, s, from, count, records);
}
#endif
