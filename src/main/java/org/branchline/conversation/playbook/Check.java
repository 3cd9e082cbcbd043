package org.branchline.conversation.playbook;

/**
 * What must hold of an answer before it is taken.
 *
 * @param that a condition in CEL; {@code answer} is this answer, earlier questions go by their ids
 * @param otherwise what the person is told when it does not hold
 */
public record Check(String that, Texts otherwise) {}
