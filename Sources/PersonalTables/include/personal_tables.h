#ifndef PERSONAL_TABLES_H
#define PERSONAL_TABLES_H

#include <stddef.h>
#include <stdint.h>

/// One table of dictionaries/personal, as it stands in the repository. Not zero-terminated.
struct personal_table {
  const uint8_t *_Nonnull bytes;
  size_t length;
};

struct personal_table personal_region_codes(void);
struct personal_table personal_area_codes(void);
struct personal_table personal_mobile_prefixes(void);
struct personal_table personal_card_bins(void);
struct personal_table personal_surnames(void);
struct personal_table personal_name_stops(void);
struct personal_table personal_words(void);

/// Words of the pair filter: 65,536 bits for the first characters, 65,536 for the pairs.
enum { personal_pair_words = 2048 };

/// The bit of two neighbouring characters. An ASCII letter counts as 1, a digit as 2.
uint32_t personal_pair_bit(uint32_t first, uint32_t second);

/// The first byte at or after `from` where personal data may begin: a number long enough, an `@`,
/// a hardware address, or two characters that begin a known word (`pairs`). `length` when there is
/// none. One pass over the bytes up to the answer.
size_t personal_next_trigger(
    const uint8_t *_Nonnull bytes, size_t length, size_t from, const uint64_t *_Nonnull pairs);

#endif
