package org.branchline.roster.city;

import java.time.ZoneId;

/**
 * A place whose clock a member can live by.
 *
 * @param name in the asked language
 * @param countryCode ISO 3166-1 alpha-2, or empty for a zone without a town, such as a station in Antarctica
 * @param country in the asked language, empty when the code is
 * @param region state, province or county in English, or empty
 * @param population inhabitants, 0 when not known
 */
public record City(String name, String countryCode, String country, String region, ZoneId zone, int population) {}
