package org.branchline.roster;

/**
 * Somebody with a role who can be written to.
 *
 * @param chat the number of their private chat
 * @param name as they chose it
 */
public record Officer(Grant grant, long member, long chat, String name, String language) {}
