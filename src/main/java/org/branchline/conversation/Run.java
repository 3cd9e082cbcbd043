package org.branchline.conversation;

/**
 * One person's way through one version of a playbook. What is stored of it is its stage and ids; the answers are read
 * beside it.
 *
 * @param id unique within the organisation
 * @param step grows by one with every message that carries buttons; a press of an earlier step is an old button
 * @param interrupted whether something else was said in the chat after the open question
 */
public record Run(long id, Person person, Stage stage, int step, Answers answers, boolean interrupted) {}
