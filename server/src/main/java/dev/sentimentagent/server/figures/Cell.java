package dev.sentimentagent.server.figures;

import dev.sentimentagent.model.Tally;

/** The items of a scope as they were counted one by one. */
record Cell(Tally tally, Clustering clustering) {}
