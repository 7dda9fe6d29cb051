@NullMarked
package dev.sentimentagent.benchmarks;

import org.jspecify.annotations.NullMarked;
