package org.branchline.database;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/** Makes the installation's key a bean. */
@Singleton
final class DataKeyProducer {

    @Produces
    @Singleton
    DataKey dataKey(Config config) {
        return DataKey.of(
                Settings.of(name -> config.getOptionalValue(name, String.class).orElse(null)));
    }
}
