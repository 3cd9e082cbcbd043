package org.branchline.campaign.deadline;

import static org.branchline.intake.Volunteer.text;

import org.branchline.conversation.Action;
import org.branchline.intake.Volunteer;
import org.branchline.intake.What;
import org.junit.jupiter.api.BeforeEach;

/** A coordinator who hands deadlines to branches, and Maria who looks after Tokyo. */
abstract class HandingCase extends DeadlineCase {

    Volunteer maria;

    @BeforeEach
    void mariaLooksAfterTokyo() {
        maria = campaign.member(bot, "Maria");
        campaign.grant(maria, "captain", "tokyo");
    }

    /** Due in nine days. */
    void hand(String title, String branch) {
        write(title, in(9).toString());
        cora.presses("Hand it to a branch");
        cora.presses(branch);
        cora.presses("Hand it over");
        time.work();
    }

    /** How the coordinator sees it. */
    String card() {
        cora.types("/deadline");
        return text(cora.presses("Sign up"));
    }

    /** The number of the first. */
    long deadline() {
        return rows("select min(id) as id from deadline where organisation = $1")
                .get(0)
                .getLong("id");
    }

    /** What the buttons of the first say behind their deed. */
    String press(String branch) {
        return deadline() + "."
                + rows("select id from branch where organisation = $1 and key = $2", branch)
                        .get(0)
                        .getLong("id");
    }

    static void presses(Volunteer volunteer, String command, String argument) {
        volunteer.does(Volunteer.update(), new What.Press("p", 1, new Action.Order(command, argument)));
    }
}
