#!/usr/bin/env bash
# Makes a release: ./release.sh VERSION. Sets it in all modules, dates CHANGES.md, builds and tests, commits, tags, begins the next one.
# Pushes nothing. --no-tests skips the tests (for trying the script out).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

fail() { echo "release: $*" >&2; exit 1; }
version=${1:-}
[[ $version =~ ^([0-9]+)\.([0-9]+)\.([0-9]+)$ ]] || fail "a version is three numbers, such as 0.2.0"
next="${BASH_REMATCH[1]}.$((BASH_REMATCH[2] + 1)).0-SNAPSHOT"
[ -z "$(git status --porcelain)" ] || fail "there are changes that are not committed"
if git rev-parse -q --verify "refs/tags/v$version" > /dev/null; then fail "v$version is tagged already"; fi
sed -n '/^## Unreleased/,/^## [0-9]/p' CHANGES.md | grep -q '^- ' || fail "CHANGES.md has nothing under Unreleased"

# The version of our own modules stands in each pom once, right below our own group.
old=$(sed -n 's,.*<version>\(.*-SNAPSHOT\)</version>.*,\1,p' pom.xml | head -1)
set_version() {
  local from=$1 to=$2 pom
  git ls-files -- '*pom.xml' | while read -r pom; do
    sed -i "0,/<version>${from//./\\.}<\/version>/s//<version>$to<\/version>/" "$pom"
  done
}

set_version "$old" "$version"
sed -i "s/^## Unreleased$/## $version ($(date -u +%F))/" CHANGES.md
# Reproducible: the same commit gives the same jars.
sed -i "s,<project.build.outputTimestamp>.*</project,<project.build.outputTimestamp>$(date -u +%FT00:00:00Z)</project," pom.xml
if [ "${2:-}" = --no-tests ]; then goals=(package -DskipTests); else goals=(verify); fi
./mvnw --batch-mode -Prelease clean "${goals[@]}" || fail "the build failed; git checkout . undoes what was changed"
git commit -qam "Release $version"
git tag -a "v$version" -m "SentimentAgent $version"

set_version "$version" "$next"
sed -i "0,/^## $version/s//## Unreleased\n\n## $version/" CHANGES.md
git commit -qam "Begin $next"
echo "release: v$version is tagged; archives in distribution/target. To publish: git push origin HEAD v$version"
