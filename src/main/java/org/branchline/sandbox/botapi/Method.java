package org.branchline.sandbox.botapi;

import org.branchline.sandbox.chat.Bot;

/** One method of the Bot API. Refuses by {@link RefusedException} or a refused outcome. */
@FunctionalInterface
interface Method {

    Outcome carryOut(Bot bot, Call call);
}
