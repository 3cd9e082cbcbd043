package org.branchline.campaign.report;

import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** The report as its page shows it: {@code templates/ReportPage.html}, where every value is escaped. */
record ReportPage(
        String language,
        String organisation,
        String month,
        String asOf,
        String intro,
        String inShort,
        List<String> summary,
        String tableHead,
        String caption,
        String branch,
        List<String> heads,
        List<Line> lines,
        String total,
        List<String> totals,
        String howToRead,
        List<Explained> explained,
        List<String> notes)
        implements TemplateInstance {

    /** A branch's line. */
    record Line(String name, int depth, boolean sum, List<String> figures) {}

    /** What a column means. */
    record Explained(String head, String about) {}
}
