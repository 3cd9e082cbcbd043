package org.branchline.campaign.result;

import java.util.List;
import org.branchline.conversation.playbook.Kind;
import org.branchline.conversation.playbook.Option;
import org.branchline.conversation.playbook.Question;
import org.branchline.conversation.playbook.Texts;
import org.branchline.intake.Speech;

/** How the answers to a question are shown in results, by its kind. */
public final class Answered implements Kind.Cases<Answered.Show> {

    /** What is shown of a question. */
    enum Show {
        NOTHING,
        OPTIONS,
        MEDIAN,
        COUNT
    }

    /** Ids of answers that are no options of the playbook. */
    private static final List<String> YES_NO = List.of("yes", "no");

    private static final List<String> AVAILABILITY =
            List.of("weekday_daytime", "weekday_evening", "weekend_daytime", "weekend_evening", "varies");

    private static final Speech SPEECH = Speech.of("conversation");
    private static final Answered BY_KIND = new Answered();

    private Answered() {}

    static Show show(Question question) {
        return question.special() && question.kind().awaits()
                ? Show.COUNT
                : question.kind().of(BY_KIND);
    }

    /** Whether its answers have to be read to be shown. */
    static boolean readable(Question question) {
        Show show = show(question);
        return show == Show.OPTIONS || show == Show.MEDIAN;
    }

    /** What could be answered, in order. */
    public static List<Option> options(Question question) {
        if (question.kind() instanceof Kind.YesNo) {
            return YES_NO.stream().map(Answered::engineOption).toList();
        }
        if (question.kind() instanceof Kind.Availability) {
            return AVAILABILITY.stream().map(Answered::engineOption).toList();
        }
        return question.kind().options();
    }

    private static Option engineOption(String id) {
        return new Option(
                id,
                Texts.of(java.util.Map.of(
                        "en", SPEECH.in("en", "option." + id), "da", SPEECH.in("da", "option." + id))));
    }

    @Override
    public Show note(Kind.Note kind) {
        return Show.NOTHING;
    }

    @Override
    public Show yesNo(Kind.YesNo kind) {
        return Show.OPTIONS;
    }

    @Override
    public Show one(Kind.One kind) {
        return Show.OPTIONS;
    }

    @Override
    public Show several(Kind.Several kind) {
        return Show.OPTIONS;
    }

    @Override
    public Show figure(Kind.Figure kind) {
        return Show.MEDIAN;
    }

    @Override
    public Show date(Kind.Date kind) {
        return Show.COUNT;
    }

    @Override
    public Show shortText(Kind.ShortText kind) {
        return Show.COUNT;
    }

    @Override
    public Show longText(Kind.LongText kind) {
        return Show.COUNT;
    }

    @Override
    public Show availability(Kind.Availability kind) {
        return Show.OPTIONS;
    }

    @Override
    public Show language(Kind.Language kind) {
        return Show.NOTHING;
    }

    @Override
    public Show name(Kind.Name kind) {
        return Show.NOTHING;
    }

    @Override
    public Show consent(Kind.Consent kind) {
        return Show.NOTHING;
    }

    @Override
    public Show branch(Kind.Branch kind) {
        return Show.NOTHING;
    }

    @Override
    public Show timezone(Kind.Timezone kind) {
        return Show.NOTHING;
    }
}
