package org.branchline.sandbox.botapi;

/**
 * What goes back over HTTP.
 *
 * @param delayMillis to wait before it is written
 * @param cut the connection is closed instead
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Answer(int status, String type, byte[] body, long delayMillis, int retryAfter, boolean cut) {

    static final String JSON = "application/json";
}
