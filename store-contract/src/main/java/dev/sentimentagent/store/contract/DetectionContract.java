package dev.sentimentagent.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sentimentagent.model.detection.DetectedTool;
import dev.sentimentagent.model.detection.DetectionStatus;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Names that are spoken of like tools. */
abstract class DetectionContract extends Contract {
    private static final Instant LATER = T0.plusMillis(1234);

    DetectionContract(Supplier<StorePlace> places) {
        super(places);
    }

    @Test
    void whatIsNewIsPendingAndReadBackAsItWasNoted() {
        DetectedTool tool = new DetectedTool("llama-cpp", "llama.cpp 😀", List.of("llama.cpp", "llama cpp"), DetectionStatus.PENDING, 431,
                50,
                List.of("t1_b", "t3_a"), LATER, null, null);
        assertThat(store.detections().note(List.of(tool, counted("bare", 50)))).extracting(DetectedTool::id)
                .containsExactly("llama-cpp", "bare");

        reopen();
        assertThat(store.detections().find("llama-cpp")).contains(tool);
        assertThat(store.detections().find("nothing")).isEmpty();
        assertThat(store.detections().list(DetectionStatus.PENDING)).extracting(DetectedTool::id).containsExactly("llama-cpp", "bare");
    }

    @Test
    void whatIsPendingIsCountedAnewAndWhatWasDecidedStays() {
        store.detections().note(List.of(counted("a", 50), counted("b", 50), counted("c", 50)));
        store.detections().decide("b", DetectionStatus.REJECTED, "admin", LATER);
        store.detections().decide("c", DetectionStatus.APPROVED, "admin", LATER);
        DetectedTool again = new DetectedTool("a", "A!", List.of("aa"), DetectionStatus.PENDING, 70, 50, List.of("t1_n"), LATER, null,
                null);

        assertThat(store.detections().note(List.of(again, counted("b", 99), counted("c", 99)))).isEmpty();

        assertThat(store.detections().find("a"))
                .contains(new DetectedTool("a", "A!", List.of("aa"), DetectionStatus.PENDING, 70, 50, List.of("t1_n"), T0, null, null));
        assertThat(store.detections().find("b")).contains(counted("b", 50).decided(DetectionStatus.REJECTED, "admin", LATER));
        assertThat(store.detections().list(DetectionStatus.PENDING)).extracting(DetectedTool::id).containsExactly("a");
    }

    @Test
    void aDecisionMayBeTurnedRoundButNotRepeated() {
        store.detections().note(List.of(counted("a", 50)));
        DetectedTool approved = counted("a", 50).decided(DetectionStatus.APPROVED, "ann", LATER);
        assertThat(store.detections().decide("a", DetectionStatus.APPROVED, "ann", LATER)).contains(approved);
        assertThat(store.detections().decide("a", DetectionStatus.APPROVED, "bob", T0)).isEmpty();
        assertThat(store.detections().find("a")).contains(approved);
        assertThat(store.detections().decide("a", DetectionStatus.REJECTED, "bob", T0))
                .contains(counted("a", 50).decided(DetectionStatus.REJECTED, "bob", T0));
        assertThat(store.detections().decide("nothing", DetectionStatus.REJECTED, "bob", T0)).isEmpty();
        assertThatThrownBy(() -> store.detections().decide("a", DetectionStatus.PENDING, "bob", T0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theMostSpokenOfComesFirst() {
        store.detections().note(List.of(counted("b", 50), counted("c", 60), counted("a", 50)));
        assertThat(store.detections().list(DetectionStatus.PENDING)).extracting(DetectedTool::id).containsExactly("c", "a", "b");
        assertThat(store.detections().list(DetectionStatus.APPROVED)).isEmpty();
    }

    private static DetectedTool counted(String id, long mentions) {
        return DetectedTool.pending(id, "Name of " + id, List.of(), mentions, 50, List.of(), T0);
    }
}
