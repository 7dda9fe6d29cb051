/** The HTTP side: the API of version 1, health, and the pages. */
@NullMarked
package dev.sentimentagent.server.web;

import org.jspecify.annotations.NullMarked;
