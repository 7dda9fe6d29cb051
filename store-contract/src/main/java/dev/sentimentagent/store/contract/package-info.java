/** What every Store must do. */
@NullMarked
package dev.sentimentagent.store.contract;

import org.jspecify.annotations.NullMarked;
