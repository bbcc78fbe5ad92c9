#include "filter.h"
#include "candidates.h"

#if defined(__x86_64__)
#include <immintrin.h>
#define TARGET __attribute__((target("avx2,avx512f,avx512bw,avx512vl,avx512vbmi,bmi,bmi2,popcnt,lzcnt")))

int personal_has_avx512(void) {
  __builtin_cpu_init();
  return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")
      && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512vbmi");
}

// One look-up of 64 entries per byte; of a byte above 63 the low six bits count. The tables stay in
// registers.
TARGET void personal_candidates_avx512(
    const struct personal_filter *f, const uint8_t *p, size_t count, uint64_t *masks) {
#define LOAD(bytes) _mm512_loadu_si512(bytes)
#define OF(x, table) _mm512_permutexvar_epi8(x, table)
#define ALL(a, b, c) _mm512_ternarylogic_epi32(a, b, c, 0x80)
#define HAS(among, x, bits) _mm512_mask_test_epi8_mask(among, x, _mm512_set1_epi8((char)(bits)))
  __m512i a0 = LOAD(f->pair_bytes[0][0]), a1 = LOAD(f->pair_bytes[0][1]), a2 = LOAD(f->pair_bytes[0][2]);
  __m512i a3 = LOAD(f->pair_bytes[0][3]), a4 = LOAD(f->pair_bytes[0][4]), a5 = LOAD(f->pair_bytes[0][5]);
  __m512i b0 = LOAD(f->pair_bytes[1][0]), b1 = LOAD(f->pair_bytes[1][1]), b2 = LOAD(f->pair_bytes[1][2]);
  __m512i b3 = LOAD(f->pair_bytes[1][3]), b4 = LOAD(f->pair_bytes[1][4]), b5 = LOAD(f->pair_bytes[1][5]);
  __m512i n0 = LOAD(f->neighbour_bytes[0]), n1 = LOAD(f->neighbour_bytes[1]), n2 = LOAD(f->neighbour_bytes[2]);
  __m512i low = LOAD(f->ascii), high = LOAD(f->ascii + 64);
  for (size_t i = 0; i < count; i++, p += 64) {
    __m512i x0 = LOAD(p), x1 = LOAD(p + 1), x2 = LOAD(p + 2), x3 = LOAD(p + 3), x4 = LOAD(p + 4), x5 = LOAD(p + 5);
    // Only a byte that begins three or four others can begin a pair.
    __mmask64 leads = _mm512_cmpge_epu8_mask(x0, _mm512_set1_epi8((char)0xE2));
    __mmask64 ascii = ~_mm512_movepi8_mask(x0);
    __m512i pair = _mm512_or_si512(
        _mm512_and_si512(ALL(OF(x0, a0), OF(x1, a1), OF(x2, a2)), ALL(OF(x3, a3), OF(x4, a4), OF(x5, a5))),
        _mm512_and_si512(ALL(OF(x0, b0), OF(x1, b1), OF(x2, b2)), ALL(OF(x3, b3), OF(x4, b4), OF(x5, b5))));
    __m512i beside = ALL(OF(x0, n0), OF(x1, n1), OF(x2, n2));
    __m512i kind = _mm512_permutex2var_epi8(low, x0, high);
    uint64_t told = HAS(ascii, kind, 0xFF), rare = HAS(leads, beside, WIDE | CIRCLED);
    uint64_t behind = HAS(leads, beside, BEHIND);
    // A digit in front may stand in the block before.
    uint64_t found = _mm512_mask_test_epi8_mask(leads, pair, pair) | (behind & 7);
    if (told | rare) {
      struct block b = {
        .digits = HAS(told, kind, IS_DIGIT), .letters = HAS(told, kind, IS_LETTER),
        .net = HAS(told, kind, IS_NET), .at = HAS(told, kind, IS_AT), .colons = HAS(told, kind, IS_COLON),
        .before = HAS(leads, beside, BEFORE), .behind = behind, .rare = rare,
      };
      found |= candidates(&b);
    }
    masks[i] = found;
  }
}
#else
int personal_has_avx512(void) { return 0; }
void personal_candidates_avx512(
    const struct personal_filter *f, const uint8_t *p, size_t count, uint64_t *masks) {
  (void)f; (void)p;
  for (size_t i = 0; i < count; i++) masks[i] = ~0ull;
}
#endif
