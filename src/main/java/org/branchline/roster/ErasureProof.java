package org.branchline.roster;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.branchline.database.DataKey;
import org.branchline.database.OrganisationId;

/** What stays of a person who is forgotten: it does not name them, but a list or a backup that does is held against it. */
@Singleton
public class ErasureProof {

    private final SecretKeySpec key;

    ErasureProof(DataKey data) {
        this.key = new SecretKeySpec(data.derive("erasures"), "HmacSHA256");
    }

    /** The same for the same person, and of no use to anybody without the key. */
    public byte[] of(OrganisationId organisation, long person) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal((organisation + "/" + person).getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
