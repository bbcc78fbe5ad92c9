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
  uint32_t reserved;
} zk_tables;

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
  uint32_t reserved;
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

#endif
