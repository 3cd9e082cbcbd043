package org.branchline.drill.wire;

/** What a network does to those who talk through it. */
public enum Fault {
    /** Nothing: every byte arrives. */
    NONE,
    /** Connections open, and not a byte arrives on either side, nor an end; what was held arrives when this is over. */
    HELD,
    /** Every connection is reset, a new one at once. */
    RESET,
    /**
     * What the client says arrives, what the server answers does not, and nobody is told: half-open. A connection that
     * lost an answer stays so when this is over.
     */
    MUTE,
    /**
     * As {@link #MUTE}, but a connection that was open before loses answers only from that to its next commit on: what it
     * did is kept, and nobody hears of it.
     */
    MUTE_FROM_COMMIT
}
