// Written by .ci/list-packs. Do not edit.
#include "built_in_packs.h"
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file_0[] = {
#embed "../../dictionaries/secrecy/pack.yaml"
};

static const unsigned char file_1[] = {
#embed "../../dictionaries/secrecy/markings.tsv"
};

static const built_in_pack_file files[] = {
    {"secrecy/pack.yaml", file_0, sizeof file_0},
    {"secrecy/markings.tsv", file_1, sizeof file_1},
};

size_t built_in_pack_file_count(void) { return sizeof files / sizeof files[0]; }
const built_in_pack_file *built_in_pack_file_at(size_t number) { return &files[number]; }
