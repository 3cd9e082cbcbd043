package org.branchline.conversation.dialogue;

import java.util.Optional;
import java.util.function.Function;
import org.branchline.conversation.Incoming;
import org.branchline.conversation.playbook.Playbook;

/** Carries out steps, and compares what is seen. */
final class Playing implements Step.Cases<Optional<Difference>> {

    private final Stand stand;
    private final Function<String, Optional<Playbook>> playbooks;

    Playing(Stand stand, Function<String, Optional<Playbook>> playbooks) {
        this.stand = stand;
        this.playbooks = playbooks;
    }

    /** Nothing is left that the dialogue does not show. */
    Optional<Difference> quiet(int line) {
        return stand.chat().next().map(news -> new Difference(line, "nothing more from the bot here", news.toString()));
    }

    @Override
    public Optional<Difference> bot(Step.Bot step) {
        return seen(step.line(), new Chat.News(false, step.shown()));
    }

    @Override
    public Optional<Difference> becomes(Step.Becomes step) {
        return seen(step.line(), new Chat.News(true, step.shown()));
    }

    @Override
    public Optional<Difference> shows(Step.Shows step) {
        String toast = stand.chat().toast();
        return toast.equals(step.toast())
                ? Optional.empty()
                : Optional.of(new Difference(step.line(), "shows: " + step.toast(), "shows: " + toast));
    }

    @Override
    public Optional<Difference> press(Step.Press step) {
        return quiet(step.line()).or(() -> {
            Optional<Chat.Found> found = stand.chat().button(step.label());
            if (found.isEmpty()) {
                return Optional.of(new Difference(step.line(), "a button [" + step.label() + "]", "no such button"));
            }
            stand.press(found.get());
            return Optional.empty();
        });
    }

    @Override
    public Optional<Difference> write(Step.Write step) {
        return quiet(step.line()).or(() -> {
            switch (step.text()) {
                case "/start" -> stand.turn(new Incoming.Returned());
                case "/cancel" -> stand.turn(new Incoming.Cancelled());
                default -> stand.turn(new Incoming.Wrote(stand.chat().write(), step.text()));
            }
            return Optional.empty();
        });
    }

    @Override
    public Optional<Difference> edit(Step.Edit step) {
        return quiet(step.line()).or(() -> {
            stand.turn(new Incoming.Corrected(stand.chat().written(step.back()), step.text()));
            return Optional.empty();
        });
    }

    @Override
    public Optional<Difference> send(Step.Send step) {
        return quiet(step.line()).or(() -> {
            stand.turn(new Incoming.Sent(stand.chat().send(), step.kind()));
            return Optional.empty();
        });
    }

    @Override
    public Optional<Difference> later(Step.Later step) {
        return quiet(step.line()).or(() -> {
            stand.pass(step.duration());
            return Optional.empty();
        });
    }

    @Override
    public Optional<Difference> due(Step.Due step) {
        return quiet(step.line()).or(() -> {
            Optional<Playbook> playbook = playbooks.apply(step.playbook());
            if (playbook.isEmpty()) {
                return Optional.of(new Difference(step.line(), "due: " + step.playbook(), "no such playbook"));
            }
            stand.due(playbook.get());
            return Optional.empty();
        });
    }

    private Optional<Difference> seen(int line, Chat.News expected) {
        Optional<Chat.News> next = stand.chat().next();
        return next.filter(expected::equals).isPresent()
                ? Optional.empty()
                : Optional.of(new Difference(
                        line, expected.toString(), next.map(Chat.News::toString).orElse("nothing")));
    }
}
