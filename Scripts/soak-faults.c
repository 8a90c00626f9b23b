/* Makes the FAULT_AT-th write or sync of a registry's files fail, to see what is left of it.
   FAULT_ERROR is the number of the error; with FAULT_STAYS every later one fails too. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static int is_registry(int descriptor) {
  char link[64], path[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  return strstr(path, ".db") != NULL && strstr(path, "-shm") == NULL;
}

static int fails(int descriptor) {
  static int at = -1, error, stays, count;
  if (at < 0) {
    const char *text = getenv("FAULT_AT");
    at = text ? atoi(text) : 0;
    text = getenv("FAULT_ERROR");
    error = text ? atoi(text) : EIO;
    stays = getenv("FAULT_STAYS") != NULL;
  }
  if (at == 0 || !is_registry(descriptor)) return 0;
  count += 1;
  if (count != at && !(stays && count > at)) return 0;
  errno = error;
  return 1;
}

#define REAL(name, result, ...) \
  static result (*real)(__VA_ARGS__); \
  if (!real) *(void **)&real = dlsym(RTLD_NEXT, name)

ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t offset) {
  REAL("pwrite64", ssize_t, int, const void *, size_t, off64_t);
  return fails(descriptor) ? -1 : real(descriptor, bytes, count, offset);
}

ssize_t pwrite(int descriptor, const void *bytes, size_t count, off_t offset) {
  return pwrite64(descriptor, bytes, count, offset);
}

ssize_t write(int descriptor, const void *bytes, size_t count) {
  REAL("write", ssize_t, int, const void *, size_t);
  return fails(descriptor) ? -1 : real(descriptor, bytes, count);
}

int fsync(int descriptor) {
  REAL("fsync", int, int);
  return fails(descriptor) ? -1 : real(descriptor);
}

int fdatasync(int descriptor) {
  REAL("fdatasync", int, int);
  return fails(descriptor) ? -1 : real(descriptor);
}

int ftruncate64(int descriptor, off64_t length) {
  REAL("ftruncate64", int, int, off64_t);
  return fails(descriptor) ? -1 : real(descriptor, length);
}
