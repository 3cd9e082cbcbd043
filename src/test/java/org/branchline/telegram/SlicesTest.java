package org.branchline.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlicesTest {

    @Test
    void eachUpdateIsCutOutAsItStands() throws Exception {
        // Given
        String deep = "{\"update_id\":2,\"deep\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}";
        String response = "{\"ok\":true,\"later\":[{}], \"result\":[ {\"update_id\":1,\"text\":\"æ😀\"} , " + deep
                + ",7,\"x\",{\"update_id\":3}]}";
        // When
        List<byte[]> slices = Slices.of(response.getBytes(StandardCharsets.UTF_8));
        // Then
        assertThat(slices.stream().map(slice -> new String(slice, StandardCharsets.UTF_8)))
                .containsExactly("{\"update_id\":1,\"text\":\"æ😀\"}", deep, "7", "\"x\"", "{\"update_id\":3}");
    }

    @Test
    void aResponseCutOffFails() {
        assertThatThrownBy(() -> Slices.of("{\"ok\":true,\"result\":[{\"upd".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IOException.class);
    }
}
