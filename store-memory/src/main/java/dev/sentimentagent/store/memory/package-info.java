/** A store in memory, for tests: simple, whole batches at once, gone with the process. */
@NullMarked
package dev.sentimentagent.store.memory;

import org.jspecify.annotations.NullMarked;
