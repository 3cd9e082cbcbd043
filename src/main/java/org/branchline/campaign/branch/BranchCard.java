package org.branchline.campaign.branch;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.branchline.intake.Exchange;
import org.branchline.intake.Speech;

/** How a branch stands. */
@Singleton
public class BranchCard {

    static final Speech SPEECH = Speech.of("branch");

    private final List<BranchLine> lines;

    BranchCard(Instance<BranchLine> lines) {
        this.lines = lines.stream()
                .sorted(Comparator.comparingInt(BranchLine::place))
                .toList();
    }

    /**
     * The card, in the reader's language.
     *
     * @param name what stands above it
     * @param branches all that it is about, by number
     */
    public Uni<String> of(Exchange exchange, String name, List<Long> branches) {
        return Multi.createFrom()
                .iterable(lines)
                .onItem()
                .transformToUniAndConcatenate(line -> line.lines(exchange, branches))
                .collect()
                .asList()
                .map(found -> Stream.concat(
                                Stream.of(SPEECH.say(exchange, "card", "branch", name)),
                                found.stream().flatMap(List::stream))
                        .collect(Collectors.joining("\n")));
    }
}
