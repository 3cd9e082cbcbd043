package org.branchline.sandbox.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Where changes are written so that a restart finds them; a later line of the same thing replaces an earlier one. */
public interface Journal extends AutoCloseable {

    /** False when nothing is kept, so that lines need not be built. */
    boolean keeps();

    void write(ObjectNode line);

    /** Writes what is still in memory. */
    @Override
    void close();

    /** Keeps nothing. */
    static Journal none() {
        return new Journal() {
            @Override
            public boolean keeps() {
                return false;
            }

            @Override
            public void write(ObjectNode line) {}

            @Override
            public void close() {}
        };
    }
}
