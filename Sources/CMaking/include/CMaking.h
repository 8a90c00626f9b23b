#ifndef CMAKING_H
#define CMAKING_H

/// Files and folders in the making: a signal that ends the program takes them away first.
///
/// A handler may neither allocate nor lock, so what it walks is a list of nodes that are only ever
/// added, each with its finished path.

/// What is in the making; `NULL` is nothing.
typedef struct making making;

/// Makes an empty file under a name of its own, mode 0600, with a lock held while the program
/// lives; `path` ends in XXXXXX and is filled in. `companions` are the endings of the names of files
/// that go with it, parted by slashes.
///
/// Returns its descriptor, or -1 with errno.
int making_file(char *path, const char *companions, making **made);

/// Makes a folder under a name of its own, mode 0700, likewise.
int making_folder(char *path, making **made);

/// Makes a file or folder under just this name, mode 0600 or 0700; -1 with errno. For a folder a
/// descriptor is 0.
int making_named(const char *path, int is_folder, making **made);

/// Takes it from the list: it is published, or deleted.
void making_end(making *made);

/// The ways to give a name that replace nothing, in the order in which they are tried.
enum {
  MAKING_BY_LINK = 1,
  MAKING_BY_RENAMING = 2,
  MAKING_BY_CLAIM = 4,
};

/// Gives a file or folder its name by one of these ways, and ends its making. -1 with errno, EEXIST
/// where something is there.
int making_publish(making *made, const char *path, int ways);

/// Gives a file or folder its name, replacing what is there, and ends its making.
int making_replace(making *made, const char *path);

/// The lock of something that is left of a program that ended: its descriptor, or -1 while the
/// program lives.
int making_seize(const char *path);

/// What is said of something that a signal cannot take away, around its path; the words stay where
/// they are.
void making_set_kept_words(const char *before, const char *after);

/// Ends the program with this exit code in so many milliseconds, after taking away what is in the
/// making and saying these words, which stay where they are; 0 milliseconds: not any more. Without
/// words it says those of `making_set_cancel_words`.
///
/// For what nothing else ends: a single function of SQL asks nobody while it runs. May be called by
/// a signal handler.
void making_end_program(unsigned milliseconds, const char *words, int code);

/// What Ctrl-C does to work that does not wait.
enum {
  /// It ends the program, after taking away what is in the making.
  MAKING_NO_WATCH = 0,
  /// It is only noted, so that the work ends by itself; one more ends the program.
  MAKING_WATCH_ONCE = 1,
  /// It is noted each time, also while the work waits.
  MAKING_WATCH = 2,
};

/// From here on Ctrl-C, SIGTERM and SIGHUP end waits, and otherwise the program; what a parent
/// ignores stays ignored.
void making_arm(void);

void making_set_watch(int kind);

/// What is said where a person's wish to end does not come back to the program in time; the words
/// stay where they are.
void making_set_cancel_words(const char *words);

/// Begins and ends a system call that may wait for somebody: a signal in between is noted and makes
/// it come back with EINTR. `errno` is kept.
void making_begin_wait(void);
void making_end_wait(void);

/// Whether a signal came during a wait: no further one is worth beginning.
int making_is_wait_ended(void);

/// Whether somebody asked for an end, in a wait or elsewhere.
int making_is_asked(void);

/// The next question begins as if nobody had asked.
void making_forget(void);

#endif
