/* bench-baseline: the peer of `legation-bench lookups`, on SQLite's C interface alone.
 *
 *   bench-baseline DATABASE STATEMENT QUESTIONS
 *   bench-baseline version
 *
 * STATEMENT is a file with one SQL statement of two parameters, a mission and a day; QUESTIONS
 * one with a line "mission<TAB>day" for each question. Prints a line "nanoseconds<TAB>rows" for
 * each: the time to bind, to step to the end and to read every column by its type. The first
 * 1000 questions are asked once more before, untimed. `version` prints SQLite's.
 *
 * Built by Scripts/bench: cc -O2 -o bench-baseline bench-baseline.c -lsqlite3
 */
#define _POSIX_C_SOURCE 200809L

#include <errno.h>
#include <inttypes.h>
#include <sqlite3.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { warm_up = 1000 };

typedef struct {
  char *mission;
  int mission_length;
  char *day;
  int day_length;
} question;

typedef struct {
  int64_t nanoseconds;
  int rows;
} answer;

/* What was read ends up here, so that no reading can be left out by the compiler. */
static volatile int64_t sink;

static void stop(const char *what, const char *why) {
  fprintf(stderr, "bench-baseline: %s: %s\n", what, why);
  exit(1);
}

static void *grow(void *memory, size_t size) {
  void *larger = realloc(memory, size);
  if (larger == NULL) stop("memory", "not enough");
  return larger;
}

/* The whole file, with a NUL behind it. */
static char *contents(const char *path) {
  FILE *file = fopen(path, "rb");
  if (file == NULL) stop(path, strerror(errno));
  char *text = NULL;
  size_t length = 0, capacity = 0;
  do {
    if (capacity - length < 65536) {
      capacity = capacity * 2 + 131072;
      text = grow(text, capacity);
    }
    length += fread(text + length, 1, capacity - length - 1, file);
  } while (!feof(file) && !ferror(file));
  if (ferror(file)) stop(path, strerror(errno));
  fclose(file);
  text[length] = '\0';
  return text;
}

/* Cuts the text into questions, in place. */
static question *read_questions(char *text, size_t *count) {
  question *questions = NULL;
  size_t capacity = 0;
  *count = 0;
  for (char *line = text; line != NULL && *line != '\0';) {
    char *end = strchr(line, '\n');
    if (end != NULL) *end = '\0';
    char *tab = strchr(line, '\t');
    if (tab != NULL && strchr(tab + 1, '\t') == NULL) {
      *tab = '\0';
      if (*count == capacity) {
        capacity = capacity * 2 + 1024;
        questions = grow(questions, capacity * sizeof *questions);
      }
      questions[(*count)++] =
          (question){line, (int)(tab - line), tab + 1, (int)strlen(tab + 1)};
    }
    line = end == NULL ? NULL : end + 1;
  }
  return questions;
}

static int64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

static void read_columns(sqlite3_stmt *statement) {
  int64_t read = 0;
  int columns = sqlite3_column_count(statement);
  for (int i = 0; i < columns; i++) {
    const void *bytes = NULL;
    switch (sqlite3_column_type(statement, i)) {
    case SQLITE_INTEGER:
      read += sqlite3_column_int64(statement, i) != 0;
      break;
    case SQLITE_FLOAT:
      read += sqlite3_column_double(statement, i) != 0;
      break;
    case SQLITE_TEXT:
      bytes = sqlite3_column_text(statement, i);
      read += sqlite3_column_bytes(statement, i) + (bytes == NULL);
      break;
    case SQLITE_BLOB:
      bytes = sqlite3_column_blob(statement, i);
      read += sqlite3_column_bytes(statement, i) + (bytes == NULL);
      break;
    default:
      break;
    }
  }
  sink += read;
}

static int ask(sqlite3 *database, sqlite3_stmt *statement, const question *asked) {
  int rows = 0, result;
  if (sqlite3_bind_text(
          statement, 1, asked->mission, asked->mission_length, SQLITE_STATIC) != SQLITE_OK
      || sqlite3_bind_text(statement, 2, asked->day, asked->day_length, SQLITE_STATIC)
          != SQLITE_OK)
    stop("bind", sqlite3_errmsg(database));
  while ((result = sqlite3_step(statement)) == SQLITE_ROW) {
    rows++;
    read_columns(statement);
  }
  if (result != SQLITE_DONE) stop("step", sqlite3_errmsg(database));
  sqlite3_reset(statement);
  return rows;
}

int main(int argc, char **argv) {
  if (argc == 2 && strcmp(argv[1], "version") == 0) {
    puts(sqlite3_libversion());
    return 0;
  }
  if (argc != 4) {
    fprintf(stderr, "usage: bench-baseline DATABASE STATEMENT QUESTIONS | version\n");
    return 2;
  }
  char *sql = contents(argv[2]);
  size_t count;
  question *questions = read_questions(contents(argv[3]), &count);
  answer *answers = grow(NULL, (count + 1) * sizeof *answers);

  sqlite3 *database;
  int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX;
  if (sqlite3_open_v2(argv[1], &database, flags, NULL) != SQLITE_OK)
    stop(argv[1], sqlite3_errmsg(database));
  sqlite3_stmt *statement;
  if (sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL)
      != SQLITE_OK)
    stop("statement", sqlite3_errmsg(database));
  if (statement == NULL || sqlite3_bind_parameter_count(statement) != 2)
    stop("statement", "not one statement of two parameters");

  for (size_t i = 0; i < count && i < warm_up; i++) ask(database, statement, &questions[i]);
  for (size_t i = 0; i < count; i++) {
    int64_t start = now();
    answers[i].rows = ask(database, statement, &questions[i]);
    answers[i].nanoseconds = now() - start;
  }
  for (size_t i = 0; i < count; i++)
    printf("%" PRId64 "\t%d\n", answers[i].nanoseconds, answers[i].rows);

  sqlite3_finalize(statement);
  sqlite3_close(database);
  return 0;
}
