#!/usr/bin/env bash
# A product that the catalogue lacks, on a store of 90 days, through the HTTP API of the packaged service: added, its last 90 days seen, merged into
# another, that undone; after each step the rollups are held against a recount (doctor), and what is served against a count of the items (sqlite3).
#   benchmarks/own-tool.sh STORE.db 2026-11-01T00:00:00Z [NAME [ALIAS [TARGET]]]
# STORE.db is copied first. Made by: ./bench.sh --generate
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
store=$1 clock=$2 name=${3:-Terraform} alias=${4:-terraform} target=${5:-cursor}
port=${PORT:-8917} token=own-tool
folder=$(mktemp -d "${TMPDIR:-/tmp}/own-tool.XXXXXX")
trap 'kill "$service" 2> /dev/null && wait "$service" || true; rm -rf "$folder"' EXIT
cp "$store" "$folder/copy.db"
export STORE_URL="sqlite:$folder/copy.db" ADMIN_TOKEN=$token API_HOST=127.0.0.1 API_PORT=$port API_RATE_LIMIT=0 SUBREDDITS='' \
  REDDIT_CLIENT_ID='' REDDIT_CLIENT_SECRET='' DATA_RETENTION_DAYS=0
"$home/sentimentagent" serve --clock "$clock" > "$folder/log" 2>&1 &
service=$!

now() { date +%s.%N; }
since() { awk -v a="$1" -v b="$(now)" 'BEGIN { printf "%.1f", b - a }'; }
ask() { curl -sS --fail-with-body "http://127.0.0.1:$port$1"; }
admin() { curl -sS --fail-with-body -X "$1" -H "X-Admin-Token: $token" -H 'Content-Type: application/json' "http://127.0.0.1:$port/api/v1/admin$2" ${3:+-d "$3"}; }
field() { grep -o "\"$1\":\(\"[^\"]*\"\|[0-9.]*\)" | head -1 | sed 's/^[^:]*://; s/"//g'; }
mentions() { ask "/api/v1/tools/$1/sentiment?hours=2160&at=$RANDOM$RANDOM"; }
rows() { sqlite3 -readonly "$folder/copy.db" "$1"; }

stored() { rows "SELECT count(*) FROM item JOIN tool_set_member USING (tool_set_id) WHERE tool_id = '$1' AND deleted = 0 AND sentiment < 2"; }

# What is served of a tool, and a count of the items of the same span.
hold() {
  local served from to counted
  served=$(mentions "$1")
  from=$(field start <<< "$served") to=$(field end <<< "$served")
  counted=$(rows "SELECT count(*) FROM item JOIN tool_set_member USING (tool_set_id) WHERE tool_id = '$2' AND deleted = 0 AND sentiment < 2
    AND created_utc >= unixepoch('$from') AND created_utc < unixepoch('$to')")
  served=$(field total_mentions <<< "$served")
  [[ $served == "$counted" ]] || { echo "WRONG: $served mentions of $1 are served, $counted are stored"; exit 1; }
  echo "    $1: $served mentions served = $counted counted"
}
recount() {
  "$home/sentimentagent" doctor > "$folder/doctor" 2>&1 || true
  grep -i 'rollup\|recount' "$folder/doctor" | sed 's/^/    /'
  ! grep -i 'rollup' "$folder/doctor" | grep -qi 'fail\|differ\|wrong' || exit 1
}
job() { admin GET "/reanalysis/jobs?limit=1"; }
await() {
  while state=$(job | field status); [[ $state == queued || $state == running ]]; do sleep 1; done
  [[ $state == completed ]] || { echo "WRONG: the job is $state"; exit 1; }
}

until ask /health/ready > /dev/null 2>&1; do sleep 0.2; kill -0 "$service" || { cat "$folder/log"; exit 1; }; done
sleep "${SETTLE:-45}" # what a start reads ahead is no part of this
before=$(stored "$target")
echo "store of $(rows 'SELECT count(*) FROM item') items; $target has $before mentions"

echo "1 add $name"
start=$(now)
id=$(admin POST /tools "{\"name\": \"$name\", \"vendor\": \"Acme\", \"categories\": [\"other\"], \"aliases\": [\"$alias\"]}" | field id)
for second in 5 10 20 30 60; do
  while (( $(awk -v s="$(since "$start")" -v t=$second 'BEGIN { print s < t }') )) && [[ $(job | field status) != completed ]]; do sleep 1; done
  echo "    after $(since "$start") s: $(job | field processed_count) items looked at, $(mentions "$id" | field total_mentions) mentions"
  [[ $(job | field status) != completed ]] || break
done
await
looked=$(job | field processed_count)
echo "    all of it after $(since "$start") s: $looked items, $(grep -o 'completed: .*' "$folder/log" | tail -1)"
hold "$id" "$id"; recount
alone=$(stored "$id")

echo "2 merge it into $target"
start=$(now)
admin POST /tools/merge "{\"target_tool_id\": \"$target\", \"source_tool_ids\": [\"$id\"], \"final_categories\": [\"code_assistant\"], \"final_vendor\": \"Anysphere\"}" > "$folder/merge"
echo "    $(field documents_updated < "$folder/merge") items in $(since "$start") s"
hold "$target" "$target"; hold "$id" "$target"; recount

echo "3 undo that"
start=$(now)
entry=$(admin GET "/tools/$target/audit-log?limit=1" | grep -o '"audit_records":\[{"id":"[^"]*' | sed 's/.*"//')
admin POST "/audit/$entry/undo" > /dev/null
echo "    in $(since "$start") s"
hold "$target" "$target"; hold "$id" "$id"; recount
[[ $(stored "$target") == "$before" && $(stored "$id") == "$alone" ]] || { echo "WRONG: not as before"; exit 1; }
echo "as before: $target $before, $id $alone"
