package dev.sentimentagent.store.cosmos;

import dev.sentimentagent.model.store.Lease;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What the parts of a store work with. Thread-safe.
 *
 * @param lease under which is written; null for none
 */
record Access(Calls calls, Documents items, Records records, Heads heads, Writer writer, @Nullable Supplier<Lease> lease) {
    /** A call that changes nothing. */
    <T> T read(String name, Supplier<T> call) {
        return calls.call(name, call);
    }

    /** A call that changes something. */
    <T> T write(String name, Function<Writing, T> work) {
        return write(name, List.of(), work);
    }

    <T> T write(String name, Collection<String> partitions, Function<Writing, T> work) {
        return calls.call(name, () -> writer.write(lease, partitions, work));
    }
}
