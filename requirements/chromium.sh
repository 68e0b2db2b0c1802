#!/bin/sh
# Sees to a browser for tests/journeys: where root may, installs Debian's Chromium, the library that
# Playwright's driver wants and letters to draw with. Fails where no browser starts.
set -u

starts() { .venv/bin/python -m tests.journeys.browser; }

starts 2>/dev/null && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Instaluję pakiety systemowe chromium, libatomic1 i fonts-noto-core…"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        chromium libatomic1 fonts-noto-core >/dev/null 2>&1
    starts
else
    exit 1
fi
