#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <sys/stat.h>
