#ifndef PERSONAL_TABLES_H
#define PERSONAL_TABLES_H

#include <stddef.h>
#include <stdint.h>

#include "personal_triggers.h"

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

#endif
