#ifndef ROUNDS_WEB_ASSETS_H
#define ROUNDS_WEB_ASSETS_H

#include <stddef.h>

/// One file of the web app. `path` begins with a slash; `bytes` live as long as the process.
struct rounds_asset {
    const char *path;
    const unsigned char *bytes;
    size_t size;
};

/// The file at `index`, or NULL behind the last one.
const struct rounds_asset *rounds_asset_at(size_t index);

#endif
