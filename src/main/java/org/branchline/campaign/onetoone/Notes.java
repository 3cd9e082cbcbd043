package org.branchline.campaign.onetoone;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.branchline.database.Cipher;
import org.branchline.database.OrganisationId;
import org.branchline.intake.Causes;
import org.jboss.logging.Logger;

/**
 * Whom members met and what they noted, as it is stored: ciphertext, bound to its one-to-one and its author's chat. Whoever
 * was met never agreed to be kept, so their name is sealed too.
 */
@Singleton
public class Notes {

    private static final Logger LOG = Logger.getLogger(Notes.class);

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
    Words open(OrganisationId organisation, long id, long chat, String keyId, Buffer ciphertext) {
        JsonObject json =
                new JsonObject(cipher.open(place(organisation, id, chat), new Cipher.Sealed(keyId, ciphertext)));
        return new Words(json.getString("who"), json.getString("note"));
    }

    /** The same, empty where they do not open, so that whoever reads others beside them still can; the log says which. */
    public Optional<Words> read(OrganisationId organisation, long id, long chat, String keyId, Buffer ciphertext) {
        try {
            return Optional.of(open(organisation, id, chat, keyId, ciphertext));
        } catch (IllegalStateException closed) {
            LOG.warnf(
                    "organisation=%s one-to-one=%d its note does not open and is shown as one that cannot be read: %s",
                    organisation, id, Causes.names(closed));
            return Optional.empty();
        }
    }

    private static String place(OrganisationId organisation, long id, long chat) {
        return "one-to-one/" + organisation + "/" + id + "/" + chat;
    }
}
