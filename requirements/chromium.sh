#!/bin/sh
# Sees to a Chromium for tests/journeys: installs Debian's where root may, fails where there is
# none. Fonts come with it, or pages would be measured with boxes in place of letters.
set -u

present() { .venv/bin/python -m tests.journeys.browser >/dev/null; }

present && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Instaluję pakiety systemowe chromium i fonts-noto-core…"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        chromium fonts-noto-core >/dev/null
fi
present
