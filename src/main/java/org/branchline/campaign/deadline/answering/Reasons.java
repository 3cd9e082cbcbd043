package org.branchline.campaign.deadline.answering;

import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import org.branchline.database.Cipher;
import org.branchline.database.OrganisationId;

/** Why members cannot, as it is stored: ciphertext, bound to its deadline and its writer's chat. */
@Singleton
public class Reasons {

    private final Cipher cipher;

    Reasons(Cipher cipher) {
        this.cipher = cipher;
    }

    Cipher.Sealed seal(OrganisationId organisation, long deadline, long chat, String reason) {
        return cipher.seal(place(organisation, deadline, chat), reason);
    }

    /** Opens one, for its writer or those who are told. */
    public String open(OrganisationId organisation, long deadline, long chat, String keyId, Buffer ciphertext) {
        return cipher.open(place(organisation, deadline, chat), new Cipher.Sealed(keyId, ciphertext));
    }

    private static String place(OrganisationId organisation, long deadline, long chat) {
        return "deadline/" + organisation + "/" + deadline + "/" + chat;
    }
}
