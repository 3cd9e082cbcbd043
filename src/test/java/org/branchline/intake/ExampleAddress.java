package org.branchline.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import org.branchline.roster.Bot;

/** Addresses of no platform. */
@Alternative
@Singleton
public class ExampleAddress implements StartAddress {

    @Override
    public Uni<String> of(Bot bot, String payload) {
        return Uni.createFrom().item("https://chat.example.org/bot?start=" + payload);
    }
}
