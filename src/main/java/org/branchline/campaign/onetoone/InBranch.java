package org.branchline.campaign.onetoone;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.branchline.campaign.branch.BranchLine;
import org.branchline.intake.Exchange;

/** How many one-to-ones a branch's members had: never whose, with whom, or what was noted. */
@Singleton
class InBranch implements BranchLine {

    private static final int DAYS = 7;

    private static final String COUNT = """
            select count(*)::int as met from one_to_one o
            join member m on m.organisation = $1 and m.id = o.member and m.branch = any ($2)
            where o.organisation = $1 and o.met_on > $3
            """;

    @Override
    public int place() {
        return 2;
    }

    @Override
    public Uni<List<String>> lines(Exchange exchange, List<Long> branches) {
        LocalDate since = exchange.now().atOffset(ZoneOffset.UTC).toLocalDate().minusDays(DAYS);
        return exchange.read(COUNT, exchange.organisation().number(), branches.toArray(Long[]::new), since)
                .map(rows -> rows.iterator().next().getInteger("met"))
                .map(met -> met == 0 ? List.of() : List.of(Saying.SPEECH.count(exchange, "branch", met)));
    }
}
