package org.branchline.campaign.event.signing;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.branchline.campaign.diary.Entry;
import org.branchline.campaign.event.Event;
import org.branchline.campaign.event.Mine;
import org.branchline.campaign.event.Shift;
import org.branchline.campaign.event.Standing;
import org.branchline.conversation.Outgoing;
import org.branchline.intake.Exchange;

/** A shift for somebody's own calendar. */
final class ShiftFile {

    private ShiftFile() {}

    static Outgoing of(Exchange exchange, Mine mine) {
        Shift shift = mine.shift();
        Event event = shift.event();
        String language = exchange.person().language();
        String link = mine.standing() == Standing.HELD ? event.link() : "";
        Entry entry = Entry.from(
                        "shift-" + shift.id() + "-" + exchange.organisation().number(),
                        shift.edition(),
                        event.title(language))
                .during(shift.startsAt(), shift.endsAt())
                .about(Stream.of(event.note(language), link)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining("\n")))
                .at(event.place().isEmpty() ? link : event.place());
        return entry.file("shift-" + shift.id(), exchange.now());
    }
}
