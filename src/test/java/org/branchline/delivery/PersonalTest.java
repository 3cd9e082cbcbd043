package org.branchline.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.branchline.conversation.Outgoing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonalTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Hi {name}!               | Asia/Tokyo    | en | Hi Ann!
            By {at:2027-03-12T09:00:00Z} | Asia/Tokyo    | en | By Fri 12 Mar 18:00 (Tokyo)
            By {at:2027-03-12T09:00:00Z} | Europe/Paris  | da | By fre. 12. mar. kl. 10:00 (Paris)
            By {at:2027-03-12T09:00:00Z} | Mars/Phobos   | en | By {at:2027-03-12T09:00:00Z}
            By {at:noon}             | Asia/Tokyo    | en | By {at:noon}
            {other} {                | Asia/Tokyo    | en | {other} {
            """)
    void a_name_and_a_moment_are_the_readers_and_any_other_brace_stays(
            String written, String zone, String language, String read) {
        // When
        Outgoing personal = Personal.to("Ann", zone, language, new Outgoing.Say(written));

        // Then
        assertThat(personal).isEqualTo(new Outgoing.Say(read));
    }
}
