#include "icu_shims.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

struct icu_shims_converter {
  UConverter *icu;
};

icu_shims_converter *icu_shims_converter_open(int32_t charset) {
  static const char *const names[] = {"gb18030",  "windows-936-2000", "windows-950-2000",
                                      "ibm-1375", "UTF-16LE",         "UTF-16BE"};
  if (charset < 0 || charset >= (int32_t)(sizeof names / sizeof *names)) return NULL;
  UErrorCode status = U_ZERO_ERROR;
  UConverter *icu = ucnv_open(names[charset], &status);
  if (U_FAILURE(status)) return NULL;
  ucnv_setToUCallBack(icu, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
  icu_shims_converter *converter = U_FAILURE(status) ? NULL : malloc(sizeof *converter);
  if (converter == NULL) {
    ucnv_close(icu);
    return NULL;
  }
  converter->icu = icu;
  return converter;
}

void icu_shims_converter_close(icu_shims_converter *converter) {
  if (converter == NULL) return;
  ucnv_close(converter->icu);
  free(converter);
}

int32_t icu_shims_decode(icu_shims_converter *converter, const uint8_t *bytes, int32_t length,
                         uint16_t *units, int32_t *offsets, int32_t capacity,
                         icu_shims_malformed *malformed, int32_t malformed_capacity,
                         int32_t *malformed_count) {
  const char *start = (const char *)bytes, *source = start, *end = start + length;
  int32_t written = 0;
  *malformed_count = 0;
  ucnv_resetToUnicode(converter->icu);
  for (;;) {
    UErrorCode status = U_ZERO_ERROR;
    int32_t base = (int32_t)(source - start);
    UChar *target = (UChar *)units + written;
    ucnv_toUnicode(converter->icu, &target, (UChar *)units + capacity, &source, end,
                   offsets + written, true, &status);
    int32_t after = (int32_t)(target - (UChar *)units);
    for (int32_t i = written; i < after; i++) offsets[i] += base;
    written = after;
    if (U_SUCCESS(status)) return written;
    bool truncated = status == U_TRUNCATED_CHAR_FOUND;
    if (!truncated && status != U_ILLEGAL_CHAR_FOUND && status != U_INVALID_CHAR_FOUND) return -1;
    char invalid[32];
    int8_t count = sizeof invalid;
    UErrorCode ignored = U_ZERO_ERROR;
    ucnv_getInvalidChars(converter->icu, invalid, &count, &ignored);
    if (U_FAILURE(ignored) || count < 1) count = 1;
    int32_t offset = (int32_t)(source - start) - count;
    if (offset < 0) offset = 0;
    if (written == capacity) return -1;
    units[written] = 0xFFFD;
    offsets[written++] = offset;
    if (*malformed_count < malformed_capacity) {
      malformed[*malformed_count] = (icu_shims_malformed){offset, count, truncated};
    }
    *malformed_count += 1;
    // A fresh start: the state of a stopped converter still holds the bad sequence.
    ucnv_resetToUnicode(converter->icu);
    if (source >= end) return written;
  }
}

int32_t icu_shims_encode(icu_shims_converter *converter, const uint16_t *units, int32_t length,
                         uint8_t *bytes, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  ucnv_setFromUCallBack(converter->icu, UCNV_FROM_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
  int32_t written = ucnv_fromUChars(converter->icu, (char *)bytes, capacity, (const UChar *)units,
                                    length, &status);
  return U_FAILURE(status) || written > capacity ? -1 : written;
}

bool icu_shims_detect(const uint8_t *bytes, size_t length, int32_t *gb18030, int32_t *big5) {
  UErrorCode status = U_ZERO_ERROR;
  *gb18030 = *big5 = 0;
  UCharsetDetector *detector = ucsdet_open(&status);
  if (U_FAILURE(status)) return false;
  ucsdet_setText(detector, (const char *)bytes, (int32_t)(length < 4096 ? length : 4096), &status);
  int32_t count = 0;
  const UCharsetMatch **matches = ucsdet_detectAll(detector, &count, &status);
  for (int32_t i = 0; U_SUCCESS(status) && i < count; i++) {
    const char *name = ucsdet_getName(matches[i], &status);
    int32_t confidence = ucsdet_getConfidence(matches[i], &status);
    if (U_FAILURE(status)) break;
    if (strcmp(name, "GB18030") == 0) *gb18030 = confidence;
    if (strcmp(name, "Big5") == 0) *big5 = confidence;
  }
  ucsdet_close(detector);
  return U_SUCCESS(status);
}
