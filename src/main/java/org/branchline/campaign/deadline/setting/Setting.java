package org.branchline.campaign.deadline.setting;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.branchline.campaign.broadcast.composing.Choosing;
import org.branchline.campaign.deadline.Telling;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.Speech;
import org.branchline.roster.Access;
import org.branchline.roster.Deed;

/** {@code /deadline}: shows the deadlines there are and begins another; its buttons go on with either. */
@Singleton
class Setting implements Command {

    static final String NAME = Telling.SETTING;

    private static final Speech SPEECH = Telling.SPEECH;
    private static final Pattern PRESSED = Pattern.compile("(\\d{1,12})\\.([a-z]{1,5})(?:\\.([a-z0-9]{1,12}))?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,12}");

    private final Asking asking;
    private final Choosing choosing;
    private final Previewing previewing;
    private final Putting putting;
    private final Overseeing overseeing;

    Setting(Asking asking, Choosing choosing, Previewing previewing, Putting putting, Overseeing overseeing) {
        this.asking = asking;
        this.choosing = choosing;
        this.previewing = previewing;
        this.putting = putting;
        this.overseeing = overseeing;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Audience audience() {
        return Audience.CAPTAIN;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        return exchange.access().chain(access -> {
            if (!access.mayAnywhere(Deed.BROADCAST)) {
                exchange.say(SPEECH.say(exchange, "not_for_you"));
                return Uni.createFrom().voidItem();
            }
            Matcher pressed = PRESSED.matcher(argument);
            if (!pressed.matches()) {
                return overseeing
                        .list(exchange, access, 0)
                        .chain(listed -> listed ? Uni.createFrom().voidItem() : begin(exchange, access));
            }
            long id = Long.parseLong(pressed.group(1));
            String with = Objects.requireNonNullElse(pressed.group(3), "");
            if (id == Overseeing.NO_SKETCH) {
                return pressed.group(2).equals("new")
                        ? begin(exchange, access)
                        : overseeing.pressed(exchange, access, pressed.group(2), number(with));
            }
            return Sketches.find(exchange).chain(found -> found.filter(sketch -> sketch.id() == id)
                    .map(sketch -> act(exchange, access, sketch, pressed.group(2), with))
                    .orElseGet(() -> over(exchange)));
        });
    }

    private Uni<Void> begin(Exchange exchange, Access access) {
        return Sketches.begin(exchange).chain(id -> go(exchange, access, Sketch.begun(id)));
    }

    private static long number(String with) {
        return NUMBER.matcher(with).matches() ? Long.parseLong(with) : 0;
    }

    private Uni<Void> act(Exchange exchange, Access access, Sketch sketch, String deed, String with) {
        return switch (deed) {
            case "a" -> asking.whom(exchange, access, sketch, (int) Math.min(999, number(with)));
            case "e", "b", "p", "n" -> choose(exchange, access, sketch, deed, with);
            case "h" -> HandingOver.offer(exchange, access, sketch, (int) Math.min(999, number(with)));
            case "hb" ->
                HandingOver.chosen(exchange, access, sketch, number(with))
                        .chain(found -> found.map(changed -> go(exchange, access, changed))
                                .orElseGet(() -> Uni.createFrom().voidItem()));
            case "nl" -> go(exchange, access, sketch.linked(""));
            case "t" -> go(exchange, access, sketch.awaiting(Sketch.Step.TITLE, first(exchange)));
            case "l" ->
                language(exchange, number(with))
                        .map(language -> go(exchange, access, sketch.awaiting(Sketch.Step.TITLE, language)))
                        .orElseGet(() -> asking.next(exchange, access, sketch));
            case "wh" -> go(exchange, access, sketch.awaiting(Sketch.Step.WHEN, ""));
            case "la" -> go(exchange, access, sketch.awaiting(Sketch.Step.LADDER, ""));
            case "le" -> go(exchange, access, sketch.awaiting(Sketch.Step.LEAD, ""));
            case "ln" -> go(exchange, access, sketch.led(null, ""));
            case "lm" -> lead(exchange, access, sketch, number(with));
            case "set" -> putting.pressed(exchange, access, sketch, with);
            case "x" -> {
                Sketches.drop(exchange);
                InPlace.say(exchange, SPEECH.say(exchange, "stopped"), Keyboard.NONE);
                yield Uni.createFrom().voidItem();
            }
            default -> asking.next(exchange, access, sketch);
        };
    }

    private String first(Exchange exchange) {
        return previewing.organisation(exchange).languages().get(0);
    }

    private Optional<String> language(Exchange exchange, long place) {
        List<String> languages = previewing.organisation(exchange).languages();
        return place < languages.size() ? Optional.of(languages.get((int) place)) : Optional.empty();
    }

    private Uni<Void> choose(Exchange exchange, Access access, Sketch sketch, String deed, String with) {
        if (deed.equals("b") && !NUMBER.matcher(with).matches()) {
            return asking.whom(exchange, access, sketch, 0);
        }
        return choosing.chosen(exchange, access, deed, with).chain(found -> found.map(chosen ->
                        go(exchange, access, sketch.to(new Sketch.Target(chosen.audience(), chosen.whom(), 0))))
                .orElseGet(() -> asking.whom(exchange, access, sketch, 0)));
    }

    private Uni<Void> lead(Exchange exchange, Access access, Sketch sketch, long member) {
        return exchange.scene().branches().officers().stream()
                .filter(officer -> officer.member() == member)
                .findFirst()
                .map(officer -> go(exchange, access, sketch.led(member, officer.name())))
                .orElseGet(() -> asking.next(exchange, access, sketch));
    }

    private Uni<Void> go(Exchange exchange, Access access, Sketch changed) {
        Sketches.save(exchange, changed);
        return asking.next(exchange, access, changed);
    }

    private static Uni<Void> over(Exchange exchange) {
        exchange.say(new Outgoing.Acknowledge(SPEECH.say(exchange, "sketch.over")));
        return Uni.createFrom().voidItem();
    }
}
