/** Whether the service does its work, and what it uses. */
@NullMarked
package dev.sentimentagent.server.health;

import org.jspecify.annotations.NullMarked;
