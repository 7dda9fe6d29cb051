/** Watches a running service from outside, over HTTP, as an operator would. Knows nothing of the service but its health body. */
@NullMarked
package dev.sentimentagent.server.monitor;

import org.jspecify.annotations.NullMarked;
