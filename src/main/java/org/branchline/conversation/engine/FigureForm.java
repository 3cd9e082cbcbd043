package org.branchline.conversation.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.branchline.conversation.Answer;
import org.branchline.conversation.playbook.Kind;

/** A number in a range. */
record FigureForm(Kind.Figure kind) implements Form {

    @Override
    public Heard wrote(Asked asked, String text, long message) {
        List<BigDecimal> numbers = Numbers.in(text, kind.decimals() == 0);
        if (numbers.size() > 1) {
            return again(asked, "number.several");
        }
        if (numbers.isEmpty()
                || numbers.get(0).compareTo(kind.least()) < 0
                || numbers.get(0).compareTo(kind.most()) > 0) {
            return again(asked, "number.again");
        }
        BigDecimal value = numbers.get(0).stripTrailingZeros();
        if (value.scale() > kind.decimals()) {
            return kind.decimals() == 0 ? again(asked, "number.whole") : again(asked, "number.again");
        }
        Answer answer = new Answer.Figure(value.setScale(Math.max(0, value.scale()), RoundingMode.UNNECESSARY));
        String unit = kind.unit() == null ? "" : " " + asked.voice().say(kind.unit());
        return new Heard.Settled(answer, Echo.of(words(asked, answer) + unit), message);
    }

    @Override
    public String words(Asked asked, Answer answer) {
        return answer.of(new Answer.Cases<>() {
            @Override
            public String chosen(Answer.Chosen chosen) {
                return "";
            }

            @Override
            public String figure(Answer.Figure figure) {
                return shown(asked, figure.value());
            }

            @Override
            public String date(Answer.Date date) {
                return "";
            }

            @Override
            public String words(Answer.Words words) {
                return "";
            }

            @Override
            public String skipped(Answer.Skipped skipped) {
                return "";
            }
        });
    }

    private Heard again(Asked asked, String phrase) {
        BigDecimal twentieth =
                kind.most().subtract(kind.least()).divide(BigDecimal.valueOf(20), 6, RoundingMode.HALF_UP);
        BigDecimal example = kind.least().add(twentieth).setScale(kind.decimals(), RoundingMode.HALF_UP);
        return new Heard.Again(asked.voice()
                .say(
                        phrase,
                        "from",
                        shown(asked, kind.least()),
                        "to",
                        shown(asked, kind.most()),
                        "example",
                        shown(asked, example.min(kind.most()).max(kind.least()))));
    }

    private static String shown(Asked asked, BigDecimal value) {
        return Numbers.shown(value, asked.voice().language());
    }
}
