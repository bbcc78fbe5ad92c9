// The files of the web page and the description of the service, embedded read-only.
#pragma once
#include <stddef.h>

typedef struct {
  const char *name;  // "app.js"
  const unsigned char *bytes;
  size_t length;
} service_asset;

// How many files there are, and the file with this number (from 0).
size_t service_asset_count(void);
const service_asset *service_asset_at(size_t number);
