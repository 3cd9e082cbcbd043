package org.branchline.intake.job;

import io.vertx.core.json.JsonObject;
import org.branchline.database.OrganisationId;

/** Work on more than a few rows, written by a transaction and carried out after its commit; safe to repeat. */
public record Job(OrganisationId organisation, long id, JsonObject argument) {}
