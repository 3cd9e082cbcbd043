package org.branchline.conversation.playbook;

import java.util.List;
import org.branchline.conversation.Template;
import org.jspecify.annotations.Nullable;

/** Checks texts: every language there, nothing unknown between braces, nothing too long. */
final class Wording {

    /** Telegram: 4,096 UTF-16 units, less what the count and an answer that is read back need. */
    static final int MESSAGE = 3800;

    private static final int SUMMARY_LABEL = 100;
    private static final int BUTTON = 60;

    /** What a phone shows of a button in a row of its own. */
    private static final int READABLE_BUTTON = 28;

    /** What people read before they answer. */
    private static final int READABLE_WORDS = 20;

    private final List<String> languages;
    private final Findings findings;

    Wording(List<String> languages, Findings findings) {
        this.languages = languages;
        this.findings = findings;
    }

    void check(Draft draft) {
        text("title", draft.title(), SUMMARY_LABEL);
        text("thanks", draft.thanks(), MESSAGE);
        for (int place = 0; place < draft.questions().size(); place++) {
            question("questions[" + place + "]", draft.questions().get(place));
            together(draft, place);
        }
    }

    private void question(String path, Question question) {
        text(path + ".ask", question.ask(), MESSAGE);
        text(path + ".label", question.label(), SUMMARY_LABEL);
        text(path + ".help", question.help(), MESSAGE);
        if (question.check() != null) {
            text(path + ".check.else", question.check().otherwise(), MESSAGE);
        }
        for (Option option : question.kind().options()) {
            String at = path + ".options." + option.id();
            text(at, option.label(), BUTTON);
            option.label().byLanguage().forEach((language, label) -> {
                if (label.source().length() > READABLE_BUTTON && label.source().length() <= BUTTON) {
                    findings.add(new Problem.LongButton(at + "." + language, label.source(), READABLE_BUTTON));
                }
            });
        }
        question.kind().of(new OwnTexts(path));
        if (question.kind().awaits() && !question.kind().joining()) {
            readable(path, question.ask());
        }
    }

    private void readable(String path, Texts ask) {
        ask.byLanguage().forEach((language, text) -> {
            int words = words(text.source());
            if (words > READABLE_WORDS) {
                findings.add(new Problem.LongQuestion(path + ".ask." + language, words, READABLE_WORDS));
            }
        });
    }

    private void text(String path, @Nullable Texts texts, int most) {
        if (texts == null) {
            return;
        }
        for (String language : languages) {
            Template text = texts.byLanguage().get(language);
            if (text == null || text.source().isBlank()) {
                findings.add(new Problem.MissingTranslation(path, language));
            }
        }
        texts.byLanguage().forEach((language, text) -> {
            String at = path + "." + language;
            if (text.source().length() > most) {
                findings.add(new Problem.TooLong(at, text.source().length(), most));
            }
            text.slots().stream()
                    .filter(slot -> !Placeholder.known(slot))
                    .forEach(slot -> findings.add(new Problem.UnknownPlaceholder(at, slot, Placeholder.KNOWN)));
        });
    }

    /** A question and the notes before it are one message. */
    private void together(Draft draft, int place) {
        if (!draft.questions().get(place).kind().awaits()) {
            return;
        }
        for (String language : languages) {
            int length = 0;
            int from = place;
            do {
                length +=
                        draft.questions().get(from).ask().in(language).source().length() + 2;
                from--;
            } while (from >= 0 && !draft.questions().get(from).kind().awaits());
            if (from < place - 1 && length > MESSAGE) {
                findings.add(new Problem.TooLong("questions[" + place + "].ask." + language, length, MESSAGE));
            }
        }
    }

    private static int words(String text) {
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < text.length(); i++) {
            boolean blank = Character.isWhitespace(text.charAt(i));
            words += !blank && !inside ? 1 : 0;
            inside = !blank;
        }
        return words;
    }

    /** Texts that only some kinds have. */
    private final class OwnTexts extends MostKinds<Boolean> {

        private final String path;

        OwnTexts(String path) {
            this.path = path;
        }

        @Override
        protected Boolean otherwise(Kind kind) {
            return true;
        }

        @Override
        public Boolean figure(Kind.Figure kind) {
            text(path + ".unit", kind.unit(), BUTTON);
            return true;
        }

        @Override
        public Boolean consent(Kind.Consent kind) {
            text(path + ".more", kind.more(), MESSAGE);
            return true;
        }
    }
}
