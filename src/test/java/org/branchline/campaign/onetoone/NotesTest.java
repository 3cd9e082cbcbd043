package org.branchline.campaign.onetoone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import org.branchline.database.Cipher;
import org.branchline.database.DataKey;
import org.branchline.database.OrganisationId;
import org.junit.jupiter.api.Test;

class NotesTest {

    private static final OrganisationId HERE = new OrganisationId(7);
    private static final Notes.Words WORDS = new Notes.Words("Jo \"from\" the allotment", "Wants\nto help 🌱");
    private static final long ROW = 12;
    private static final long ANN = 6_200_000_001L;

    private final Notes notes = under("11");

    @Test
    void what_is_sealed_opens_in_its_own_place_and_is_read_nowhere() {
        // When
        Cipher.Sealed sealed = notes.seal(HERE, ROW, ANN, WORDS);

        // Then
        assertThat(notes.open(HERE, ROW, ANN, sealed.keyId(), sealed.ciphertext()))
                .isEqualTo(WORDS);
        assertThat(new String(sealed.ciphertext().getBytes(), StandardCharsets.ISO_8859_1))
                .doesNotContain("allotment", "help", "who", "note");
    }

    @Test
    void the_same_words_are_never_sealed_the_same() {
        assertThat(notes.seal(HERE, ROW, ANN, WORDS).ciphertext())
                .isNotEqualTo(notes.seal(HERE, ROW, ANN, WORDS).ciphertext());
    }

    @Test
    void in_another_row_or_another_members_chat_or_another_organisation_it_does_not_open() {
        // Given
        Cipher.Sealed sealed = notes.seal(HERE, ROW, ANN, WORDS);

        // Then
        refuses(notes, HERE, ROW + 1, ANN, sealed);
        refuses(notes, HERE, ROW, ANN + 1, sealed);
        refuses(notes, new OrganisationId(8), ROW, ANN, sealed);
    }

    @Test
    void altered_in_any_byte_or_cut_anywhere_it_does_not_open() {
        // Given
        Cipher.Sealed sealed = notes.seal(HERE, ROW, ANN, WORDS);
        byte[] bytes = sealed.ciphertext().getBytes();

        for (int at = 0; at < bytes.length; at++) {
            // When
            byte[] altered = bytes.clone();
            altered[at] ^= 1;

            // Then
            refuses(notes, HERE, ROW, ANN, new Cipher.Sealed(sealed.keyId(), Buffer.buffer(altered)));
            refuses(
                    notes,
                    HERE,
                    ROW,
                    ANN,
                    new Cipher.Sealed(sealed.keyId(), sealed.ciphertext().getBuffer(0, at)));
        }
    }

    @Test
    void under_another_key_it_does_not_open_whatever_its_row_says_of_the_key() {
        // Given
        Cipher.Sealed sealed = notes.seal(HERE, ROW, ANN, WORDS);
        Notes rotated = under("22");
        String its = rotated.seal(HERE, ROW, ANN, WORDS).keyId();

        // Then
        assertThat(its).isNotEqualTo(sealed.keyId());
        assertThatThrownBy(() -> rotated.open(HERE, ROW, ANN, sealed.keyId(), sealed.ciphertext()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(sealed.keyId())
                .hasMessageContaining(its);
        refuses(rotated, HERE, ROW, ANN, new Cipher.Sealed(its, sealed.ciphertext()));
    }

    private static void refuses(Notes notes, OrganisationId organisation, long row, long chat, Cipher.Sealed sealed) {
        assertThatThrownBy(() -> notes.open(organisation, row, chat, sealed.keyId(), sealed.ciphertext()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("allotment");
        assertThat(notes.read(organisation, row, chat, sealed.keyId(), sealed.ciphertext()))
                .isEmpty();
    }

    private static Notes under(String byteOfKey) {
        return new Notes(new Cipher(DataKey.parse(byteOfKey.repeat(32))));
    }
}
