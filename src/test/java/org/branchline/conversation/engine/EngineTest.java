package org.branchline.conversation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.branchline.conversation.Answer;
import org.branchline.conversation.Effect;
import org.branchline.conversation.Incoming;
import org.branchline.conversation.Outgoing;
import org.branchline.conversation.Person;
import org.branchline.conversation.Places;
import org.branchline.conversation.Stage;
import org.branchline.conversation.playbook.Kind;
import org.branchline.conversation.playbook.Option;
import org.branchline.conversation.playbook.Question;
import org.branchline.conversation.playbook.Texts;
import org.junit.jupiter.api.Test;

class EngineTest {

    private static final Texts MORE = SkillsAudit.texts("More?", "Mere?");
    private static final Question WAY = Question.of(
            "way",
            new Kind.One(
                    List.of(
                            new Option("calls", SkillsAudit.texts("Phone voters", "Ringe")),
                            new Option("posts", SkillsAudit.texts("Write", "Skrive"))),
                    true),
            SkillsAudit.texts("Which way?", "Hvordan?"));
    private static final Question TEXT =
            Question.of("text", new Kind.LongText(), MORE).withSkip();
    private static final Question TOWN =
            Question.of("town", new Kind.ShortText(), SkillsAudit.texts("Which town?", "Hvilken by?"));

    @Test
    void aTypedLabelOrNumberCountsAsThePress() {
        // Given
        Talk byLabel = new Talk(SkillsAudit.playbook(WAY, TEXT));
        Talk byNumber = new Talk(SkillsAudit.playbook(WAY, TEXT));

        // When
        byLabel.writes(" phone voters! ");
        byNumber.writes("1");

        // Then
        assertThat(byLabel.said()).containsExactly("✓ Phone voters\n\n2 of 2\nMore?");
        assertThat(byNumber.said()).isEqualTo(byLabel.said());
    }

    @Test
    void somethingElseAsksForTheirOwnWords() {
        // Given
        Talk talk = new Talk(SkillsAudit.playbook(WAY, TEXT));

        // When
        talk.presses("Something else").writes("Bake cakes {captain}");

        // Then
        assertThat(talk.said()).containsExactly("✓ Bake cakes {captain}\n\n2 of 2\nMore?");
        assertThat(talk.effects(Effect.Answered.class).get(0).given().answer())
                .isEqualTo(new Answer.Chosen(List.of(), "Bake cakes {captain}"));
    }

    @Test
    void theSamePressTwiceIsOnlyAcknowledged() {
        // Given
        Talk talk = new Talk(SkillsAudit.playbook(WAY, TEXT));
        Incoming.Pressed press = talk.press("Phone voters");
        talk.does(press);

        // When
        talk.does(press);

        // Then
        assertThat(talk.turn.effects()).containsExactly(new Effect.Said(new Outgoing.Acknowledge("")));
    }

    @Test
    void anotherOldButtonGetsTheOpenQuestionAgain() {
        // Given
        Talk talk = new Talk(SkillsAudit.playbook(WAY, TEXT));
        Incoming.Pressed old = talk.press("Write");
        talk.presses("Phone voters");

        // When
        talk.does(old);

        // Then
        assertThat(talk.said()).containsExactly("That question is done. Here is where we are:\n\n2 of 2\nMore?");
        assertThat(talk.toast()).contains("");
    }

    @Test
    void aPressBesideATypedAnswerChangesNothingAndTakesTheButtonsAway() {
        // Given
        Talk talk = new Talk(SkillsAudit.playbook(TOWN.withSkip(), TEXT));
        Incoming.Pressed skip = talk.press("Skip");
        talk.writes("Leeds");

        // When
        talk.does(skip);

        // Then
        assertThat(talk.effects(Effect.Answered.class)).isEmpty();
        assertThat(talk.said()).containsExactly("That question is done. Here is where we are:\n\n2 of 2\nMore?");
        assertThat(talk.bared()).containsExactly(skip.message());
    }

    @Test
    void theSameOptionOfAnotherQuestionIsNoSecondPress() {
        // Given
        Question first = Question.of("first", new Kind.YesNo(), SkillsAudit.texts("First?", "Først?"));
        Question second = Question.of("second", new Kind.YesNo(), SkillsAudit.texts("Second?", "Så?"));
        Talk talk = new Talk(SkillsAudit.playbook(first, second, TEXT));
        talk.presses("Yes");
        Incoming.Pressed yes = talk.press("Yes");
        talk.writes("no");

        // When
        talk.does(yes);

        // Then
        assertThat(talk.said().get(0)).startsWith("That question is done.");
        assertThat(talk.run.answers().byQuestion().get("second").answer())
                .isEqualTo(new Answer.Chosen(List.of("no"), null));
    }

    @Test
    void backBelowAnAnsweredQuestionIsAnOldButton() {
        // Given
        Talk talk = new Talk(SkillsAudit.playbook(WAY, TOWN, TEXT));
        talk.presses("Write");
        Incoming.Pressed back = talk.press("Back");
        talk.writes("Leeds");

        // When
        talk.does(back);

        // Then
        assertThat(talk.said()).containsExactly("That question is done. Here is where we are:\n\n3 of 3\nMore?");
    }

    @Test
    void backTwiceGoesBackOnce() {
        // Given
        Talk talk = new Talk(SkillsAudit.playbook(WAY, TOWN, TEXT));
        talk.presses("Write").writes("Leeds");
        Incoming.Pressed back = talk.press("Back");
        talk.does(back);

        // When
        talk.does(back);

        // Then
        assertThat(talk.turn.effects()).containsExactly(new Effect.Said(new Outgoing.Acknowledge("")));
        assertThat(talk.run.stage()).isEqualTo(new Stage.Asking("town", null, false));
    }

    @Test
    void skipKeepsATextThatIsUnderWay() {
        // Given
        Talk talk = new Talk(SkillsAudit.playbook(TEXT));
        Incoming.Pressed skip = talk.press("Skip");
        talk.writes("No phone calls, please.");

        // When
        talk.does(skip);

        // Then
        assertThat(talk.effects(Effect.Answered.class)).isEmpty();
        assertThat(talk.said()).containsExactly("Got it. Add more, or press Done.");
        assertThat(talk.presses("Done").run.answers().byQuestion().get("text").settled())
                .isTrue();
    }

    @Test
    void skipKeepsTicksAndMakesRoomForThem() {
        // Given
        Question ways = Question.of(
                        "ways",
                        new Kind.Several(WAY.kind().options(), 1, 2, false),
                        SkillsAudit.texts("Which?", "Hvilke?"))
                .withSkip();
        Talk talk = new Talk(SkillsAudit.playbook(ways, TEXT));
        Incoming.Pressed skip = talk.press("Skip");
        talk.writes("phone voters");

        // When
        talk.does(skip);

        // Then
        assertThat(talk.effects(Effect.Answered.class)).isEmpty();
        assertThat(talk.labels()).containsExactly("☑ Phone voters", "☐ Write", "Done (1)");
        assertThat(talk.presses("Phone voters").labels()).containsExactly("☐ Phone voters", "☐ Write", "Skip");
    }

    @Test
    void skipAfterChangeTakesTheAnswerBack() {
        // Given
        Talk talk = new Talk(SkillsAudit.playbook(TOWN.withSkip()));
        talk.writes("Leeds").presses("Change 1");

        // When
        talk.presses("Skip");

        // Then
        assertThat(talk.run.answers().byQuestion().get("town").answer()).isEqualTo(new Answer.Skipped());
    }

    @Test
    void tooManyTicksAreRefusedOverTheChat() {
        // Given
        Talk talk = new Talk(SkillsAudit.playbook(Question.of(
                "ways", new Kind.Several(WAY.kind().options(), 1, 1, false), SkillsAudit.texts("Which?", "Hvilke?"))));

        // When
        talk.presses("Phone voters").presses("Write");

        // Then
        assertThat(talk.toast()).contains("Only one, please. Take a tick away first.");
        assertThat(talk.labels()).containsExactly("☑ Phone voters", "☐ Write", "Done (1)");
    }

    @Test
    void aBoxPressedTwiceBeforeItChangedStaysTicked() {
        // Given
        Talk talk = new Talk(SkillsAudit.playbook(Question.of(
                "ways", new Kind.Several(WAY.kind().options(), 1, 2, true), SkillsAudit.texts("Which?", "Hvilke?"))));
        Incoming.Pressed tick = talk.press("Phone voters");
        talk.does(tick).presses("Write");
        Incoming.Pressed untick = talk.press("Write");

        // When
        talk.does(tick).does(untick).does(untick);

        // Then
        assertThat(talk.labels()).startsWith("☑ Phone voters", "☐ Write");
    }

    @Test
    void anEditedMessageCorrectsItsAnswer() {
        // Given
        Talk talk = new Talk(SkillsAudit.playbook());
        talk.presses("Write and share").presses("Done (1)").writes("2");

        // When
        talk.does(new Incoming.Corrected(talk.wrote, "3"));

        // Then
        assertThat(talk.said()).containsExactly("✓ Changed: Hours a month: 3");
        assertThat(talk.effects(Effect.Saved.class))
                .containsExactly(new Effect.Saved("hours_a_month", new Answer.Figure(BigDecimal.valueOf(3))));
    }

    @Test
    void anEditThatMakesNoSenseLeavesTheAnswer() {
        // Given
        Talk talk = new Talk(SkillsAudit.playbook());
        talk.presses("Write and share").presses("Done (1)").writes("2");

        // When
        talk.does(new Incoming.Corrected(talk.wrote, "many"));

        // Then
        assertThat(talk.said()).containsExactly("Please send a number from 0 to 60, for example 3.");
        assertThat(talk.effects(Effect.Answered.class)).isEmpty();
    }

    @Test
    void anEditOfAnyOtherMessageMeansNothing() {
        // Given
        Talk talk = new Talk(SkillsAudit.playbook());

        // When
        talk.does(new Incoming.Corrected(999, "3"));

        // Then
        assertThat(talk.turn.effects()).isEmpty();
    }

    @Test
    void changingAnAnswerWithdrawsWhatStoodBehindItsCondition() {
        // Given
        Talk talk = new Talk(SkillsAudit.playbook());
        talk.presses("Write and share")
                .presses("Done (1)")
                .writes("8")
                .presses("It varies")
                .presses("Yes")
                .presses("Skip");

        // When
        talk.presses("Change 2").writes("2");

        // Then
        assertThat(talk.effects(Effect.Withdrawn.class)).containsExactly(new Effect.Withdrawn("buddy"));
        assertThat(talk.effects(Effect.Unsaved.class)).containsExactly(new Effect.Unsaved("buddy"));
        assertThat(talk.run.stage()).isEqualTo(new Stage.Summary());
    }

    @Test
    void whatIsNewlyTrueIsAskedBeforeTheSummary() {
        // Given
        Talk talk = new Talk(SkillsAudit.playbook());
        talk.presses("Write and share")
                .presses("Done (1)")
                .writes("2")
                .presses("It varies")
                .presses("Skip");

        // When
        talk.presses("Change 2").writes("8");

        // Then
        assertThat(talk.said()).containsExactly("✓ 8 hours a month\n\n4 of 5\nWould you help someone new get started?");
        assertThat(talk.presses("No").run.stage()).isEqualTo(new Stage.Summary());
    }

    @Test
    void afterSomethingElseTheQuestionIsNamedBeforeTextIsTaken() {
        // Given
        Talk talk = new Talk(SkillsAudit.playbook(TEXT));
        talk.run = talk.run.interrupted(true);

        // When
        talk.writes("Hello?");

        // Then
        assertThat(talk.said().get(0)).endsWith("1 of 1\nMore?");
        assertThat(talk.effects(Effect.Answered.class)).isEmpty();
        assertThat(talk.run.interrupted()).isFalse();
    }

    @Test
    void voiceIsAnsweredKindlyAndTheQuestionStaysOpen() {
        // Given
        Talk talk = new Talk(SkillsAudit.playbook(TEXT));

        // When
        talk.does(new Incoming.Sent(5, Incoming.Sent.Kind.VOICE));

        // Then
        assertThat(talk.said()).containsExactly("I can't listen yet. Type it, please.");
        assertThat(talk.run.stage()).isEqualTo(new Stage.Asking("text", null, false));
    }

    @Test
    void thanksGetAThumb() {
        // Given
        Talk talk = new Talk(SkillsAudit.playbook(WAY));

        // When
        talk.writes("Thanks!");

        // Then
        assertThat(talk.said()).containsExactly("👍");
    }

    @Test
    void aLongTextKeepsNoMoreThanFits() {
        // Given
        Talk talk = new Talk(SkillsAudit.playbook(TEXT));

        // When
        talk.writes("x".repeat(3000)).writes("x".repeat(1001));

        // Then
        assertThat(talk.said())
                .containsExactly("That is more than I can keep. Please make it 4000 characters at most.");
    }

    @Test
    void aSummaryThatIsTooLongShortensItsAnswers() {
        // Given
        Talk talk = new Talk(SkillsAudit.playbook(
                TEXT,
                Question.of("other", new Kind.LongText(), MORE),
                Question.of("third", new Kind.LongText(), MORE)));

        // When
        for (int i = 0; i < 3; i++) {
            talk.writes("x".repeat(3000)).presses("Done");
        }

        // Then
        assertThat(talk.said().get(0)).hasSizeBetween(2000, 4096).contains("…");
    }

    @Test
    void hostileTextIsCleanedOnEntry() {
        // Given
        Talk talk = new Talk(SkillsAudit.playbook(TOWN));

        // When
        talk.writes("\u202E Le\u200Beds\u0000\uD800 ");

        // Then
        assertThat(talk.effects(Effect.Answered.class).get(0).text()).isEqualTo("Leeds");
    }

    @Test
    void aNoteJoinsTheQuestionAfterIt() {
        // Given
        Question note = Question.of("hint", new Kind.Note(), SkillsAudit.texts("Nearly done.", "Næsten færdig."));

        // When
        Talk talk = new Talk(SkillsAudit.playbook(note, TOWN));

        // Then
        assertThat(talk.said()).containsExactly("1 of 1\nNearly done.\n\nWhich town?");
    }

    @Test
    void leavingSaysThatAnswersStay() {
        // Given
        Talk talk = new Talk(SkillsAudit.playbook(TOWN));

        // When
        talk.does(new Incoming.Cancelled());

        // Then
        assertThat(talk.run.stage()).isEqualTo(new Stage.Left());
        assertThat(talk.said().get(0)).startsWith("OK, I've left that. Your answers so far stay.");
    }

    @Test
    void aTimeElsewhereIsShownOnTheReadersClock() {
        // Given
        Question call = Question.of(
                "call", new Kind.YesNo(), Texts.of("en", "We call at {local:18:00 Europe/London}. Can you?"));
        Person unknown = new Person("Ann", "en", null, null, null);

        // When
        Talk tokyo = new Talk(SkillsAudit.playbook(inBoth(call)));
        Talk nowhere = new Talk(SkillsAudit.playbook(inBoth(call)), unknown, Places.NOWHERE);

        // Then
        assertThat(tokyo.said().get(0)).endsWith("We call at 03:00. Can you?");
        assertThat(nowhere.said().get(0)).endsWith("We call at 18:00 UK time. Can you?");
    }

    @Test
    void joiningTakesThreePressesWithALink() {
        // Given
        Person ann = new Person("Ann", "en", ZoneId.of("Asia/Tokyo"), "Tokyo", "Maria");
        Talk talk = new Talk(Joining.playbook(), ann, Joining.PLACES);

        // When
        talk.presses("Go on").presses("I agree");

        // Then
        assertThat(talk.said())
                .containsExactly("✓ You agreed on 4 March 2027.\n\nYou're in the Tokyo branch, Maria is its captain."
                        + " It's 19:42 where you are. All right?");
        assertThat(talk.labels()).containsExactly("Yes", "Other branch", "Other time");
        assertThat(talk.presses("Yes").run.stage()).isEqualTo(new Stage.Finished());
    }

    @Test
    void whoSaysNoIsForgotten() {
        // Given
        Talk talk = new Talk(Joining.playbook());

        // When
        talk.presses("Go on").presses("No, thanks");

        // Then
        assertThat(talk.effects(Effect.Refused.class)).containsExactly(new Effect.Refused("campaign"));
        assertThat(talk.said()).containsExactly("No problem, I kept nothing. /start if you change your mind.");
        assertThat(talk.run.stage()).isEqualTo(new Stage.Left());
    }

    @Test
    void anotherLanguageGoesOnInIt() {
        // Given
        Talk talk = new Talk(Joining.playbook());

        // When
        talk.presses("Dansk");

        // Then
        assertThat(talk.run.person().language()).isEqualTo("da");
        assertThat(talk.labels()).containsExactly("Ja, det må du", "Nej tak");
    }

    @Test
    void withoutALinkTheBranchIsFoundByTypingAndTheCityAsked() {
        // Given
        Person ann = new Person("Ann", "en", null, null, null);
        Talk talk = new Talk(Joining.playbook(), ann, Joining.PLACES);
        talk.presses("Go on").presses("I agree");

        // When
        List<String> found = talk.writes("berlin").said();
        List<String> unclear = talk.writes("springfield").said();
        talk.presses("Springfield, Illinois, United States");

        // Then
        assertThat(found).containsExactly("✓ Berlin\n\nYou're in the Berlin branch. Which city?");
        assertThat(unclear).containsExactly("Which of these?");
        assertThat(talk.effects(Effect.ZoneChosen.class))
                .containsExactly(new Effect.ZoneChosen(ZoneId.of("America/Chicago")));
    }

    @Test
    void theListOfBranchesTurnsItsPages() {
        // Given
        Person ann = new Person("Ann", "en", null, null, null);
        Talk talk = new Talk(Joining.playbook(), ann, Joining.PLACES);
        talk.presses("Go on").presses("I agree");

        // When
        talk.presses("▶");

        // Then
        assertThat(talk.labels()).containsExactly("Branch 8", "Branch 9", "◀");
    }

    @Test
    void nothingToAskGoesStraightToThanks() {
        // Given
        Talk talk = new Talk(SkillsAudit.playbook(Question.of("b", new Kind.Branch(), MORE)));

        // When
        List<String> said = talk.said();

        // Then
        assertThat(said).containsExactly("Thank you, Ann. We will only ask you about what you ticked.");
        assertThat(talk.run.stage()).isEqualTo(new Stage.Finished());
    }

    private static Question inBoth(Question question) {
        String text = question.ask().in("en").source();
        return Question.of(question.id(), question.kind(), SkillsAudit.texts(text, text));
    }

    /** A joining of its own, so that this test needs no YAML. */
    private static final class Joining {

        static final Places PLACES = new Places() {
            @Override
            public List<Branch> branches(String language) {
                List<Branch> all = new ArrayList<>();
                all.add(new Branch("berlin", "Berlin", null, null));
                for (int i = 1; i < 10; i++) {
                    all.add(new Branch("branch-" + i, "Branch " + i, null, null));
                }
                return all;
            }

            @Override
            public List<Branch> branchesLike(String typed, String language) {
                return branches(language).stream()
                        .filter(branch -> branch.name().equalsIgnoreCase(typed))
                        .toList();
            }

            @Override
            public List<City> cities(String typed, String language) {
                return List.of(
                        new City("Springfield", "Illinois", "United States", ZoneId.of("America/Chicago")),
                        new City("Springfield", "Massachusetts", "United States", ZoneId.of("America/New_York")));
            }
        };

        static org.branchline.conversation.playbook.Playbook playbook() {
            var questions = List.of(
                    Question.of("language", new Kind.Language(), SkillsAudit.texts("Hello {name}!", "Hej {name}!")),
                    Question.of(
                            "agreed", new Kind.Consent("campaign", "1", null), SkillsAudit.texts("May I?", "Må jeg?")),
                    Question.of("branch", new Kind.Branch(), SkillsAudit.texts("Where?", "Hvor?")),
                    Question.of("clock", new Kind.Timezone(), SkillsAudit.texts("Which city?", "Hvilken by?")));
            var whole = SkillsAudit.draft(questions);
            return SkillsAudit.playbook(new org.branchline.conversation.playbook.Draft(
                    "joining", "1", whole.languages(), whole.title(), whole.keep(), questions, null, false));
        }
    }
}
