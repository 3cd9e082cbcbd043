package org.branchline.start.doctor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.branchline.database.Settings;
import org.branchline.database.StartProblem;
import org.branchline.telegram.BotToken;
import org.branchline.telegram.TelegramConfig;
import org.branchline.telegram.asking.Identity;

/** Each organisation's bot: its token, and how its updates come. */
final class Bots {

    private static final String TOKEN = "token";

    private final Settings settings;
    private final Telephone telephone;
    private final boolean runs;
    private final Set<Long> met = new HashSet<>();

    /** @param runs whether a service answers on this machine */
    Bots(Settings settings, Telephone telephone, boolean runs) {
        this.settings = settings;
        this.telephone = telephone;
        this.runs = runs;
    }

    /** @param tokens the organisations by the variables that hold their tokens */
    List<Finding> findings(Map<String, String> tokens) {
        List<Finding> findings = new ArrayList<>();
        tokens.forEach((variable, organisation) -> findings.addAll(one(variable, organisation)));
        return findings;
    }

    private List<Finding> one(String variable, String organisation) {
        try {
            Optional<BotToken> token = TelegramConfig.token(settings::text, variable);
            return token.isEmpty()
                    ? refused(TelegramConfig.missing(variable, organisation))
                    : asked(variable, token.get());
        } catch (StartProblem problem) {
            return refused(problem);
        }
    }

    private List<Finding> asked(String variable, BotToken token) {
        if (!met.add(token.bot())) {
            return refused(TelegramConfig.anothers(variable));
        }
        Identity identity = telephone.whoIs(token);
        List<Finding> findings = new ArrayList<>();
        findings.add(Messenger.token(variable, identity, telephone.config().api()));
        if (identity instanceof Identity.Known) {
            findings.addAll(telephone
                    .registered(token)
                    .map(registered ->
                            Messenger.updates(telephone.config(), token.bot(), registered, telephone.now(), runs))
                    .orElseGet(() -> List.of(Finding.warn(
                            "updates", "Telegram did not say how those of " + variable + " come: ask again."))));
        }
        return findings;
    }

    private static List<Finding> refused(StartProblem problem) {
        return List.of(Finding.fail(TOKEN, problem.line()));
    }
}
