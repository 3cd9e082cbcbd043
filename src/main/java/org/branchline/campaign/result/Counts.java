package org.branchline.campaign.result;

/**
 * How far people came.
 *
 * @param stated how many members the branches say they have, 0 where none says so
 */
record Counts(int joined, int started, int finished, int stated) {}
