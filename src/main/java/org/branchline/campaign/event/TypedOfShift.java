package org.branchline.campaign.event;

import io.smallrye.mutiny.Uni;
import java.util.Set;
import org.branchline.intake.Exchange;

/** Takes what is typed of a shift by whoever was asked for it. */
public interface TypedOfShift {

    /** What it asks for. */
    Set<Typing.Awaited> asks();

    /** The command whose buttons go on with it: whatever else somebody does ends it. */
    String command();

    /** What is said to whoever wants out of it. */
    String stopped(Exchange exchange);

    /** Takes it; whether they still may is for this to see. */
    Uni<Void> heard(Exchange exchange, Typing.Asked asked, String text);
}
