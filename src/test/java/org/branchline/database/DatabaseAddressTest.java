package org.branchline.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.branchline.database.DatabaseAddress.Tls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAddressTest {

    @Test
    void a_url_is_read_whole() {
        // When
        DatabaseAddress address = DatabaseAddress.parse(
                "postgresql://the%20owner:p%40ss%2Fw+rd@[::1]:6432/cam%70aign?sslmode=verify-full&sslrootcert=/a/root.pem");

        // Then
        assertThat(address.user()).isEqualTo("the owner");
        assertThat(address.password()).isEqualTo("p@ss/w+rd");
        assertThat(address.host()).isEqualTo("::1");
        assertThat(address.port()).isEqualTo(6432);
        assertThat(address.database()).isEqualTo("campaign");
        assertThat(address.tls()).isEqualTo(Tls.VERIFY_FULL);
        assertThat(address.rootCertificate()).contains("/a/root.pem");
    }

    @Test
    void port_and_sslmode_have_defaults() {
        // When
        DatabaseAddress address = DatabaseAddress.parse("postgres://a:b@db.example/c");

        // Then
        assertThat(address.port()).isEqualTo(5432);
        assertThat(address.tls()).isEqualTo(Tls.PREFER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://a:secret@h/d",
                "postgresql://h/d",
                "postgresql://a@h/d",
                "postgresql://a:secret@h",
                "postgresql://a:secret@h/d?sslmode=maybe",
                "postgresql://a:secret@h/d?sslmod=require",
                "postgresql://a:secret w@h/d",
                "postgresql://a:secret%zz@h/d",
                "nonsense"
            })
    void what_cannot_be_read_is_refused_without_being_repeated(String url) {
        assertThatThrownBy(() -> DatabaseAddress.parse(url))
                .isInstanceOf(StartProblem.class)
                .hasMessageStartingWith("DATABASE_URL cannot be read")
                .hasMessageNotContaining("secret");
    }

    @Test
    void its_text_hides_the_password() {
        assertThat(DatabaseAddress.parse("postgresql://a:secret@h/d")).hasToString("postgresql://a@h:5432/d");
    }
}
