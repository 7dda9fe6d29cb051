/** The way of an item from Reddit into the store: the loop, one cycle of it, its listings, the refresh; and the import of dumps. */
@NullMarked
package dev.sentimentagent.server.collection;

import org.jspecify.annotations.NullMarked;
