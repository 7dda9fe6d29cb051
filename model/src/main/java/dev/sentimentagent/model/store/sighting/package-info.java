/** What a batch makes of the stored items: the same for every backend, worked out in memory before anything is written. */
@NullMarked
package dev.sentimentagent.model.store.sighting;

import org.jspecify.annotations.NullMarked;
