package org.branchline.conversation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.branchline.conversation.Action;
import org.branchline.conversation.Answers;
import org.branchline.conversation.Button;
import org.branchline.conversation.Effect;
import org.branchline.conversation.Incoming;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.conversation.Places;
import org.branchline.conversation.Run;
import org.branchline.conversation.Stage;
import org.branchline.conversation.Turn;
import org.branchline.conversation.Words;
import org.branchline.conversation.playbook.DayBound;
import org.branchline.conversation.playbook.Kind;
import org.branchline.conversation.playbook.Option;
import org.branchline.conversation.playbook.Playbook;
import org.branchline.conversation.playbook.Question;
import org.branchline.conversation.playbook.Reach;

class RandomTalkTest {

    private static final Pattern COUNT = Pattern.compile("(?m)^(\\d+) of (?:up to )?(\\d+)$");
    private static final DayBound WITHIN_A_YEAR = new DayBound.FromToday(Period.ofYears(1));

    private static final List<String> TEXTS = List.of(
            "3",
            "lots",
            "0",
            "yes",
            "no",
            "done",
            "skip",
            "back",
            "help",
            "thanks",
            "1, 2",
            "option 1",
            "\u202Eabc\u0000",
            "\uD800",
            "\u200B",
            "x".repeat(4096),
            "😀".repeat(2000),
            "{captain}",
            "99999999999999999999999999999999999",
            "٣",
            "2,5",
            "=cmd|'/c calc'!A1",
            "<b>&\"'",
            "\n\n",
            "change 1",
            "2",
            "31/02",
            "29/02/2027",
            "4 May",
            "٤/٥/٢٠٢٧",
            "tomorrow",
            "på fredag",
            "Something else");

    private final Engine engine = new Engine("Labour International", Words.PLAIN, Places.NOWHERE);

    @Property(tries = 400)
    void whateverPeopleDoTheRunStaysInOrder(@ForAll long seed) {
        Random random = new Random(seed);
        Playbook playbook = SkillsAudit.playbook(questions(random));
        Run run = Run.fresh(7, Talk.ANN);
        List<Button> seen = new ArrayList<>();
        List<Long> wrote = new ArrayList<>();
        long message = 1;
        int count = Integer.MAX_VALUE;
        String open = "";
        Set<String> settled = new HashSet<>();
        boolean changed = false;
        for (int i = 0; i < 60; i++) {
            Incoming incoming = i == 0 ? new Incoming.Began() : incoming(random, seen, wrote, ++message);
            Answers before = run.answers();
            Run found = run;
            Turn turn = engine.turn(playbook, run, incoming, Talk.NOW);
            run = turn.run();
            if (incoming instanceof Incoming.Pressed press && i > 0 && press.step() != found.step()) {
                assertThat(run.answers()).isEqualTo(before);
                assertThat(run.stage()).isEqualTo(found.stage());
                assertThat(turn.effects()).allMatch(Effect.Said.class::isInstance);
            }
            if (incoming instanceof Incoming.Pressed press
                    && press.choice().equals("_skip")
                    && found.stage() instanceof Stage.Asking asking) {
                keptWhatWasUnderWay(asking.question(), before, run.answers());
            }
            changed |= changed(before, run.answers(), settled);
            run.answers().byQuestion().forEach((id, given) -> {
                if (given.settled()) {
                    settled.add(id);
                }
            });
            boolean acknowledged = false;
            for (Effect effect : turn.effects()) {
                if (!(effect instanceof Effect.Said said)) {
                    continue;
                }
                acknowledged |= said.outgoing() instanceof Outgoing.Acknowledge;
                if (said.outgoing() instanceof Outgoing.Say say) {
                    assertThat(say.text()).isNotEmpty().hasSizeLessThanOrEqualTo(4096);
                    buttons(say.keyboard(), seen);
                    Matcher counted = COUNT.matcher(say.text());
                    if (counted.find()) {
                        int now = Integer.parseInt(counted.group(2));
                        assertThat(Integer.parseInt(counted.group(1))).isLessThanOrEqualTo(now);
                        assertThat(now <= count || changed)
                                .as("%s after %s", say.text(), count)
                                .isTrue();
                        changed = false;
                        count = now;
                        open = say.text();
                    }
                } else if (said.outgoing() instanceof Outgoing.Rebutton rebutton) {
                    buttons(rebutton.keyboard(), seen);
                }
            }
            assertThat(acknowledged).isEqualTo(incoming instanceof Incoming.Pressed);
            inOrder(playbook, run, open);
            if (!run.stage().open()) {
                return;
            }
        }
    }

    /** Whether an answer once settled is another one now: the person went back, so questions may come again. */
    private static boolean changed(Answers before, Answers after, Set<String> settled) {
        return settled.stream()
                .anyMatch(id -> !Objects.equals(
                        before.byQuestion().get(id), after.byQuestion().get(id)));
    }

    /** Skip throws nothing away that was ticked or written. */
    private static void keptWhatWasUnderWay(String open, Answers before, Answers after) {
        before.of(open)
                .filter(given -> !given.settled())
                .filter(given -> !Parts.ids(given.answer()).isEmpty()
                        || !Parts.own(given.answer()).isEmpty()
                        || !Parts.pieces(given.answer()).isEmpty())
                .ifPresent(given -> assertThat(after.byQuestion()).containsEntry(open, given));
    }

    private static void inOrder(Playbook playbook, Run run, String said) {
        Reach reach = playbook.reach(run.answers());
        if (run.stage() instanceof Stage.Asking asking) {
            Question question = playbook.question(asking.question()).orElseThrow();
            assertThat(reach.of(question)).isNotEqualTo(Reach.State.NOT_ASKED);
            assertThat(said).contains("Ask " + question.id() + "?");
        } else if (!(run.stage() instanceof Stage.Left) && !(run.stage() instanceof Stage.Expired)) {
            assertThat(reach.open()).isEmpty();
        }
        assertThat(reach.stale()).isEmpty();
    }

    private static void buttons(Keyboard keyboard, List<Button> seen) {
        keyboard.rows()
                .forEach(row -> row.forEach(button -> {
                    assertThat(button.label()).isNotEmpty();
                    assertThat(((Action.Move) button.action()).choice())
                            .hasSizeLessThanOrEqualTo(30)
                            .isASCII();
                    seen.add(button);
                }));
    }

    private static Incoming incoming(Random random, List<Button> seen, List<Long> wrote, long message) {
        int dice = random.nextInt(20);
        if (dice < 11 && !seen.isEmpty()) {
            int back = Math.min(seen.size(), 1 + random.nextInt(random.nextInt(4) == 0 ? 40 : 8));
            Action.Move move = (Action.Move) seen.get(seen.size() - back).action();
            return new Incoming.Pressed(random.nextInt(9), move.step(), move.choice());
        }
        if (dice < 16) {
            wrote.add(message);
            return new Incoming.Wrote(message, TEXTS.get(random.nextInt(TEXTS.size())));
        }
        if (dice == 16 && !wrote.isEmpty()) {
            return new Incoming.Corrected(
                    wrote.get(random.nextInt(wrote.size())), TEXTS.get(random.nextInt(TEXTS.size())));
        }
        return switch (random.nextInt(12)) {
            case 0 -> new Incoming.Returned();
            case 1 -> new Incoming.Reminded(Incoming.Reminded.Why.OUTAGE);
            case 2 -> new Incoming.Sent(message, Incoming.Sent.Kind.VOICE);
            case 3 -> random.nextInt(10) == 0 ? new Incoming.Cancelled() : new Incoming.Returned();
            case 4 -> new Incoming.Pressed(1, random.nextInt(5), "_change_" + random.nextInt(9));
            default -> new Incoming.Wrote(message, "3");
        };
    }

    private static Question[] questions(Random random) {
        int count = 1 + random.nextInt(7);
        List<Question> questions = new ArrayList<>();
        List<String> conditions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String id = "q" + i;
            Kind kind = kind(random);
            Question question = Question.of(id, kind, SkillsAudit.texts("Ask " + id + "?", "Ask " + id + "?"));
            question = random.nextBoolean() ? question.withSkip() : question;
            question = random.nextBoolean() ? question.withSave("saved_" + i) : question;
            if (!conditions.isEmpty() && random.nextInt(3) > 0) {
                question = question.withWhen(conditions.get(random.nextInt(conditions.size())));
            }
            questions.add(question);
            conditions.addAll(conditions(id, kind));
        }
        return questions.toArray(Question[]::new);
    }

    private static Kind kind(Random random) {
        List<Option> options = List.of(
                new Option("a", SkillsAudit.texts("Option 1", "Option 1")),
                new Option("b", SkillsAudit.texts("Option 2", "Option 2")),
                new Option("c", SkillsAudit.texts("Option 3", "Option 3")));
        return switch (random.nextInt(8)) {
            case 0 -> new Kind.YesNo();
            case 1 -> new Kind.One(options, random.nextBoolean());
            case 2 -> new Kind.Several(options, random.nextInt(2), 1 + random.nextInt(3), random.nextBoolean());
            case 3 -> new Kind.Figure(BigDecimal.ZERO, BigDecimal.TEN, random.nextInt(2), null);
            case 4 -> new Kind.ShortText();
            case 5 -> new Kind.LongText();
            case 6 -> random.nextBoolean() ? Kind.Date.ANY : new Kind.Date(DayBound.TODAY, WITHIN_A_YEAR);
            default -> new Kind.Availability();
        };
    }

    private static List<String> conditions(String id, Kind kind) {
        if (kind instanceof Kind.YesNo) {
            return List.of(id, "!" + id);
        }
        if (kind instanceof Kind.One) {
            return List.of(id + " == 'a'", id + " != 'b'");
        }
        if (kind instanceof Kind.Several) {
            return List.of("'a' in " + id, "!('b' in " + id + ")");
        }
        if (kind instanceof Kind.Figure figure) {
            return List.of(figure.decimals() == 0 ? id + " >= 3" : id + " >= 2.5");
        }
        if (kind instanceof Kind.Date) {
            return List.of(id + " > today", id + " < today + days(60)", id + " != date('2027-05-04')");
        }
        return kind instanceof Kind.Availability ? List.of("'varies' in " + id) : List.of(id + " != ''");
    }
}
