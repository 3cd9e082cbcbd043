package org.branchline.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Phrases;

/** The texts of one room, in the language of whom a turn speaks to. */
public final class Speech {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy");
    private static final DateTimeFormatter DANISH = DateTimeFormatter.ofPattern("d. MMMM yyyy");

    private final Phrases phrases;

    private Speech(Phrases phrases) {
        this.phrases = phrases;
    }

    /** The texts of a bundle, for example {@code invite}. */
    public static Speech of(String bundle) {
        return new Speech(Phrases.open(bundle));
    }

    /** A text for whom the turn speaks to. */
    public String say(Exchange exchange, String key, String... values) {
        return phrases.say(exchange.person().language(), key, values);
    }

    /** A text in a language. */
    public String in(String language, String key, String... values) {
        return phrases.say(language, key, values);
    }

    /** A text about {@code n} things. */
    public String count(Exchange exchange, String key, int n, String... values) {
        return phrases.count(exchange.person().language(), key, n, values);
    }

    /** The same in a language. */
    public String countIn(String language, String key, int n, String... values) {
        return phrases.count(language, key, n, values);
    }

    /** A button that asks a command; its label is the text {@code button.KEY}. */
    public Button button(Exchange exchange, String key, String command, String argument) {
        return new Button(say(exchange, "button." + key), new Action.Order(command, argument));
    }

    /** The same in a language. */
    public Button buttonIn(String language, String key, String command, String argument) {
        return new Button(in(language, "button." + key), new Action.Order(command, argument));
    }

    /** A language as those who speak it call it, for example Dansk. */
    public static String language(String code) {
        Locale locale = Locale.forLanguageTag(code);
        String name = locale.getDisplayLanguage(locale);
        return name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }

    /** A day as the person reads it, where they are. */
    public static String day(Exchange exchange, Instant instant) {
        ZoneId zone = exchange.person().zone();
        return day(
                exchange.person().language(),
                instant.atZone(zone == null ? ZoneOffset.UTC : zone).toLocalDate());
    }

    /** A day in words, for example 4 March 2027. */
    public static String day(String language, LocalDate day) {
        DateTimeFormatter format = language.equals("en") ? DATE : DANISH;
        return format.withLocale(Locale.forLanguageTag(language)).format(day);
    }
}
