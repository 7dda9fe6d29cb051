package dev.sentimentagent.training;

/**
 * A labelled text as the model sees it.
 *
 * @param hashes of its words and pairs of words, each once, ascending
 * @param figures of the whole text
 * @param label place of its class in {@link dev.sentimentagent.sentiment.TalkModel}'s order
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and read in the innermost loop.
record Example(int[] hashes, double[] figures, int label) {}
