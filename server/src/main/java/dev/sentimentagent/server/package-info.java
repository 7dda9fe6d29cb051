/** The application. */
@NullMarked
package dev.sentimentagent.server;

import org.jspecify.annotations.NullMarked;
