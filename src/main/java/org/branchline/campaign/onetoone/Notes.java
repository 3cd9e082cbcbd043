package org.branchline.campaign.onetoone;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import org.branchline.database.Cipher;
import org.branchline.database.OrganisationId;

/**
 * Whom members met and what they noted, as it is stored: ciphertext, bound to its one-to-one and its author's chat. Whoever
 * was met never agreed to be kept, so their name is sealed too.
 */
@Singleton
public class Notes {

    private final Cipher cipher;

    Notes(Cipher cipher) {
        this.cipher = cipher;
    }

    /**
     * What the author typed.
     *
     * @param who in their own words
     * @param note empty for none
     */
    public record Words(String who, String note) {}

    Cipher.Sealed seal(OrganisationId organisation, long id, long chat, Words words) {
        return cipher.seal(
                place(organisation, id, chat),
                new JsonObject()
                        .put("who", words.who())
                        .put("note", words.note())
                        .encode());
    }

    /**
     * Opens them, for their author.
     *
     * @throws IllegalStateException where they stand in another row or chat, were altered, or sealed with another key
     */
    public Words open(OrganisationId organisation, long id, long chat, String keyId, Buffer ciphertext) {
        JsonObject json =
                new JsonObject(cipher.open(place(organisation, id, chat), new Cipher.Sealed(keyId, ciphertext)));
        return new Words(json.getString("who"), json.getString("note"));
    }

    private static String place(OrganisationId organisation, long id, long chat) {
        return "one-to-one/" + organisation + "/" + id + "/" + chat;
    }
}
