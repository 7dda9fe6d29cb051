/** The catalogue as it is kept in the store: tools and subreddits with their states, links between tools, changes and who made them. Values only. */
@NullMarked
package dev.sentimentagent.model.catalogue;

import org.jspecify.annotations.NullMarked;
