package org.branchline.conversation.playbook;

/**
 * One of the answers a question offers.
 *
 * @param id snake_case, at most 30 characters; what is stored
 * @param label what people read
 */
public record Option(String id, Texts label) {}
