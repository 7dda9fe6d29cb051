/** Work that is done again and again: one class for the thread, the waiting, the stop and the counting of all of it. */
@NullMarked
package dev.sentimentagent.server.job;

import org.jspecify.annotations.NullMarked;
