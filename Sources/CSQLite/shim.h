#ifndef LEGATION_CSQLITE_SHIM_H
#define LEGATION_CSQLITE_SHIM_H

#include <sqlite3.h>

// STRICT tables need 3.37, sqlite3_error_offset needs 3.38.
#if SQLITE_VERSION_NUMBER < 3038000
#error "legation needs SQLite 3.38 or later: install a newer libsqlite3-dev"
#endif

// Swift imports neither the cast in SQLITE_TRANSIENT nor variadic functions.

static inline int legation_bind_text(
    sqlite3_stmt *statement, int index, const char *text, int length) {
  return sqlite3_bind_text(statement, index, text, length, SQLITE_TRANSIENT);
}

static inline int legation_bind_blob(
    sqlite3_stmt *statement, int index, const void *bytes, int length) {
  return sqlite3_bind_blob(statement, index, bytes, length, SQLITE_TRANSIENT);
}

static inline void legation_result_text(
    sqlite3_context *context, const char *text, int length) {
  sqlite3_result_text(context, text, length, SQLITE_TRANSIENT);
}

static inline void legation_result_blob(
    sqlite3_context *context, const void *bytes, int length) {
  sqlite3_result_blob(context, bytes, length, SQLITE_TRANSIENT);
}

static inline int legation_forgo_statistics(void) {
  return sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
}

static inline int legation_db_config(sqlite3 *connection, int option, int value) {
  return sqlite3_db_config(connection, option, value, (int *)0);
}

#endif
