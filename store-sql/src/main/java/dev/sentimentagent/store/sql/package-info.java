/** The Store on a relational database. */
@NullMarked
package dev.sentimentagent.store.sql;

import org.jspecify.annotations.NullMarked;
