#!/bin/bash
# Loads a dump into a PostgreSQL server made for it alone, and asks what stands in a file.
#   ask.sh DUMP QUESTIONS
set -euo pipefail
bin="$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)"
[ -n "$bin" ] || bin="$(dirname "$(command -v initdb)")"
folder="$(mktemp -d /tmp/legation-pg.XXXXXX)"

# PostgreSQL will not run as root.
as=()
if [ "$(id -u)" = 0 ]; then
  chown nobody "$folder"
  as=(setpriv --reuid=nobody --clear-groups)
fi
trap '"${as[@]}" "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1 || true
  rm -rf "$folder"' EXIT

cd "$folder"
"${as[@]}" "$bin/initdb" -D "$folder/data" -E UTF8 --locale=C.UTF-8 -A trust -U office >/dev/null
"${as[@]}" "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/log" start -o \
  "-c listen_addresses='' -c unix_socket_directories='$folder' -c fsync=off" >/dev/null
ask=("$bin/psql" -X -q -h "$folder" -U office -d postgres -v ON_ERROR_STOP=1)
"${ask[@]}" <"$1"
"${ask[@]}" -At <"$2"
