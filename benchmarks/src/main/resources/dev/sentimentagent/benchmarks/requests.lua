-- Asks for the paths of a file, a line each, one after another and from the beginning again; starts at a given part of them (0 to 1).
-- Every request is made before the clock starts, so that all kinds of them cost wrk the same.
local requests = {}
local at = 0

function init(args)
  for path in io.lines(args[1]) do
    requests[#requests + 1] = wrk.format("GET", path)
  end
  at = math.floor(#requests * tonumber(args[2]))
end

function request()
  at = at % #requests + 1
  return requests[at]
end

function done(summary, latency, _)
  local errors = summary.errors
  print(string.format("result\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d", summary.requests, summary.duration, summary.bytes,
    latency:percentile(50), latency:percentile(99), latency.max,
    errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
