/* A C library that is loaded when something of it is first called, by way of LAZY. Linked, it would bring its own libraries
 * into every start, milliseconds that nobody who reads a document should pay. The compiler still checks each call against
 * the library's header.
 */
#ifndef GX_LAZY_H
#define GX_LAZY_H

#include <dlfcn.h>
#include <stdio.h>
#include <unistd.h>

/* LAZY_LIBRARY(name, file): gx_load_name() says whether the library is on this machine. The file without its version is
 * there wherever the program was built. */
#define LAZY_LIBRARY(library, version) \
    static inline void *gx_open_##library(void) { \
        void *opened = dlopen("lib" #library ".so." #version, RTLD_NOW | RTLD_LOCAL); \
        return opened ? opened : dlopen("lib" #library ".so", RTLD_NOW | RTLD_LOCAL); \
    } \
    static inline int gx_load_##library(void) { return gx_open_##library() != NULL; } \
    /* What the loader itself does with a program whose library lacks a function. */ \
    static inline void *gx_find_in_##library(const char *name) { \
        void *opened = gx_open_##library(); \
        void *found = opened ? dlsym(opened, name) : NULL; \
        if (!found) { \
            fprintf(stderr, "gxingest: %s\n", dlerror()); \
            _exit(127); \
        } \
        return found; \
    }

/* gx_name, a function like the library's own. */
#define LAZY(library, result, name, parameters, arguments) \
    static inline result gx_##name parameters { \
        static __typeof__(&name) found; \
        __typeof__(&name) function = __atomic_load_n(&found, __ATOMIC_ACQUIRE); \
        if (!function) { \
            function = (__typeof__(&name))gx_find_in_##library(#name); \
            __atomic_store_n(&found, function, __ATOMIC_RELEASE); \
        } \
        return function arguments; \
    }

#endif
