package org.branchline.conversation.engine;

import org.branchline.conversation.Phrases;
import org.branchline.conversation.Places;
import org.branchline.conversation.Words;

/** What the turns of one organisation have in common. */
record Setting(String organisation, Words words, Places places, Phrases phrases) {}
