package org.branchline.sandbox.updates;

import java.nio.charset.StandardCharsets;

/** One update on its way to a bot, its JSON written once. Identity counts: the same id may be on its way twice. */
public final class Update {

    /** Telegram: messages are kept 24 hours. */
    public static final long MESSAGE_KEPT_MILLIS = 24 * 60 * 60 * 1000L;

    /** Telegram: presses of a button are kept 150 seconds. */
    public static final long PRESS_KEPT_MILLIS = 150_000;

    private final long id;
    private final long queue;
    private final long expiresAt;
    private final byte[] body;
    private final boolean repeated;
    private int failures;

    /**
     * @param queue updates of one queue are delivered one after another
     * @param expiresAt milliseconds since 1970
     */
    public Update(long id, long queue, long expiresAt, String body) {
        this(id, queue, expiresAt, body.getBytes(StandardCharsets.UTF_8), false);
    }

    private Update(long id, long queue, long expiresAt, byte[] body, boolean repeated) {
        this.id = id;
        this.queue = queue;
        this.expiresAt = expiresAt;
        this.body = body;
        this.repeated = repeated;
    }

    /** The queue of a chat's messages. */
    public static long queueOfChat(long chat) {
        return chat * 2;
    }

    /** The queue of a person's presses. */
    public static long queueOfPresses(long person) {
        return person * 2 + 1;
    }

    /** The same update once more, as after a lost answer. */
    public Update again() {
        return new Update(id, queue, expiresAt, body, true);
    }

    public long id() {
        return id;
    }

    public long queue() {
        return queue;
    }

    public long expiresAt() {
        return expiresAt;
    }

    public boolean repeated() {
        return repeated;
    }

    /** The bytes of the update's JSON; not to be changed. */
    public byte[] body() {
        return body;
    }

    int failed() {
        return ++failures;
    }
}
