#!/usr/bin/env bash
# Foreign witnesses: builds the Go verifier from Debian's packages (no module is fetched) and lets it, npm's own verifier and ours
# judge the same logs, true and falsified.
set -euo pipefail
cd "$(dirname "$0")/../.."

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

if ! command -v go >/dev/null || [ ! -d /usr/share/gocode/src/golang.org/x/mod/sumdb/tlog ]; then
  export DEBIAN_FRONTEND=noninteractive
  as_root apt-get update -q
  as_root apt-get install -q -y --no-install-recommends golang-go golang-golang-x-mod-dev
fi

built=$(mktemp -d)
trap 'rm -rf "$built"' EXIT
GO111MODULE=off GOPATH=/usr/share/gocode GOFLAGS= GOCACHE="$built/cache" go build -o "$built/verify-log" tools/foreign/verify-log/main.go
node tools/foreign/check.ts "$built/verify-log"
