package org.branchline.workspace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.branchline.conversation.playbook.Texts;
import org.branchline.playbooks.reading.Cut;
import org.branchline.playbooks.reading.FileReport;
import org.branchline.playbooks.reading.Node;

/** Reads {@code links.yaml}. */
final class LinkReader {

    private final LocalTexts texts;
    private final FileReport report;

    LinkReader(LocalTexts texts, FileReport report) {
        this.texts = texts;
        this.report = report;
    }

    List<Topic> read(Node root) {
        List<Topic> topics = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Node node : root.at("links").map(Node::items).orElse(List.of())) {
            String key = node.text("topic").orElse("");
            if (!seen.add(key)) {
                report.error(node.place("topic"), "the topic \"" + key + "\" is given twice", "give each its own");
            }
            texts.at(node, "title").ifPresent(title -> topics.add(new Topic(key, title, links(node))));
        }
        return topics;
    }

    private List<Topic.Link> links(Node topic) {
        List<Topic.Link> links = new ArrayList<>();
        for (Node node : topic.at("links").map(Node::items).orElse(List.of())) {
            Optional<Texts> title = texts.at(node, "title");
            Optional<Texts> url = texts.at(node, "url");
            if (title.isPresent() && url.isPresent()) {
                checkAddress(node, url.get());
                links.add(new Topic.Link(title.get(), url.get(), texts.orNull(node, "about")));
            }
        }
        return links;
    }

    private void checkAddress(Node node, Texts url) {
        for (String language : texts.languages()) {
            String address = url.in(language).source();
            if (!address.matches("https?://[^\\s/]+\\.[^\\s]+")) {
                report.error(
                        node.place("url"),
                        "\"" + Cut.off(address) + "\" is no address on the web",
                        "begin it with https://");
            }
        }
    }
}
