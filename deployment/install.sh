#!/usr/bin/env bash
# Installs SentimentAgent on a Linux host, or upgrades what is installed. Run as root from an unpacked distribution:
#   deployment/install.sh              install, or upgrade in place; back to what ran before if the new version does not become healthy
#   deployment/install.sh --rollback   back to the version before, and to its database
# Running it again changes nothing that is right. INSTALL_ROOT=/some/folder prefixes all paths (for images); no systemd is called then.
set -euo pipefail

source=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.." && pwd)
root=${INSTALL_ROOT:-}
program=/opt/sentimentagent
settings=/etc/sentimentagent
state=/var/lib/sentimentagent
unit=/etc/systemd/system/sentimentagent.service
command=/usr/local/bin/sentimentagent
user=sentimentagent
patience=${INSTALL_PATIENCE:-120}

say() { echo "install: $*"; }
fail() { echo "install: $*" >&2; exit 1; }
with_systemd() { [ -z "$root" ] && [ -d /run/systemd/system ]; }
running() { with_systemd && systemctl is-active --quiet sentimentagent; }
# Of what current or previous points at; nothing if there is none.
version_of() {
  local target
  target=$(readlink "$root$program/$1" || true)
  echo "${target##*/}"
}

# Atomically: who looks sees the one or the other.
point() {
  ln -sfn "releases/$2" "$root$program/$1.new"
  mv -T "$root$program/$1.new" "$root$program/$1"
}

stop_service() {
  if running; then systemctl stop sentimentagent; fi
}

start_service() {
  with_systemd || { say "no systemd here: start it with $command serve"; return 0; }
  systemctl enable --quiet sentimentagent
  systemctl reset-failed sentimentagent 2> /dev/null || true
  # Type=notify: returns once the service answers, or has failed to start.
  timeout "$patience" systemctl start sentimentagent
}

# 0: no credentials yet, which a first installation cannot have, counts as well.
answers() {
  with_systemd || return 0
  "$command" monitor --count 1 --failures 1 --timeout 10s > /dev/null
}

rollback() {
  local before
  before=$(version_of previous)
  [ -n "$before" ] || fail "there is no version before this one"
  [ -d "$root$program/releases/$before" ] || fail "version $before is no longer there"
  stop_service
  local now
  now=$(version_of current)
  if [ -f "$root$state/before-$now.db" ]; then
    say "its database comes back; what was collected since is in $state/after-$now.db"
    mv -f "$root$state/sentimentagent.db" "$root$state/after-$now.db" 2> /dev/null || true
    rm -f "$root$state"/sentimentagent.db-{wal,shm}
    mv -f "$root$state/before-$now.db" "$root$state/sentimentagent.db"
  fi
  point current "$before"
  rm -f "$root$program/previous"
  say "back at $before"
  start_service
}

make_user() {
  if [ -z "$root" ] && ! id "$user" > /dev/null 2>&1; then
    useradd --system --home-dir "$state" --no-create-home --shell /usr/sbin/nologin --user-group "$user"
    say "user $user made"
  fi
}

own() { if [ -z "$root" ]; then chown "$1" "${@:2}"; fi; }

copy_program() {
  local version=$1 target=$root$program/releases/$1
  install -d -m 755 "$root$program" "$root$program/releases"
  changed=
  if [ -d "$target" ] && diff -r --no-dereference -x cache -x .env -x data "$source" "$target" > /dev/null 2>&1; then
    return
  fi
  rm -rf "$target.new"
  cp -R --no-preserve=ownership "$source" "$target.new"
  rm -rf "$target.new/data" "$target.new/.env" "$target.new/cache"
  ln -s "$settings/env" "$target.new/.env"
  # What a relative path in the settings, and what the program remembers of a database on a server, goes to: the program's own folder is read-only.
  ln -s "$state" "$target.new/data"
  chmod -R go-w,a+rX "$target.new"
  rm -rf "$target"
  mv "$target.new" "$target"
  changed=1
  say "$version copied to $program/releases/$version"
}

# The program's classes as the JVM needs them in memory, with which a start takes half the processor time. Nothing depends on it.
make_cache() {
  local release=$program/releases/$1
  if [ -n "$root" ] || [ -f "$release/cache/sentimentagent-serve.aot" ]; then return 0; fi
  say "preparing for quick starts, once; takes half a minute"
  install -d -m 755 "$release/cache"
  # shellcheck source=/dev/null disable=SC2034
  (home=$release && . "$release/config/launch.sh" && await_idle() { :; } && make_aot_caches "$(find_jdk)" "$release/cache/sentimentagent") > /dev/null 2>&1 || true
  [ -f "$release/cache/sentimentagent-serve.aot" ] || say "that failed; it starts without"
  chmod -R a+rX "$release/cache"
}

make_settings() {
  install -d -m 750 "$root$settings" "$root$state"
  own "root:$user" "$root$settings"
  own "$user:$user" "$root$state"
  if [ ! -e "$root$settings/env" ]; then
    # The database lies outside the program, so that the program can be replaced.
    sed "s|^#STORE_URL=.*|STORE_URL=sqlite:$state/sentimentagent.db|" "$source/.env.example" > "$root$settings/env"
    say "settings are in $settings/env: fill in REDDIT_CLIENT_ID, REDDIT_CLIENT_SECRET, REDDIT_USER_AGENT, then systemctl restart sentimentagent"
  fi
  chmod 640 "$root$settings/env"
  own "root:$user" "$root$settings/env"
}

# The command that an operator types, as the user of the service: files that it makes must be the service's.
make_command() {
  install -d -m 755 "$root$(dirname $command)" "$root$(dirname $unit)"
  cat > "$root$command" << EOF
#!/bin/sh
# Made by SentimentAgent's install.sh.
if [ "\$(id -u)" -eq 0 ]; then
  exec setpriv --reuid=$user --regid=$user --init-groups --reset-env $program/current/sentimentagent "\$@"
fi
exec $program/current/sentimentagent "\$@"
EOF
  chmod 755 "$root$command"
  install -m 644 "$source/deployment/systemd/sentimentagent.service" "$root$unit"
  if with_systemd; then systemctl daemon-reload; fi
}

[ "$(id -u)" -eq 0 ] || fail "must be run as root"
for tool in useradd setpriv diff; do
  command -v $tool > /dev/null || fail "needs $tool (Debian: passwd, util-linux, diffutils)"
done
case ${1:-} in
  --rollback) rollback; exit ;;
  '') ;;
  *) fail "knows only --rollback, not $1" ;;
esac

[ -f "$source/VERSION" ] || fail "this is not a distribution: build one with mvn -Pdist package, unpack it, and run its deployment/install.sh"
version=$(cat "$source/VERSION")
before=$(version_of current)
make_user
copy_program "$version"
make_cache "$version"
make_settings
make_command
if [ "$before" = "$version" ]; then
  say "$version is what is installed"
  if [ -n "$changed" ]; then stop_service; fi
  start_service
  exit
fi
if [ -n "$before" ]; then
  say "upgrading $before to $version"
  stop_service
  if [ -f "$root$state/sentimentagent.db" ]; then
    # A newer program may bring the schema up to date, after which the older one refuses it.
    rm -f "$root$state"/before-*.db
    cp -p --reflink=auto "$root$state/sentimentagent.db" "$root$state/before-$version.db"
  fi
  point previous "$before"
fi
point current "$version"
if ! start_service || ! answers; then
  [ -n "$before" ] || fail "it does not answer: journalctl -u sentimentagent and $command doctor say why"
  echo "install: $version does not answer; journalctl -u sentimentagent says why" >&2
  rollback
  exit 1
fi
# One version before stays, for --rollback.
for release in "$root$program"/releases/*; do
  case ${release##*/} in "$version" | "$(version_of previous)") ;; *) rm -rf "$release" ;; esac
done
say "$version is installed; $command doctor looks whether all is well"
