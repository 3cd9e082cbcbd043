package org.branchline.campaign.broadcast.composing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Objects;
import org.branchline.campaign.audience.Audience;
import org.branchline.campaign.broadcast.Kind;
import org.branchline.campaign.result.Proposal;
import org.branchline.intake.Exchange;
import org.branchline.roster.Access;

/** A message to many that the service wrote: an appeal without buttons, from its preview on like any other. */
@Singleton
class Laying implements Proposal {

    private final Asking asking;
    private final Previewing previewing;

    Laying(Asking asking, Previewing previewing) {
        this.asking = asking;
        this.previewing = previewing;
    }

    @Override
    public Uni<Void> lay(Exchange exchange, Access access, Audience audience, String whom, Map<String, String> texts) {
        String first = previewing.organisation(exchange).languages().get(0);
        Besides others = Besides.NOTHING;
        for (Map.Entry<String, String> text : texts.entrySet()) {
            others = text.getKey().equals(first) ? others : others.saying(text.getKey(), text.getValue());
        }
        Said said = Said.NOTHING
                .saying(Objects.requireNonNull(texts.get(first)))
                .of(Kind.APPEAL)
                .with(false)
                .with(others);
        return Compositions.begin(exchange).chain(begun -> {
            Composition laid = begun.to(audience, whom).saying(said);
            Compositions.save(exchange, laid);
            return asking.next(exchange, access, laid);
        });
    }
}
