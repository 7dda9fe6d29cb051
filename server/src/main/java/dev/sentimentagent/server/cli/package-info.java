/** The command line: what ./sentimentagent COMMAND does. */
@NullMarked
package dev.sentimentagent.server.cli;

import org.jspecify.annotations.NullMarked;
