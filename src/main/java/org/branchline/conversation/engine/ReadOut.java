package org.branchline.conversation.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.branchline.conversation.playbook.Kind;
import org.branchline.conversation.playbook.MostKinds;
import org.branchline.conversation.playbook.Playbook;
import org.branchline.conversation.playbook.Question;

/** A playbook that somebody reads from: all it says and asks, in order, in pages that each fit a message. */
final class ReadOut {

    /** Of Telegram's 4,096 UTF-16 units, less what a title takes. */
    private static final int MOST = 3_900;

    /** Before what is asked only where it fits. */
    private static final String PERHAPS = "↳ ";

    private static final Options OPTIONS = new Options();

    private final Voice voice;
    private final List<String> pages = new ArrayList<>();
    private final StringBuilder page = new StringBuilder();

    ReadOut(Voice voice) {
        this.voice = voice;
    }

    List<String> pages(Playbook playbook) {
        playbook.questions().forEach(question -> add(block(question)));
        playbook.thanks().ifPresent(thanks -> add(voice.say(thanks)));
        turn();
        String title = voice.say(playbook.title());
        List<String> titled = new ArrayList<>();
        for (String one : pages) {
            String number = pages.size() == 1 ? "" : " · " + (titled.size() + 1) + "/" + pages.size();
            titled.add(title + number + "\n\n" + one);
        }
        return titled;
    }

    private String block(Question question) {
        Stream<String> options = question.kind().of(OPTIONS)
                ? question.kind().options().stream().map(option -> voice.say(option.label()))
                : Stream.of(voice.say("option.yes"), voice.say("option.no"));
        return Stream.concat(
                        Stream.of((question.when() == null ? "" : PERHAPS) + voice.say(question.ask())),
                        options.map(option -> "· " + option))
                .collect(Collectors.joining("\n"));
    }

    /** On this page where there is room, else on the next; only what no page holds is torn apart, between lines if it can. */
    private void add(String block) {
        if (page.length() + block.length() + 2 > MOST) {
            turn();
        }
        String rest = block;
        while (rest.length() > MOST) {
            int line = rest.lastIndexOf('\n', MOST);
            int end = line > 0 ? line : Character.isHighSurrogate(rest.charAt(MOST - 1)) ? MOST - 1 : MOST;
            page.append(rest, 0, end);
            turn();
            rest = rest.substring(end).stripLeading();
        }
        page.append(page.isEmpty() ? "" : "\n\n").append(rest);
    }

    private void turn() {
        if (!page.isEmpty()) {
            pages.add(page.toString());
            page.setLength(0);
        }
    }

    /** Whether a playbook says itself what can be answered. */
    private static final class Options extends MostKinds<Boolean> {

        @Override
        protected Boolean otherwise(Kind kind) {
            return true;
        }

        @Override
        public Boolean yesNo(Kind.YesNo kind) {
            return false;
        }
    }
}
