/** Azure Cosmos DB for NoSQL: documents in two containers, one writer at a time by a guarded document. */
@NullMarked
package dev.sentimentagent.store.cosmos;

import org.jspecify.annotations.NullMarked;
