/** JMH for the hot loops: {@code ./bench.sh --jmh}. */
@NullMarked
package dev.sentimentagent.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
