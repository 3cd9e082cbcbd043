package org.branchline.intake;

/**
 * The answer to a press, for the webhook's own reply.
 *
 * @param toast a short line over the chat, empty for none
 */
public record Receipt(String toast) {

    public static final Receipt SILENT = new Receipt("");
}
