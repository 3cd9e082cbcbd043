package org.branchline.conversation.dialogue;

import java.util.List;
import org.branchline.conversation.Person;

/**
 * A conversation as a coordinator wrote it down.
 *
 * @param name what it shows
 * @param playbook the key of the playbook that is begun
 * @param member who answers
 * @param chat what is seen and done, in order
 */
public record Dialogue(String name, String playbook, Person member, List<Step> chat, Then then) {

    public Dialogue {
        chat = List.copyOf(chat);
    }
}
