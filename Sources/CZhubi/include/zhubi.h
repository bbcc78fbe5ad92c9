/*
 * zhubi.h - the C interface of Zhubi (朱笔), a scanner for texts about to be published.
 *
 * Conventions
 *   Text        All strings are UTF-8 and end with NUL unless a length is given.
 *   Ownership   What a zhubi_..._create or zhubi_scan call returns belongs to the caller and is
 *               given back with the matching zhubi_..._free. Strings inside a report belong to the
 *               report. Nothing the caller passes in is kept after the call returns.
 *   Threads     A scanner may be used by any number of threads at once. A report belongs to one
 *               thread at a time. zhubi_last_error speaks of the calling thread only.
 *   Failure     Functions return a zhubi_status; nothing is thrown, no signal is raised, nothing is
 *               printed. NULL is accepted by every ..._free function.
 *   Privacy     Personal data in excerpts is masked unless show_sensitive is set. No function
 *               writes to a file except zhubi_scanner_create, which keeps compiled lexicons in
 *               cache_folder when one is given.
 *   Versions    Symbols carry the version node ZHUBI_1. Structs begin with their size, so that
 *               fields can be added at their end; set it to sizeof the struct.
 */
#ifndef ZHUBI_H
#define ZHUBI_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The version of this interface; zhubi_abi_version() gives that of the library in use. */
#define ZHUBI_ABI_VERSION 1

/* How a call ended. */
typedef int32_t zhubi_status;
#define ZHUBI_OK 0
#define ZHUBI_INVALID_ARGUMENT 1 /* a NULL where none may be, an unknown profile, format or date */
#define ZHUBI_LEXICON_ERROR 2    /* a pack is faulty or missing, an image is foreign or damaged */

/* What a document comes to. */
typedef int32_t zhubi_verdict;
#define ZHUBI_PASS 0       /* nothing at warning or above */
#define ZHUBI_REVIEW 1     /* something at warning, nothing at the threshold */
#define ZHUBI_BLOCK 2      /* something at or above the threshold */
#define ZHUBI_INCOMPLETE 3 /* a part could not be read, decoded or finished: never "clean" */

/* How grave a finding is, and how sure. */
typedef int32_t zhubi_severity;
#define ZHUBI_INFO 0
#define ZHUBI_WARNING 1
#define ZHUBI_ERROR 2
#define ZHUBI_SEVERITY_BLOCK 3

typedef int32_t zhubi_confidence;
#define ZHUBI_POSSIBLE 0
#define ZHUBI_LIKELY 1
#define ZHUBI_CERTAIN 2

typedef struct zhubi_scanner zhubi_scanner;
typedef struct zhubi_report zhubi_report;

/* What may differ from scan to scan. Zero and NULL mean the default. */
typedef struct zhubi_options {
  size_t size;            /* sizeof(zhubi_options) */
  const char *document;   /* the name in the report; "text" */
  const char *format;     /* "auto" (default), "text", "html", "markdown", "json", "csv", "tsv" */
  const char *charset;    /* what the transport says of the encoding; NULL recognises it */
  const char *profile;    /* "official" (default), "gov-style", "promotion", ... "all" */
  const char *as_of;      /* the day to judge by, "2024-05-14"; NULL takes the document's own */
  const char *fail_on;    /* "info", "warning", "error" (default), "block" */
  const char *language;   /* of messages: "zh" (default) or "en" */
  int32_t show_sensitive; /* not 0: personal data in the clear */
} zhubi_options;

/* One finding. Offsets point into the decoded source; ends are exclusive. */
typedef struct zhubi_finding {
  size_t size;             /* sizeof(zhubi_finding), set by the caller */
  const char *rule;        /* "personal.cn-id" */
  const char *message;     /* what is wrong */
  const char *suggestion;  /* what to write instead; NULL when there is none */
  const char *basis;       /* law or standard; NULL when there is none */
  const char *excerpt;     /* the text found, masked where it is personal data */
  const char *part;        /* "" is the body */
  const char *fingerprint; /* survives edits elsewhere in the document */
  zhubi_severity severity;
  zhubi_confidence confidence;
  size_t line, column;              /* from 1; the column counts Unicode scalars */
  size_t utf8_start, utf8_end;      /* bytes of the source as UTF-8 */
  size_t utf16_start, utf16_end;    /* UTF-16 code units: Java, JavaScript, .NET */
  size_t scalar_start, scalar_end;  /* Unicode scalars: Python, SQL */
} zhubi_finding;

/* The version of the library, "0.1.0", and of its interface. The string is never freed. */
const char *zhubi_version(void);
int32_t zhubi_abi_version(void);

/*
 * Makes a scanner from the built-in packs and folders of further packs, later ones on top.
 * Compiling takes about a tenth of a second; with a cache_folder (NULL for none) the result is kept
 * and the next start takes a few milliseconds. Stores the scanner in *scanner.
 */
zhubi_status zhubi_scanner_create(const char *const *pack_folders, size_t pack_folder_count,
                                  const char *cache_folder, zhubi_scanner **scanner);

/* Makes a scanner from an image of `zhubi lexicon compile`. The bytes are copied. */
zhubi_status zhubi_scanner_create_from_image(const void *image, size_t length,
                                             zhubi_scanner **scanner);

/* Gives a scanner back. Scans still running on other threads must have ended. */
void zhubi_scanner_free(zhubi_scanner *scanner);

/*
 * Scans length bytes at text, in whatever encoding they are; the bytes need not end with NUL and
 * nothing beyond them is read. Time and memory are linear in length. options may be NULL.
 */
zhubi_status zhubi_scan(const zhubi_scanner *scanner, const void *text, size_t length,
                        const zhubi_options *options, zhubi_report **report);

zhubi_verdict zhubi_report_verdict(const zhubi_report *report);

/* How many findings a report holds, in order of place. */
size_t zhubi_report_count(const zhubi_report *report);

/* Fills in the finding with this number (from 0). Its strings live as long as the report. */
zhubi_status zhubi_report_finding(const zhubi_report *report, size_t number,
                                  zhubi_finding *finding);

/*
 * Writes the report as one JSON object, NUL included, into buffer when capacity suffices, and
 * returns the bytes needed, NUL not counted. Call with (NULL, 0) to learn the size.
 */
size_t zhubi_report_json(const zhubi_report *report, char *buffer, size_t capacity);

void zhubi_report_free(zhubi_report *report);

/*
 * Why the last call of this thread failed, in words, like zhubi_report_json. Names files and lines
 * of packs, never text of a document. Empty when nothing failed yet.
 */
size_t zhubi_last_error(char *buffer, size_t capacity);

#ifdef __cplusplus
}
#endif
#endif
