package org.branchline.workspace;

import java.util.Optional;
import org.branchline.database.OrganisationId;

/**
 * An organisation whose workspace is applied.
 *
 * @param token the environment variable that holds its bot's token, empty for the usual one
 */
public record Settled(OrganisationId organisation, String key, Optional<String> token) {}
