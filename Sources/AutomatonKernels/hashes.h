/* The formulas of the image (the Swift side has them in Hashes.swift), strict UTF-8, and the look-up in line tables. */
#ifndef ZK_HASHES_H
#define ZK_HASHES_H

#include "automaton_kernels.h"

#include <string.h>
#if defined(__SSE2__)
#include <immintrin.h>
#endif

#define ZK_INLINE static inline __attribute__((always_inline))

enum {
  PAIR_MULTIPLIER = (int)0x9E3779B1u,
  THIRD_MULTIPLIER = (int)0x85EBCA6Bu,
  SPLIT = 8 | 8 << 5,   /* positions of pairs have bit 3 clear, those of trigrams have it set */
};

ZK_INLINE uint64_t load8(const void *p) { uint64_t x; memcpy(&x, p, 8); return x; }
ZK_INLINE uint32_t load4(const void *p) { uint32_t x; memcpy(&x, p, 4); return x; }

ZK_INLINE uint32_t filter_shift(const zk_tables *t) { return 32 - (t->filter_bits + 5); }
ZK_INLINE uint32_t third_hash(uint32_t c) { return (c * (uint32_t)THIRD_MULTIPLIER) >> 22; }
ZK_INLINE uint32_t pair_mask(uint32_t h) { h &= ~(uint32_t)SPLIT; return 1u << (h & 31) | 1u << (h >> 5 & 31); }
ZK_INLINE uint32_t triple_mask(uint32_t s) { s |= SPLIT; return 1u << (s & 31) | 1u << (s >> 5 & 31); }
ZK_INLINE uint32_t triple_key(uint32_t pair, uint32_t c) {
  uint32_t k = (pair * 0xC2B2AE35u) ^ ((c * 0x27D4EB2Fu) << 7) ^ (c * 0x165667B1u);
  return k == ~0u ? 0 : k;
}
ZK_INLINE uint32_t line_of(uint32_t key, uint32_t lines) {
  return (uint32_t)(((uint64_t)(key * 0x85EBCA6Bu ^ key >> 15) * lines) >> 32);
}

#define ZK_NONE 0xFFFFFFFFu

/* The scalar value at p and its length; ZK_NONE and 1 for an invalid byte. Reads up to three bytes ahead. */
ZK_INLINE uint32_t decode_one(const uint8_t *p, uint32_t *scalar) {
  uint32_t a = p[0], c;
  *scalar = ZK_NONE;
  if (a < 0x80) { *scalar = a; return 1; }
  if (a < 0xC2 || (p[1] & 0xC0) != 0x80) return 1;
  if (a < 0xE0) { *scalar = (a & 31) << 6 | (p[1] & 63); return 2; }
  if ((p[2] & 0xC0) != 0x80) return 1;
  if (a < 0xF0) {
    c = (a & 15) << 12 | (uint32_t)(p[1] & 63) << 6 | (p[2] & 63);
    if (c < 0x800 || c >> 11 == 0x1B) return 1;
    *scalar = c;
    return 3;
  }
  if (a > 0xF4 || (p[3] & 0xC0) != 0x80) return 1;
  c = (a & 7) << 18 | (uint32_t)(p[1] & 63) << 12 | (uint32_t)(p[2] & 63) << 6 | (p[3] & 63);
  if (c < 0x10000 || c > 0x10FFFF) return 1;
  *scalar = c;
  return 4;
}

ZK_INLINE uint16_t code_of(const zk_tables *t, uint32_t scalar) {
  if (scalar < 0x10000) return t->fold[scalar];
  if (scalar == ZK_NONE) return 0;
  return t->far_pages[(uint32_t)t->far_index[(scalar >> 8) - 256] << 8 | (scalar & 255)];
}

/* Two three-byte characters at a time, one character of any other kind; `both` gives the two scalar values. */
ZK_INLINE uint32_t decode_by_pairs(const zk_tables *t, zk_scratch *s, const uint8_t *source, uint32_t length, uint32_t base,
                                   uint32_t n, uint32_t (*both)(uint64_t)) {
  uint16_t *const code = s->code;
  uint32_t *const pos = s->pos, p = 0;
  const uint16_t *fold = t->fold;
  while (p < length) {
    uint64_t x = load8(source + p);
    if ((x & 0xC0C0F0C0C0F0u) == 0x8080E08080E0u && p + 5 < length) {
      uint32_t y = both(x);
      if (y >> 27 && (uint16_t)y >= 0x800) {     /* otherwise overlong */
        code[n] = fold[y >> 16]; code[n + 1] = fold[(uint16_t)y];
        pos[n] = base + p; pos[n + 1] = base + p + 3;
        n += 2; p += 6;
        continue;
      }
    } else if (!(x & 0x80)) {
      code[n] = fold[(uint8_t)x]; pos[n++] = base + p++;
      continue;
    }
    uint32_t scalar, step = decode_one(source + p, &scalar);
    code[n] = code_of(t, scalar); pos[n++] = base + p;
    p += step;
  }
  return n;
}

ZK_INLINE uint32_t role_bit(const zk_tables *t, uint32_t scalar) {
  if (scalar == ZK_NONE) return 1u << ZK_PLAIN;
  return 1u << (t->role_pages[(uint32_t)t->role_index[scalar >> 8] << 8 | (scalar & 255)] & 31);
}

/* Most line breaks follow punctuation and most brackets hold no pinyin. The verdict needs no branch: an event is rare, so
 * every branch about it would be guessed wrong. What stands before may itself have vanished up to a Han character; what
 * stands behind must be able to open a gloss, or to go on with a wrapped line. */
ZK_INLINE void rule_out(const zk_tables *t, zk_scratch *s, const uint8_t *text, uint64_t count, uint32_t from, uint32_t to,
                        uint32_t (*events32)(const uint16_t *)) {
  static const uint32_t before[2] = {1u << ZK_HAN | 1u << ZK_SKIPPED | 1u << ZK_GLOSS_CLOSE | 1u << ZK_INDENT,
                                     1u << ZK_HAN | 1u << ZK_SKIPPED | 1u << ZK_GLOSS_CLOSE};
  static const uint32_t behind[2] = {1u << ZK_HAN | 1u << ZK_SKIPPED | 1u << ZK_INDENT | 1u << ZK_LINE_BREAK,
                                     1u << ZK_GLOSS_LETTER | 1u << ZK_SKIPPED};
  uint16_t *const c = s->code;
  const uint32_t *const pos = s->pos;
  for (uint32_t i = from; i < to; i += 32) {
    for (uint32_t m = events32(c + i); m; m &= m - 1) {
      uint32_t j = i + (uint32_t)__builtin_ctz(m), kind = c[j], left, right;
      if (j == from || j + 1 >= to || kind >= ZK_EXPAND || (uint64_t)pos[j + 1] + 4 > count) continue;
      decode_one(text + pos[j - 1], &left);
      decode_one(text + pos[j + 1], &right);
      uint32_t entry = t->events[2 * (kind - ZK_EVENT) + 1], open = entry >> 16 == ZK_GLOSS_OPEN;
      uint32_t may = (role_bit(t, left) & before[open]) && (role_bit(t, right) & behind[open]);
      c[j] = may ? (uint16_t)kind : (uint16_t)entry;
    }
  }
}

/* Units [from, from + count) move to out, which is not above from. */
ZK_INLINE void move_down(zk_scratch *s, uint32_t out, uint32_t from, uint32_t count) {
  if (out == from || !count) return;
  memmove(s->code + out, s->code + from, sizeof(uint16_t) * count);
  memmove(s->pos + out, s->pos + from, sizeof(uint32_t) * count);
}

/* Looking at single units first pays when it spares the filter three of eight positions. */
ZK_INLINE void judge_density(zk_scratch *s, uint32_t survivors, uint32_t positions) {
  if (survivors * 8 > positions * 5) s->dense = ZK_PATIENCE;
}

/* Looks up key[0, count) in the prefetched lines; a key is stored once, so each candidate gives at most one hit. */
ZK_INLINE uint32_t probe_lines(zk_scratch *s, const zk_line *table, uint32_t lines, const uint32_t *candidate, uint32_t count,
                               uint32_t (*equal)(const zk_line *, uint32_t)) {
  const uint32_t *const lines_of = s->line, *const keys = s->key;
  zk_hit *const hit = s->hit;
  uint32_t n = 0;
  for (uint32_t j = 0; j < count; j++) {
    const zk_line *line = table + lines_of[j];
    uint32_t key = keys[j], m = equal(line, key);
    while (__builtin_expect(!m && line->value[0] >> 31, 0)) {
      if (++line == table + lines) line = table;
      m = equal(line, key);
    }
    hit[n].at = candidate[j];
    hit[n].value = line->value[__builtin_ctz(m | 128)] & 0x7FFFFFFF;
    n += m != 0;
  }
  return n;
}

ZK_INLINE uint32_t probe_pairs(const zk_tables *t, zk_scratch *s, uint32_t from, uint32_t count,
                               uint32_t (*equal)(const zk_line *, uint32_t)) {
  const uint16_t *c = s->code;
  const uint32_t *candidate = s->pair + from, lines = t->pair_lines;
  uint32_t *const key = s->key, *const line = s->line;
  for (uint32_t i = 0; i < count; i++) {
    key[i] = load4(c + candidate[i]);
    line[i] = line_of(key[i], lines);
    __builtin_prefetch(t->pairs + line[i]);
  }
  return probe_lines(s, t->pairs, t->pair_lines, candidate, count, equal);
}

ZK_INLINE uint32_t probe_triples(const zk_tables *t, zk_scratch *s, uint32_t from, uint32_t count, const uint16_t *records,
                                 uint32_t (*equal)(const zk_line *, uint32_t)) {
  const uint16_t *c = s->code;
  const uint32_t *candidate = s->triple + from, lines = t->triple_lines;
  uint32_t *const key = s->key, *const line = s->line;
  for (uint32_t i = 0; i < count; i++) {
    const uint16_t *x = c + candidate[i];
    key[i] = triple_key(load4(x), x[2]);
    line[i] = line_of(key[i], lines);
    __builtin_prefetch(t->triples + line[i]);
  }
  uint32_t n = probe_lines(s, t->triples, t->triple_lines, candidate, count, equal);
  for (uint32_t i = 0; i < n; i++) __builtin_prefetch(records + s->hit[i].value);
  return n;
}

#endif
