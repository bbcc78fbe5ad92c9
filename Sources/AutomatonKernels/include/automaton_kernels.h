/* The stages of a scan that profit from vector instructions, and the arrays they share with the Swift driver.
 *
 * Nothing here owns memory except the pool of scratch blocks. Every pointer is set by the caller, every array has
 * the length named beside it, and no stage reads outside of them.
 */
#ifndef AUTOMATON_KERNELS_H
#define AUTOMATON_KERNELS_H

#include <stddef.h>
#include <stdint.h>

enum {
  ZK_PATIENCE = 31,                 /* windows until that is tried again */
  ZK_BLOCK = 8192,                  /* bytes of text decoded per window */
  ZK_PAD = 128,                     /* readable bytes that decode needs behind a block */
  ZK_MAX_TERM = 127,                /* longest term, in units */
  ZK_MAX_EXPANSION = 32,            /* most units one code point may become */
  ZK_ROOM = 128,                    /* zero codes in front of a window */
  ZK_CAPACITY = 9216,               /* units of one window, with what is kept of the one before and slack behind */
  ZK_CHUNK = 512,                   /* candidates verified together: the distance of the prefetch */
  ZK_EVENT = 0xFF00,                /* codes from here on ask for attention before matching */
  ZK_EXPAND = 0xFFFE,               /* a code point that becomes several units */
  ZK_SKIP = 0xFFFF,                 /* a code point that is absent for matching */
  ZK_INVALID = 0xDFFF,              /* stands for an invalid byte in the array of code points */
  ZK_BEYOND = 0xD800,               /* stands for a code point above U+FFFF in the array of code points */
};

/* One cache line of a hash table; bit 31 of value[0]: the line overflowed into the next one. */
typedef struct { uint32_t key[8], value[8]; } zk_line;

/* Pointers into a compiled image. */
typedef struct {
  const uint16_t *fold;             /* 65536 codes by code point */
  const uint16_t *far_index;        /* 4096 pages of planes 1 to 16 */
  const uint16_t *far_pages;        /* 256 codes each; page 0 is all zero */
  const uint32_t *filter;           /* 2^filter_bits bits */
  const zk_line *pairs, *triples;
  uint32_t filter_bits, pair_lines, triple_lines;
  uint32_t single_low, code_end;    /* codes in [single_low, code_end) are terms of one unit */
  uint32_t has_far;                 /* some code point above U+FFFF has a code */
  uint32_t first_low, first_span;   /* the first unit of every anchor has a code in [low, low + span) */
  uint32_t second_low, second_span; /* the same for the second unit */
  const uint16_t *role_index;       /* 4352 pages by code point */
  const uint8_t *role_pages;        /* 256 roles each, without regard to bit 7 */
  const uint32_t *events;           /* two words for each code from ZK_EVENT: the scalar; code | role << 16 */
} zk_tables;

/* What a code point is for the skipping rules, in the order of `UnitMap.Role`. */
enum { ZK_PLAIN, ZK_HAN, ZK_SKIPPED, ZK_LINE_BREAK, ZK_INDENT, ZK_GLOSS_OPEN, ZK_GLOSS_CLOSE, ZK_GLOSS_LETTER, ZK_DIGIT };

typedef struct { uint32_t at, value; } zk_hit;

/* The working arrays of one scan. */
typedef struct {
  uint16_t *code;                   /* ZK_CAPACITY, with ZK_ROOM readable zeros in front */
  uint32_t *pos;                    /* ZK_CAPACITY: byte position of the character a unit comes from */
  uint16_t *cp;                     /* ZK_BLOCK + 256 */
  uint32_t *hash, *word;            /* ZK_CAPACITY + 64 each */
  uint32_t *single, *pair, *triple; /* ZK_CAPACITY + 64 each: candidates of the filter */
  uint32_t *key, *line;             /* ZK_CHUNK + 16 each */
  zk_hit *hit;                      /* ZK_CHUNK + 16 */
  uint8_t *tail;                    /* ZK_BLOCK + 3 * ZK_PAD: padded copy of the last block */
  uint32_t singles, pairs, triples; /* lengths of the candidate lists */
  uint32_t dense;                   /* windows for which looking at single units first is not worth it */
} zk_scratch;

/* One block of memory with all arrays in it; NULL when memory is exhausted. */
zk_scratch *zk_scratch_create(void);
void zk_scratch_destroy(zk_scratch *);

/* A few idle scratch blocks shared by all threads without a lock. */
typedef struct zk_pool zk_pool;
zk_pool *zk_pool_create(void);
void zk_pool_destroy(zk_pool *);
zk_scratch *zk_pool_take(zk_pool *);
void zk_pool_give(zk_pool *, zk_scratch *);

/* A pointer that is set once: returns what stands there after the call. */
typedef struct zk_once zk_once;
zk_once *zk_once_create(void);
void zk_once_destroy(zk_once *);
void *zk_once_get(zk_once *);
void *zk_once_set(zk_once *, void *);

/* The stages, once per instruction set.
 *
 * decode: appends the units that start in source[0, length) to code[have..), pos[have..) (positions count from base);
 *   returns the new number of units. ZK_PAD bytes behind the block must be readable; length ends at the start of a
 *   character or at the end of the text.
 * filter: fills the candidate lists for positions [lo, hi); codes up to hi + 64 must be readable.
 * next_event: first index in [from, to) whose code is at least ZK_EVENT, else to; codes up to to + 64 must be readable.
 *   Units before it move to out, which is not above from.
 * rule_out: gives events in [from, to) their plain codes where the characters beside them already say that nothing can
 *   vanish there; an event that is left may or may not be one. text[0, count) is what pos counts in; codes up to
 *   to + 64 must be readable.
 * probe_pairs, probe_triples: look up candidates [from, from + count), at most ZK_CHUNK, and fill hit; return the hits.
 */
#define ZK_STAGES(name)                                                                                              \
  uint32_t zk_decode_##name(const zk_tables *, zk_scratch *, const uint8_t *source, uint32_t length, uint32_t base,  \
                            uint32_t have);                                                                          \
  void zk_filter_##name(const zk_tables *, zk_scratch *, uint32_t lo, uint32_t hi);                                  \
  uint32_t zk_next_event_##name(zk_scratch *, uint32_t out, uint32_t from, uint32_t to);                                     \
  void zk_rule_out_##name(const zk_tables *, zk_scratch *, const uint8_t *text, uint64_t count, uint32_t from, uint32_t to); \
  uint32_t zk_probe_pairs_##name(const zk_tables *, zk_scratch *, uint32_t from, uint32_t count);                    \
  uint32_t zk_probe_triples_##name(const zk_tables *, zk_scratch *, uint32_t from, uint32_t count, const uint16_t *records);

ZK_STAGES(portable)
ZK_STAGES(avx2)
ZK_STAGES(avx512)

/* Whether this machine runs them; on other architectures the functions exist and behave like portable. */
int zk_has_avx2(void);
int zk_has_avx512(void);

#endif
