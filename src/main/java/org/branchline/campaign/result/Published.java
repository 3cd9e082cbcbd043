package org.branchline.campaign.result;

/**
 * A playbook by its current version, the one that new runs begin with.
 *
 * @param key its name in files, exports and on the command line; people read its title
 */
record Published(String key, String version) {}
