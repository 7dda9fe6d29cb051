package dev.sentimentagent.server.reanalysis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UntouchedTest {
    private final Untouched untouched = new Untouched(10);

    @Test
    void theJobsOwnCommitsLeaveWhatItHasReadAsItWas() {
        assertThat(untouched.version(10, 10)).isEqualTo(10);
        untouched.committed(11);
        assertThat(untouched.version(10, 10)).as("read before that commit").isEqualTo(11);
        untouched.committed(11);
        assertThat(untouched.version(10, 11)).as("one that changed nothing").isEqualTo(11);
    }

    @Test
    void aCommitOfAnotherBeforeTheReadIsInIt() {
        assertThat(untouched.version(12, 12)).isEqualTo(12);
        untouched.committed(13);
        assertThat(untouched.version(12, 13)).isEqualTo(13);
    }

    @Test
    void aCommitOfAnotherAfterTheReadLeavesItInDoubt() {
        assertThat(untouched.version(10, 12)).as("between the first and the last read").isNegative();
        untouched.committed(14);
        assertThat(untouched.version(12, 12)).as("13 was another's").isNegative();
        assertThat(untouched.version(13, 14)).isEqualTo(14);
    }
}
