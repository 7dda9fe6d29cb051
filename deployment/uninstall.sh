#!/usr/bin/env bash
# Takes away what install.sh has put on this host. Run as root.
#   deployment/uninstall.sh           settings (/etc/sentimentagent) and data (/var/lib/sentimentagent) stay
#   deployment/uninstall.sh --purge   they go too, and so does the user
set -euo pipefail

root=${INSTALL_ROOT:-}
[ "$(id -u)" -eq 0 ] || { echo "uninstall: must be run as root" >&2; exit 1; }
case ${1:-} in '' | --purge) ;; *) echo "uninstall: knows only --purge, not $1" >&2; exit 1 ;; esac

if [ -z "$root" ] && [ -d /run/systemd/system ]; then
  systemctl disable --now --quiet sentimentagent 2> /dev/null || true
fi
rm -f "$root/etc/systemd/system/sentimentagent.service" "$root/usr/local/bin/sentimentagent"
rm -rf "$root/opt/sentimentagent"
if [ -z "$root" ] && [ -d /run/systemd/system ]; then
  systemctl daemon-reload
fi
if [ "${1:-}" = --purge ]; then
  rm -rf "$root/etc/sentimentagent" "$root/var/lib/sentimentagent" "$root/etc/systemd/system/sentimentagent.service.d"
  if [ -z "$root" ] && id sentimentagent > /dev/null 2>&1; then
    userdel sentimentagent
  fi
  echo "uninstall: gone, with settings and data"
else
  echo "uninstall: gone; settings stay in /etc/sentimentagent, data in /var/lib/sentimentagent (--purge takes them too)"
fi
