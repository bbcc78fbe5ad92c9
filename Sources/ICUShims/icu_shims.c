#include "icu_shims.h"

#include <stdlib.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>
#include <unicode/uset.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>
#include <unicode/uversion.h>

static uint32_t packed(const UVersionInfo v) {
  return (uint32_t)v[0] << 24 | (uint32_t)v[1] << 16 | (uint32_t)v[2] << 8 | v[3];
}

uint32_t icu_shims_version(void) {
  UVersionInfo v;
  u_getVersion(v);
  return packed(v);
}

uint32_t icu_shims_unicode_version(void) {
  UVersionInfo v;
  u_getUnicodeVersion(v);
  return packed(v);
}

static int32_t code_points(const UChar *text, int32_t length, uint32_t *out, int32_t capacity) {
  int32_t count = 0;
  for (int32_t i = 0; i < length;) {
    UChar32 c;
    U16_NEXT(text, i, length, c);
    if (count == capacity) return -1;
    out[count++] = (uint32_t)c;
  }
  return count;
}

static int32_t normalized(const UNormalizer2 *form, uint32_t c, uint32_t *out, int32_t capacity) {
  UChar source[2], target[64];
  int32_t length = 0;
  UErrorCode status = U_ZERO_ERROR;
  if (c > 0x10FFFF || capacity < 1) return -1;
  if (unorm2_isInert(form, (UChar32)c)) {
    *out = c;
    return 1;
  }
  U16_APPEND_UNSAFE(source, length, c);
  int32_t n = unorm2_normalize(form, source, length, target, 64, &status);
  if (U_FAILURE(status)) return -1;
  return code_points(target, n, out, capacity);
}

int32_t icu_shims_nfkc_casefold(uint32_t c, uint32_t *out, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *form = unorm2_getNFKCCasefoldInstance(&status);
  return U_FAILURE(status) ? -1 : normalized(form, c, out, capacity);
}

int32_t icu_shims_canonical_decomposition(uint32_t c, uint32_t *out, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *form = unorm2_getNFDInstance(&status);
  return U_FAILURE(status) ? -1 : normalized(form, c, out, capacity);
}

int32_t icu_shims_normalize(char form, const uint16_t *text, int32_t length, uint16_t *out,
                            int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *normalizer =
      form == 'C' ? unorm2_getNFCInstance(&status) : unorm2_getNFDInstance(&status);
  if (U_FAILURE(status)) return -1;
  int32_t n = unorm2_normalize(normalizer, (const UChar *)text, length, (UChar *)out, capacity,
                               &status);
  return U_FAILURE(status) ? -1 : n;
}

uint8_t icu_shims_combining_class(uint32_t c) { return u_getCombiningClass((UChar32)c); }

uint16_t icu_shims_category(uint32_t c) {
  // In the order of ICU's enumeration, which ICU promises never to change.
  static const char names[] = "CnLuLlLtLmLoMnMeMcNdNlNoZsZlZpCcCfCoCsPdPsPePcPoSmScSkSoPiPf";
  int8_t type = u_charType((UChar32)c);
  return (uint16_t)((uint16_t)names[2 * type] << 8 | (uint8_t)names[2 * type + 1]);
}

static UScriptCode script(uint32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  UScriptCode code = uscript_getScript((UChar32)c, &status);
  return U_FAILURE(status) ? USCRIPT_INVALID_CODE : code;
}

bool icu_shims_is_han(uint32_t c) { return script(c) == USCRIPT_HAN; }

bool icu_shims_is_alphabet(uint32_t c) {
  UScriptCode code = script(c);
  return code == USCRIPT_LATIN || code == USCRIPT_GREEK || code == USCRIPT_CYRILLIC;
}

bool icu_shims_is_default_ignorable(uint32_t c) {
  return u_hasBinaryProperty((UChar32)c, UCHAR_DEFAULT_IGNORABLE_CODE_POINT);
}

int32_t icu_shims_digit_value(uint32_t c) {
  return u_charType((UChar32)c) == U_DECIMAL_DIGIT_NUMBER ? u_charDigitValue((UChar32)c) : -1;
}

static UTransliterator *simplifier(UErrorCode *status) {
  static const UChar id[] = u"Traditional-Simplified";
  return utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, status);
}

int32_t icu_shims_simplifiable(uint32_t *out, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UTransliterator *transliterator = simplifier(&status);
  if (U_FAILURE(status)) return -1;
  USet *set = utrans_getSourceSet(transliterator, false, NULL, &status);
  int32_t count = -1;
  if (U_SUCCESS(status)) {
    count = uset_size(set);
    if (count <= capacity) {
      for (int32_t i = 0; i < count; i++) out[i] = (uint32_t)uset_charAt(set, i);
    }
  }
  uset_close(set);
  utrans_close(transliterator);
  return count;
}

int32_t icu_shims_simplify(uint16_t *text, int32_t length, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UTransliterator *transliterator = simplifier(&status);
  if (U_FAILURE(status)) return -1;
  int32_t limit = length, result = length;
  utrans_transUChars(transliterator, (UChar *)text, &result, capacity, 0, &limit, &status);
  utrans_close(transliterator);
  return U_FAILURE(status) ? -1 : result;
}
