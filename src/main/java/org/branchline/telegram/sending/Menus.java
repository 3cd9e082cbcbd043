package org.branchline.telegram.sending;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.branchline.roster.Bot;
import org.branchline.telegram.BotApi;
import org.branchline.telegram.Bots;
import org.branchline.telegram.Reply;
import org.jboss.logging.Logger;
import org.telegram.telegrambots.meta.api.methods.commands.DeleteMyCommands;
import org.telegram.telegrambots.meta.api.methods.commands.GetMyCommands;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllPrivateChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChat;

/** The commands people find in the chat's menu. What already stands there is not set again. */
@Singleton
public class Menus {

    private static final Logger LOG = Logger.getLogger(Menus.class);

    private final BotApi api;
    private final Bots bots;

    public Menus(BotApi api, Bots bots) {
        this.api = api;
        this.bots = bots;
    }

    /**
     * The menu of everybody whose app speaks a language.
     *
     * @param language two letters, empty for all languages without a menu of their own
     * @return whether Telegram has it now; does not fail
     */
    public Uni<Boolean> everybody(Bot bot, String language, List<MenuCommand> commands) {
        return set(bot, BotCommandScopeAllPrivateChats.builder().build(), language, commands);
    }

    /**
     * The menu of one person, for example a coordinator, in the language that person chose.
     *
     * @return whether Telegram has it now; does not fail
     */
    public Uni<Boolean> person(Bot bot, long chat, List<MenuCommand> commands) {
        return set(bot, BotCommandScopeChat.builder().chatId(chat).build(), "", commands);
    }

    /**
     * Takes one person's own menu away: they see everybody's again.
     *
     * @return whether Telegram did so; does not fail
     */
    public Uni<Boolean> nobody(Bot bot, long chat) {
        Bots.Known known = bots.find(bot.id()).orElse(null);
        if (known == null) {
            return Uni.createFrom().item(false);
        }
        DeleteMyCommands delete =
                new DeleteMyCommands(BotCommandScopeChat.builder().chatId(chat).build(), "");
        return api.call(known.token(), delete).map(answer -> told(bot, answer));
    }

    private Uni<Boolean> set(Bot bot, BotCommandScope scope, String language, List<MenuCommand> commands) {
        Bots.Known known = bots.find(bot.id()).orElse(null);
        if (known == null) {
            return Uni.createFrom().item(false);
        }
        GetMyCommands get = new GetMyCommands(scope, language);
        return api.call(known.token(), get).flatMap(reply -> {
            if (stands(reply, commands)) {
                return Uni.createFrom().item(true);
            }
            SetMyCommands set =
                    new SetMyCommands(commands.stream().map(Menus::command).toList(), scope, language);
            return api.call(known.token(), set).map(answer -> told(bot, answer));
        });
    }

    private static boolean stands(Reply reply, List<MenuCommand> commands) {
        if (!(reply instanceof Reply.Done done) || done.result().size() != commands.size()) {
            return false;
        }
        for (int i = 0; i < commands.size(); i++) {
            MenuCommand command = commands.get(i);
            var there = done.result().path(i);
            if (!command.name().equals(there.path("command").asText())
                    || !command.description().equals(there.path("description").asText())) {
                return false;
            }
        }
        return true;
    }

    private static BotCommand command(MenuCommand command) {
        return new BotCommand(command.name(), command.description());
    }

    private static boolean told(Bot bot, Reply reply) {
        if (!(reply instanceof Reply.Done)) {
            LOG.warnf("bot=%d the menu is not set: %s", bot.id(), reply.summary());
        }
        return reply instanceof Reply.Done;
    }
}
