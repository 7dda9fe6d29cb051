/** Which of several instances on one store collects: the others serve, and stand by. */
@NullMarked
package dev.sentimentagent.server.lease;

import org.jspecify.annotations.NullMarked;
