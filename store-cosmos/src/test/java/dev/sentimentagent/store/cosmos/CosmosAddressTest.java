package dev.sentimentagent.store.cosmos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CosmosAddressTest {
    @Test
    void theDatabaseMayBeLeftOut() {
        assertThat(CosmosAddress.parse("https://acme.documents.azure.com:443/opinions"))
                .isEqualTo(new CosmosAddress(URI.create("https://acme.documents.azure.com:443"), "opinions"))
                .hasToString("cosmos:https://acme.documents.azure.com:443/opinions");
        assertThat(CosmosAddress.parse("https://acme.documents.azure.com").database()).isEqualTo("sentimentagent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "acme", "https://", "https://agent:hush@acme/x", "https://acme/x?key=hush", "https://acme/a/b",
            "ftp://acme/x",
            "http://acme.documents.azure.com/x", "http://10.0.0.1:8081/x", "https://acme/hush hush"})
    void whatIsNoAddressIsRefusedAndNotRepeated(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> CosmosAddress.parse(text)).withMessageStartingWith("must be cosmos:https://")
                .withMessageNotContaining("hush");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:8081/x", "http://localhost:8081", "http://[::1]:8081/x"})
    void anEmulatorOnThisMachineNeedsNoTls(String text) {
        assertThat(CosmosAddress.parse(text).onThisMachine()).isTrue();
    }
}
