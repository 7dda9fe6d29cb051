/** The application: everything is wired in {@link dev.sentimentagent.server.SentimentAgent}; each package beside it is one feature. */
@NullMarked
package dev.sentimentagent.server;

import org.jspecify.annotations.NullMarked;
