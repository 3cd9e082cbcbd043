package org.branchline.campaign.prompt;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.branchline.campaign.audience.Audience;
import org.branchline.campaign.broadcast.composing.Buttons;
import org.branchline.campaign.broadcast.composing.Choosing;
import org.branchline.campaign.broadcast.composing.Choosing.Chosen;
import org.branchline.conversation.Button;
import org.branchline.intake.Exchange;
import org.branchline.intake.Word;
import org.branchline.roster.Access;
import org.branchline.roster.Organisations;
import org.branchline.roster.Role;

/** To whom a prompt is put: what a message to many can be for, and those who do something for the organisation. */
@Singleton
class Whom {

    /** With what the arguments of these buttons begin: of what is put together there is one in a chat. */
    static final String PRESSED = "0";

    static final String PAGE = "a";
    static final String STOP = "x";

    private static final String ROLE = "r";
    private static final String BRANCH = "b";

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    /** Those that an organisation has words for. */
    private static final List<Role> ROLES = List.of(Role.CAPTAIN, Role.COORDINATOR);

    private final Choosing choosing;
    private final Organisations organisations;

    Whom(Choosing choosing, Organisations organisations) {
        this.choosing = choosing;
        this.organisations = organisations;
    }

    /** Asks for it, a page of branches at a time. */
    Uni<Void> offer(Exchange exchange, Access access, String page) {
        Buttons buttons = new Buttons(exchange, PromptCommand.NAME, Long.parseLong(PRESSED));
        List<Button> roles = ROLES.stream()
                .map(role -> buttons.labelled(capital(words(exchange, role)), ROLE, role.column()))
                .toList();
        int number = NUMBER.matcher(page).matches() ? Integer.parseInt(page) : 0;
        return choosing.offer(exchange, access, buttons, number, roles);
    }

    /** What a press on one of these means; empty where it is there no longer, or not for them. */
    Uni<Optional<Chosen>> chosen(Exchange exchange, Access access, String deed, String with) {
        if (deed.equals(ROLE)) {
            return Uni.createFrom()
                    .item(ROLES.stream()
                            .filter(role -> role.column().equals(with))
                            .findFirst()
                            .map(role -> new Chosen(of(role), capital(words(exchange, role)))));
        }
        return deed.equals(BRANCH) && !NUMBER.matcher(with).matches()
                ? Uni.createFrom().item(Optional.empty())
                : choosing.chosen(exchange, access, deed, with);
    }

    /** Whom it reaches, in the reader's words where it is everybody or a role, however a workspace's file puts it. */
    String of(Exchange exchange, Wanted wanted) {
        if (wanted.audience().equals(Audience.EVERYONE)) {
            return PromptCommand.SPEECH.say(exchange, "button.all");
        }
        return ROLES.stream()
                .filter(role -> wanted.audience().equals(of(role)))
                .findFirst()
                .map(role -> words(exchange, role))
                .orElse(wanted.whom());
    }

    private static Audience of(Role role) {
        return Audience.read("{\"role\": [\"" + role.column() + "\"]}").of(read -> read, problems -> {
            throw new IllegalStateException("A role is no audience: " + problems);
        });
    }

    private String words(Exchange exchange, Role role) {
        return Word.ALL.of(
                organisations.organisation(exchange.organisation()),
                exchange.person().language(),
                role.column());
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
