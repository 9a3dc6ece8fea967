#!/usr/bin/env bash
# Checks the book as a reader meets it: builds it, drives every page in a real browser, spells it.
#
#   book/check.sh [--shots FOLDER]     keep a screenshot of every page, width and theme
#
# Installs what it needs: Chromium and a font from Debian (as root), axe-core and playwright-core from
# npm, typos from pip; the last three into target/book-checks.
set -euo pipefail
cd "$(dirname "$0")/.."
target=${CARGO_TARGET_DIR:-target}
work=$target/book-checks
mkdir -p "$work"

chromium=${CHROMIUM:-/usr/bin/chromium}
if [ ! -x "$chromium" ] || ! fc-list 2>/dev/null | grep -q DejaVuSans; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core fontconfig >/dev/null
fi

echo "== the book builds, and every link leads somewhere"
cargo run --quiet --package ntk-book -- build

echo "== every page in a browser"
cp book/tests/browser/* "$work/"
if [ ! -d "$work/node_modules/axe-core" ] || ! cmp -s "$work/package-lock.json" "$work/installed.json"; then
    (cd "$work" && npm ci --silent --no-audit --no-fund)
    cp "$work/package-lock.json" "$work/installed.json"
fi
CHROMIUM=$chromium node "$work/check.mjs" "$target/book" "$@"

echo "== spelling"
if [ ! -x "$work/venv/bin/typos" ]; then
    python3 -m venv "$work/venv" 2>/dev/null || {
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq python3-venv >/dev/null
        python3 -m venv "$work/venv"
    }
    "$work/venv/bin/pip" install --quiet --disable-pip-version-check typos
fi
"$work/venv/bin/typos" --config book/typos.toml book/src book/data book/README.md book/builder book/figure/src book/tests/*.rs
echo "spelling is fine"
