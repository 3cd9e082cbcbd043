package org.branchline.campaign.broadcast.composing;

import java.time.Instant;
import java.util.Objects;
import org.branchline.campaign.audience.Audience;
import org.branchline.campaign.broadcast.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A message to many while it is written.
 *
 * @param id its number, which its buttons carry
 * @param audience as it was chosen, null before that; whom the writer may reach of it is another question
 * @param whom the audience in the writer's words
 * @param going when it shall go
 * @param edition how often any of this was changed
 * @param expected the number that must be typed to send it, 0 where none is awaited
 * @param message the message that asks for that number, 0 where it cannot be found
 * @param paid whether it is paid for so that it goes faster
 * @param kept when it was last kept
 */
record Composition(
        long id,
        @Nullable Audience audience,
        String whom,
        Said said,
        Going going,
        int edition,
        int expected,
        long message,
        boolean paid,
        Instant kept) {

    /** What has to be said next. */
    enum Step {
        AUDIENCE,
        TEXT,
        OTHER_TEXT,
        KIND,
        ACTIONS,
        LABELS,
        TIME,
        PREVIEW,
        CONFIRM
    }

    static Composition begun(long id) {
        return new Composition(id, null, "", Said.NOTHING, Going.NOW, 0, 0, 0, false, Instant.EPOCH);
    }

    Step step() {
        if (audience == null) {
            return Step.AUDIENCE;
        }
        if (said.text().isEmpty()) {
            return Step.TEXT;
        }
        Besides.Awaited.Thing awaited = said.besides().awaited().thing();
        if (awaited == Besides.Awaited.Thing.TEXT) {
            return Step.OTHER_TEXT;
        }
        if (said.kind() == null) {
            return Step.KIND;
        }
        if (awaited == Besides.Awaited.Thing.LABELS) {
            return Step.LABELS;
        }
        if (said.actions() == null && said.besides().playbook().isEmpty()) {
            return Step.ACTIONS;
        }
        if (!going.said()) {
            return Step.TIME;
        }
        return expected > 0 ? Step.CONFIRM : Step.PREVIEW;
    }

    /** When it goes: at night too only where it is a service message. */
    Going goes() {
        return going.nights() && said.kind() != Kind.SERVICE ? going.nights(false) : going;
    }

    /** Whom it is for: whoever answered the questions lately is not asked again. Only once an audience is chosen. */
    Audience meant() {
        Audience chosen = Objects.requireNonNull(audience);
        String playbook = said.besides().playbook();
        return playbook.isEmpty() ? chosen : chosen.notLately(playbook);
    }

    Composition to(@Nullable Audience chosen, String name) {
        return new Composition(id, chosen, name, said, going, edition + 1, 0, 0, paid, kept);
    }

    Composition saying(Said changed) {
        return new Composition(id, audience, whom, changed, going, edition + 1, 0, 0, paid, kept);
    }

    Composition going(Going changed) {
        return new Composition(id, audience, whom, said, changed, edition + 1, 0, 0, paid, kept);
    }

    Composition awaiting(int number, long asking) {
        return new Composition(id, audience, whom, said, going, edition, number, asking, paid, kept);
    }

    Composition paying(boolean pays) {
        return new Composition(id, audience, whom, said, going, edition + 1, 0, 0, pays, kept);
    }

    /** The key of the one broadcast that becomes of it, however often it is sent. */
    static String key(long id) {
        return "chat:" + id;
    }
}
