#define _GNU_SOURCE
#include "CMaking.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/syscall.h>
#endif

enum { most_paths = 8 };

struct making {
  /// Its own, then those of its companions.
  char *path[most_paths];
  int is_folder;
  atomic_int is_active;
  making *older;
};

// Newest first: what lies in a folder is met before the folder.
static _Atomic(making *) newest;

static const int ending[] = {SIGINT, SIGTERM, SIGHUP};

static _Atomic(const char *) kept_before;
static _Atomic(const char *) kept_after;

void making_set_kept_words(const char *before, const char *after) {
  atomic_store(&kept_after, after);
  atomic_store(&kept_before, before);
}

// Where standard error is the very pipe that nobody empties, the words would wait for ever.
static void say(const char *words, size_t length) {
  struct pollfd target = {.fd = STDERR_FILENO, .events = POLLOUT};
  if (poll(&target, 1, 0) <= 0) return;
  ssize_t ignored = write(STDERR_FILENO, words, length);
  (void)ignored;
}

// A terminal obeys what a name may hold.
static void say_path(const char *path) {
  char shown[256];
  size_t length = 0;
  for (; *path; path++) {
    unsigned char byte = (unsigned char)*path;
    shown[length++] = byte < 0x20 || byte == 0x7F ? '?' : *path;
    if (length < sizeof shown) continue;
    say(shown, length);
    length = 0;
  }
  say(shown, length);
}

static void take_away_one(const char *path, int is_folder) {
  if ((is_folder ? rmdir(path) : unlink(path)) == 0 || errno == ENOENT) return;
  const char *before = atomic_load(&kept_before), *after = atomic_load(&kept_after);
  if (!before || !after) return;
  say(before, strlen(before));
  say_path(path);
  say(after, strlen(after));
}

static void take_away(void) {
  for (making *node = atomic_load(&newest); node; node = node->older) {
    if (!atomic_load(&node->is_active)) continue;
    for (int i = 0; i < most_paths && node->path[i]; i++)
      take_away_one(node->path[i], node->is_folder);
  }
}

static void clean_up(int number) {
  take_away();
  signal(number, SIG_DFL);
  raise(number);
}

static _Atomic(const char *) last_words;
static _Atomic(const char *) cancel_words;
static atomic_int last_code;

static void end_program(int number) {
  (void)number;
  take_away();
  const char *words = atomic_load(&last_words);
  if (!words) words = atomic_load(&cancel_words);
  if (words) say(words, strlen(words));
  _exit(atomic_load(&last_code));
}

void making_end_program(unsigned milliseconds, const char *words, int code) {
  struct itimerval time;
  memset(&time, 0, sizeof time);
  if (milliseconds) {
    atomic_store(&last_words, words);
    atomic_store(&last_code, code);
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = end_program;
    sigfillset(&action.sa_mask);
    sigaction(SIGALRM, &action, NULL);
    // Whatever a parent had blocked.
    sigset_t wanted;
    sigemptyset(&wanted);
    sigaddset(&wanted, SIGALRM);
    sigprocmask(SIG_UNBLOCK, &wanted, NULL);
    time.it_value.tv_sec = milliseconds / 1000;
    time.it_value.tv_usec = milliseconds % 1000 * 1000;
  }
  setitimer(ITIMER_REAL, &time, NULL);
}

static sigset_t block(void) {
  sigset_t wanted, before;
  sigemptyset(&wanted);
  for (int i = 0; i < 3; i++) sigaddset(&wanted, ending[i]);
  pthread_sigmask(SIG_BLOCK, &wanted, &before);
  return before;
}

static void unblock(sigset_t before) {
  int kept = errno;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  errno = kept;
}

enum { milliseconds_to_end = 2000, code_of_an_end = 130 };

static atomic_int watch = MAKING_NO_WATCH;
static atomic_int waits;
static atomic_int is_asked;
static atomic_int is_wait_ended;

static void ask(int number) {
  int is_waiting = atomic_load(&waits) > 0;
  int watched = number == SIGINT ? atomic_load(&watch) : MAKING_NO_WATCH;
  int is_again = atomic_load(&is_asked);
  if (!is_again && !is_waiting && watched == MAKING_NO_WATCH) {
    clean_up(number);
    return;
  }
  atomic_store(&is_asked, 1);
  if (watched == MAKING_WATCH) {
    making_end_program(milliseconds_to_end, NULL, code_of_an_end);
    return;
  }
  if (is_again) {
    atomic_store(&last_words, NULL);
    atomic_store(&last_code, code_of_an_end);
    end_program(number);
  }
  if (is_waiting) atomic_store(&is_wait_ended, 1);
  // What came a moment before the system call goes on waiting in it.
  making_end_program(milliseconds_to_end, NULL, code_of_an_end);
}

void making_set_cancel_words(const char *words) { atomic_store(&cancel_words, words); }

void making_set_watch(int kind) { atomic_store(&watch, kind); }

void making_begin_wait(void) { atomic_fetch_add(&waits, 1); }

void making_end_wait(void) {
  int kept = errno;
  atomic_fetch_sub(&waits, 1);
  errno = kept;
}

int making_is_wait_ended(void) { return atomic_load(&is_wait_ended); }

int making_is_asked(void) { return atomic_load(&is_asked); }

void making_forget(void) {
  atomic_store(&is_asked, 0);
  making_end_program(0, NULL, 0);
}

// A signal that somebody handles, or that the parent ignores (nohup), stays as it is.
void making_arm(void) {
  for (int i = 0; i < 3; i++) {
    struct sigaction now;
    if (sigaction(ending[i], NULL, &now) != 0 || now.sa_handler != SIG_DFL) continue;
    struct sigaction mine;
    memset(&mine, 0, sizeof mine);
    // Without SA_RESTART: a system call that waits is to come back.
    mine.sa_handler = ask;
    // One after the other; raised again, it is delivered at the handler's end.
    sigemptyset(&mine.sa_mask);
    for (int j = 0; j < 3; j++) sigaddset(&mine.sa_mask, ending[j]);
    sigaction(ending[i], &mine, NULL);
  }
}

static char *joined(const char *path, const char *ending, size_t length) {
  size_t size = strlen(path);
  char *whole = malloc(size + length + 1);
  if (!whole) return NULL;
  memcpy(whole, path, size);
  memcpy(whole + size, ending, length);
  whole[size + length] = 0;
  return whole;
}

static making *add(const char *path, int is_folder, const char *companions) {
  making *node = calloc(1, sizeof *node);
  if (!node) return NULL;
  node->path[0] = joined(path, "", 0);
  if (!node->path[0]) return NULL;
  for (int i = 1; i < most_paths && *companions; i++) {
    size_t length = strcspn(companions, "/");
    node->path[i] = joined(path, companions, length);
    if (!node->path[i]) return NULL;
    companions += length + (companions[length] == '/');
  }
  node->is_folder = is_folder;
  atomic_store(&node->is_active, 1);
  node->older = atomic_load(&newest);
  atomic_store(&newest, node);
  making_arm();
  return node;
}

static int is_ours(int descriptor, const char *path) {
  struct stat here, there;
  return fstat(descriptor, &here) == 0 && lstat(path, &there) == 0 && here.st_ino == there.st_ino
      && here.st_dev == there.st_dev;
}

int making_file(char *path, const char *companions, making **made) {
  size_t length = strlen(path);
  *made = NULL;
  // Between its making and its lock another program can take a file for a leftover.
  for (int tries = 0; tries < 100; tries++) {
    sigset_t before = block();
    memcpy(path + length - 6, "XXXXXX", 6);
    int descriptor = mkstemp(path);
    if (descriptor >= 0) {
      fcntl(descriptor, F_SETFD, FD_CLOEXEC);
      // A file system without locks has no leftovers that can be told.
      int is_locked = flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
      if (is_locked && is_ours(descriptor, path)) *made = add(path, 0, companions);
    }
    unblock(before);
    if (descriptor < 0 || *made) return descriptor;
    close(descriptor);
  }
  errno = EAGAIN;
  return -1;
}

int making_folder(char *path, making **made) {
  *made = NULL;
  sigset_t before = block();
  int descriptor = -1;
  if (mkdtemp(path)) {
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor >= 0) flock(descriptor, LOCK_EX | LOCK_NB);
    *made = add(path, 1, "");
  }
  unblock(before);
  return descriptor;
}

int making_named(const char *path, int is_folder, making **made) {
  *made = NULL;
  sigset_t before = block();
  int result = is_folder ? mkdir(path, 0700)
                         : open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (result >= 0) *made = add(path, is_folder, "");
  unblock(before);
  return result;
}

void making_end(making *made) {
  if (made) atomic_store(&made->is_active, 0);
}

static int rename_without_replacing(const char *from, const char *to) {
#if defined(__linux__) && defined(SYS_renameat2)
  return (int)syscall(SYS_renameat2, AT_FDCWD, from, AT_FDCWD, to, 1u);
#elif defined(__APPLE__)
  return renamex_np(from, to, RENAME_EXCL);
#else
  errno = ENOSYS;
  return -1;
#endif
}

// The name is taken by something empty, which is then replaced: the only way where a file system has
// neither a second name nor a renaming that replaces nothing.
static int claim(const char *from, const char *to, int is_folder) {
  if (is_folder) {
    if (mkdir(to, 0700) != 0) return -1;
    if (rename(from, to) == 0) return 0;
    int why = errno == ENOTEMPTY ? EEXIST : errno;
    rmdir(to);
    errno = why;
    return -1;
  }
  int descriptor = open(to, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
  if (descriptor < 0) return -1;
  int is_mine = is_ours(descriptor, to);
  close(descriptor);
  if (is_mine && rename(from, to) == 0) return 0;
  int why = is_mine ? errno : EEXIST;
  if (is_mine) unlink(to);
  errno = why;
  return -1;
}

static int put(const char *from, const char *to, int is_folder, int ways) {
  errno = ENOTSUP;
  if (ways & MAKING_BY_LINK && !is_folder) {
    if (link(from, to) == 0) {
      unlink(from);
      return 0;
    }
    if (errno == EEXIST) return -1;
  }
  if (ways & MAKING_BY_RENAMING) {
    if (rename_without_replacing(from, to) == 0) return 0;
    if (errno == EEXIST) return -1;
  }
  return ways & MAKING_BY_CLAIM ? claim(from, to, is_folder) : -1;
}

int making_publish(making *made, const char *path, int ways) {
  sigset_t before = block();
  int result = put(made->path[0], path, made->is_folder, ways);
  if (result == 0) making_end(made);
  unblock(before);
  return result;
}

int making_replace(making *made, const char *path) {
  sigset_t before = block();
  int result = rename(made->path[0], path);
  if (result == 0) making_end(made);
  unblock(before);
  return result;
}

int making_seize(const char *path) {
  int descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  if (descriptor < 0) return -1;
  struct stat status;
  if (fstat(descriptor, &status) == 0 && status.st_uid == geteuid()
      && (S_ISREG(status.st_mode) || S_ISDIR(status.st_mode))
      && flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    return descriptor;
  close(descriptor);
  return -1;
}
