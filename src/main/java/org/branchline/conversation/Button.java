package org.branchline.conversation;

/**
 * A button below a message.
 *
 * @param label what the person reads
 * @param action what a press does
 */
public record Button(String label, Action action) {}
