/** Which versions of tools were announced, and when: marks for charts. */
@NullMarked
package dev.sentimentagent.server.releases;

import org.jspecify.annotations.NullMarked;
