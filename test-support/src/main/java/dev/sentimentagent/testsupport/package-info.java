/** What the tests of several modules share. */
@NullMarked
package dev.sentimentagent.testsupport;

import org.jspecify.annotations.NullMarked;
