/** What Prometheus is told; the only package that knows Micrometer. {@code docs/metrics.md} says what to alert on. */
@NullMarked
package dev.sentimentagent.server.metrics;

import org.jspecify.annotations.NullMarked;
