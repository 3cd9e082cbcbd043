package org.branchline.conversation.engine;

import java.util.ArrayList;
import java.util.List;
import org.branchline.conversation.Answer;
import org.branchline.conversation.Button;
import org.branchline.conversation.Effect;
import org.branchline.conversation.playbook.Kind;

/** Whether the person agrees. The wording stays readable in the chat. */
record ConsentForm(Kind.Consent kind) implements Form {

    private static final String AGREE = "agree";
    private static final String REFUSE = "refuse";

    @Override
    public List<List<Button>> rows(Asked asked) {
        List<Button> row = new ArrayList<>();
        row.add(asked.button(asked.voice().say("consent.agree"), AGREE));
        row.add(asked.button(asked.voice().say("consent.refuse"), REFUSE));
        if (kind.more() != null) {
            row.add(asked.button(asked.voice().say("consent.more"), Buttons.MORE));
        }
        return List.of(row);
    }

    @Override
    public Heard pressed(Asked asked, String choice) {
        return switch (choice) {
            case AGREE -> agreed(asked, 0);
            case REFUSE -> new Heard.Refused(kind.purpose(), asked.voice().say("consent.refused"));
            case Buttons.MORE ->
                kind.more() == null
                        ? new Heard.Old()
                        : new Heard.Again(asked.voice().say(kind.more()));
            default -> new Heard.Old();
        };
    }

    @Override
    public Heard wrote(Asked asked, String text, long message) {
        Voice voice = asked.voice();
        if (Matching.same(text, voice.say("consent.agree")) || Matching.same(text, voice.say("option.yes"))) {
            return agreed(asked, message);
        }
        if (Matching.same(text, voice.say("consent.refuse")) || Matching.same(text, voice.say("option.no"))) {
            return pressed(asked, REFUSE);
        }
        return Matching.same(text, voice.say("consent.more"))
                ? pressed(asked, Buttons.MORE)
                : new Heard.Again(voice.say("choice.again"));
    }

    @Override
    public String words(Asked asked, Answer answer) {
        return Parts.ids(answer).contains(AGREE) ? asked.voice().say("consent.agree") : "";
    }

    private Heard agreed(Asked asked, long message) {
        return new Heard.Settled(
                new Answer.Chosen(List.of(AGREE), null),
                Echo.leading(asked.voice()
                        .say(
                                "consent.agreed",
                                "date",
                                asked.voice().date(asked.voice().today()))),
                message,
                List.of(new Also(new Effect.Consented(kind.purpose(), kind.version()), person -> person)));
    }
}
