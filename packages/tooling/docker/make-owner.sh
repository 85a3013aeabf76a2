#!/bin/sh
# First start of the database only: the account that owns Permanence's tables. It is no superuser; migrations need createrole.
set -eu
psql --username="$POSTGRES_USER" --dbname=postgres -v ON_ERROR_STOP=1 -v password="$OWNER_DB_PASSWORD" <<'SQL'
create role permanence login createrole createdb password :'password';
create database permanence owner permanence;
SQL
