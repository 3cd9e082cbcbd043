package org.branchline.delivery;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.branchline.conversation.Moments;
import org.branchline.conversation.Outgoing;
import org.branchline.conversation.Template;

/**
 * A message to many as one of them reads it: {@code {name}} is theirs, {@code {at:2027-03-12T18:00:00Z}} that moment by their
 * own clock, which is named; any other brace stays as it was written.
 */
final class Personal implements Outgoing.Cases<Outgoing> {

    private final UnaryOperator<String> slots;

    /** As long as names may be when they are given; a caption has no room for more. */
    private static final int LONGEST_NAME = 60;

    private static final String MOMENT = "at:";

    private Personal(String whole, String zone, String language) {
        String name = whole.codePointCount(0, whole.length()) <= LONGEST_NAME
                ? whole
                : whole.substring(0, whole.offsetByCodePoints(0, LONGEST_NAME));
        this.slots = slot ->
                slot.equals("name") ? name : moment(slot, zone, language).orElse("{" + slot + "}");
    }

    private static Optional<String> moment(String slot, String zone, String language) {
        try {
            return slot.startsWith(MOMENT)
                    ? Optional.of(
                            Moments.named(Instant.parse(slot.substring(MOMENT.length())), ZoneId.of(zone), language))
                    : Optional.empty();
        } catch (DateTimeException nobodysMoment) {
            return Optional.empty();
        }
    }

    static Outgoing to(String name, String zone, String language, Outgoing outgoing) {
        return outgoing.of(new Personal(name, zone, language));
    }

    private String fill(String text) {
        return Template.of(text).fill(slots);
    }

    @Override
    public Outgoing say(Outgoing.Say say) {
        return new Outgoing.Say(fill(say.text()), say.keyboard());
    }

    @Override
    public Outgoing edit(Outgoing.Edit edit) {
        return new Outgoing.Edit(edit.message(), fill(edit.text()), edit.keyboard());
    }

    @Override
    public Outgoing rebutton(Outgoing.Rebutton rebutton) {
        return rebutton;
    }

    @Override
    public Outgoing acknowledge(Outgoing.Acknowledge acknowledge) {
        return acknowledge;
    }

    @Override
    public Outgoing stored(Outgoing.Stored stored) {
        return new Outgoing.Stored(stored.attached(), fill(stored.caption()), stored.keyboard());
    }

    @Override
    public Outgoing file(Outgoing.File file) {
        return new Outgoing.File(
                file.name(), file.mediaType(), file.content(), file.picture(), fill(file.caption()), file.keyboard());
    }
}
