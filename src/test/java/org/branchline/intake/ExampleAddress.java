package org.branchline.intake;

import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.branchline.roster.Bot;

/** Addresses of no platform. */
@Alternative
@Singleton
public class ExampleAddress implements StartAddress {

    @Override
    public Optional<String> of(Bot bot, String payload) {
        return Optional.of("https://chat.example.org/bot?start=" + payload);
    }
}
