package dev.sentimentagent.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReasonTest {
    @ParameterizedTest
    @EnumSource
    void isFoundByItsLabel(Reason reason) {
        assertThat(reason.label()).matches("[a-z]+(_[a-z]+)*");
        assertThat(Reason.ofLabel(reason.label())).isEqualTo(reason);
        assertThat(Incident.ofStored(reason.label(), "detail", 2)).isEqualTo(new Incident(reason, "detail", 2));
    }

    @Test
    void ofAnotherVersionIsReadAllTheSame() {
        assertThat(Reason.ofLabel("bored")).isEqualTo(Reason.OTHER);
        assertThat(Incident.ofStored("bored", "new: 418", 2)).isEqualTo(new Incident(Reason.OTHER, "bored: new: 418", 2));
    }
}
