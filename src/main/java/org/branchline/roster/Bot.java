package org.branchline.roster;

import org.branchline.database.OrganisationId;

/**
 * A bot of an organisation.
 *
 * @param id the number before the colon of its token, positive
 */
public record Bot(OrganisationId organisation, long id) {}
