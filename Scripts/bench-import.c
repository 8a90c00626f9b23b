/* bench-import: the peer of `legation import csv` on SQLite's C interface alone: the rows of a CSV
 * file into a table, in one change, past the same triggers, indexes and foreign keys.
 *
 *   bench-import DATABASE TABLE FILE     the first line names the columns
 *
 * Built by Scripts/bench: cc -O2 -o bench-import bench-import.c -lsqlite3
 */
#define _POSIX_C_SOURCE 200809L

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { fields_limit = 64 };

static void stop(const char *what, const char *why) {
  fprintf(stderr, "bench-import: %s: %s\n", what, why);
  exit(1);
}

static void run(sqlite3 *db, const char *sql) {
  if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK) stop(sql, sqlite3_errmsg(db));
}

/* Parts a line in place; a field with quotes ends in its line, as in the files of Scripts/bench. */
static int parts_of(char *line, char **fields) {
  int count = 0;
  char *from = line;
  for (;;) {
    if (count == fields_limit) stop("a line", "too many fields");
    char *to = from;
    fields[count++] = to;
    if (*from == '"') {
      from++;
      while (*from && !(*from == '"' && from[1] != '"')) {
        if (*from == '"') from++;
        *to++ = *from++;
      }
      if (*from == '"') from++;
    } else {
      while (*from && *from != ',' && *from != '\n') *to++ = *from++;
    }
    char end = *from;
    *to = 0;
    if (end != ',') return count;
    from++;
  }
}

int main(int count, char **words) {
  if (count != 4) stop("usage", "bench-import DATABASE TABLE FILE");
  sqlite3 *db;
  if (sqlite3_open(words[1], &db) != SQLITE_OK) stop(words[1], sqlite3_errmsg(db));
  FILE *file = fopen(words[3], "r");
  if (!file) stop(words[3], "cannot be read");
  run(db, "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA cache_size = -16000; "
          "BEGIN IMMEDIATE");
  run(db, "INSERT INTO change (made_at, author, action, program) "
          "VALUES (max(strftime('%Y-%m-%dT%H:%M:%SZ'), (SELECT max(made_at) FROM change)), "
          "'bench', 'fill', 'bench-import')");

  char *line = NULL, *fields[fields_limit], sql[4096] = "";
  size_t room = 0;
  if (getline(&line, &room, file) < 0) stop(words[3], "is empty");
  int columns = parts_of(line, fields);
  size_t length = (size_t)snprintf(sql, sizeof sql, "INSERT INTO %s (entered_in", words[2]);
  for (int i = 0; i < columns; i++)
    length += (size_t)snprintf(sql + length, sizeof sql - length, ", %s", fields[i]);
  length += (size_t)snprintf(
      sql + length, sizeof sql - length, ") VALUES ((SELECT max(number) FROM change)");
  for (int i = 0; i < columns; i++)
    length += (size_t)snprintf(sql + length, sizeof sql - length, ", ?");
  snprintf(sql + length, sizeof sql - length, ")");

  sqlite3_stmt *insert;
  if (sqlite3_prepare_v2(db, sql, -1, &insert, NULL) != SQLITE_OK) stop(sql, sqlite3_errmsg(db));
  while (getline(&line, &room, file) >= 0) {
    if (parts_of(line, fields) != columns) stop("a line", "another number of fields");
    for (int i = 0; i < columns; i++) {
      if (*fields[i]) sqlite3_bind_text(insert, i + 1, fields[i], -1, SQLITE_STATIC);
      else sqlite3_bind_null(insert, i + 1);
    }
    if (sqlite3_step(insert) != SQLITE_DONE) stop(fields[0], sqlite3_errmsg(db));
    sqlite3_reset(insert);
  }
  sqlite3_finalize(insert);
  run(db, "COMMIT");
  return sqlite3_close(db) == SQLITE_OK && fclose(file) == 0 ? 0 : 1;
}
