package dev.sentimentagent.server.figures;

import dev.sentimentagent.model.Tally;

/** A tool that is named in the same items as another, and the tally of those items. */
public record Together(String toolId, String name, Tally tally) {}
