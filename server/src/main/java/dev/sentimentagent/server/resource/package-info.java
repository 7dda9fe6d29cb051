/** Files on the class path. */
@NullMarked
package dev.sentimentagent.server.resource;

import org.jspecify.annotations.NullMarked;
