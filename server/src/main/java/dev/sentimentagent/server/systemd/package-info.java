/** What systemd is told of the service: that it is ready, that it gets on, that it stops (sd_notify). */
@NullMarked
package dev.sentimentagent.server.systemd;

import org.jspecify.annotations.NullMarked;
