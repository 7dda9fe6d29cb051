# What the scripts share: which JDK runs the program, and building it when its sources are newer than what is built.

# Without a locale, as under many supervisors, Java could not name a file with a letter beyond ASCII, its own folder among them.
case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in
  *[Uu][Tt][Ff]-8* | *[Uu][Tt][Ff]8*) ;;
  *) export LC_ALL=C.UTF-8 ;;
esac

is_jdk() { [ -x "$1/bin/javac" ] && [ "$(release_of "$1")" -ge 25 ] 2>/dev/null; }
release_of() { sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null; }

find_jdk() {
  local candidate on_path
  on_path=$(command -v javac || true)
  for candidate in "${JAVA_HOME:-}" ${on_path:+"$(dirname "$(dirname "$(readlink -f "$on_path" 2>/dev/null || echo "$on_path")")")"} \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if [ -n "$candidate" ] && is_jdk "$candidate"; then
      echo "$candidate"
      return
    fi
  done
  echo "SentimentAgent needs a JDK 25 or later: install one (for example Temurin 25) or set JAVA_HOME to it." >&2
  exit 1
}

# build_if_stale JDK MODULE: packages a module (with all it needs) unless its jar is newer than every source.
build_if_stale() {
  local jdk=$1 module=$2 log jar ignored=()
  jar=$(jar_of "$module")
  # The service is not made of the sources of the soak and the benchmarks, which stand above it.
  case $module in benchmarks) ;; soak) ignored=(-not -path "$home/benchmarks/*") ;; *) ignored=(-not -path "$home/soak/*" -not -path "$home/benchmarks/*") ;; esac
  if [ -f "$jar" ] && [ -d "$home/server/target/lib" ] \
    && [ -z "$(find "$home" "${ignored[@]}" -path '*/src/main/*' -newer "$jar" -type f -print -quit)" ] \
    && [ -z "$(find "$home" "${ignored[@]}" -name pom.xml -not -path '*/target/*' -newer "$jar" -print -quit)" ]; then
    return
  fi
  command -v mvn > /dev/null || { echo "SentimentAgent is built with Maven (3.8 or later): install it and try again." >&2; exit 1; }
  echo "Building SentimentAgent (a minute or two the first time) …" >&2
  log=$(mktemp)
  if ! (cd "$home" && JAVA_HOME="$jdk" mvn --batch-mode --quiet package -DskipTests -pl "$module" -am) > "$log" 2>&1; then
    cat "$log" >&2
    echo "The build failed; what it said stands above." >&2
    exit 1
  fi
  rm -f "$log"
  touch "$jar"
}

jar_of() { echo "$home/$1/target/$1.jar"; }

# aot_cache JDK: the file with the program's classes as this build of the JDK needs them in memory (JEP 483, 514 and 515). It holds for the
# jars that are older than it; if it is there, it is said, if not, it is made in the background by a rehearsal, for the next start. Nothing
# depends on it: where it cannot be written, or the JVM does not like it, a start takes longer.
aot_cache() {
  local jdk=$1 folder=$home/server/target cache
  cache=$folder/sentimentagent-$(cksum < "$jdk/release" | tr -d ' ').aot
  if [ -f "$cache" ] && [ -z "$(find "$folder/lib" "$(jar_of server)" -newer "$cache" -print -quit)" ]; then
    echo "$cache"
  elif [ -w "$folder" ]; then
    make_aot_cache "$jdk" "$cache" < /dev/null > /dev/null 2>&1 &
  fi
}

# One at a time, and not again for ten minutes if it fails; only a whole one gets the name that is looked for.
make_aot_cache() {
  local jdk=$1 cache=$2 folder
  unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS
  folder=$(dirname "$cache")
  find "$folder" -maxdepth 1 -name '*.aot.making' -mmin +10 -delete
  (set -o noclobber && : > "$cache.making") || return 0
  # Those of older jars; another JDK's may still hold.
  find "$folder" -maxdepth 1 -name '*.aot*' ! -newer "$(jar_of server)" -delete
  nice -n 19 "$jdk/bin/java" "${cached_flags[@]}" -Xmx512m -XX:AOTCacheOutput="$cache.new" -Dsentimentagent.home="$home" \
    -cp "$(class_path)" dev.sentimentagent.server.cli.Main rehearse
  # What was built anew in the meantime is newer than it.
  touch -r "$cache.making" "$cache.new" && mv "$cache.new" "$cache" && rm -f "$cache.making"
}

# One collector and small headers: the least memory for a heap of this size. A cache holds for these, other flags may differ.
# Native access: SQLite and zstd.
cached_flags=(-XX:+UseSerialGC -XX:+UseCompactObjectHeaders --enable-native-access=ALL-UNNAMED)

class_path() { echo "$(jar_of server):$home/server/target/lib/*"; }

# A distribution is laid out otherwise.
if [ -f "$home/config/distribution.sh" ]; then . "$home/config/distribution.sh"; fi
