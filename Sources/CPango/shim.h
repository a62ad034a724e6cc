#ifndef ROUNDS_CPANGO_H
#define ROUNDS_CPANGO_H

#include <cairo/cairo-pdf.h>
#include <pango/pangocairo.h>

#endif
