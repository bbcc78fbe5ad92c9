// The only window to ICU. No type, macro or enumerator of ICU appears here: ICU's headers clash
// with the copy of ICU inside Foundation, and its C names carry the version of the library.
#ifndef ICU_SHIMS_H
#define ICU_SHIMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// The version of ICU at run time, one byte per part: 0x48010000 is 72.1.
uint32_t icu_shims_version(void);
// The version of Unicode that ICU knows, one byte per part: 0x0F000000 is 15.0.
uint32_t icu_shims_unicode_version(void);

// NFKC_Casefold of one code point. Returns the number of code points (0 when deleted), or -1 when
// ICU fails or `capacity` is too small; 18 always suffices.
int32_t icu_shims_nfkc_casefold(uint32_t c, uint32_t *out, int32_t capacity);
// Full canonical decomposition (NFD) of one code point; returns as above.
int32_t icu_shims_canonical_decomposition(uint32_t c, uint32_t *out, int32_t capacity);
// Normalises UTF-16 text: form 'C' is NFC, 'D' is NFD. Returns the length, or -1.
int32_t icu_shims_normalize(char form, const uint16_t *text, int32_t length, uint16_t *out,
                            int32_t capacity);

// Canonical combining class, 0 to 254.
uint8_t icu_shims_combining_class(uint32_t c);
// General category as its two letters, first letter in the high byte: 'L' << 8 | 'u'.
uint16_t icu_shims_category(uint32_t c);
// True when the Script property is Han.
bool icu_shims_is_han(uint32_t c);
// True when the Script property is Latin, Greek or Cyrillic.
bool icu_shims_is_alphabet(uint32_t c);
// True when the code point is Default_Ignorable_Code_Point.
bool icu_shims_is_default_ignorable(uint32_t c);
// Value of a decimal digit (general category Nd), or -1.
int32_t icu_shims_digit_value(uint32_t c);

// Code points that Traditional-Simplified may change. Returns how many there are (they are written
// only when `capacity` suffices), or -1.
int32_t icu_shims_simplifiable(uint32_t *out, int32_t capacity);
// Applies Traditional-Simplified to a UTF-16 buffer in place. Opening it takes 12 ms. Returns the
// length afterwards, or -1.
int32_t icu_shims_simplify(uint16_t *text, int32_t length, int32_t capacity);

// What a converter could not read: `count` bytes from `offset`.
typedef struct {
  int32_t offset;
  int32_t count;
  bool truncated;  // the input ended inside a sequence
} icu_shims_malformed;

enum {
  icu_shims_charset_gb18030 = 0,
  icu_shims_charset_gbk = 1,         // windows-936-2000
  icu_shims_charset_big5 = 2,        // windows-950-2000
  icu_shims_charset_big5_hkscs = 3,  // ibm-1375
  icu_shims_charset_utf16le = 4,
  icu_shims_charset_utf16be = 5,
};

typedef struct icu_shims_converter icu_shims_converter;
// Opens a converter, or returns NULL when this ICU lacks the charset.
icu_shims_converter *icu_shims_converter_open(int32_t charset);
void icu_shims_converter_close(icu_shims_converter *converter);
// Decodes a complete stretch of bytes. `offsets` receives for each UTF-16 unit the byte at which
// its sequence starts. Each malformed sequence becomes one U+FFFD and is listed in `malformed`
// (the first `malformed_capacity` of them; `malformed_count` counts all). `capacity` must be at
// least 2 * length + 16. Returns the number of units, or -1 when ICU fails.
int32_t icu_shims_decode(icu_shims_converter *converter, const uint8_t *bytes, int32_t length,
                         uint16_t *units, int32_t *offsets, int32_t capacity,
                         icu_shims_malformed *malformed, int32_t malformed_capacity,
                         int32_t *malformed_count);

// Encodes UTF-16 text. Returns the number of bytes, or -1 when a character has no place in the
// charset or `capacity` is too small (4 * length + 16 always suffices).
int32_t icu_shims_encode(icu_shims_converter *converter, const uint16_t *units, int32_t length,
                         uint8_t *bytes, int32_t capacity);

// Confidence (0 to 100) of ICU's detector that the bytes are GB18030 and Big5. At most 4,096 bytes
// are looked at. Returns false when ICU fails.
bool icu_shims_detect(const uint8_t *bytes, size_t length, int32_t *gb18030, int32_t *big5);

#ifdef __cplusplus
}
#endif
#endif
