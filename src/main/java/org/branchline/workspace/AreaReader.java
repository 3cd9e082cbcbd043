package org.branchline.workspace;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.branchline.calendar.CallingHours;
import org.branchline.playbooks.reading.FileReport;
import org.branchline.playbooks.reading.Node;

/** Makes sure that the areas which are called can be read from the settings when they are needed. */
final class AreaReader {

    private static final List<String> DAYS = List.of("weekdays", "saturday", "sunday");

    private final LocalTexts texts;
    private final FileReport report;

    AreaReader(LocalTexts texts, FileReport report) {
        this.texts = texts;
        this.report = report;
    }

    void check(Node organisation) {
        for (Node.Entry area :
                organisation.at("called_areas").map(Node::entries).orElse(List.of())) {
            check(area);
        }
    }

    private void check(Node.Entry area) {
        Node node = area.value();
        if (texts.at(node, "name").isEmpty() || node.text("timezone").isEmpty()) {
            report.error(
                    area.place(),
                    "the area \"" + area.key() + "\" needs \"name\" and \"timezone\"",
                    "write both, and below them the hours of weekdays, saturday and sunday");
        }
        node.text("timezone")
                .filter(zone -> !ZoneId.getAvailableZoneIds().contains(zone))
                .ifPresent(zone -> report.error(
                        node.place("timezone"), "there is no time zone \"" + zone + "\"", Zones.hint(zone)));
        for (String day : DAYS) {
            node.at(day).ifPresent(this::hours);
        }
        node.at("closed").map(Node::items).orElse(List.of()).forEach(this::day);
        if (DAYS.stream().allMatch(day -> node.at(day).isEmpty())) {
            report.error(
                    area.place(),
                    "nobody may ever be called in \"" + area.key() + "\"",
                    "write the hours of weekdays, saturday or sunday, for example weekdays: 09:00-21:00");
        }
    }

    private void day(Node node) {
        try {
            LocalDate.parse(node.text().orElse(""));
        } catch (DateTimeException impossible) {
            report.error(
                    node.place(),
                    "\"" + node.text().orElse(node.noun()) + "\" is no day",
                    "write it like 2027-12-25: the year, the month, the day");
        }
    }

    private void hours(Node node) {
        if (node.text().flatMap(CallingHours.Hours::read).isEmpty()) {
            report.error(
                    node.place(),
                    "\"" + node.text().orElse(node.noun()) + "\" are no hours of a day",
                    "write them like 09:00-21:00, the earlier first; leave the day out where nobody may be called");
        }
    }
}
