package org.branchline.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.branchline.conversation.Outgoing;
import org.jspecify.annotations.Nullable;

/** All commands of the service, by name and by the words that mean them. */
@Singleton
class Commands {

    private static final int LONGEST_WORD = 20;
    private static final Set<String> THANKS = Set.of(
            "thanks",
            "thank you",
            "thx",
            "ty",
            "ok",
            "okay",
            "great",
            "cheers",
            "tak",
            "mange tak",
            "tusind tak",
            "fint",
            "super",
            "👍",
            "🙏",
            "❤️",
            "❤",
            "👌");

    private final Instance<Listening> listening;
    private final Map<String, Command> byName = new HashMap<>();
    private final Map<String, Command> byWord = new HashMap<>();

    Commands(Instance<Command> commands, Instance<Listening> listening) {
        this.listening = listening;
        for (Command command : commands) {
            if (byName.put(command.name(), command) != null) {
                throw new IllegalStateException("Two commands /" + command.name());
            }
            command.words().forEach(word -> byWord.put(word, command));
        }
    }

    /** The command that a text means as a whole, null for none. */
    @Nullable
    Command meant(String text) {
        String word = bare(text);
        return word.isEmpty() ? null : byWord.get(word);
    }

    boolean thanks(String text) {
        return THANKS.contains(bare(text));
    }

    private static String bare(String text) {
        if (text.length() > LONGEST_WORD) {
            return "";
        }
        String word = text.strip().toLowerCase(Locale.ROOT);
        int end = word.length();
        while (end > 0 && ".!?".indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return word.substring(0, end).strip();
    }

    Uni<Void> run(Exchange exchange, String name, String argument) {
        Command command = byName.get(name);
        if (command == null) {
            exchange.say(Deciding.PHRASES.say(exchange.person().language(), "unknown_command"));
            exchange.interrupted(exchange.front() != null);
            return Uni.createFrom().voidItem();
        }
        return run(command, exchange, argument);
    }

    @SuppressWarnings("ReferenceEquality") // whether the very same run is still in front, untouched
    Uni<Void> run(Command command, Exchange exchange, String argument) {
        if (command.audience() != Command.Audience.ANYONE && exchange.scene().member() == null) {
            exchange.say(Deciding.PHRASES.say(exchange.person().language(), "join_first"));
            return Uni.createFrom().voidItem();
        }
        listening.forEach(listener -> listener.elsewhere(exchange, command.name()));
        int before = exchange.said().size();
        OpenRun front = exchange.front();
        return command.run(exchange, argument).invoke(() -> {
            boolean spoke = exchange.said().stream().skip(before).anyMatch(Outgoing.Say.class::isInstance);
            if (spoke && front != null && exchange.front() == front) {
                exchange.interrupted(true);
            }
        });
    }
}
