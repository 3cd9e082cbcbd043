package org.branchline.campaign.broadcast;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.branchline.campaign.audience.Audience;
import org.branchline.roster.Organisation;
import org.jspecify.annotations.Nullable;

/**
 * A broadcast as somebody asks for it.
 *
 * @param audience to whom it goes
 * @param texts by language; {@code {name}} becomes the reader's name
 * @param actions labels of the buttons below it by language, in one order; empty for none
 * @param hold for how long it can be called back before the first one leaves, 0 to 7 days
 * @param attachment the number of the picture or document above the text, null for none
 * @param playbook the key of the one that it offers to answer, empty for none: it may then have no text of its own, has
 *     no actions but Start and Later, and passes over whoever has finished the playbook lately
 * @param timing when it goes
 * @param paid whether it is paid for so that it goes faster: {@link Price}
 */
public record Draft(
        Audience audience,
        Map<String, String> texts,
        Map<String, List<String>> actions,
        Kind kind,
        Duration hold,
        @Nullable Long attachment,
        String playbook,
        Timing timing,
        boolean paid) {

    /** For imprint and opt-out below the text, of Telegram's 4,096 UTF-16 units. */
    public static final int LONGEST_TEXT = 3_500;

    /** Buttons in one row, so that each can still be read. */
    public static final int MOST_ACTIONS = 3;

    /** Characters on one of them. */
    public static final int LONGEST_ACTION = 28;

    private static final Duration LONGEST_HOLD = Duration.ofDays(7);

    /** Words only. */
    public Draft(
            Audience audience, Map<String, String> texts, Map<String, List<String>> actions, Kind kind, Duration hold) {
        this(audience, texts, actions, kind, hold, null, "");
    }

    /** One that goes at the usual time. */
    public Draft(
            Audience audience,
            Map<String, String> texts,
            Map<String, List<String>> actions,
            Kind kind,
            Duration hold,
            @Nullable Long attachment,
            String playbook) {
        this(audience, texts, actions, kind, hold, attachment, playbook, Timing.USUAL, false);
    }

    public Draft {
        audience = playbook.isEmpty() ? audience : audience.notLately(playbook);
        texts = Map.copyOf(texts);
        actions = Map.copyOf(actions);
    }

    /** The same at another time. */
    public Draft timed(Timing other) {
        return new Draft(audience, texts, actions, kind, hold, attachment, playbook, other, paid);
    }

    /** The same, paid for or not. */
    public Draft paying(boolean pays) {
        return new Draft(audience, texts, actions, kind, hold, attachment, playbook, timing, pays);
    }

    /** What is wrong with it for an organisation, and what would be right; empty where it may go. */
    public List<String> problems(Organisation organisation) {
        List<String> problems = new ArrayList<>();
        String first = organisation.languages().get(0);
        if (!playbook.isEmpty() && !actions.isEmpty()) {
            problems.add("actions: whoever is offered a playbook presses Start or Later; leave them out");
        }
        if (!texts.containsKey(first) && (playbook.isEmpty() || !texts.isEmpty())) {
            problems.add(
                    "text: a text in \"" + first + "\" is missing; it is read by everybody without one of their own");
        }
        new TreeMap<>(texts).forEach((language, text) -> {
            known(organisation, "text", language, problems);
            if (text.isBlank()) {
                problems.add("text." + language + ": is empty");
            }
            int most = Wording.room(organisation, kind, attachment != null, text);
            if (text.length() > most) {
                problems.add("text." + language + ": has " + text.length() + " characters, at most " + most + " fit "
                        + (attachment == null ? "into one message" : "below a picture or document"));
            }
        });
        buttons(organisation, first, problems);
        if (hold.isNegative() || hold.compareTo(LONGEST_HOLD) > 0) {
            problems.add("hold_seconds: must be 0 to " + LONGEST_HOLD.toSeconds());
        }
        problems.addAll(timing.problems(organisation.quietHours()));
        return problems;
    }

    private void buttons(Organisation organisation, String first, List<String> problems) {
        int count = actions.getOrDefault(first, List.of()).size();
        if (!actions.isEmpty() && count == 0) {
            problems.add("actions: labels in \"" + first + "\" are missing");
        }
        new TreeMap<>(actions).forEach((language, labels) -> {
            known(organisation, "actions", language, problems);
            if (labels.size() > MOST_ACTIONS || labels.size() != count) {
                problems.add(
                        "actions." + language + ": needs as many labels as \"" + first + "\", 1 to " + MOST_ACTIONS);
            }
            for (String label : labels) {
                if (label.isBlank() || label.length() > LONGEST_ACTION) {
                    problems.add("actions." + language + ": a label must have 1 to " + LONGEST_ACTION + " characters");
                }
            }
        });
    }

    private static void known(Organisation organisation, String where, String language, List<String> problems) {
        if (!organisation.languages().contains(language)) {
            problems.add(where + "." + language + ": the organisation speaks " + organisation.languages());
        }
    }

    /** The labels as Postgres keeps them. */
    JsonObject labels() {
        JsonObject labels = new JsonObject();
        new TreeMap<>(actions).forEach((language, all) -> labels.put(language, new JsonArray(all)));
        return labels;
    }

    /** The same for the same request, so that one key cannot stand for two. */
    byte[] fingerprint() {
        JsonObject whole = new JsonObject()
                .put("audience", audience.json())
                .put("texts", new JsonObject(new TreeMap<>(texts)))
                .put("actions", labels())
                .put("kind", kind.word())
                .put("hold", hold.toMillis());
        if (!playbook.isEmpty()) {
            whole.put("playbook", playbook);
        }
        if (attachment != null) {
            whole.put("attachment", attachment);
        }
        timing.note(whole);
        if (paid) {
            whole.put("paid", true);
        }
        try {
            return MessageDigest.getInstance("SHA-256").digest(whole.encode().getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
