#ifndef LEGATION_CSYSTEM_H
#define LEGATION_CSYSTEM_H

// The C library under one name, whichever it is: Swift calls it Glibc, Musl or Darwin, and would
// have each file ask which.

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

// Swift imports no macros that are more than a number, and no variadic functions.

static inline int system_errno(void) { return errno; }
static inline void system_set_errno(int code) { errno = code; }

// Under names that a method called `open` or `read` does not hide.

/// `mode` is that of a file that is made.
static inline int system_open(const char *path, int flags, mode_t mode) {
  return open(path, flags, mode);
}

static inline int system_fcntl(int descriptor, int command) { return fcntl(descriptor, command); }

static inline ssize_t system_read(int descriptor, void *buffer, size_t count) {
  return read(descriptor, buffer, count);
}

static inline ssize_t system_write(int descriptor, const void *buffer, size_t count) {
  return write(descriptor, buffer, count);
}

/// What is started by this program does not get the descriptor.
static inline int system_close_on_start(int descriptor) {
  return fcntl(descriptor, F_SETFD, FD_CLOEXEC);
}

static inline void system_ignore(int signal_number) { signal(signal_number, SIG_IGN); }

/// The columns of a terminal; 0 where it is none.
static inline int system_terminal_columns(int descriptor) {
  struct winsize size;
  return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

/// The lines of a terminal; 0 where it is none.
static inline int system_terminal_rows(int descriptor) {
  struct winsize size;
  return ioctl(descriptor, TIOCGWINSZ, &size) == 0 ? size.ws_row : 0;
}

extern char **environ;

/// Starts a line of shell that reads from `input`, with the signals as a program finds them.
///
/// Gives its number; -1 where it cannot be started.
static inline pid_t system_spawn(const char *line, int input) {
  char *const arguments[] = {(char *)"sh", (char *)"-c", (char *)line, NULL};
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  sigset_t usual;
  pid_t child = -1;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
  posix_spawnattr_init(&attributes);
  sigemptyset(&usual);
  sigaddset(&usual, SIGPIPE);
  sigaddset(&usual, SIGINT);
  posix_spawnattr_setsigdefault(&attributes, &usual);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
  if (posix_spawn(&child, "/bin/sh", &actions, &attributes, arguments, environ) != 0) child = -1;
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  return child;
}

/// Waits for the end of what was started.
static inline void system_wait(pid_t child) {
  while (waitpid(child, NULL, 0) < 0 && errno == EINTR) {
  }
}

// Its members have other types and names in each C library.

enum {
  system_other = 0,
  system_file = 1,
  system_folder = 2,
  system_link = 3,
  system_character_device = 4,
};

typedef struct {
  int kind;
  unsigned int permissions, owner, group;
  unsigned long long names, device, number;
  long long size, seconds, nanoseconds;
} system_status;

static inline int system_take_status(int result, const struct stat *found, system_status *status) {
  if (result != 0) return result;
  switch (found->st_mode & S_IFMT) {
  case S_IFREG: status->kind = system_file; break;
  case S_IFDIR: status->kind = system_folder; break;
  case S_IFLNK: status->kind = system_link; break;
  case S_IFCHR: status->kind = system_character_device; break;
  default: status->kind = system_other;
  }
  status->permissions = found->st_mode & 0777;
  status->owner = found->st_uid;
  status->group = found->st_gid;
  status->names = found->st_nlink;
  status->device = (unsigned long long)found->st_dev;
  status->number = found->st_ino;
  status->size = found->st_size;
#ifdef __APPLE__
  status->seconds = found->st_mtimespec.tv_sec;
  status->nanoseconds = found->st_mtimespec.tv_nsec;
#else
  status->seconds = found->st_mtim.tv_sec;
  status->nanoseconds = found->st_mtim.tv_nsec;
#endif
  return 0;
}

static inline int system_status_of(const char *path, int follows_link, system_status *status) {
  struct stat found;
  int result = follows_link ? stat(path, &found) : lstat(path, &found);
  return system_take_status(result, &found, status);
}

static inline int system_status_of_open(int descriptor, system_status *status) {
  struct stat found;
  return system_take_status(fstat(descriptor, &found), &found, status);
}

static inline int system_is_on_read_only_medium(const char *path) {
  struct statvfs found;
  return statvfs(path, &found) == 0 && (found.f_flag & ST_RDONLY) != 0;
}

/// Where something was written next; -1 with ENXIO where nothing was.
static inline off_t system_next_data(int descriptor, off_t offset) {
  // SEEK_DATA, which some headers keep for those who ask for it.
#ifdef __APPLE__
  return lseek(descriptor, offset, 4);
#else
  return lseek(descriptor, offset, 3);
#endif
}

/// The process that keeps others from locking these bytes for writing; 0 where nobody does, -1 where
/// nobody knows.
static inline int system_lock_holder(int descriptor, off_t start, off_t count) {
  struct flock lock;
  memset(&lock, 0, sizeof lock);
  lock.l_type = F_WRLCK;
  lock.l_whence = SEEK_SET;
  lock.l_start = start;
  lock.l_len = count;
  if (fcntl(descriptor, F_GETLK, &lock) != 0 || lock.l_type == F_UNLCK) return 0;
  return lock.l_pid > 0 ? (int)lock.l_pid : -1;
}

/// In seconds since 1970; the largest number where the system does not say.
static inline long long system_start(void) {
  struct timespec now, running;
#ifdef __APPLE__
  clockid_t clock = CLOCK_MONOTONIC;
#else
  clockid_t clock = CLOCK_BOOTTIME;
#endif
  if (clock_gettime(CLOCK_REALTIME, &now) != 0 || clock_gettime(clock, &running) != 0)
    return 0x7FFFFFFFFFFFFFFF;
  return now.tv_sec - running.tv_sec;
}

#endif
