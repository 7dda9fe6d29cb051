/** What the application asks of a database, one interface a concern; each backend implements {@link dev.sentimentagent.model.store.Store}. */
@NullMarked
package dev.sentimentagent.model.store;

import org.jspecify.annotations.NullMarked;
