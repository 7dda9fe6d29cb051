/** Finds names that are spoken of like tools and stand in no catalogue, for the operator to approve or to reject. */
@NullMarked
package dev.sentimentagent.server.detection;

import org.jspecify.annotations.NullMarked;
