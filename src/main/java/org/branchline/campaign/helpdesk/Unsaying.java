package org.branchline.campaign.helpdesk;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.delivery.Doubt;
import org.branchline.delivery.Letter;
import org.branchline.delivery.Priority;
import org.branchline.intake.Turns;
import org.branchline.intake.job.Job;
import org.branchline.intake.job.JobHandler;
import org.branchline.roster.Bot;

/** Takes what an erased member wrote out of a message that showed it to somebody. */
@Singleton
public class Unsaying implements JobHandler {

    private static final String KIND = "unsay question";

    /**
     * One job for each message that shows a question of this person; to be written while the person is still there.
     * Organisation, person.
     */
    public static final String JOBS = """
            insert into job (organisation, kind, key, argument, due_at)
            select $1, 'unsay question', p.bot || '/' || p.chat || '/' || p.message,
              jsonb_build_object('bot', p.bot, 'chat', p.chat, 'message', p.message), clock_timestamp()
            from question_copy p
            join question q on q.organisation = p.organisation and q.id = p.question
            join member m on m.organisation = q.organisation and m.id = q.member
            where p.organisation = $1 and m.telegram_user = $2
            on conflict do nothing
            """;

    private final Turns turns;

    Unsaying(Turns turns) {
        this.turns = turns;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> run(Job job) {
        Bot bot = new Bot(job.organisation(), job.argument().getLong("bot"));
        long chat = job.argument().getLong("chat");
        return turns.of(bot, chat, exchange -> job.finish(exchange)
                        .invoke(first -> {
                            if (first) {
                                exchange.send(new Letter(
                                        bot,
                                        chat,
                                        null,
                                        Priority.REPLY,
                                        Doubt.RESEND,
                                        false,
                                        new Outgoing.Edit(
                                                job.argument().getLong("message"),
                                                Names.SPEECH.say(exchange, "card.erased"),
                                                Keyboard.NONE)));
                            }
                        })
                        .replaceWithVoid())
                .replaceWithVoid();
    }
}
