package org.branchline.conversation.engine;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.branchline.conversation.Answer;
import org.branchline.conversation.Button;
import org.branchline.conversation.Effect;
import org.branchline.conversation.Person;
import org.branchline.conversation.Places;
import org.branchline.conversation.playbook.Kind;
import org.branchline.conversation.playbook.Question;
import org.jspecify.annotations.Nullable;

/** Where the person's clock is: the guess is confirmed, else the city is asked; never an offset. */
final class TimezoneForm implements Form {

    private static final String CITY = "city";
    private static final String YES = "yes";
    private static final int MOST = 8;

    @Override
    public String text(Asked asked) {
        Person person = asked.person();
        Voice voice = asked.voice();
        ZoneId guess = guess(asked);
        String time = guess == null
                ? voice.say(asked.question().ask())
                : voice.say("zone.confirm", "time", voice.time(guess));
        String branch = person.branch();
        if (branch == null) {
            return time;
        }
        String captain = person.captain();
        String place = captain == null
                ? voice.say("zone.branch", "branch", branch, "word", voice.one("branch"))
                : voice.say(
                        "zone.captain",
                        "branch",
                        branch,
                        "word",
                        voice.one("branch"),
                        "captain",
                        captain,
                        "captainWord",
                        voice.one("captain"),
                        "yours",
                        voice.yours("captain"));
        return place + " " + time;
    }

    @Override
    public List<List<Button>> rows(Asked asked) {
        if (guess(asked) == null) {
            return List.of();
        }
        List<Button> row = new ArrayList<>();
        row.add(asked.button(asked.voice().say("option.yes"), YES));
        if (branchQuestion(asked).isPresent()) {
            row.add(asked.button(
                    asked.voice().say("zone.other_branch", "word", asked.voice().one("branch")), Buttons.OTHER_BRANCH));
        }
        row.add(asked.button(asked.voice().say("zone.other_time"), Buttons.OTHER_TIME));
        return List.of(row);
    }

    @Override
    public Heard pressed(Asked asked, String choice) {
        ZoneId guess = guess(asked);
        if (choice.equals(YES) && guess != null) {
            return chosen(guess, Echo.silent(), 0);
        }
        if (choice.equals(Buttons.OTHER_BRANCH)) {
            return branchQuestion(asked)
                    .<Heard>map(question -> new Heard.Reopened(question.id()))
                    .orElseGet(Heard.Old::new);
        }
        if (choice.equals(Buttons.OTHER_TIME)) {
            return new Heard.Asks(CITY, asked.voice().say(asked.question().ask()), List.of());
        }
        return zone(choice)
                .map(zone -> chosen(zone, Echo.of(label(asked, zone)), 0))
                .orElseGet(Heard.Old::new);
    }

    @Override
    public Heard wrote(Asked asked, String text, long message) {
        ZoneId guess = guess(asked);
        if (guess != null && Matching.same(text, asked.voice().say("option.yes"))) {
            return chosen(guess, Echo.silent(), message);
        }
        if (guess != null
                && Matching.same(
                        text,
                        asked.voice()
                                .say("zone.other_branch", "word", asked.voice().one("branch")))) {
            return pressed(asked, Buttons.OTHER_BRANCH);
        }
        if (guess != null && Matching.same(text, asked.voice().say("zone.other_time"))) {
            return pressed(asked, Buttons.OTHER_TIME);
        }
        List<Places.City> cities = Cleaning.length(text) > Limits.NAME
                ? List.of()
                : asked.places().cities(text, asked.voice().language());
        if (cities.isEmpty()) {
            return new Heard.Again(asked.voice().say("zone.unknown"));
        }
        if (cities.stream().map(Places.City::zone).distinct().count() == 1) {
            Places.City city = cities.get(0);
            return chosen(
                    city.zone(), Echo.of(city.name() + ", " + asked.voice().time(city.zone())), message);
        }
        return new Heard.Asks(CITY, asked.voice().say("zone.several"), rows(asked, cities));
    }

    @Override
    public boolean takesText(Asked asked) {
        return false;
    }

    @Override
    public String words(Asked asked, Answer answer) {
        return String.join(", ", Parts.ids(answer));
    }

    private static List<List<Button>> rows(Asked asked, List<Places.City> cities) {
        return cities.stream()
                .limit(MOST)
                .filter(city -> city.zone().getId().length() <= 30)
                .map(city -> List.of(asked.button(named(city), city.zone().getId())))
                .toList();
    }

    private static String named(Places.City city) {
        return city.region().isEmpty()
                ? city.name() + ", " + city.country()
                : city.name() + ", " + city.region() + ", " + city.country();
    }

    private static String label(Asked asked, ZoneId zone) {
        String id = zone.getId();
        return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ') + ", "
                + asked.voice().time(zone);
    }

    private static @Nullable ZoneId guess(Asked asked) {
        return asked.at(CITY) ? null : asked.person().zone();
    }

    private static Optional<ZoneId> zone(String id) {
        try {
            return id.contains("/") ? Optional.of(ZoneId.of(id)) : Optional.empty();
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    private static Optional<Question> branchQuestion(Asked asked) {
        return asked.places().branches(asked.voice().language()).isEmpty()
                ? Optional.empty()
                : asked.playbook().questions().stream()
                        .filter(question -> question.kind().equals(new Kind.Branch()))
                        .findFirst();
    }

    private static Heard chosen(ZoneId zone, Echo echo, long message) {
        return new Heard.Settled(
                new Answer.Chosen(List.of(zone.getId()), null),
                echo,
                message,
                List.of(new Also(new Effect.ZoneChosen(zone), person -> person.withZone(zone))));
    }
}
