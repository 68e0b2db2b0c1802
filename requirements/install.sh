#!/bin/sh
# Brings .venv up to one lock: sh requirements/install.sh base|dev
#
# Needs Python 3.11 or newer and nothing else. Does nothing when nothing has changed; makes .venv
# anew when its Python no longer runs. A lock is noted as installed only after it is.
set -eu
lock=requirements/$1.txt
note=.venv/installed-$1

say() { printf '%s\n' "$*"; }
stop() { say "$*" >&2; exit 1; }

runs() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    for name in ${PYTHON:-} python3.11 python3 python3.12 python3.13; do
        if runs "$name"; then
            command -v "$name"
            return
        fi
    done
    stop "Potrzebny jest Python 3.11 lub nowszy (apt-get install python3)."
}

# A .venv whose making was interrupted has a Python and no pip.
usable() {
    runs .venv/bin/python &&
        { [ -e .venv/foreign-pip ] || .venv/bin/python -m pip --version >/dev/null 2>&1; }
}

# Debian keeps part of the standard venv in a package of its own.
add_venv_package() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
    say "Instaluję pakiet systemowy python3-venv…"
    package=$("$python" -c 'import sys; print("python3.%d-venv" % sys.version_info[1])')
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "$package" >/dev/null 2>&1
}

make_venv() {
    python=$(find_python)
    rm -rf .venv
    if "$python" -m venv .venv >/dev/null 2>&1; then return; fi
    rm -rf .venv
    if add_venv_package && "$python" -m venv .venv >/dev/null; then return; fi
    # Not root: a pip from elsewhere can install into a .venv that has none.
    rm -rf .venv
    if "$python" -m pip --version >/dev/null 2>&1; then
        "$python" -m venv --without-pip .venv && touch .venv/foreign-pip && return
    fi
    stop "Brakuje modułu venv. Zainstaluj go raz jako administrator: apt-get install python3-venv"
}

pip_install() {
    if [ -e .venv/foreign-pip ]; then
        set -- "$(find_python)" -m pip --python .venv/bin/python
    else
        set -- .venv/bin/python -m pip
    fi
    # Compiling what will never be imported would take as long as installing it.
    "$@" install -qq --disable-pip-version-check --no-compile --require-hashes -r "$lock"
}

wanted=$(cksum <"$lock")
if [ "$(cat "$note" 2>/dev/null)" = "$wanted" ] && runs .venv/bin/python; then exit 0; fi
usable || make_venv
say "Instaluję zależności ($lock)…"
pip_install
printf '%s\n' "$wanted" >"$note"
# The development lock holds the whole of the other one.
if [ "$1" = dev ]; then cksum <requirements/base.txt >.venv/installed-base; fi
