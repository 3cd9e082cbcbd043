package org.branchline.sandbox.chat;

import org.branchline.sandbox.updates.Update;

/** Learns of updates that came to be, so that they are delivered. */
@FunctionalInterface
public interface UpdateSink {

    void arrived(Bot bot, Update update);
}
