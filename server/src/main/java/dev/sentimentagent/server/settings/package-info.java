/** Settings from the environment and .env, validated in one step and then sealed. */
@NullMarked
package dev.sentimentagent.server.settings;

import org.jspecify.annotations.NullMarked;
