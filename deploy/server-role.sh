#!/bin/sh
# Makes the account by which the servers work, when the database is made. What it may do is said by: gongze database-role
set -eu
psql -v ON_ERROR_STOP=1 -v password="$(cat /run/secrets/server.password)" -U "$POSTGRES_USER" -d "$POSTGRES_DB" <<'SQL'
create role gongze_server login password :'password';
SQL
