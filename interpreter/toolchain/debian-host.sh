#!/bin/sh
# Installs what hippy-build needs on Debian 12: a C compiler with make, libffi and pkg-config, and
# Debian 11's PyPy 2.7 (Debian 12 has no Python 2.7), which sits beside all others. Run it as root.
set -eu

if [ "$(id -u)" != 0 ]; then
    echo "$0: installs packages: run it as root" >&2
    exit 1
fi
apt-get -o Acquire::Retries=3 update
uri=$(apt-get indextargets --format '$(REPO_URI)' \
    'Created-By: Packages' 'Release: bookworm' 'Component: main' | head -n 1)
if [ -z "$uri" ]; then
    echo "$0: apt has no package source for Debian 12 (bookworm, main)" >&2
    exit 1
fi
cat > /etc/apt/sources.list.d/bullseye.sources <<END
Types: deb
URIs: $uri
Suites: bullseye
Components: main
Signed-By: /usr/share/keyrings/debian-archive-keyring.gpg
END
apt-get -o Acquire::Retries=3 update
apt-get -o Acquire::Retries=3 install --yes --no-install-recommends \
    gcc libc6-dev make libffi-dev pkg-config
apt-get -o Acquire::Retries=3 install --yes --no-install-recommends \
    --target-release bullseye pypy
pypy --version
