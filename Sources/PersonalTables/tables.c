#include "personal_tables.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t region_codes_bytes[] = {
#embed "../../dictionaries/personal/region_codes.tsv"
};
static const uint8_t area_codes_bytes[] = {
#embed "../../dictionaries/personal/area_codes.tsv"
};
static const uint8_t mobile_prefixes_bytes[] = {
#embed "../../dictionaries/personal/mobile_prefixes.tsv"
};
static const uint8_t card_bins_bytes[] = {
#embed "../../dictionaries/personal/card_bins.tsv"
};
static const uint8_t surnames_bytes[] = {
#embed "../../dictionaries/personal/surnames.tsv"
};
static const uint8_t name_stops_bytes[] = {
#embed "../../dictionaries/personal/name_stops.tsv"
};
static const uint8_t words_bytes[] = {
#embed "../../dictionaries/personal/words.tsv"
};

#define TABLE(name)                                                    \
  struct personal_table personal_##name(void) {                        \
    return (struct personal_table){name##_bytes, sizeof name##_bytes}; \
  }
TABLE(region_codes)
TABLE(area_codes)
TABLE(mobile_prefixes)
TABLE(card_bins)
TABLE(surnames)
TABLE(name_stops)
TABLE(words)
