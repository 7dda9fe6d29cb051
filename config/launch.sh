# What the scripts share: which JDK runs the program, and building it when its sources are newer than what is built.

# Without a locale, as under many supervisors, Java could not name a file with a letter beyond ASCII, its own folder among them.
case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in
  *[Uu][Tt][Ff]-8* | *[Uu][Tt][Ff]8*) ;;
  *) export LC_ALL=C.UTF-8 ;;
esac

# All of this is done at each start, so it runs as few programs as can be: on a busy machine each takes as long as the JVM takes to begin.

is_jdk() { [ -x "$1/bin/javac" ] && [ "$(release_of "$1")" -ge 25 ] 2>/dev/null; }
# The release of a JDK, from the file that it describes itself in.
release_of() {
  local line
  while read -r line; do
    [[ $line =~ ^JAVA_VERSION=\"([0-9]+) ]] && echo "${BASH_REMATCH[1]}" && return
  done < "$1/release"
} 2> /dev/null

find_jdk() {
  local candidate
  for candidate in "${JAVA_HOME:-}" "$(jdk_on_path)" \
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

# Where javac lies, unless JAVA_HOME will do.
jdk_on_path() {
  local javac
  if [ -n "${JAVA_HOME:-}" ] && is_jdk "$JAVA_HOME"; then return; fi
  javac=$(command -v javac) || return 0
  [ ! -L "$javac" ] || javac=$(readlink -f "$javac" 2>/dev/null || echo "$javac")
  javac=${javac%/*}
  echo "${javac%/*}"
}

# build_if_stale JDK MODULE: packages a module (with all it needs) unless its jar is newer than every source.
build_if_stale() {
  local jdk=$1 module=$2 log jar ignored=()
  jar=$(jar_of "$module")
  # The service is not made of the sources of the soak and the benchmarks, which stand above it.
  case $module in benchmarks) ;; soak) ignored=(-path "$home/benchmarks" -prune -o) ;; *) ignored=(-path "$home/soak" -prune -o -path "$home/benchmarks" -prune -o) ;; esac
  if [ -f "$jar" ] && [ -d "$home/server/target/lib" ] \
    && [ -z "$(find "$home" -mindepth 1 "${ignored[@]}" \( -name target -o -name test -o -name '.?*' -o -path "$home/data" \) -prune -o \
      -newer "$jar" -type f \( -path '*/src/main/*' -o -name pom.xml \) -print -quit)" ]; then
    return
  fi
  echo "Building SentimentAgent (a minute or two the first time) …" >&2
  log=$(mktemp)
  if ! (cd "$home" && JAVA_HOME="$jdk" ./mvnw --batch-mode --quiet package -DskipTests -pl "$module" -am) > "$log" 2>&1; then
    cat "$log" >&2
    echo "The build failed; what it said stands above." >&2
    exit 1
  fi
  rm -f "$log"
  touch "$jar"
}

jar_of() { echo "$home/$1/target/$1.jar"; }

# aot_cache JDK COMMAND: the file with the classes of that command as this build of the JDK needs them in memory (JEP 483, 514 and 515):
# one for serve, one for all other commands. It holds for the jars that are older than it; if it is there, it is said, if not, it is made in
# the background by a rehearsal, for the next start. Nothing depends on it: where it cannot be written, or the JVM does not like it, a start
# takes longer.
aot_cache() {
  local jdk=$1 folder=$home/server/target base jar part=other
  base=$folder/sentimentagent-$(build_of "$jdk")
  [ "$2" != serve ] || part=serve
  if [ -f "$base-$part.aot" ]; then
    for jar in "$(jar_of server)" "$folder"/lib/*; do
      if [ "$jar" -nt "$base-$part.aot" ]; then jar=newer && break; fi
    done
    if [ "$jar" != newer ]; then
      echo "$base-$part.aot"
      return
    fi
  fi
  if [ -w "$folder" ]; then
    make_aot_caches "$jdk" "$base" < /dev/null > /dev/null 2>&1 &
  fi
}

# What tells one build of a JDK from another, fit for the name of a file.
build_of() {
  local line build=
  while read -r line; do
    case $line in IMPLEMENTOR=* | JAVA_RUNTIME_VERSION=* | OS_ARCH=* | SOURCE=*) build+=-${line#*=} ;; esac
  done < "$1/release"
  build=${build//[^A-Za-z0-9.+-]/}
  echo "${build#-}"
}

# One at a time, and not again for twenty minutes if it fails; only whole ones get the names that are looked for. The library of SQLite, which
# the driver would unpack at each start, is laid beside them.
make_aot_caches() {
  local jdk=$1 base=$2 folder mark work
  unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS
  folder=$(dirname "$base")
  mark=$base.aot.making
  take_mark "$mark" || return 0
  await_idle $$
  # Those of older jars; another JDK's may still hold.
  find "$folder" -maxdepth 1 -name '*.aot*' ! -newer "$(jar_of server)" -delete
  work=$(mktemp -d)
  # With what they learnt of a rehearsal the compilers took half a second of a processor at each start of the service, which its main thread needs.
  if rehearse prepare && rm -rf "$base.native" && cp -R "$work/native" "$base.native" \
    && make_cache serve -XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining && make_cache other; then
    rm -f "$mark"
  else
    echo failed > "$mark"
  fi
  rm -rf "$base.new" "$work"
}

# make_cache PART FLAG…: of make_aot_caches.
make_cache() {
  local part=$1
  rehearse "$@" -XX:AOTCacheOutput="$base.new" -Dorg.sqlite.lib.path="$base.native" || return
  # An empty file would pass for a cache; what was built anew in the meantime is newer than it.
  [ -s "$base.new" ] && touch -r "$mark" "$base.new" && mv "$base.new" "$base-$part.aot"
}

# take_mark FILE: whether it is ours to make the caches. The mark of one that was killed has the number of a process that is no more.
take_mark() {
  local mark=$1 maker=failed own
  find "$(dirname "$mark")" -maxdepth 1 -name '*.aot.making' -mmin +20 -delete
  if [ -f "$mark" ] && read -r maker < "$mark" && [ "$maker" != failed ] && ! kill -0 "$maker" 2> /dev/null; then rm -f "$mark"; fi
  # $$ would be the service, and bash 3 has no BASHPID.
  # shellcheck disable=SC2016
  own=$(exec sh -c 'echo "$PPID"')
  (set -o noclobber && echo "$own" > "$mark") 2> /dev/null
}

# rehearse PART FLAG…: of make_aot_caches.
rehearse() {
  local part=$1
  shift
  nice -n 19 "$jdk/bin/java" "${cached_flags[@]}" -Xmx512m "$@" -Dsentimentagent.home="$home" \
    -cp "$(class_path)" dev.sentimentagent.server.cli.Main rehearse "$part" "$work"
}

# await_idle PID: until the process, which is about to start, has got over its start (and over an import or whatever else it does), or has
# ended; ten minutes at most.
await_idle() {
  local before after rounds
  for ((rounds = 0; rounds < 100; rounds++)); do
    before=$(ticks_of "$1")
    sleep 6
    after=$(ticks_of "$1")
    # A tenth of a processor. Where the system does not tell, both are empty.
    [ $((after - before)) -gt 60 ] || [ $rounds = 0 ] || return 0
  done
}

# Hundredths of a second of processor time that a process has used.
ticks_of() {
  local line
  read -r line < "/proc/$1/stat" || return 0
  # shellcheck disable=SC2086 # Words are wanted, of what follows the name of the program.
  set -- ${line##*) }
  echo $((${12} + ${13}))
} 2> /dev/null

# One collector and small headers: the least memory for a heap of this size. A cache holds for these, other flags may differ.
# Native access: SQLite and zstd.
cached_flags=(-XX:+UseSerialGC -XX:+UseCompactObjectHeaders --enable-native-access=ALL-UNNAMED)

class_path() { echo "$(jar_of server):$home/server/target/lib/*"; }

# A distribution is laid out otherwise.
if [ -f "$home/config/distribution.sh" ]; then . "$home/config/distribution.sh"; fi
