package org.branchline.sandbox.updates;

import java.util.function.Consumer;

/** Posts one update to a webhook and says how it went, at most 60 s later, on the sandbox's thread. */
@FunctionalInterface
public interface Courier {

    void deliver(Webhook webhook, Update update, Consumer<Delivery> done);
}
