package org.branchline.playbooks;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.branchline.conversation.Incoming;
import org.branchline.conversation.Person;
import org.branchline.conversation.dialogue.Dialogue;
import org.branchline.conversation.dialogue.Shown;
import org.branchline.conversation.dialogue.Step;
import org.branchline.conversation.dialogue.Then;
import org.branchline.playbooks.reading.FileReport;
import org.branchline.playbooks.reading.Node;
import org.jspecify.annotations.Nullable;

/** Reads a golden dialogue. The schema has said what is wrong with its form; here only what it cannot know. */
public final class DialogueReader {

    private static final Pattern LATER = Pattern.compile("([1-9][0-9]{0,3}) (second|minute|hour|day|week)s?");

    private static final Map<String, Duration> UNITS = Map.of(
            "second", Duration.ofSeconds(1),
            "minute", Duration.ofMinutes(1),
            "hour", Duration.ofHours(1),
            "day", Duration.ofDays(1),
            "week", Duration.ofDays(7));

    private final FileReport report;

    public DialogueReader(FileReport report) {
        this.report = report;
    }

    /** The dialogue, where nothing in it is wrong. */
    public Optional<Dialogue> read(Node root) {
        Optional<String> playbook = root.text("playbook");
        Optional<Node> member = root.at("member");
        List<Step> steps = new ArrayList<>();
        for (Node item : root.at("chat").map(Node::items).orElse(List.of())) {
            step(item).ifPresent(steps::add);
        }
        if (playbook.isEmpty() || member.isEmpty() || steps.isEmpty()) {
            report.error(root.place(), "a dialogue needs \"playbook\", \"member\" and \"chat\"", "write all three");
        }
        if (report.hasErrors()) {
            return Optional.empty();
        }
        return Optional.of(new Dialogue(
                root.text("dialogue").orElse(""),
                playbook.orElseThrow(),
                person(member.orElseThrow()),
                steps,
                root.at("then").map(DialogueReader::then).orElse(Then.ANYTHING)));
    }

    private Person person(Node member) {
        return new Person(
                member.text("name").orElse(""),
                member.text("language").orElse("en"),
                zone(member),
                member.text("branch").orElse(null),
                member.text("captain").orElse(null));
    }

    private @Nullable ZoneId zone(Node member) {
        Optional<String> name = member.text("timezone");
        try {
            return name.map(ZoneId::of).orElse(null);
        } catch (DateTimeException e) {
            report.error(
                    member.place("timezone"),
                    "there is no time zone \"" + name.orElse("") + "\"",
                    "write for example Asia/Tokyo");
            return null;
        }
    }

    private Optional<Step> step(Node item) {
        List<Node.Entry> entries = item.entries();
        if (entries.size() != 1) {
            report.error(item.place(), "a step is one key and its text", "write for example \"- press: Skip\"");
            return Optional.empty();
        }
        Node.Entry entry = entries.get(0);
        int line = entry.place().line();
        String text = entry.value().text().orElse("");
        return switch (entry.key()) {
            case "bot" -> Optional.of(new Step.Bot(line, Shown.of(text)));
            case "becomes" -> Optional.of(new Step.Becomes(line, Shown.of(text)));
            case "shows" -> Optional.of(new Step.Shows(line, text));
            case "press" -> Optional.of(new Step.Press(line, text));
            case "write" -> Optional.of(new Step.Write(line, text));
            case "edit" -> Optional.of(edit(line, entry.value()));
            case "send" -> sent(line, entry.value(), text);
            case "later" -> later(line, entry.value(), text);
            case "due" -> Optional.of(new Step.Due(line, text));
            default -> {
                report.error(entry.place(), "there is no step \"" + entry.key() + "\"", "");
                yield Optional.empty();
            }
        };
    }

    private static Step edit(int line, Node value) {
        int back = value.text("back")
                .filter(text -> text.matches("[1-9][0-9]?"))
                .map(Integer::parseInt)
                .orElse(1);
        return new Step.Edit(
                line, back, value.text().or(() -> value.text("text")).orElse(""));
    }

    private Optional<Step> sent(int line, Node value, String text) {
        for (Incoming.Sent.Kind kind : Incoming.Sent.Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(text)) {
                return Optional.of(new Step.Send(line, kind));
            }
        }
        report.error(value.place(), "\"" + text + "\" cannot be sent", "write for example voice");
        return Optional.empty();
    }

    private Optional<Step> later(int line, Node value, String text) {
        Matcher matcher = LATER.matcher(text);
        Duration unit = matcher.matches() ? UNITS.get(matcher.group(2)) : null;
        if (unit == null) {
            report.error(value.place(), "\"" + text + "\" is no span of time", "write for example 3 days");
            return Optional.empty();
        }
        return Optional.of(new Step.Later(line, unit.multipliedBy(Integer.parseInt(matcher.group(1)))));
    }

    private static Then then(Node node) {
        List<String> never = node.at("never asked").map(DialogueReader::values).orElse(List.of());
        return new Then(node.place().line(), byKey(node, "answers"), never, byKey(node, "member"));
    }

    private static Map<String, List<String>> byKey(Node node, String key) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        node.at(key).map(Node::entries).orElse(List.of()).forEach(e -> values.put(e.key(), values(e.value())));
        return values;
    }

    /** A list, or one value alone. */
    private static List<String> values(Node node) {
        return node.text().map(List::of).orElseGet(() -> node.items().stream()
                .flatMap(item -> item.text().stream())
                .toList());
    }
}
