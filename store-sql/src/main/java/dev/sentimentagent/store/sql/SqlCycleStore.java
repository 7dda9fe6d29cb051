package dev.sentimentagent.store.sql;

import dev.sentimentagent.model.Coverage;
import dev.sentimentagent.model.Cycle;
import dev.sentimentagent.model.Gap;
import dev.sentimentagent.model.Window;
import dev.sentimentagent.model.store.CycleStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

record SqlCycleStore(Access calls) implements CycleStore {
    @Override
    public void open(Cycle cycle) {
        calls.write(new OpenCycle(cycle));
    }

    @Override
    public void close(Cycle cycle) {
        calls.write(new CloseCycle(cycle));
    }

    @Override
    public int closeInterrupted(Instant now) {
        return calls.write(new CloseInterruptedCycles(now));
    }

    @Override
    public List<Cycle> recent(int limit) {
        return calls.read(new SelectCycles(limit));
    }

    @Override
    public Optional<Instant> lastSuccess() {
        return calls.read(new SelectLastSuccess());
    }

    @Override
    public List<Coverage> coverages() {
        return calls.read(new SelectCoverages());
    }

    @Override
    public List<Gap> gaps(Window window) {
        return calls.read(new SelectGaps(window));
    }
}
