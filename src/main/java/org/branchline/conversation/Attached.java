package org.branchline.conversation;

/**
 * A picture or document that the platform already has.
 *
 * @param file the platform's name of it, which holds for one bot only
 * @param picture whether it is shown as a picture; what came as one cannot go as the other
 */
public record Attached(String file, boolean picture) {}
