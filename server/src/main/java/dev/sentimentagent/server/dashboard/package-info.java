/** The dashboard: pages for people, rendered on the server. {@link Dashboard} answers a request with a page, whatever serves it. */
@NullMarked
package dev.sentimentagent.server.dashboard;

import org.jspecify.annotations.NullMarked;
