#ifndef PERSONAL_TRIGGERS_H
#define PERSONAL_TRIGGERS_H

#include <stddef.h>
#include <stdint.h>

/// What a character can be for a name or an address.
enum personal_class {
  PERSONAL_SURNAME = 1,        ///< A surname of one character.
  PERSONAL_COMPOUND = 2,       ///< The first character of a surname of two.
  PERSONAL_NEVER_GIVEN = 4,    ///< In no given name.
  PERSONAL_WEAK_SURNAME = 8,   ///< A surname only where a name is set apart.
  PERSONAL_BEFORE_NAME = 16,   ///< A name may begin right behind it.
  PERSONAL_HOUSE_END = 32,     ///< Closes the number of a house, room or group.
  PERSONAL_NUMERAL = 64,       ///< May stand in the number of a house.
  PERSONAL_BEHIND_NAME = 128,  ///< A name may end right before it.
  PERSONAL_ILLNESS_END = 256,  ///< The last character of a word that introduces an illness.
  PERSONAL_COMPOUND_END = 512, ///< The second character of a surname of two.
};

/// What must stand beside a trigger word.
enum personal_word {
  PERSONAL_ILLNESS = 1,        ///< A name in the line.
  PERSONAL_ROLE = 2,           ///< A name behind it.
  PERSONAL_BIRTH = 4,          ///< A date behind it.
  PERSONAL_ADDRESS = 8,        ///< The number of a house behind it.
  PERSONAL_ACCOUNT = 16,       ///< Digits or letters behind it.
  PERSONAL_COLUMN = 32,        ///< Rows of a table below it.
};

/// What a trigger needs in the wording around it before its lines are worth folding; 0 for nothing.
enum personal_need {
  PERSONAL_NEEDS_LABEL = 1,    ///< A label that says what the number is.
  PERSONAL_NEEDS_BIRTH = 2,    ///< A word of birth, sex or school beside a date.
  PERSONAL_NEEDS_NO_STATUTE = 8,   ///< Any text but a statute.
};

/// Who looks for the places worth looking at. All of them find the same.
enum personal_kernel { PERSONAL_PLAIN = 0, PERSONAL_AVX2 = 1, PERSONAL_AVX512 = 2 };

/// The words and characters a scan looks for. Built once, then read by all threads.
struct personal_filter;

/// An empty filter; NULL when memory is exhausted.
struct personal_filter *_Nullable personal_filter_create(void);

/// Says what a character below U+10000 is: a set of `personal_class`.
void personal_filter_set_class(
    struct personal_filter *_Nonnull filter, uint32_t scalar, uint16_t classes);

/// Adds a word of at least two characters that begins with a Han character, its kind a set of
/// `personal_word`. The bytes must live as long as the filter. 0 when there is no room.
int personal_filter_add_word(
    struct personal_filter *_Nonnull filter, const uint8_t *_Nonnull bytes, size_t length,
    uint8_t kind);

/// Adds two neighbouring Han characters that are worth a look without being a word: a numeral and
/// what it counts. 0 when there is no room.
int personal_filter_add_pair(
    struct personal_filter *_Nonnull filter, uint32_t first, uint32_t second);

/// Adds a Han character that tells something before an ASCII letter (`kind` 1), before a digit (2)
/// or behind a digit (3).
void personal_filter_add_neighbour(
    struct personal_filter *_Nonnull filter, uint32_t scalar, int kind);

/// The best kernel this machine runs.
enum personal_kernel personal_best_kernel(void);

/// The first byte at or after `from` where personal data may begin; `length` when there is none.
///
/// A place is judged by the text alone, never by where the scan began. `needs` is set to what the
/// wording around must hold (`personal_need`). With `has_tables` no line is dropped because of what
/// it lacks: cells stand in other lines than their headers. One pass over the bytes up to the answer;
/// nothing beyond `length` is read.
size_t personal_next_trigger(
    const struct personal_filter *_Nonnull filter, enum personal_kernel kernel,
    const uint8_t *_Nonnull bytes, size_t length, size_t from, int has_tables,
    uint32_t *_Nonnull needs);

/// The next line feed at or after a place; `length` for none.
size_t personal_line_end(const uint8_t *_Nonnull bytes, size_t length, size_t place);

/// The lines above a place that may be the header of its table: of those that are parted into cells by
/// the same mark without a gap, the ones from which the number of cells changes. Puts the first and
/// the end byte of each into `lines`; the answer is their number, `most` when there may be more.
size_t personal_headers_above(
    const uint8_t *_Nonnull bytes, size_t length, size_t place, size_t *_Nonnull lines, size_t most);

#endif
