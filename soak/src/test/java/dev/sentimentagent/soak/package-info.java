@NullMarked
package dev.sentimentagent.soak;

import org.jspecify.annotations.NullMarked;
