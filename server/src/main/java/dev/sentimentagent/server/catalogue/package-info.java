/** The catalogue that is in force, and how it is changed: tools, subreddits, merges, links, and the record of it all. */
@NullMarked
package dev.sentimentagent.server.catalogue;

import org.jspecify.annotations.NullMarked;
