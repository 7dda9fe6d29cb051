/** The service's benchmarks: generated data, the whole service under load, and JMH for the hot loops. */
@NullMarked
package dev.sentimentagent.benchmarks;

import org.jspecify.annotations.NullMarked;
