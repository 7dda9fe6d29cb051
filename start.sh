#!/usr/bin/env bash
# Starts the service in the foreground; an instance that uses the same data is stopped gracefully first.
#   ./start.sh           with the settings of .env and the environment
#   ./start.sh --demo    with invented data, nothing to configure
exec "$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)/sentimentagent" serve --replace "$@"
