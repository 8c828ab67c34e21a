#include <iconv.h>
#include <malloc.h>
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>
#include <sys/stat.h>
#include <sys/ioctl.h>
#include <stdlib.h>
#include <stdio.h>
#include <string.h>
#include <signal.h>

/* open is variadic, and Swift imports no variadic C functions. */
static inline int gx_open_at(int folder, const char *path, int flags, mode_t mode) {
    return openat(folder, path, flags, mode);
}
/* glibc shows O_TMPFILE to GNU sources only. */
enum { GX_O_TMPFILE = __O_TMPFILE };
static inline int gx_open(const char *path, int flags, mode_t mode) { return open(path, flags, mode); }

/* ioctl is variadic. Gives 0 where the descriptor is no terminal. */
static inline int gx_terminal_columns(int descriptor) {
    struct winsize size;
    return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

/* strerror_r has two shapes; this is the one of POSIX, which glibc hides behind a macro. */
extern int __xpg_strerror_r(int code, char *buffer, size_t size);
static inline int gx_error_words(int code, char *buffer, size_t size) { return __xpg_strerror_r(code, buffer, size); }

/* SIG_IGN is a macro with a cast, and function pointers cannot be compared in Swift. */
static inline int gx_is_ignored(int number) {
    struct sigaction action;
    return sigaction(number, NULL, &action) == 0 && action.sa_handler == SIG_IGN;
}
