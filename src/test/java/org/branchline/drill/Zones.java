package org.branchline.drill;

import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** Clocks around the earth, no two alike, with summer time in the north, in the south, and without. */
final class Zones {

    static final List<ZoneId> TWENTY_FOUR = Stream.of(
                    "Pacific/Auckland",
                    "Australia/Sydney",
                    "Australia/Brisbane",
                    "Australia/Adelaide",
                    "Asia/Tokyo",
                    "Asia/Shanghai",
                    "Asia/Bangkok",
                    "Asia/Dhaka",
                    "Asia/Kathmandu",
                    "Asia/Kolkata",
                    "Asia/Karachi",
                    "Asia/Dubai",
                    "Africa/Nairobi",
                    "Europe/Athens",
                    "Africa/Johannesburg",
                    "Europe/Berlin",
                    "Europe/London",
                    "Atlantic/Azores",
                    "America/Sao_Paulo",
                    "America/St_Johns",
                    "America/New_York",
                    "America/Chicago",
                    "America/Los_Angeles",
                    "Pacific/Honolulu")
            .map(ZoneId::of)
            .toList();

    private Zones() {}
}
