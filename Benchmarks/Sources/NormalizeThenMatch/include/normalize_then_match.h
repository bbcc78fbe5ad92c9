/* What users of other engines do first: ICU's NFKC_Casefold, and Traditional to Simplified when asked for. */
#ifndef NORMALIZE_THEN_MATCH_H
#define NORMALIZE_THEN_MATCH_H

#include <stddef.h>
#include <stdint.h>

typedef struct normalizer normalizer;

normalizer *normalizer_open(int simplify);
void normalizer_close(normalizer *);

/* Normalizes UTF-8 into out (capacity bytes); returns the length, or -1. */
int64_t normalizer_run(normalizer *, const uint8_t *text, size_t length, uint8_t *out, size_t capacity);

#endif
