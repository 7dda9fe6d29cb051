#!/usr/bin/env bash
# Trains the model of developers' talk on a folder of labelled files, a platform each (docs/accuracy.md): ./train.sh DIR [FILE].
# Prints how the model carries over to each platform that it has not seen, and writes it to FILE: where the build takes it from, if none is
# named. The same files give the same bytes.
set -euo pipefail
home=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)
. "$home/config/launch.sh"

[ $# -eq 1 ] || [ $# -eq 2 ] || { echo "usage: train.sh DIR [FILE]" >&2; exit 2; }
jdk=$(find_jdk)
build_if_stale "$jdk" training
exec "$jdk/bin/java" -XX:+UseSerialGC -Xmx2g -cp "$(jar_of training):$home/training/target/lib/*" dev.sentimentagent.training.Train \
  "$1" "${2:-$home/sentiment/src/main/resources/dev/sentimentagent/sentiment/devtalk-model.bin}"
