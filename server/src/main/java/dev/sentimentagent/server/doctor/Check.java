package dev.sentimentagent.server.doctor;

import java.util.List;

/** Looks at one thing and changes nothing. */
@FunctionalInterface
interface Check {
    List<Finding> look() throws InterruptedException;
}
