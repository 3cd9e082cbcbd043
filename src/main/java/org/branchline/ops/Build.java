package org.branchline.ops;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Which build this is.
 *
 * @param version of the release
 * @param revision it was built from, {@code unknown} where whoever built it did not say
 */
record Build(String version, String revision) {

    private static final String RESOURCE = "/build.properties";

    /** What Maven wrote into the jar. */
    static Build packaged() {
        Properties properties = new Properties();
        try (InputStream in = Build.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not packaged");
            }
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Build(properties.getProperty("version"), properties.getProperty("revision"));
    }
}
