package dev.sentimentagent.sentiment;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What one thread allocates in a call, which has nothing to do with how busy the machine is. */
class AllocationTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int LONG = 40_000;
    /** A score has 64 bytes, a set of a few tools 100; a byte for each of {@value #LONG} characters would be far more. */
    private static final long BYTES_A_CALL = 1_000;
    private static final int CALLS = 20;

    private final VaderScorer scorer = new VaderScorer();
    private final TalkScorer talk = new TalkScorer();
    private final ToolMatcher matcher = new ToolMatcher(ToolCatalogue.standard());

    @ParameterizedTest
    @ValueSource(strings = {"a ", "table ", "GOOD bad ", "not good but very bad, kind of! ", "don't (ok) :) ", "good\u00A0bad “quoted” ",
            "\uD83D\uDE00 good \uD83D\uDC4D and some more words without any face ", "日本 ", "[deleted] "})
    void aLongTextTakesNoMoreThanAShortOne(String part) {
        String text = part.repeat(LONG / part.length());
        assertThat(allocatedBy(() -> scorer.score(text))).isLessThan(BYTES_A_CALL);
        assertThat(allocatedBy(() -> talk.score(text))).isLessThan(BYTES_A_CALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a ", "claude ", "Claude-Code, cursor or copilot? ", "cursor agent ", "sonnet 4.5 v0.5 ", "日本claude"})
    void soDoesTheSearchForTools(String part) {
        String text = part.repeat(LONG / part.length());
        assertThat(allocatedBy(() -> matcher.match(text, "LocalLLaMA"))).isLessThan(BYTES_A_CALL);
    }

    /** The least of several calls: the first makes the working memory, and a class may be loaded in any. */
    private static long allocatedBy(Runnable call) {
        return LongStream.range(0, CALLS).map(i -> {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            call.run();
            return THREADS.getCurrentThreadAllocatedBytes() - before;
        }).min().orElseThrow();
    }
}
