package org.branchline.workspace;

import java.util.List;
import org.branchline.conversation.playbook.Texts;
import org.jspecify.annotations.Nullable;

/** Useful links on one topic, as {@code links.yaml} says them. */
public record Topic(String key, Texts title, List<Link> links) {

    public Topic {
        links = List.copyOf(links);
    }

    /** A link; {@code about} is a sentence more, null where the title says enough. */
    public record Link(Texts title, Texts url, @Nullable Texts about) {}
}
