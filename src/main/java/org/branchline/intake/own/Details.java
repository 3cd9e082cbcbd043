package org.branchline.intake.own;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Person;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.intake.Speech;
import org.branchline.intake.Word;
import org.branchline.playbooks.OwnKeys;
import org.branchline.roster.Organisations;
import org.branchline.roster.joining.Joining;

/** {@code /me}: what I know of you, and how to change it. A change asks joining's own question again. */
@Singleton
class Details implements Command {

    /** Each is a bundled playbook of one question, {@code joining-name} and so on. */
    private static final Set<String> QUESTIONS = Set.of("name", "branch", "timezone");

    private static final String SPEAK = "speak:";
    private static final String ASK_FIRST = "askfirst";
    private static final String NAMED = "named";

    private static final String CHOSEN = "select ask_first from member where organisation = $1 and id = $2";
    private static final String CHOOSE = "update member set ask_first = $3 where organisation = $1 and id = $2";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Organisations organisations;
    private final Joining joining;

    Details(Organisations organisations, Joining joining) {
        this.organisations = organisations;
        this.joining = joining;
    }

    @Override
    public String name() {
        return "me";
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        if (QUESTIONS.contains(argument)) {
            return exchange.begin(OwnKeys.PREFIX + "-" + argument);
        }
        List<String> spoken =
                organisations.organisation(exchange.organisation()).languages();
        String language = argument.startsWith(SPEAK) ? argument.substring(SPEAK.length()) : "";
        if (spoken.contains(language)) {
            joining.language(exchange, exchange.scene().bot(), exchange.scene().chat(), language);
            exchange.person(exchange.person().withLanguage(language));
        }
        return askFirst(exchange, argument)
                .invoke(askFirst -> exchange.say(
                        text(exchange) + "\n" + Card.SPEECH.say(exchange, askFirst ? "me.ask_first" : "me.named"),
                        keyboard(exchange, spoken, askFirst)))
                .replaceWithVoid();
    }

    /** Whether the member is asked before somebody who looks for help hears their name, as of now. */
    private static Uni<Boolean> askFirst(Exchange exchange, String argument) {
        int organisation = exchange.organisation().number();
        long member = exchange.member().id();
        if (argument.equals(ASK_FIRST) || argument.equals(NAMED)) {
            boolean chosen = argument.equals(ASK_FIRST);
            exchange.write(CHOOSE, organisation, member, chosen);
            return Uni.createFrom().item(chosen);
        }
        return exchange.read(CHOSEN, organisation, member)
                .map(rows -> rows.iterator().next().getBoolean("ask_first"));
    }

    private String text(Exchange exchange) {
        Person person = exchange.person();
        ZoneId zone = person.zone();
        String none = Card.SPEECH.say(exchange, "me.none");
        String branch = exchange.scene()
                .branches()
                .branch(exchange.member().branch())
                .map(found -> found.name(person.language()))
                .orElse(none);
        return Card.SPEECH.say(
                exchange,
                "me",
                "name",
                person.name(),
                "language",
                Speech.language(person.language()),
                "word",
                capital(word(exchange)),
                "branch",
                branch,
                "time",
                zone == null ? none : TIME.format(exchange.now().atZone(zone)) + " (" + zone.getId() + ")");
    }

    private Keyboard keyboard(Exchange exchange, List<String> spoken, boolean askFirst) {
        List<List<Button>> rows = new ArrayList<>();
        rows.add(List.of(
                Card.SPEECH.button(exchange, "me.name", "me", "name"),
                new Button(
                        Card.SPEECH.say(exchange, "button.me.branch", "word", word(exchange)),
                        new Action.Order("me", "branch")),
                Card.SPEECH.button(exchange, "me.timezone", "me", "timezone")));
        List<Button> languages = new ArrayList<>();
        for (String language : spoken) {
            if (!language.equals(exchange.person().language())) {
                languages.add(new Button(Speech.language(language), new Action.Order("me", SPEAK + language)));
            }
        }
        if (!languages.isEmpty()) {
            rows.add(languages);
        }
        rows.add(List.of(
                askFirst
                        ? Card.SPEECH.button(exchange, "me.named", "me", NAMED)
                        : Card.SPEECH.button(exchange, "me.ask_first", "me", ASK_FIRST)));
        rows.add(List.of(
                Card.SPEECH.button(exchange, "mydata", "mydata", ""),
                Card.SPEECH.button(exchange, "forget", "forget", "")));
        return new Keyboard(rows);
    }

    private String word(Exchange exchange) {
        return Word.ONE.of(
                organisations.organisation(exchange.organisation()),
                exchange.person().language(),
                "branch");
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
