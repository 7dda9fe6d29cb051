#!/usr/bin/env bash
# The service under load on 90 days of generated data: ./bench.sh, ./bench.sh --quick, ./bench.sh --help.
set -euo pipefail
home=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
. "$home/config/launch.sh"

case " $* " in
  *" --jmh"* | *" --generate"* | *" --growth"* | *" --store"* | *" --help "* | *" -h "* | *" --version "* | *" -V "*) ;;
  *) command -v wrk > /dev/null || { echo "bench.sh makes load with wrk: install it (Debian and Ubuntu: apt-get install wrk; macOS: brew install wrk) and try again." >&2; exit 1; } ;;
esac
jdk=$(find_jdk)
build_if_stale "$jdk" benchmarks
build_if_stale "$jdk" server
exec "$jdk/bin/java" -XX:+UseSerialGC -Xmx1g -Dsentimentagent.home="$home" \
  -Dbench.commit="$(git -C "$home" rev-parse --short HEAD 2> /dev/null || echo unknown)" --enable-native-access=ALL-UNNAMED \
  -cp "$(jar_of benchmarks):$home/benchmarks/target/lib/*" dev.sentimentagent.benchmarks.BenchCommand "$@"
