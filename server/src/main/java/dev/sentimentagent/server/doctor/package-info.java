/** What is wrong with an installation, and what to do about it. */
@NullMarked
package dev.sentimentagent.server.doctor;

import org.jspecify.annotations.NullMarked;
