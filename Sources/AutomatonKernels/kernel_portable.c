/* Stages without assumptions about the processor (x86-64 has SSE2, which compares the keys of a line). */
#include "hashes.h"

ZK_INLINE uint32_t both_shift(uint64_t x) {
  uint32_t a = (uint32_t)x, b = (uint32_t)(x >> 24);
  a = (a & 15) << 12 | (a >> 2 & 0xFC0) | (a >> 16 & 63);
  b = (b & 15) << 12 | (b >> 2 & 0xFC0) | (b >> 16 & 63);
  return a << 16 | b;
}

ZK_INLINE uint32_t equal8(const zk_line *l, uint32_t key) {
#if defined(__SSE2__)
  __m128i k = _mm_set1_epi32((int)key), a = _mm_loadu_si128((const void *)l->key), b = _mm_loadu_si128((const void *)(l->key + 4));
  return (uint32_t)(_mm_movemask_ps(_mm_castsi128_ps(_mm_cmpeq_epi32(a, k))) |
                    _mm_movemask_ps(_mm_castsi128_ps(_mm_cmpeq_epi32(b, k))) << 4);
#else
  uint32_t m = 0;
  for (uint32_t i = 0; i < 8; i++) m |= (uint32_t)(l->key[i] == key) << i;
  return m;
#endif
}

uint32_t zk_decode_portable(const zk_tables *t, zk_scratch *s, const uint8_t *source, uint32_t length, uint32_t base, uint32_t have) {
  return decode_by_pairs(t, s, source, length, base, have, both_shift);
}

void zk_filter_portable(const zk_tables *t, zk_scratch *s, uint32_t lo, uint32_t hi) {
  const uint16_t *c = s->code;
  const uint32_t *f = t->filter, shift = filter_shift(t), low = t->single_low, span = t->code_end - low;
  uint32_t *const survivor = s->word, *const single = s->single, *const pair = s->pair, *const triple = s->triple;
  uint32_t one = 0, two = 0, three = 0, n = 0;
  if (s->dense) {                               /* first bit of both kinds, one list, no branch */
    s->dense--;
    for (uint32_t i = lo; i < hi; i++) {
      uint32_t h = (load4(c + i) * (uint32_t)PAIR_MULTIPLIER) >> shift, w = f[h >> 10], y = h + third_hash(c[i + 2]);
      survivor[n] = i;
      n += (w >> (h & 31 & ~SPLIT) | w >> ((y & 31) | (SPLIT & 31))) & 1;
    }
  } else {                                      /* before that, whether the two units may begin an anchor at all */
    uint32_t m = 0, *const possible = s->hash;
    const uint32_t low1 = t->first_low, span1 = t->first_span, low2 = t->second_low, span2 = t->second_span;
    for (uint32_t i = lo; i < hi; i++) { possible[m] = i; m += (c[i] - low1 < span1) & (c[i + 1] - low2 < span2); }
    judge_density(s, m, hi - lo);
    for (uint32_t k = 0; k < m; k++) {
      uint32_t i = possible[k], h = (load4(c + i) * (uint32_t)PAIR_MULTIPLIER) >> shift, w = f[h >> 10], y = h + third_hash(c[i + 2]);
      survivor[n] = i;
      n += (w >> (h & 31 & ~SPLIT) | w >> ((y & 31) | (SPLIT & 31))) & 1;
    }
  }
  for (uint32_t k = 0; k < n; k++) {            /* both bits of each kind, only for those */
    uint32_t i = survivor[k], h = (load4(c + i) * (uint32_t)PAIR_MULTIPLIER) >> shift, w = f[h >> 10];
    uint32_t x = pair_mask(h), y = triple_mask(h + third_hash(c[i + 2]));
    pair[two] = i; two += (w & x) == x;
    triple[three] = i; three += (w & y) == y;
  }
  if (span) for (uint32_t i = lo; i < hi; i++) { single[one] = i; one += c[i] - low < span; }
  s->singles = one; s->pairs = two; s->triples = three;
}

uint32_t zk_next_event_portable(zk_scratch *s, uint32_t out, uint32_t from, uint32_t to) {
  const uint16_t *const c = s->code;
  uint32_t i = from;
  for (; i + 8 <= to; i += 8) {                 /* a code is an event when all bits of its high byte are set */
    uint64_t x = load8(c + i), y = load8(c + i + 4);
    x &= (x & 0x7F007F007F007F00u) + 0x0100010001000100u;
    y &= (y & 0x7F007F007F007F00u) + 0x0100010001000100u;
    if (__builtin_expect(((x | y) & 0x8000800080008000u) != 0, 0)) break;
  }
  while (i < to && c[i] < ZK_EVENT) i++;
  move_down(s, out, from, i - from);
  return i;
}

ZK_INLINE uint32_t events32(const uint16_t *c) {
  uint32_t m = 0;
  for (uint32_t k = 0; k < 32; k += 4) {
    uint64_t x = load8(c + k);
    x = x & ((x & 0x7F007F007F007F00u) + 0x0100010001000100u) & 0x8000800080008000u;
    if (__builtin_expect(x != 0, 0)) m |= (uint32_t)((x >> 15 | x >> 30 | x >> 45 | x >> 60) & 15) << k;
  }
  return m;
}

void zk_rule_out_portable(const zk_tables *t, zk_scratch *s, const uint8_t *text, uint64_t count, uint32_t from, uint32_t to) {
  rule_out(t, s, text, count, from, to, events32);
}

uint32_t zk_probe_pairs_portable(const zk_tables *t, zk_scratch *s, uint32_t from, uint32_t count) {
  return probe_pairs(t, s, from, count, equal8);
}

uint32_t zk_probe_triples_portable(const zk_tables *t, zk_scratch *s, uint32_t from, uint32_t count, const uint16_t *records) {
  return probe_triples(t, s, from, count, records, equal8);
}
