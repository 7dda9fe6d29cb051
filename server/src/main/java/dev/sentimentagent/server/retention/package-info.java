/** Lets go of what is older than it is to be kept. */
@NullMarked
package dev.sentimentagent.server.retention;

import org.jspecify.annotations.NullMarked;
