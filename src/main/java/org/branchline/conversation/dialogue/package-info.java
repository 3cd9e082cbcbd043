/**
 * Golden dialogues: a conversation written down, and played against the engine without a chat. Touches what is said,
 * playbooks, the engine and the JDK only.
 */
@NullMarked
package org.branchline.conversation.dialogue;

import org.jspecify.annotations.NullMarked;
