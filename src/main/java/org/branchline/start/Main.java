package org.branchline.start;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** The one entry of the jar: without an argument the service, with one a command. */
@QuarkusMain
public final class Main {

    private Main() {}

    public static void main(String... args) {
        Quarkus.run(args);
    }
}
