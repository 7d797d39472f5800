#!/usr/bin/env bash
# Tables for researchers, read by a program that is not ours: Python's own library. Installs it where it is missing on Debian.
set -euo pipefail
cd "$(dirname "$0")/../.."

if ! command -v python3 >/dev/null; then
  root=()
  [ "$(id -u)" -eq 0 ] || root=(sudo -n)
  "${root[@]}" apt-get update -q
  DEBIAN_FRONTEND=noninteractive "${root[@]}" apt-get install -q -y --no-install-recommends python3-minimal libpython3-stdlib
fi
node tools/foreign/tables.ts
