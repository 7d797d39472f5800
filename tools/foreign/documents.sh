#!/usr/bin/env bash
# What the product writes, read by programs that are not ours: LibreOffice turns Word files into pages, poppler measures them,
# LibreOffice saves the ledger again and the product takes it back. Installs what is missing on Debian. About a minute.
# With a folder as argument the pages are kept there as pictures, to be looked at.
set -euo pipefail
cd "$(dirname "$0")/../.."

readers_are_there() {
  command -v soffice >/dev/null && command -v pdftotext >/dev/null && command -v pdftoppm >/dev/null && [ -n "$(fc-list ':lang=zh-cn' family 2>/dev/null)" ]
}

if ! readers_are_there; then
  root=()
  [ "$(id -u)" -eq 0 ] || root=(sudo -n)
  "${root[@]}" apt-get update -q
  DEBIAN_FRONTEND=noninteractive "${root[@]}" apt-get install -q -y --no-install-recommends \
    libreoffice-writer libreoffice-calc poppler-utils fonts-noto-cjk fontconfig
  readers_are_there || { echo 'LibreOffice, poppler or a CJK font is missing after installing them' >&2; exit 1; }
fi
node tools/foreign/documents.ts "$@"
