#include <poppler.h>
#include <cairo.h>

/* poppler.h has no include of cairo's PNG writer; g_free and friends come in with glib. */
