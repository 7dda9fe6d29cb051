/** Brings stored items to the present scorer and catalogue. */
@NullMarked
package dev.sentimentagent.server.reanalysis;

import org.jspecify.annotations.NullMarked;
