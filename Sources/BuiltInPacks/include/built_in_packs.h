// The repository's dictionaries, embedded read-only, so that a library user needs no files.
#pragma once
#include <stddef.h>

typedef struct {
  const char *path;  // "secrecy/markings.tsv"
  const unsigned char *bytes;
  size_t length;
} built_in_pack_file;

// How many files there are, and the file with this number (from 0).
size_t built_in_pack_file_count(void);
const built_in_pack_file *built_in_pack_file_at(size_t number);
