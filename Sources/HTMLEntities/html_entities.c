#include "html_entities.h"

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wc23-extensions"
static const unsigned char table[] = {
#embed "../../dictionaries/html/entities.tsv"
};
#pragma clang diagnostic pop

const unsigned char *html_entities_table(size_t *length) {
  *length = sizeof table;
  return table;
}
