package org.branchline.conversation.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.branchline.conversation.Person;
import org.branchline.conversation.Words;
import org.branchline.conversation.playbook.Placeholder;
import org.branchline.conversation.playbook.Texts;

/** How texts read to one person at one instant: language, names, times. */
final class Voice implements Placeholder.Cases {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final ZoneId UK = ZoneId.of("Europe/London");
    private static final Map<String, DateTimeFormatter> DATES = new ConcurrentHashMap<>();

    private final Setting setting;
    private final Person person;
    private final Instant now;

    Voice(Setting setting, Person person, Instant now) {
        this.setting = setting;
        this.person = person;
        this.now = now;
    }

    String language() {
        return person.language();
    }

    /** The service's own text. */
    String say(String key, String... values) {
        return setting.phrases().say(language(), key, values);
    }

    /** The service's own text about {@code n} things. */
    String count(String key, int n, String... values) {
        return setting.phrases().count(language(), key, n, values);
    }

    /** A playbook's text, its placeholders filled. */
    String say(Texts texts) {
        return texts.in(language()).fill(slot -> Placeholder.value(slot, this));
    }

    /** Today, where the person is; by UTC until that is known. */
    LocalDate today() {
        ZoneId zone = person.zone() == null ? ZoneOffset.UTC : person.zone();
        return now.atZone(zone).toLocalDate();
    }

    /** A date, for example 4 May 2027. */
    String date(LocalDate day) {
        return written(day, "date.pattern");
    }

    /** A date with its weekday, for example Tuesday 4 May 2027. */
    String weekdayAndDate(LocalDate day) {
        return written(day, "date.pattern.weekday");
    }

    /** A part of a date, for example its month in words. */
    String part(TemporalAccessor day, String pattern) {
        return DATES.computeIfAbsent(
                        language() + ' ' + pattern,
                        fresh -> DateTimeFormatter.ofPattern(pattern, Locale.forLanguageTag(language())))
                .format(day);
    }

    private String written(LocalDate day, String phrase) {
        return part(day, say(phrase));
    }

    /** What the clock shows in a zone. */
    String time(ZoneId zone) {
        return TIME.format(now.atZone(zone));
    }

    @Override
    public String name() {
        return person.name();
    }

    @Override
    public String branch() {
        return person.branch() != null ? person.branch() : yours("branch");
    }

    @Override
    public String captain() {
        return person.captain() != null ? person.captain() : yours("captain");
    }

    @Override
    public String organisation() {
        return setting.organisation();
    }

    @Override
    public String time() {
        return time(person.zone() == null ? UK : person.zone());
    }

    @Override
    public String local(LocalTime time, ZoneId zone) {
        if (person.zone() == null) {
            String shown = TIME.format(time);
            return zone.equals(UK)
                    ? say("time.uk", "time", shown)
                    : say("time.zone", "time", shown, "zone", zone.getId());
        }
        LocalDate there = now.atZone(zone).toLocalDate();
        return TIME.format(ZonedDateTime.of(there, time, zone).withZoneSameInstant(person.zone()));
    }

    @Override
    public String one(String concept) {
        return word(concept).one();
    }

    @Override
    public String many(String concept) {
        return word(concept).many();
    }

    @Override
    public String yours(String concept) {
        return word(concept).yours();
    }

    @Override
    public String all(String concept) {
        return word(concept).all();
    }

    private Words.Word word(String concept) {
        return setting.words().in(language(), concept);
    }
}
