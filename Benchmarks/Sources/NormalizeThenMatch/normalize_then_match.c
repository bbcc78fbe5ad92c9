#include "normalize_then_match.h"

#include <stdlib.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

enum { PIECE = 1 << 16, ROOM = 1 << 19 };

struct normalizer {
  const UNormalizer2 *fold;
  UTransliterator *simplify;
  UChar *a, *b;
};

normalizer *normalizer_open(int simplify) {
  normalizer *n = calloc(1, sizeof *n);
  UErrorCode e = U_ZERO_ERROR;
  n->fold = unorm2_getNFKCCasefoldInstance(&e);
  if (simplify) {
    UChar id[32];
    u_uastrcpy(id, "Traditional-Simplified");
    n->simplify = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, &e);
  }
  n->a = malloc(sizeof(UChar) * ROOM);
  n->b = malloc(sizeof(UChar) * ROOM);
  if (U_SUCCESS(e)) return n;
  normalizer_close(n);
  return NULL;
}

void normalizer_close(normalizer *n) {
  if (!n) return;
  if (n->simplify) utrans_close(n->simplify);
  free(n->a);
  free(n->b);
  free(n);
}

int64_t normalizer_run(normalizer *n, const uint8_t *text, size_t length, uint8_t *out, size_t capacity) {
  size_t written = 0;
  for (size_t at = 0; at < length;) {
    size_t end = at + PIECE < length ? at + PIECE : length;
    while (end < length && (text[end] & 0xC0) == 0x80) end++;
    UErrorCode e = U_ZERO_ERROR;
    int32_t units, folded, bytes;
    u_strFromUTF8(n->a, ROOM, &units, (const char *)text + at, (int32_t)(end - at), &e);
    folded = unorm2_normalize(n->fold, n->a, units, n->b, ROOM, &e);
    if (n->simplify) {
      int32_t limit = folded;
      utrans_transUChars(n->simplify, n->b, &folded, ROOM, 0, &limit, &e);
    }
    u_strToUTF8((char *)out + written, (int32_t)(capacity - written), &bytes, n->b, folded, &e);
    if (U_FAILURE(e)) return -1;
    written += (size_t)bytes;
    at = end;
  }
  return (int64_t)written;
}
