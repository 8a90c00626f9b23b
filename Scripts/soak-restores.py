#!/usr/bin/env python3
"""soak-restores: restores under writers and kills, backups beside a fast writer, flipped logs.

usage: soak-restores.py PROGRAM [--restores N] [--kills N] [--flips N]

Called by Scripts/soak. Each trial ends with one line; the first thing lost ends the run.
"""
import argparse, os, random, shutil, sqlite3, subprocess, sys, tempfile, threading, time

options = argparse.ArgumentParser()
options.add_argument("program")
options.add_argument("--restores", type=int, default=20)
options.add_argument("--kills", type=int, default=8, help="of each system call, at its first N calls")
options.add_argument("--flips", type=int, default=150)
options = options.parse_args()
folder = tempfile.mkdtemp(prefix="soak-restores-")
office = os.path.join(folder, "office.db")
environment = dict(os.environ, LEGATION_DB=office, LEGATION_BY="soak", LEGATION_LANG="en")


def stop(words):
    sys.exit(f"soak: {words}")


def run(*words, before=()):
    return subprocess.run(
        [*before, options.program, *words], env=environment, capture_output=True, text=True,
        timeout=600)


def must(*words):
    answer = run(*words)
    if answer.returncode != 0:
        stop(f"{words}: {answer.returncode} {answer.stderr}")
    return answer.stdout


def names(path):
    return set(
        must("sql", "SELECT name FROM person", "--format", "csv", "--no-header", "--db", path)
        .replace("\r", "").split("\n")) - {""}


def asides():
    return sorted(
        os.path.join(folder, name) for name in os.listdir(folder)
        if ".before-" in name and not name.endswith(("-wal", "-shm")) and "making" not in name)


def restores_under_writers():
    backup = os.path.join(folder, "backup.db")
    must("backup", backup)
    acknowledged, refused, done = [], [], threading.Event()

    def write(writer):
        number = 0
        while not done.is_set():
            number += 1
            name = f"Writer {writer} {number}"
            answer = run("person", "add", name)
            (acknowledged if answer.returncode == 0 else refused).append(name)

    writers = [threading.Thread(target=write, args=(n,), daemon=True) for n in range(4)]
    for writer in writers:
        writer.start()
    for _ in range(options.restores):
        must("restore", backup, "--replace")
        time.sleep(0.3)
    done.set()
    for writer in writers:
        writer.join()
    kept = set()
    for path in [office, *asides()]:
        must("verify", "--db", path)
        kept |= names(path)
    lost = [name for name in acknowledged if name not in kept]
    if lost or refused:
        stop(f"restores under writers: lost {lost[:5]}, refused {refused[:5]}")
    print(
        f"restores under 4 writers: {options.restores}, {len(acknowledged)} changes acknowledged, "
        "each in the registry or in a file put aside; every file verifies", flush=True)


def backup_beside_a_fast_writer():
    done, count = threading.Event(), [0]

    def write():
        connection = sqlite3.connect(office, isolation_level=None, timeout=30)
        connection.execute("PRAGMA synchronous = OFF")
        while not done.is_set():
            connection.execute("BEGIN IMMEDIATE")
            connection.execute(
                "INSERT INTO change (made_at, author, action, program) VALUES (max("
                "strftime('%Y-%m-%dT%H:%M:%SZ'), (SELECT max(made_at) FROM change)), 'w', 'w', 'w')")
            connection.execute("DELETE FROM open_change")
            connection.execute("COMMIT")
            count[0] += 1

    writer = threading.Thread(target=write, daemon=True)
    writer.start()
    start = time.time()
    for number in range(3):
        must("backup", os.path.join(folder, f"beside-{number}.db"))
    spent = time.time() - start
    done.set()
    writer.join()
    print(f"backups beside a writer of {count[0] / spent:.0f} changes a second: 3, each whole", flush=True)


def kills_at_each_call():
    if not shutil.which("strace"):
        print("kills at each system call: left out, they need strace", flush=True)
        return
    # A registry of its own: what the fast writer left takes as long as he was fast.
    backup, fresh = os.path.join(folder, "backup.db"), os.path.join(folder, "fresh.db")
    must("init", "--db", fresh)
    new, old = names(backup), names(fresh) | {"Acknowledged"}
    kills = 0
    calls = "pwrite64 write fdatasync fsync ftruncate unlink link openat close fcntl rename renameat2"
    for call in calls.split():
        for at in range(1, options.kills + 1):
            for path in [office, office + "-wal", office + "-shm", *asides()]:
                if os.path.exists(path):
                    os.unlink(path)
            shutil.copy(fresh, office)
            must("person", "add", "Acknowledged")
            answer = run(
                "restore", backup, "--replace",
                before=("strace", "-f", "-o", "/dev/null", "-e", f"trace={call}", "-e",
                        f"inject={call}:signal=SIGKILL:when={at}"))
            kills += answer.returncode != 0
            what = f"restore killed at {call} {at}"
            verified = run("verify")
            if verified.returncode != 0:
                stop(f"{what}: {verified.stderr}")
            there = names(office)
            if there not in (old, new):
                stop(f"{what}: neither the old registry nor the new one")
            if there == new and not any(names(path) == old for path in asides()):
                stop(f"{what}: replaced, and nothing put aside")
            must("person", "add", "Afterwards")
    print(f"restore killed at its system calls: {kills} times, wholly old or wholly new each time", flush=True)


def flips_in_the_log():
    for ending in ("", "-wal", "-shm"):
        if os.path.exists(office + ending):
            os.unlink(office + ending)
    must("init")
    must("person", "add", "Before the log")
    holder = sqlite3.connect(office, isolation_level=None)
    holder.execute("BEGIN")
    holder.execute("SELECT count(*) FROM person").fetchone()
    for number in range(6):
        must("person", "add", f"In the log {number}")
    files = {ending: open(office + ending, "rb").read() for ending in ("", "-wal", "-shm")}
    holder.close()
    seen = 0
    for number in range(options.flips):
        path = os.path.join(folder, "flipped.db")
        for ending, data in files.items():
            if os.path.exists(path + ending):
                os.unlink(path + ending)
            if ending == "-shm" and number % 2:
                continue
            data = bytearray(data)
            if ending == "-wal":
                data[random.randrange(len(data))] ^= 1 << random.randrange(8)
            with open(path + ending, "wb") as file:
                file.write(data)
        answer = run("verify", "--db", path)
        if answer.returncode != 65:
            stop(f"a bit of the log was turned over, and verify says {answer.returncode}: {answer.stdout}")
        seen += 1
    print(f"flipped bits in the write-ahead log: {seen}, each named", flush=True)


try:
    must("init")
    restores_under_writers()
    backup_beside_a_fast_writer()
    kills_at_each_call()
    flips_in_the_log()
finally:
    shutil.rmtree(folder, ignore_errors=True)
