#include "service_assets.h"
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char page[] = {
#embed "page/index.html"
};
static const unsigned char program[] = {
#embed "page/app.js"
};
static const unsigned char words[] = {
#embed "page/words.js"
};
static const unsigned char paper[] = {
#embed "page/paper.js"
};
static const unsigned char notes[] = {
#embed "page/notes.js"
};
static const unsigned char service[] = {
#embed "page/service.js"
};
static const unsigned char review[] = {
#embed "page/review.js"
};
static const unsigned char style[] = {
#embed "page/app.css"
};
static const unsigned char icon[] = {
#embed "page/icon.svg"
};
static const unsigned char description[] = {
#embed "openapi.json"
};

static const service_asset assets[] = {
    {"index.html", page, sizeof page},
    {"app.js", program, sizeof program},
    {"words.js", words, sizeof words},
    {"paper.js", paper, sizeof paper},
    {"notes.js", notes, sizeof notes},
    {"service.js", service, sizeof service},
    {"review.js", review, sizeof review},
    {"app.css", style, sizeof style},
    {"icon.svg", icon, sizeof icon},
    {"openapi.json", description, sizeof description},
};

size_t service_asset_count(void) { return sizeof assets / sizeof assets[0]; }
const service_asset *service_asset_at(size_t number) { return &assets[number]; }
