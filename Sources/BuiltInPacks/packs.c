// Written by .ci/list-packs. Do not edit.
#include "built_in_packs.h"
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char file_0[] = {
#embed "../../dictionaries/advertising/pack.yaml"
};

static const unsigned char file_1[] = {
#embed "../../dictionaries/advertising/medical.tsv"
};

static const unsigned char file_2[] = {
#embed "../../dictionaries/advertising/superlatives.tsv"
};

static const unsigned char file_3[] = {
#embed "../../dictionaries/house-style/pack.yaml"
};

static const unsigned char file_4[] = {
#embed "../../dictionaries/house-style/countries.tsv"
};

static const unsigned char file_5[] = {
#embed "../../dictionaries/house-style/hkmt.tsv"
};

static const unsigned char file_6[] = {
#embed "../../dictionaries/house-style/press.tsv"
};

static const unsigned char file_7[] = {
#embed "../../dictionaries/internal/pack.yaml"
};

static const unsigned char file_8[] = {
#embed "../../dictionaries/internal/drafts.tsv"
};

static const unsigned char file_9[] = {
#embed "../../dictionaries/internal/internal.tsv"
};

static const unsigned char file_10[] = {
#embed "../../dictionaries/internal/placeholders.tsv"
};

static const unsigned char file_11[] = {
#embed "../../dictionaries/internal/privacy.tsv"
};

static const unsigned char file_12[] = {
#embed "../../dictionaries/internal/process.tsv"
};

static const unsigned char file_13[] = {
#embed "../../dictionaries/internal/residue.tsv"
};

static const unsigned char file_14[] = {
#embed "../../dictionaries/names/pack.yaml"
};

static const unsigned char file_15[] = {
#embed "../../dictionaries/names/organisations.tsv"
};

static const unsigned char file_16[] = {
#embed "../../dictionaries/names/places.tsv"
};

static const unsigned char file_17[] = {
#embed "../../dictionaries/outdated/pack.yaml"
};

static const unsigned char file_18[] = {
#embed "../../dictionaries/outdated/agencies.tsv"
};

static const unsigned char file_19[] = {
#embed "../../dictionaries/outdated/laws.tsv"
};

static const unsigned char file_20[] = {
#embed "../../dictionaries/outdated/places.tsv"
};

static const unsigned char file_21[] = {
#embed "../../dictionaries/outdated/plans.tsv"
};

static const unsigned char file_22[] = {
#embed "../../dictionaries/outdated/regulations.tsv"
};

static const unsigned char file_23[] = {
#embed "../../dictionaries/outdated/standards.tsv"
};

static const unsigned char file_24[] = {
#embed "../../dictionaries/outdated/systems.tsv"
};

static const unsigned char file_25[] = {
#embed "../../dictionaries/secrecy/pack.yaml"
};

static const unsigned char file_26[] = {
#embed "../../dictionaries/secrecy/markings.tsv"
};

static const unsigned char file_27[] = {
#embed "../../dictionaries/secrecy/telegrams.tsv"
};

static const unsigned char file_28[] = {
#embed "../../dictionaries/typos/pack.yaml"
};

static const unsigned char file_29[] = {
#embed "../../dictionaries/typos/common100.tsv"
};

static const unsigned char file_30[] = {
#embed "../../dictionaries/typos/general.tsv"
};

static const unsigned char file_31[] = {
#embed "../../dictionaries/typos/government-context-1.tsv"
};

static const unsigned char file_32[] = {
#embed "../../dictionaries/typos/government-context-2.tsv"
};

static const unsigned char file_33[] = {
#embed "../../dictionaries/typos/government.tsv"
};

static const unsigned char file_34[] = {
#embed "../../dictionaries/typos/holes.tsv"
};

static const unsigned char file_35[] = {
#embed "../../dictionaries/typos/idioms.tsv"
};

static const unsigned char file_36[] = {
#embed "../../dictionaries/typos/names.tsv"
};

static const unsigned char file_37[] = {
#embed "../../dictionaries/typos/severe.tsv"
};

static const unsigned char file_38[] = {
#embed "../../dictionaries/typos/variants.tsv"
};

static const unsigned char file_39[] = {
#embed "../../dictionaries/typos/words.tsv"
};

static const unsigned char file_40[] = {
#embed "../../dictionaries/wording/pack.yaml"
};

static const unsigned char file_41[] = {
#embed "../../dictionaries/wording/disability.tsv"
};

static const unsigned char file_42[] = {
#embed "../../dictionaries/wording/ethnic.tsv"
};

static const unsigned char file_43[] = {
#embed "../../dictionaries/wording/legal.tsv"
};

static const unsigned char file_44[] = {
#embed "../../dictionaries/wording/region-gender-job.tsv"
};

static const unsigned char file_45[] = {
#embed "../../dictionaries/wording/vulgar.tsv"
};

static const unsigned char file_46[] = {
#embed "../../dictionaries/common-words/words.txt"
};

static const built_in_pack_file files[] = {
    {"advertising/pack.yaml", file_0, sizeof file_0},
    {"advertising/medical.tsv", file_1, sizeof file_1},
    {"advertising/superlatives.tsv", file_2, sizeof file_2},
    {"house-style/pack.yaml", file_3, sizeof file_3},
    {"house-style/countries.tsv", file_4, sizeof file_4},
    {"house-style/hkmt.tsv", file_5, sizeof file_5},
    {"house-style/press.tsv", file_6, sizeof file_6},
    {"internal/pack.yaml", file_7, sizeof file_7},
    {"internal/drafts.tsv", file_8, sizeof file_8},
    {"internal/internal.tsv", file_9, sizeof file_9},
    {"internal/placeholders.tsv", file_10, sizeof file_10},
    {"internal/privacy.tsv", file_11, sizeof file_11},
    {"internal/process.tsv", file_12, sizeof file_12},
    {"internal/residue.tsv", file_13, sizeof file_13},
    {"names/pack.yaml", file_14, sizeof file_14},
    {"names/organisations.tsv", file_15, sizeof file_15},
    {"names/places.tsv", file_16, sizeof file_16},
    {"outdated/pack.yaml", file_17, sizeof file_17},
    {"outdated/agencies.tsv", file_18, sizeof file_18},
    {"outdated/laws.tsv", file_19, sizeof file_19},
    {"outdated/places.tsv", file_20, sizeof file_20},
    {"outdated/plans.tsv", file_21, sizeof file_21},
    {"outdated/regulations.tsv", file_22, sizeof file_22},
    {"outdated/standards.tsv", file_23, sizeof file_23},
    {"outdated/systems.tsv", file_24, sizeof file_24},
    {"secrecy/pack.yaml", file_25, sizeof file_25},
    {"secrecy/markings.tsv", file_26, sizeof file_26},
    {"secrecy/telegrams.tsv", file_27, sizeof file_27},
    {"typos/pack.yaml", file_28, sizeof file_28},
    {"typos/common100.tsv", file_29, sizeof file_29},
    {"typos/general.tsv", file_30, sizeof file_30},
    {"typos/government-context-1.tsv", file_31, sizeof file_31},
    {"typos/government-context-2.tsv", file_32, sizeof file_32},
    {"typos/government.tsv", file_33, sizeof file_33},
    {"typos/holes.tsv", file_34, sizeof file_34},
    {"typos/idioms.tsv", file_35, sizeof file_35},
    {"typos/names.tsv", file_36, sizeof file_36},
    {"typos/severe.tsv", file_37, sizeof file_37},
    {"typos/variants.tsv", file_38, sizeof file_38},
    {"typos/words.tsv", file_39, sizeof file_39},
    {"wording/pack.yaml", file_40, sizeof file_40},
    {"wording/disability.tsv", file_41, sizeof file_41},
    {"wording/ethnic.tsv", file_42, sizeof file_42},
    {"wording/legal.tsv", file_43, sizeof file_43},
    {"wording/region-gender-job.tsv", file_44, sizeof file_44},
    {"wording/vulgar.tsv", file_45, sizeof file_45},
    {"common-words/words.txt", file_46, sizeof file_46},
};

size_t built_in_pack_file_count(void) { return sizeof files / sizeof files[0]; }
const built_in_pack_file *built_in_pack_file_at(size_t number) { return &files[number]; }
