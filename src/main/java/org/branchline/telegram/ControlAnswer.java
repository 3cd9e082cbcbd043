package org.branchline.telegram;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a sandbox's controls answered, or whatever else is at their address.
 *
 * @param body missing where it is no JSON
 */
public record ControlAnswer(int status, JsonNode body) {

    /** Whether it is a clock that may be moved. */
    public boolean clock() {
        return status == 200 && body.path("offset_seconds").isIntegralNumber();
    }
}
