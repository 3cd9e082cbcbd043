/**
 * Playbooks as the engine knows them: questions, conditions and limits, and the checker that names what is wrong with
 * one. Touches what is said, the JDK and CEL only.
 */
@NullMarked
package org.branchline.conversation.playbook;

import org.jspecify.annotations.NullMarked;
