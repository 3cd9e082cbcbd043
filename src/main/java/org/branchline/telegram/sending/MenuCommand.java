package org.branchline.telegram.sending;

/**
 * A line of the chat's menu.
 *
 * @param name the command without slash; Telegram: 1-32 of a-z, 0-9 and _
 * @param description in the reader's language; Telegram: 1-256 characters
 */
public record MenuCommand(String name, String description) {}
