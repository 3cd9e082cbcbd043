package org.branchline.workspace;

import org.branchline.conversation.dialogue.Dialogue;

/**
 * A dialogue of a workspace.
 *
 * @param path below the folder's root
 */
record GoldenDialogue(String path, Dialogue dialogue) {}
