package org.branchline.start;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.branchline.conversation.Phrases;
import org.branchline.database.Outages;
import org.branchline.delivery.Senders;
import org.branchline.intake.Causes;
import org.branchline.roster.Bot;
import org.branchline.roster.Branches;
import org.branchline.roster.Officer;
import org.branchline.roster.Organisations;
import org.branchline.roster.Role;
import org.branchline.telegram.sending.MenuCommand;
import org.branchline.telegram.sending.Menus;
import org.jboss.logging.Logger;

/** Keeps the chats' menus: a few commands for everybody in their language, more for those with a role. */
@Singleton
class ChatMenus {

    private static final List<String> EVERYBODY = List.of("start", "tasks", "shifts", "me", "help", "stop");
    private static final List<String> OFFICERS =
            List.of("branch", "checkin", "results", "find", "invite", "questions", "broadcast", "deadline", "event");
    private static final List<String> COORDINATORS = List.of("prompt", "report", "captain");
    private static final long LOOK_EVERY_MILLIS = 60_000;
    private static final Phrases PHRASES = Phrases.open("menu");

    /** What the menu of somebody with a role goes by. */
    private record Own(String language, boolean coordinator) {
        static Own of(Officer officer) {
            return new Own(officer.language(), officer.grant().role() == Role.COORDINATOR);
        }

        Own and(Own other) {
            return new Own(language, coordinator || other.coordinator);
        }

        List<String> commands() {
            return Stream.of(EVERYBODY, OFFICERS, coordinator ? COORDINATORS : List.<String>of())
                    .flatMap(List::stream)
                    .toList();
        }
    }

    private static final Logger LOG = Logger.getLogger(ChatMenus.class);

    private final Menus menus;
    private final Branches branches;
    private final Organisations organisations;
    private final Senders senders;
    private final Vertx vertx;
    private final List<Long> timers = new CopyOnWriteArrayList<>();

    ChatMenus(Menus menus, Branches branches, Organisations organisations, Senders senders, Vertx vertx) {
        this.menus = menus;
        this.branches = branches;
        this.organisations = organisations;
        this.senders = senders;
        this.vertx = vertx;
    }

    /** Sets a bot's menus, and those of people who get or lose a role later: at once here, within a minute elsewhere. */
    Uni<Void> keep(Bot bot) {
        Map<Long, Own> set = new ConcurrentHashMap<>();
        AtomicBoolean everybody = new AtomicBoolean();
        Looks looks = new Looks(
                () -> unlessSilent(bot, () -> everybody(bot, everybody).chain(() -> officers(bot, set))),
                failure -> tell(bot, failure));
        timers.add(vertx.setPeriodic(LOOK_EVERY_MILLIS, tick -> looks.look()));
        branches.watch(organisation -> {
            if (organisation.equals(bot.organisation())) {
                looks.look();
            }
        });
        return unlessSilent(bot, () -> everybody(bot, everybody)).invoke(looks::look);
    }

    /** While the platform wants silence of a bot, its menus wait too. */
    private Uni<Void> unlessSilent(Bot bot, Supplier<Uni<Void>> work) {
        return senders.silence(bot).flatMap(rest -> rest > 0 ? Uni.createFrom().voidItem() : work.get());
    }

    private static void tell(Bot bot, Throwable failure) {
        if (Outages.outage(failure)) {
            LOG.debugf("bot=%d menus not looked at: %s", bot.id(), Causes.names(failure));
        } else {
            LOG.warnf("bot=%d menus not looked at: %s", bot.id(), Causes.trace(failure));
        }
    }

    private Uni<Void> everybody(Bot bot, AtomicBoolean set) {
        if (set.get()) {
            return Uni.createFrom().voidItem();
        }
        List<String> languages =
                new ArrayList<>(organisations.organisation(bot.organisation()).languages());
        String fallback = languages.get(0);
        return each(languages, language -> menus.everybody(bot, language, menu(language, EVERYBODY)))
                .chain(() -> menus.everybody(bot, "", menu(fallback, EVERYBODY)))
                .invoke(set::set)
                .replaceWithVoid();
    }

    /** @param set what each person's own menu goes by; what Telegram did not take is tried again at the next look */
    private Uni<Void> officers(Bot bot, Map<Long, Own> set) {
        return branches.book(bot.organisation()).chain(book -> {
            Map<Long, Own> wanted = new HashMap<>();
            book.officers().forEach(officer -> wanted.merge(officer.chat(), Own.of(officer), Own::and));
            List<Map.Entry<Long, Own>> fresh = wanted.entrySet().stream()
                    .filter(person -> !person.getValue().equals(set.put(person.getKey(), person.getValue())))
                    .toList();
            List<Long> former = set.keySet().stream()
                    .filter(chat -> !wanted.containsKey(chat))
                    .toList();
            return each(fresh, person -> give(bot, person.getKey(), person.getValue(), set))
                    .chain(() -> each(former, chat -> take(bot, chat, set)));
        });
    }

    private Uni<Boolean> give(Bot bot, long chat, Own own, Map<Long, Own> set) {
        return menus.person(bot, chat, menu(own.language(), own.commands())).invoke(given -> {
            if (!given) {
                set.remove(chat);
            }
        });
    }

    private Uni<Boolean> take(Bot bot, long chat, Map<Long, Own> set) {
        return menus.nobody(bot, chat).invoke(taken -> {
            if (taken) {
                set.remove(chat);
            }
        });
    }

    private static <T> Uni<Void> each(List<T> all, java.util.function.Function<T, Uni<Boolean>> set) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(set::apply)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static List<MenuCommand> menu(String language, List<String> commands) {
        return commands.stream()
                .map(command -> new MenuCommand(command, PHRASES.say(language, command)))
                .toList();
    }

    @PreDestroy
    void stop() {
        timers.forEach(vertx::cancelTimer);
    }
}
