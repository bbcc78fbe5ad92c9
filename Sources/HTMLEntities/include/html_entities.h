#pragma once
#include <stddef.h>

/// The table `dictionaries/html/entities.tsv` as it stands in the repository: a header line, then
/// one line per named character reference, sorted by the bytes of the name. Lives in read-only memory.
const unsigned char *html_entities_table(size_t *length);
