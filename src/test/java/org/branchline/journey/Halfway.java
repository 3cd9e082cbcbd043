package org.branchline.journey;

/** People who have come as far as a test needs them. */
final class Halfway {

    private Halfway() {}

    /** Joined a branch by its link, with no question open. */
    static Volunteer joined(String name, String branch) {
        return Volunteer.named(name, "en", "Europe/Prague")
                .writes("/start " + Kept.link(branch))
                .presses("Go on")
                .presses("I agree")
                .presses("Yes")
                .presses("Just looking")
                .reads("/start shows");
    }

    /** Joined, at "What would you like to do?". */
    static Volunteer atTheFirstQuestion() {
        return Volunteer.named("Ann", "en", "Asia/Tokyo")
                .writes("/start " + Kept.link("tokyo"))
                .presses("Go on")
                .presses("I agree")
                .presses("Yes")
                .presses("Start")
                .reads("1 of up to 11");
    }

    /** At "Have you phoned voters before?", which takes one of three. */
    static Volunteer atTheSecondQuestion() {
        return atTheFirstQuestion()
                .presses("☐ Phone voters")
                .presses("Done (1)")
                .reads("2 of up to 11");
    }

    /** At the number of hours. */
    static Volunteer atTheNumber() {
        return atTheSecondQuestion()
                .presses("Not yet")
                .presses("Most weeks")
                .presses("Skip")
                .presses("☐ French")
                .presses("Done (1)")
                .reads("how many hours");
    }
}
