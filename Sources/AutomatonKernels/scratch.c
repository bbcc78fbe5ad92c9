/* Memory of a scan: one block per running scan, kept in a small pool between scans. */
#include "automaton_kernels.h"

#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

enum { WIDE = ZK_CAPACITY + 64, SLOTS = 16 };

static size_t whole_lines(size_t bytes) { return (bytes + 63) & ~(size_t)63; }

zk_scratch *zk_scratch_create(void) {
  const size_t code = whole_lines(2 * (ZK_ROOM + WIDE)), cp = whole_lines(2 * (ZK_BLOCK + 256)),
               wide = whole_lines(4 * WIDE), chunk = whole_lines(4 * (ZK_CHUNK + 16)),
               hit = whole_lines(sizeof(zk_hit) * (ZK_CHUNK + 16)), tail = whole_lines(ZK_BLOCK + 3 * ZK_PAD);
  const size_t head = whole_lines(sizeof(zk_scratch));
  const size_t total = head + code + cp + 6 * wide + 2 * chunk + hit + tail;
  uint8_t *block = aligned_alloc(64, total);
  if (!block) return NULL;
  memset(block, 0, head + code);
  zk_scratch *s = (zk_scratch *)block;
  uint8_t *at = block + head;
  s->code = (uint16_t *)at + ZK_ROOM; at += code;
  s->cp = (uint16_t *)at; at += cp;
  s->pos = (uint32_t *)at; at += wide;
  s->hash = (uint32_t *)at; at += wide;
  s->word = (uint32_t *)at; at += wide;
  s->single = (uint32_t *)at; at += wide;
  s->pair = (uint32_t *)at; at += wide;
  s->triple = (uint32_t *)at; at += wide;
  s->key = (uint32_t *)at; at += chunk;
  s->line = (uint32_t *)at; at += chunk;
  s->hit = (zk_hit *)at; at += hit;
  s->tail = at;
  return s;
}

void zk_scratch_destroy(zk_scratch *s) { free(s); }

struct zk_pool { _Atomic(zk_scratch *) slot[SLOTS]; };

zk_pool *zk_pool_create(void) { return calloc(1, sizeof(zk_pool)); }

void zk_pool_destroy(zk_pool *pool) {
  if (!pool) return;
  for (int i = 0; i < SLOTS; i++) free(atomic_load(&pool->slot[i]));
  free(pool);
}

zk_scratch *zk_pool_take(zk_pool *pool) {
  for (int i = 0; pool && i < SLOTS; i++) {
    if (!atomic_load_explicit(&pool->slot[i], memory_order_relaxed)) continue;
    zk_scratch *s = atomic_exchange_explicit(&pool->slot[i], NULL, memory_order_acquire);
    if (s) return s;
  }
  return zk_scratch_create();
}

void zk_pool_give(zk_pool *pool, zk_scratch *s) {
  for (int i = 0; pool && i < SLOTS; i++) {
    zk_scratch *empty = NULL;
    if (atomic_compare_exchange_strong_explicit(&pool->slot[i], &empty, s, memory_order_release, memory_order_relaxed)) return;
  }
  free(s);
}

struct zk_once { _Atomic(void *) value; };

zk_once *zk_once_create(void) { return calloc(1, sizeof(zk_once)); }
void zk_once_destroy(zk_once *once) { free(once); }
void *zk_once_get(zk_once *once) { return once ? atomic_load_explicit(&once->value, memory_order_acquire) : NULL; }

void *zk_once_set(zk_once *once, void *value) {
  void *was = NULL;
  if (!once || atomic_compare_exchange_strong_explicit(&once->value, &was, value, memory_order_acq_rel, memory_order_acquire)) return value;
  return was;
}
