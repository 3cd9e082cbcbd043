package org.branchline.campaign.prompt;

import io.smallrye.mutiny.Uni;
import org.branchline.database.Reads;
import org.branchline.database.Writes;

/**
 * First questions of a prompt of which nobody knows whether they arrived, since a process died while it sent them. Whoever
 * answered has got theirs.
 */
final class Doubtful {

    private static final String OF_PROMPT = """
            o.organisation = $1 and o.state = 'uncertain' and not o.daytime and o.run in (
              select a.run from prompt_asked a
              join run r on r.organisation = $1 and r.id = a.run and r.stage = 'asking'
              where a.organisation = $1 and a.prompt = $2
                and not exists (select from answer w where w.organisation = $1 and w.run = a.run))""";

    private static final String COUNT = "select count(*)::int as questions from outbox o where " + OF_PROMPT;

    private static final String AGAIN = """
            update outbox o set state = 'queued', reason = 'RESENT', done_at = null, due_at = clock_timestamp()
            where\s""" + OF_PROMPT;

    private Doubtful() {}

    static Uni<Integer> count(Reads reads, Prompt prompt) {
        return reads.read(COUNT, prompt.bot().organisation().number(), prompt.id())
                .map(rows -> rows.iterator().next().getInteger("questions"));
    }

    /** Asks them once more. */
    static void again(Writes writes, Prompt prompt) {
        writes.write(AGAIN, prompt.bot().organisation().number(), prompt.id());
    }
}
