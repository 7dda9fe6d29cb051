/** What people talk about now: a week of posts, ranked by engagement velocity and grouped into topics. */
@NullMarked
package dev.sentimentagent.server.trending;

import org.jspecify.annotations.NullMarked;
