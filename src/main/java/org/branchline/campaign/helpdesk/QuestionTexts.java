package org.branchline.campaign.helpdesk;

import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import org.branchline.database.Cipher;
import org.branchline.database.OrganisationId;

/** What members wrote, as it is stored: ciphertext, bound to its organisation and its writer's chat. */
@Singleton
public class QuestionTexts {

    private final Cipher cipher;

    QuestionTexts(Cipher cipher) {
        this.cipher = cipher;
    }

    Cipher.Sealed seal(OrganisationId organisation, long chat, String text) {
        return cipher.seal(place(organisation, chat), text);
    }

    /** Opens one, for its writer or those who may answer it. */
    public String open(OrganisationId organisation, long chat, String keyId, Buffer ciphertext) {
        return cipher.open(place(organisation, chat), new Cipher.Sealed(keyId, ciphertext));
    }

    private static String place(OrganisationId organisation, long chat) {
        return "question/" + organisation + "/" + chat;
    }
}
