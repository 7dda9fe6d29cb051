/** What the dashboard says: shares, means and changes with their intervals, and what moved them. Formulas and sources: docs/figures.md. */
@NullMarked
package dev.sentimentagent.server.figures;

import org.jspecify.annotations.NullMarked;
