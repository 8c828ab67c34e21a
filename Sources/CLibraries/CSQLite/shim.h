#include <sqlite3.h>

#include "../lazy.h"

LAZY_LIBRARY(sqlite3, 0)

LAZY(
    sqlite3, int, sqlite3_open_v2,
    (const char *path, sqlite3 **database, int flags, const char *system),
    (path, database, flags, system))
LAZY(sqlite3, int, sqlite3_close_v2, (sqlite3 *database), (database))
LAZY(sqlite3, int, sqlite3_busy_timeout, (sqlite3 *database, int milliseconds), (database, milliseconds))
LAZY(
    sqlite3, int, sqlite3_exec,
    (sqlite3 *database, const char *sql, int (*each)(void *, int, char **, char **), void *client, char **words),
    (database, sql, each, client, words))
LAZY(sqlite3, const char *, sqlite3_errmsg, (sqlite3 *database), (database))
LAZY(sqlite3, int, sqlite3_changes, (sqlite3 *database), (database))
LAZY(sqlite3, sqlite3_int64, sqlite3_last_insert_rowid, (sqlite3 *database), (database))
LAZY(
    sqlite3, int, sqlite3_prepare_v2,
    (sqlite3 *database, const char *sql, int size, sqlite3_stmt **statement, const char **rest),
    (database, sql, size, statement, rest))
LAZY(sqlite3, int, sqlite3_finalize, (sqlite3_stmt *statement), (statement))
LAZY(sqlite3, int, sqlite3_step, (sqlite3_stmt *statement), (statement))
LAZY(sqlite3, int, sqlite3_reset, (sqlite3_stmt *statement), (statement))
LAZY(sqlite3, int, sqlite3_clear_bindings, (sqlite3_stmt *statement), (statement))
LAZY(sqlite3, int, sqlite3_bind_null, (sqlite3_stmt *statement, int index), (statement, index))
LAZY(
    sqlite3, int, sqlite3_bind_int64,
    (sqlite3_stmt *statement, int index, sqlite3_int64 value),
    (statement, index, value))
LAZY(sqlite3, int, sqlite3_bind_double, (sqlite3_stmt *statement, int index, double value), (statement, index, value))
LAZY(sqlite3, int, sqlite3_column_count, (sqlite3_stmt *statement), (statement))
LAZY(sqlite3, int, sqlite3_column_type, (sqlite3_stmt *statement, int column), (statement, column))
LAZY(sqlite3, sqlite3_int64, sqlite3_column_int64, (sqlite3_stmt *statement, int column), (statement, column))
LAZY(sqlite3, double, sqlite3_column_double, (sqlite3_stmt *statement, int column), (statement, column))
LAZY(sqlite3, const unsigned char *, sqlite3_column_text, (sqlite3_stmt *statement, int column), (statement, column))
LAZY(sqlite3, const void *, sqlite3_column_blob, (sqlite3_stmt *statement, int column), (statement, column))
LAZY(sqlite3, int, sqlite3_column_bytes, (sqlite3_stmt *statement, int column), (statement, column))

/* SQLITE_TRANSIENT is a cast of -1 to a function pointer, which Swift does not import. */
LAZY(
    sqlite3, int, sqlite3_bind_text,
    (sqlite3_stmt *statement, int index, const char *text, int size),
    (statement, index, text, size, SQLITE_TRANSIENT))
LAZY(
    sqlite3, int, sqlite3_bind_blob64,
    (sqlite3_stmt *statement, int index, const void *bytes, sqlite3_uint64 size),
    (statement, index, bytes ? bytes : "", size, SQLITE_TRANSIENT))

/* sqlite3_db_config is variadic: this is its one use. */
LAZY(
    sqlite3, int, sqlite3_db_config,
    (sqlite3 *database, int option, int value),
    (database, option, value, (int *)0))
