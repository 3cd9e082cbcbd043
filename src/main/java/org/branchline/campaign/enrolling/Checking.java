package org.branchline.campaign.enrolling;

import static org.branchline.campaign.enrolling.Field.BRANCH;
import static org.branchline.campaign.enrolling.Field.CHAT_ID;
import static org.branchline.campaign.enrolling.Field.CITY;
import static org.branchline.campaign.enrolling.Field.CONSENT_AT;
import static org.branchline.campaign.enrolling.Field.CONSENT_SOURCE;
import static org.branchline.campaign.enrolling.Field.CONSENT_VERSION;
import static org.branchline.campaign.enrolling.Field.LANGUAGE;
import static org.branchline.campaign.enrolling.Field.NAME;
import static org.branchline.campaign.enrolling.Field.TIMEZONE;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.branchline.playbooks.reading.Nearest;
import org.branchline.roster.Branch;
import org.branchline.roster.city.CityAnswer;
import org.jspecify.annotations.Nullable;

/** Holds one line against what the organisation knows; every mistake is told, with what would be right. */
final class Checking {

    /** Telegram: ids take at most 52 bits. */
    private static final Pattern CHAT = Pattern.compile("[1-9]\\d{0,15}");

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_SOURCE = 200;
    private static final int LONGEST_VALUE = 1_000;
    /** What the index people are found by takes easily, whatever the script. */
    private static final int MOST_BYTES = 1_000;

    private static final int LONGEST_SHOWN = 40;
    private static final char NOT_UTF8 = '\uFFFD';

    private final Known known;
    private final Places places;
    private final Written written;
    private final List<String> problems;

    private Checking(Known known, Places places, Written written) {
        this.known = known;
        this.places = places;
        this.written = written;
        this.problems = new ArrayList<>(written.problems());
    }

    /** The entry, or what is wrong with the line: each with its place. */
    static Optional<Entry> check(Known known, Places places, Written written, List<String> problems) {
        Checking checking = new Checking(known, places, written);
        Entry entry = checking.entry();
        checking.problems.forEach(problem -> problems.add(written.place() + ": " + problem));
        return checking.problems.isEmpty() ? Optional.of(entry) : Optional.empty();
    }

    private Entry entry() {
        String version = text(CONSENT_VERSION, LONGEST_NAME);
        if (version != null) {
            among(CONSENT_VERSION.word(), version, known.versions());
        }
        String language = text(LANGUAGE, LONGEST_NAME);
        if (language != null) {
            among(LANGUAGE.word(), language, known.languages());
        }
        return new Entry(
                written.line(),
                chat(),
                text(NAME, LONGEST_NAME),
                language,
                zone(),
                branch(),
                version,
                source(),
                agreedAt(),
                attributes());
    }

    private long chat() {
        String chat = text(CHAT_ID, LONGEST_SHOWN);
        if (chat == null && nothingWrongWith(CHAT_ID)) {
            problems.add("chat_id: is missing; it is the number of the person's chat with the bot");
        } else if (chat != null && !CHAT.matcher(chat).matches()) {
            problems.add("chat_id: " + quoted(chat)
                    + " is no person's chat; that is a whole number above 0, for example 6200000001");
        } else if (chat != null) {
            return Long.parseLong(chat);
        }
        return 0;
    }

    private @Nullable ZoneId zone() {
        String zone = text(TIMEZONE, LONGEST_NAME);
        if (zone != null) {
            if (zone.indexOf('/') > 0 && ZoneId.getAvailableZoneIds().contains(zone) && !zone.startsWith("Etc/")) {
                return ZoneId.of(zone);
            }
            problems.add(
                    "timezone: there is no " + quoted(zone) + "; write it as Europe/Paris, or give the city instead");
            return null;
        }
        String city = text(CITY, LONGEST_NAME);
        return city == null ? null : zoneOf(city);
    }

    private @Nullable ZoneId zoneOf(String city) {
        CityAnswer answer = places.find(city);
        if (answer instanceof CityAnswer.Found found) {
            return found.city().zone();
        }
        String right = answer.cities().stream()
                .limit(3)
                .map(one -> one.name() + " in " + one.country() + " is " + one.zone())
                .collect(Collectors.joining(", "));
        problems.add("city: "
                + (right.isEmpty()
                        ? quoted(city) + " is not known; give a larger one nearby, or the timezone as Europe/Paris"
                        : quoted(city) + " may be several; give the timezone instead: " + right));
        return null;
    }

    private @Nullable Long branch() {
        String key = text(BRANCH, LONGEST_NAME);
        if (key == null) {
            return null;
        }
        Optional<Branch> branch = known.branches().branch(key);
        if (branch.isEmpty()) {
            among(
                    BRANCH.word(),
                    key,
                    known.branches().all().stream().map(Branch::key).toList());
        }
        return branch.map(Branch::id).orElse(null);
    }

    private String source() {
        String source = text(CONSENT_SOURCE, LONGEST_SOURCE);
        if (source == null && nothingWrongWith(CONSENT_SOURCE)) {
            problems.add("consent_source: is missing; say where they agreed, for example membership form 2026");
        }
        return source == null ? "" : source;
    }

    private Instant agreedAt() {
        String at = text(CONSENT_AT, LONGEST_SHOWN);
        Instant agreed = at == null ? null : instant(at);
        if (at == null && nothingWrongWith(CONSENT_AT)) {
            problems.add(
                    "consent_at: is missing; say when they agreed, for example 2026-03-04 or 2026-03-04T18:30:00Z");
        } else if (at != null && agreed == null) {
            problems.add("consent_at: " + quoted(at) + " is no date; write 2026-03-04 or 2026-03-04T18:30:00Z");
        } else if (agreed != null && agreed.isAfter(known.now())) {
            problems.add("consent_at: " + quoted(String.valueOf(at)) + " is still to come");
        }
        return agreed == null ? Instant.EPOCH : agreed;
    }

    private static @Nullable Instant instant(String text) {
        try {
            return text.length() == "2026-03-04".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private Map<String, String> attributes() {
        Map<String, String> attributes = new TreeMap<>();
        written.attributes().forEach((name, values) -> {
            String place = Field.ATTRIBUTE + name;
            List<String> answers = known.attributes().get(name);
            if (answers == null) {
                among(place, name, known.attributes().keySet());
                return;
            }
            for (String value : values) {
                if (sound(place, value, LONGEST_VALUE) && !answers.isEmpty()) {
                    among(place, value, answers);
                }
            }
            String joined = String.join(",", values);
            int bytes = joined.getBytes(StandardCharsets.UTF_8).length;
            if (bytes > MOST_BYTES && nothingWrongWith(place)) {
                problems.add(place + ": takes " + bytes + " bytes as UTF-8, at most " + MOST_BYTES);
            }
            attributes.put(name, joined);
        });
        return attributes;
    }

    /** What the list says, null where it says nothing or nothing that can be read. */
    private @Nullable String text(Field field, int longest) {
        String text = written.fields().getOrDefault(field.word(), "").strip();
        return !text.isEmpty() && sound(field.word(), text, longest) ? text : null;
    }

    private boolean sound(String place, String text, int longest) {
        if (text.indexOf(NOT_UTF8) >= 0) {
            problems.add(place + ": cannot be read; save the list as UTF-8");
            return false;
        }
        if (text.codePointCount(0, text.length()) > longest) {
            problems.add(place + ": has " + text.codePointCount(0, text.length()) + " characters, at most " + longest);
            return false;
        }
        if (text.codePoints().anyMatch(Checking::invisible)) {
            problems.add(place + ": holds a control character or half a character; take it out");
            return false;
        }
        return true;
    }

    private static boolean invisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            // Some scripts need joiners; what turns a line around is never part of a name.
            case Character.FORMAT -> point != 0x200C && point != 0x200D;
            default -> false;
        };
    }

    private void among(String place, String text, Collection<String> right) {
        if (!right.contains(text)) {
            String hint = Nearest.hint(text, right);
            problems.add(
                    place + ": there is no " + quoted(text) + ", " + (hint.isEmpty() ? "there are none yet" : hint));
        }
    }

    private boolean nothingWrongWith(Field field) {
        return nothingWrongWith(field.word());
    }

    private boolean nothingWrongWith(String place) {
        return problems.stream().noneMatch(problem -> problem.startsWith(place + ":"));
    }

    private static String quoted(String text) {
        int length = text.codePointCount(0, text.length());
        String shown =
                length <= LONGEST_SHOWN ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST_SHOWN - 1)) + "…";
        return '"' + shown + '"';
    }
}
