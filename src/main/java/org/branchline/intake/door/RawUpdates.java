package org.branchline.intake.door;

import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import org.branchline.database.Cipher;
import org.branchline.intake.Arrival;
import org.branchline.roster.Bot;

/** Updates as they came, as they are stored where handling them failed: encrypted, each bound to its number. */
@Singleton
class RawUpdates {

    private final Cipher cipher;

    RawUpdates(Cipher cipher) {
        this.cipher = cipher;
    }

    Cipher.Sealed seal(Arrival arrival) {
        return cipher.seal(place(arrival.bot(), arrival.update()), new String(arrival.raw(), StandardCharsets.UTF_8));
    }

    byte[] open(Bot bot, long update, String keyId, Buffer ciphertext) {
        return cipher.open(place(bot, update), new Cipher.Sealed(keyId, ciphertext))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String place(Bot bot, long update) {
        return "update/" + bot.organisation() + "/" + bot.id() + "/" + update;
    }
}
