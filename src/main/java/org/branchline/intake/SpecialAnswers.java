package org.branchline.intake;

import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import org.branchline.database.Cipher;
import org.branchline.database.OrganisationId;

/** Special answers as they are stored: bound to their organisation, run and question. */
@Singleton
public class SpecialAnswers {

    private final Cipher cipher;

    SpecialAnswers(Cipher cipher) {
        this.cipher = cipher;
    }

    /** Encrypts a value for the place where it will stand. */
    public Cipher.Sealed seal(OrganisationId organisation, long run, String question, String json) {
        return cipher.seal(place(organisation, run, question), json);
    }

    /** Opens one, for the person it is of. */
    public String open(OrganisationId organisation, long run, String question, String keyId, Buffer ciphertext) {
        return cipher.open(place(organisation, run, question), new Cipher.Sealed(keyId, ciphertext));
    }

    private static String place(OrganisationId organisation, long run, String question) {
        return "answer/" + organisation + "/" + run + "/" + question;
    }
}
