@NullMarked
package dev.sentimentagent.standin;

import org.jspecify.annotations.NullMarked;
