package org.branchline.campaign.broadcast.composing;

import static org.branchline.intake.Volunteer.text;

import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.branchline.campaign.broadcast.progress.Progress;
import org.branchline.intake.RecordingGateway;
import org.branchline.intake.TestCampaign;
import org.branchline.intake.Volunteer;
import org.branchline.roster.Bot;
import org.junit.jupiter.api.BeforeEach;

/** An organisation of its own, in which Cora writes to many. */
abstract class ComposingCase {

    @Inject
    TestCampaign campaign;

    @Inject
    RecordingGateway gateway;

    @Inject
    Progress progress;

    Bot bot;
    Volunteer cora;

    @BeforeEach
    void organise() {
        bot = campaign.organise();
        people();
        campaign.grant(cora, "coordinator", null);
    }

    /** Cora and whoever else is there. */
    abstract void people();

    /** The audience is taken, the minute is over. */
    void goes() {
        campaign.recruit(bot);
        campaign.letGo(bot);
    }

    /** Waits until Cora sees how far it is. */
    void watched(String text) {
        patiently().until(() -> {
            rows("update broadcast_progress set look_at = now() where organisation = $1");
            TestCampaign.now(progress.work(bot));
            return text(gateway.to(cora.chat())).contains(text);
        });
    }

    /** Waits until this is said to somebody; gives back all that was. */
    String says(Volunteer reader, String text) {
        return patiently().until(() -> text(List.copyOf(gateway.to(reader.chat()))), all -> all.contains(text));
    }

    String says(String text) {
        return says(cora, text);
    }

    List<Row> rows(String sql) {
        return campaign.rows(bot, sql);
    }

    static ConditionFactory patiently() {
        return TestCampaign.patiently("the chat");
    }
}
