package org.branchline.delivery;

import io.smallrye.mutiny.Uni;

/**
 * Messages ready to be put into the outbox.
 *
 * @param statement to be asked with the transaction's last flight
 * @param failed to be run where the transaction was not committed, so that the room kept for them is free again
 */
public record Posting(Uni<?> statement, Runnable failed) {}
