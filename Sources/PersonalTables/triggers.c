#include "filter.h"

#include <string.h>

enum personal_kernel personal_best_kernel(void) {
  if (personal_has_avx512()) return PERSONAL_AVX512;
  return personal_has_avx2() ? PERSONAL_AVX2 : PERSONAL_PLAIN;
}

static void candidates_of(
    const struct personal_filter *f, enum personal_kernel kernel, const uint8_t *p, size_t count,
    uint64_t *masks) {
  if (kernel == PERSONAL_AVX512) personal_candidates_avx512(f, p, count, masks);
  else personal_candidates_avx2(f, p, count, masks);
}

size_t personal_next_trigger(
    const struct personal_filter *f, enum personal_kernel kernel, const uint8_t *s, size_t n,
    size_t from, int has_tables, uint32_t *needs) {
  enum { SIZE = 64, BEHIND_BLOCK = 5, MOST = 64, FIRST = 4 };
  if (kernel == PERSONAL_PLAIN) {
    for (size_t i = from; i < n; i++)
      if ((s[i] & 0xC0) != 0x80 && personal_judge(f, s, n, i, has_tables, needs)) return i;
    return n;
  }
  uint64_t masks[MOST];
  // Where triggers stand close, few blocks are looked at for nothing.
  size_t wanted = FIRST;
  for (size_t i = from; i < n;) {
    size_t whole = n - i >= SIZE + BEHIND_BLOCK ? (n - i - BEHIND_BLOCK) / SIZE : 0;
    size_t count = whole < wanted ? whole : wanted;
    if (count > 0) {
      candidates_of(f, kernel, s + i, count, masks);
    } else {
      uint8_t last[2 * SIZE + BEHIND_BLOCK] = {0};
      memcpy(last, s + i, n - i);
      count = (n - i + SIZE - 1) / SIZE;
      candidates_of(f, kernel, last, count, masks);
      if (n - i < count * SIZE) masks[count - 1] &= (1ull << (n - i) % SIZE) - 1;
    }
    for (size_t k = 0; k < count; k++, i += SIZE) {
      for (uint64_t found = masks[k]; found != 0; found &= found - 1) {
        size_t place = i + (size_t)__builtin_ctzll(found);
        // Most pairs the blocks let pass are none.
        if (is_lead(s[place]) && place + 5 < n && !f->neighbours[three_bytes(s + place)]
            && !has_pair(f, s + place))
          continue;
        if (personal_judge(f, s, n, place, has_tables, needs)) return place;
      }
    }
    wanted = MOST;
  }
  return n;
}
