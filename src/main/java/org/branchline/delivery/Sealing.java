package org.branchline.delivery;

import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import org.branchline.database.Cipher;
import org.branchline.roster.Bot;

/** Payloads that echo a special answer: ciphertext, bound to their bot and chat. */
@Singleton
class Sealing {

    private final Cipher cipher;

    Sealing(Cipher cipher) {
        this.cipher = cipher;
    }

    Cipher.Sealed seal(Bot bot, long chat, String payload) {
        return cipher.seal(place(bot, chat), payload);
    }

    String open(Bot bot, long chat, String keyId, Buffer ciphertext) {
        return cipher.open(place(bot, chat), new Cipher.Sealed(keyId, ciphertext));
    }

    private static String place(Bot bot, long chat) {
        return "outbox/" + bot.organisation() + "/" + bot.id() + "/" + chat;
    }
}
