#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <sys/stat.h>

#include "../lazy.h"

LAZY_LIBRARY(archive, 13)

LAZY(archive, struct archive *, archive_read_new, (void), ())
LAZY(archive, int, archive_read_free, (struct archive *archive), (archive))
LAZY(archive, int, archive_read_support_format_zip, (struct archive *archive), (archive))
LAZY(archive, int, archive_read_support_format_7zip, (struct archive *archive), (archive))
LAZY(archive, int, archive_read_support_format_rar, (struct archive *archive), (archive))
LAZY(archive, int, archive_read_support_format_rar5, (struct archive *archive), (archive))
LAZY(archive, int, archive_read_support_format_tar, (struct archive *archive), (archive))
LAZY(archive, int, archive_read_support_format_raw, (struct archive *archive), (archive))
LAZY(archive, int, archive_read_support_filter_gzip, (struct archive *archive), (archive))
LAZY(archive, int, archive_read_support_filter_bzip2, (struct archive *archive), (archive))
LAZY(archive, int, archive_read_support_filter_xz, (struct archive *archive), (archive))
LAZY(archive, int, archive_read_support_filter_zstd, (struct archive *archive), (archive))
LAZY(archive, int, archive_read_add_passphrase, (struct archive *archive, const char *password), (archive, password))
LAZY(archive, int, archive_read_open_fd, (struct archive *archive, int file, size_t block), (archive, file, block))
LAZY(
    archive, int, archive_read_open_memory,
    (struct archive *archive, const void *bytes, size_t size),
    (archive, bytes, size))
LAZY(
    archive, int, archive_read_open,
    (struct archive *archive, void *client, archive_open_callback *open, archive_read_callback *read, archive_close_callback *close),
    (archive, client, open, read, close))
LAZY(archive, int, archive_read_next_header, (struct archive *archive, struct archive_entry **entry), (archive, entry))
LAZY(
    archive, la_ssize_t, archive_read_data,
    (struct archive *archive, void *bytes, size_t size),
    (archive, bytes, size))
LAZY(archive, int, archive_read_has_encrypted_entries, (struct archive *archive), (archive))
LAZY(archive, int, archive_format, (struct archive *archive), (archive))
LAZY(archive, int, archive_filter_count, (struct archive *archive), (archive))
LAZY(archive, int, archive_errno, (struct archive *archive), (archive))
LAZY(archive, const char *, archive_error_string, (struct archive *archive), (archive))
LAZY(archive, const char *, archive_entry_pathname, (struct archive_entry *entry), (entry))
LAZY(archive, const char *, archive_entry_pathname_utf8, (struct archive_entry *entry), (entry))
LAZY(archive, const char *, archive_entry_hardlink, (struct archive_entry *entry), (entry))
LAZY(archive, mode_t, archive_entry_filetype, (struct archive_entry *entry), (entry))
LAZY(archive, int, archive_entry_size_is_set, (struct archive_entry *entry), (entry))
LAZY(archive, la_int64_t, archive_entry_size, (struct archive_entry *entry), (entry))
LAZY(archive, int, archive_entry_is_data_encrypted, (struct archive_entry *entry), (entry))
