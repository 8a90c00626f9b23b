/* bench-export: the peer of `legation sql` on SQLite's C interface alone, and two measures of a
 * whole process.
 *
 *   bench-export csv|json DATABASE SQL     writes the rows to standard output
 *   bench-export first COMMAND...          microseconds from the start of COMMAND to its first byte
 *   bench-export memory COMMAND...         the most memory that COMMAND held, in kilobytes
 *
 * Built by Scripts/bench: cc -O2 -o bench-export bench-export.c -lsqlite3
 */
#define _DEFAULT_SOURCE
#define _POSIX_C_SOURCE 200809L

#include <fcntl.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static void stop(const char *what, const char *why) {
  fprintf(stderr, "bench-export: %s: %s\n", what, why);
  exit(1);
}

static char must_quote[256], must_escape[256];

static void put_csv(const unsigned char *text, int length) {
  int quotes = length == 0;
  for (int i = 0; i < length; i++) quotes |= must_quote[text[i]];
  if (!quotes) {
    fwrite(text, 1, (size_t)length, stdout);
    return;
  }
  putchar_unlocked('"');
  for (int i = 0; i < length; i++) {
    if (text[i] == '"') putchar_unlocked('"');
    putchar_unlocked(text[i]);
  }
  putchar_unlocked('"');
}

static void put_json(const unsigned char *text, int length) {
  putchar_unlocked('"');
  int plain = 1;
  for (int i = 0; i < length; i++) plain &= !must_escape[text[i]];
  if (plain) {
    fwrite(text, 1, (size_t)length, stdout);
  } else {
    for (int i = 0; i < length; i++) {
      if (text[i] == '"' || text[i] == '\\') printf("\\%c", text[i]);
      else if (text[i] < 0x20) printf("\\u%04x", text[i]);
      else putchar_unlocked(text[i]);
    }
  }
  putchar_unlocked('"');
}

static void write_csv(sqlite3_stmt *statement) {
  int columns = sqlite3_column_count(statement);
  for (int i = 0; i < columns; i++) {
    const char *name = sqlite3_column_name(statement, i);
    if (i > 0) putchar_unlocked(',');
    put_csv((const unsigned char *)name, (int)strlen(name));
  }
  putchar_unlocked('\n');
  while (sqlite3_step(statement) == SQLITE_ROW) {
    for (int i = 0; i < columns; i++) {
      if (i > 0) putchar_unlocked(',');
      if (sqlite3_column_type(statement, i) == SQLITE_NULL) continue;
      const unsigned char *text = sqlite3_column_text(statement, i);
      put_csv(text, sqlite3_column_bytes(statement, i));
    }
    putchar_unlocked('\n');
  }
}

static void write_json(sqlite3_stmt *statement) {
  int columns = sqlite3_column_count(statement);
  const char *before = "[\n";
  while (sqlite3_step(statement) == SQLITE_ROW) {
    fputs(before, stdout);
    before = ",\n";
    for (int i = 0; i < columns; i++) {
      const char *name = sqlite3_column_name(statement, i);
      putchar_unlocked(i > 0 ? ',' : '{');
      put_json((const unsigned char *)name, (int)strlen(name));
      putchar_unlocked(':');
      switch (sqlite3_column_type(statement, i)) {
        case SQLITE_NULL: fputs("null", stdout); break;
        case SQLITE_INTEGER:
        case SQLITE_FLOAT: fputs((const char *)sqlite3_column_text(statement, i), stdout); break;
        default: {
          const unsigned char *text = sqlite3_column_text(statement, i);
          put_json(text, sqlite3_column_bytes(statement, i));
        }
      }
    }
    putchar_unlocked('}');
  }
  fputs("\n]\n", stdout);
}

static void export_rows(const char *form, const char *path, const char *sql) {
  sqlite3 *database;
  sqlite3_stmt *statement;
  if (sqlite3_open_v2(path, &database, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, NULL) ||
      sqlite3_prepare_v2(database, sql, -1, &statement, NULL)) {
    stop(path, sqlite3_errmsg(database));
  }
  must_quote['"'] = must_quote[','] = must_quote['\n'] = must_quote['\r'] = 1;
  for (int i = 0; i < 0x20; i++) must_escape[i] = 1;
  must_escape['"'] = must_escape['\\'] = 1;
  setvbuf(stdout, NULL, _IOFBF, 65536);
  if (strcmp(form, "csv") == 0) write_csv(statement);
  else write_json(statement);
  sqlite3_finalize(statement);
  sqlite3_close(database);
}

static long microseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static pid_t spawn(char **command, int output) {
  pid_t id = fork();
  if (id < 0) stop("fork", "failed");
  if (id == 0) {
    dup2(output, STDOUT_FILENO);
    execvp(command[0], command);
    _exit(127);
  }
  return id;
}

static void measure_first(char **command) {
  int ends[2];
  char byte;
  if (pipe(ends) != 0) stop("pipe", "failed");
  fcntl(ends[0], F_SETFD, FD_CLOEXEC);
  long start = microseconds();
  pid_t id = spawn(command, ends[1]);
  close(ends[1]);
  if (read(ends[0], &byte, 1) != 1) stop(command[0], "wrote nothing");
  printf("%ld\n", microseconds() - start);
  kill(id, SIGKILL);
  waitpid(id, NULL, 0);
}

static void measure_memory(char **command) {
  int nothing = open("/dev/null", O_WRONLY);
  pid_t id = spawn(command, nothing);
  int status;
  struct rusage usage;
  if (wait4(id, &status, 0, &usage) != id || status != 0) stop(command[0], "failed");
  printf("%ld\n", usage.ru_maxrss);
}

int main(int count, char **words) {
  if (count > 2 && strcmp(words[1], "first") == 0) measure_first(words + 2);
  else if (count > 2 && strcmp(words[1], "memory") == 0) measure_memory(words + 2);
  else if (count == 4) export_rows(words[1], words[2], words[3]);
  else stop("words", "csv|json DATABASE SQL, first COMMAND... or memory COMMAND...");
  return 0;
}
