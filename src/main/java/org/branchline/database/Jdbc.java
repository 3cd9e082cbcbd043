package org.branchline.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import org.postgresql.Driver;
import org.postgresql.ds.PGSimpleDataSource;

/** JDBC, for migrations and the command line only. */
public final class Jdbc {

    /** The schema that holds every table of ours. */
    public static final String SCHEMA = "branchline";

    private static final Driver DRIVER = new Driver();

    private Jdbc() {}

    public static Connection connect(DatabaseAddress address) throws SQLException {
        PGSimpleDataSource source = source(address);
        Properties login = new Properties();
        login.setProperty("user", address.user());
        login.setProperty("password", address.password());
        Connection connection = DRIVER.connect(source.getURL(), login);
        if (connection == null) {
            throw new SQLException("the driver does not know this address");
        }
        return connection;
    }

    public static PGSimpleDataSource source(DatabaseAddress address) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {address.host()});
        source.setPortNumbers(new int[] {address.port()});
        source.setDatabaseName(address.database());
        source.setUser(address.user());
        source.setPassword(address.password());
        source.setCurrentSchema(SCHEMA);
        source.setApplicationName("branchline");
        source.setConnectTimeout(5);
        source.setLoginTimeout(10);
        source.setSslMode(address.tls().parameter());
        switch (address.tls()) {
            case DISABLE, PREFER, REQUIRE -> {}
            case VERIFY_CA, VERIFY_FULL ->
                address.rootCertificate()
                        .ifPresentOrElse(
                                source::setSslRootCert,
                                // Without a file of its own: what this Java trusts.
                                () -> source.setSslfactory("org.postgresql.ssl.DefaultJavaSSLFactory"));
        }
        return source;
    }
}
