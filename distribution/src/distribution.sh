# What is other in a distribution than in the sources: nothing is built, the jars lie in lib, and a Java runtime may lie beside them.

is_java() { [ -x "$1/bin/java" ] && [ "$(release_of "$1")" -ge 25 ] 2> /dev/null; }

find_jdk() {
  local candidate java
  java=$(command -v java || true)
  for candidate in "$home/runtime" "${JAVA_HOME:-}" ${java:+"$(dirname "$(dirname "$(readlink -f "$java")")")"} /usr/lib/jvm/* /opt/java/* /opt/jdk*; do
    if [ -n "$candidate" ] && is_java "$candidate"; then
      echo "$candidate"
      return
    fi
  done
  echo "SentimentAgent needs Java 25 or later: install it, set JAVA_HOME to it, or take the archive that brings it along." >&2
  exit 1
}

build_if_stale() { :; }
jar_of() { echo "$home/VERSION"; }
class_path() { echo "$home/lib/*"; }

# Made by install.sh, once; the program's folder is read-only for the service.
aot_cache() {
  local part=other
  [ "$2" != serve ] || part=serve
  [ ! -f "$home/cache/sentimentagent-$part.aot" ] || echo "$home/cache/sentimentagent-$part.aot"
}
