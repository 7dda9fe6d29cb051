#!/usr/bin/env bash
# Days of collection on an accelerated clock, with faults, and an audit of what came of them: ./soak.sh HOURS, ./soak.sh --help.
set -euo pipefail
home=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
. "$home/config/launch.sh"

jdk=$(find_jdk)
build_if_stale "$jdk" soak
build_if_stale "$jdk" server
exec "$jdk/bin/java" -XX:+UseSerialGC -Xmx1g -Dsentimentagent.home="$home" \
  -Dsoak.commit="$(git -C "$home" rev-parse --short HEAD 2> /dev/null || echo unknown)" --enable-native-access=ALL-UNNAMED \
  -cp "$(jar_of soak):$(jar_of server):$home/server/target/lib/*" dev.sentimentagent.soak.SoakCommand "$@"
