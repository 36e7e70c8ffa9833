#!/bin/sh
# A Chromium for the tests of the desk: the system's, else Debian's package where this may install it.
# Without one the tests of the page skip with a message; every other test runs.
for name in chromium chromium-browser google-chrome google-chrome-stable; do
  if command -v "$name" > /dev/null 2>&1; then exit 0; fi
done
if command -v apt-get > /dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
  echo "Installing Chromium for the tests of the desk (once)"
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium; } > /dev/null 2>&1 \
    || echo "Chromium could not be installed: the tests of the desk's page will skip"
else
  echo "No Chromium found: the tests of the desk's page will skip; install it with: sudo apt install chromium"
fi
exit 0
