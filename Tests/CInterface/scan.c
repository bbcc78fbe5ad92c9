// A worked example of zhubi.h, and its test: every answer is checked, the exit status says so.
//   cc scan.c -I include -L lib -lzhubi -Wl,-rpath,lib -lpthread -o scan && ./scan
#include <assert.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zhubi.h>

#define CHECK(condition)                                                  \
  do {                                                                    \
    if (!(condition)) {                                                   \
      char why[4096];                                                     \
      zhubi_last_error(why, sizeof why);                                  \
      fprintf(stderr, "%s:%d: %s: %s\n", __FILE__, __LINE__, #condition, why); \
      exit(1);                                                            \
    }                                                                     \
  } while (0)

static const char notice[] = "机密★1年\n关于印发方案的通知\n";

static zhubi_report *scan(const zhubi_scanner *scanner, const char *text) {
  zhubi_report *report = NULL;
  zhubi_options options = {.size = sizeof options, .document = "notice-17", .as_of = "2026-11-01"};
  CHECK(zhubi_scan(scanner, text, strlen(text), &options, &report) == ZHUBI_OK);
  return report;
}

// Many threads share one scanner.
static void *scan_often(void *scanner) {
  for (int i = 0; i < 50; i++) {
    zhubi_report *report = scan(scanner, notice);
    CHECK(zhubi_report_verdict(report) == ZHUBI_BLOCK);
    zhubi_report_free(report);
  }
  return NULL;
}

static void example(void) {
  CHECK(zhubi_abi_version() == ZHUBI_ABI_VERSION);
  CHECK(strlen(zhubi_version()) >= 5);

  zhubi_scanner *scanner = NULL;
  CHECK(zhubi_scanner_create(NULL, 0, NULL, &scanner) == ZHUBI_OK);

  // Findings one by one.
  zhubi_report *report = scan(scanner, notice);
  CHECK(zhubi_report_verdict(report) == ZHUBI_BLOCK);
  CHECK(zhubi_report_count(report) >= 1);
  zhubi_finding finding = {.size = sizeof finding};
  CHECK(zhubi_report_finding(report, 0, &finding) == ZHUBI_OK);
  CHECK(strcmp(finding.rule, "term.secrecy-marking") == 0);
  CHECK(finding.severity == ZHUBI_SEVERITY_BLOCK);
  CHECK(finding.line == 1 && finding.column == 1);
  CHECK(finding.utf8_start == 0 && finding.utf8_end > finding.utf8_start);
  CHECK(finding.suggestion == NULL || finding.suggestion[0] != 0);
  CHECK(zhubi_report_finding(report, zhubi_report_count(report), &finding) ==
        ZHUBI_INVALID_ARGUMENT);

  // The whole report as JSON, into a buffer of ours.
  size_t length = zhubi_report_json(report, NULL, 0);
  char *json = malloc(length + 1);
  CHECK(zhubi_report_json(report, json, length + 1) == length && strlen(json) == length);
  CHECK(strstr(json, "\"document\":\"notice-17\"") != NULL);
  CHECK(strstr(json, "\"verdict\":\"block\"") != NULL);
  char small[8] = "untouch";
  CHECK(zhubi_report_json(report, small, sizeof small) == length && small[0] == 0);
  free(json);
  zhubi_report_free(report);

  // No byte beyond the length is read, and an empty text is clean.
  char *exact = malloc(3);
  memcpy(exact, "好", 3);
  CHECK(zhubi_scan(scanner, exact, 3, NULL, &report) == ZHUBI_OK);
  CHECK(zhubi_report_verdict(report) == ZHUBI_PASS);
  zhubi_report_free(report);
  free(exact);
  CHECK(zhubi_scan(scanner, NULL, 0, NULL, &report) == ZHUBI_OK);
  CHECK(zhubi_report_verdict(report) == ZHUBI_PASS);
  zhubi_report_free(report);

  // What cannot be decoded is never clean.
  CHECK(zhubi_scan(scanner, "\xE6\x9C\xBA\xFF\xFE\x80", 6, NULL, &report) == ZHUBI_OK);
  CHECK(zhubi_report_verdict(report) == ZHUBI_INCOMPLETE);
  zhubi_report_free(report);

  // Every misuse is a status, never a crash.
  zhubi_options wrong = {.size = sizeof wrong, .profile = "nobody"};
  CHECK(zhubi_scan(scanner, "x", 1, &wrong, &report) == ZHUBI_INVALID_ARGUMENT && report == NULL);
  char why[200];
  CHECK(zhubi_last_error(why, sizeof why) > 0 && strstr(why, "nobody") != NULL);
  wrong = (zhubi_options){.size = 4096};
  CHECK(zhubi_scan(scanner, "x", 1, &wrong, &report) == ZHUBI_INVALID_ARGUMENT);
  CHECK(zhubi_scan(NULL, "x", 1, NULL, &report) == ZHUBI_INVALID_ARGUMENT);
  CHECK(zhubi_scan(scanner, NULL, 1, NULL, &report) == ZHUBI_INVALID_ARGUMENT);
  const char *missing[] = {"/nowhere/at/all"};
  zhubi_scanner *none = NULL;
  CHECK(zhubi_scanner_create(missing, 1, NULL, &none) == ZHUBI_LEXICON_ERROR && none == NULL);
  CHECK(zhubi_scanner_create_from_image("nonsense", 8, &none) == ZHUBI_LEXICON_ERROR);
  zhubi_scanner_free(NULL);
  zhubi_report_free(NULL);

  pthread_t threads[4];
  for (int i = 0; i < 4; i++) CHECK(pthread_create(&threads[i], NULL, scan_often, scanner) == 0);
  for (int i = 0; i < 4; i++) CHECK(pthread_join(threads[i], NULL) == 0);

  zhubi_scanner_free(scanner);
}

// Once, or as often as the first argument says: what is lost must not grow with it.
int main(int count, char **words) {
  int rounds = count > 1 ? atoi(words[1]) : 1;
  for (int i = 0; i < rounds; i++) example();
  printf("C: ok\n");
  return 0;
}
