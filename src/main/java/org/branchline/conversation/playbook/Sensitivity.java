package org.branchline.conversation.playbook;

/** How carefully an answer is kept. */
public enum Sensitivity {
    NORMAL,
    /** Stored encrypted, in no export. */
    SPECIAL,
    /** Only named officers may read it, on a page outside the chat; the checker refuses it until that page exists. */
    CONFIDENTIAL
}
